//! From `initialize` to `exit`: messages are taken in their order, and findings are told when nothing else is to do.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write, stdin, stdout};
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use gen_lsp_types::{
    DidChangeTextDocumentParams, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, InitializeParams, InitializeResult, ServerInfo, WorkspaceFolders,
};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::capabilities::capabilities;
use super::changes::{ask_again, watch_files};
use super::failure::Failure;
use super::formatting;
use super::position::Encoding;
use super::requests::answer;
use super::server::Server;
use super::transport::{Client, Incoming, Transport, over};
use super::uri::path_of;

/// Serve one client on standard input and output, until it says that it is done or goes away; whether it ended as the
/// protocol wants it.
pub fn serve() -> bool {
    serve_over(BufReader::new(stdin()), stdout())
}

/// Serve one client that sends messages by one stream and is answered by the other, as [`serve`] does.
pub fn serve_over(input: impl BufRead + Send + 'static, output: impl Write + Send + 'static) -> bool {
    let Transport { incoming, client, writer } = over(input, output);
    let in_order = Lifecycle { incoming, client, waiting: VecDeque::new() }.run();
    drop(writer.join());
    in_order
}

struct Lifecycle {
    incoming: Receiver<Incoming>,
    client: Client,
    waiting: VecDeque<Message>,
}

impl Lifecycle {
    fn run(mut self) -> bool {
        let Some(mut server) = self.initialize() else { return false };
        loop {
            if self.waiting.is_empty() {
                server.publish();
            }
            match self.next() {
                None => return false,
                Some(Message::Request(request)) if request.method == "shutdown" => {
                    self.client.send(Response::new_ok(request.id, Value::Null));
                    return self.wait_for_exit();
                }
                Some(Message::Request(request)) => self.request(&server, request),
                Some(Message::Notification(notification)) if notification.method == "exit" => return false,
                Some(Message::Notification(notification)) => notify(&mut server, notification),
                // Whatever the client answers, nothing waits for it.
                Some(Message::Response(_)) => {}
            }
        }
    }

    /// The next message; those that have come in the meantime are waiting then.
    fn next(&mut self) -> Option<Message> {
        while self.waiting.is_empty() {
            let incoming = self.incoming.recv().ok()?;
            self.take(incoming);
        }
        while let Ok(incoming) = self.incoming.try_recv() {
            self.take(incoming);
        }
        self.waiting.pop_front()
    }

    fn take(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Message(message) => self.waiting.push_back(message),
            Incoming::Malformed(why) => self.client.malformed(why),
        }
    }

    /// Wait for the first request; all before it is refused.
    fn initialize(&mut self) -> Option<Server> {
        loop {
            match self.next()? {
                Message::Request(request) if request.method == "initialize" => match parsed(request.params) {
                    Ok(params) => return Some(self.welcome(request.id, params)),
                    Err(failure) => self.client.send(failure.response(request.id)),
                },
                Message::Request(request) => {
                    let early = Failure::new(ErrorCode::ServerNotInitialized, "`initialize` comes first");
                    self.client.send(early.response(request.id));
                }
                Message::Notification(notification) if notification.method == "exit" => return None,
                Message::Notification(_) | Message::Response(_) => {}
            }
        }
    }

    fn welcome(&self, id: RequestId, params: InitializeParams) -> Server {
        let offered = params.capabilities.general.as_ref().and_then(|general| general.position_encodings.clone());
        let encoding = Encoding::choose(&offered.unwrap_or_default());
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let server_info = Some(ServerInfo { name: "personac".to_owned(), version: Some(version) });
        let result =
            InitializeResult { capabilities: capabilities(encoding, formatting::on_save(&params)), server_info };
        self.client.send(Response::new_ok(id, result));
        let folders = folders(&params);
        let server = Server::new(self.client.clone(), params.capabilities, encoding, folders);
        watch_files(&server);
        server
    }

    fn request(&self, server: &Server, request: Request) {
        let is_cancelled = self.waiting.iter().any(|message| cancels(message, &request.id));
        let response = match is_cancelled {
            true => Some(Failure::new(ErrorCode::RequestCanceled, "cancelled").response(request.id)),
            false => answer(server, request),
        };
        if let Some(response) = response {
            self.client.send(response);
        }
    }

    fn wait_for_exit(&mut self) -> bool {
        loop {
            match self.next() {
                None => return false,
                Some(Message::Notification(notification)) if notification.method == "exit" => return true,
                Some(Message::Request(request)) => {
                    let late = Failure::new(ErrorCode::InvalidRequest, "the server is shut down");
                    self.client.send(late.response(request.id));
                }
                Some(_) => {}
            }
        }
    }
}

/// Whether a message says that a request needs no answer any more.
fn cancels(message: &Message, id: &RequestId) -> bool {
    let Message::Notification(notification) = message else { return false };
    let cancelled = || serde_json::from_value::<RequestId>(notification.params.get("id")?.clone()).ok();
    notification.method == "$/cancelRequest" && cancelled().as_ref() == Some(id)
}

/// The folders that are open; a client from before there could be several says one.
#[allow(deprecated, reason = "some clients say it in no other way")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let listed = match &params.workspace_folders_initialize_params.workspace_folders {
        Some(WorkspaceFolders::WorkspaceFolderList(folders)) => folders.iter().map(|folder| &folder.uri).collect(),
        _ => params.root_uri.iter().collect::<Vec<_>>(),
    };
    listed.into_iter().filter_map(path_of).collect()
}

fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::invalid(error.to_string()))
}

/// Take a notification over. One that cannot be understood changes nothing.
fn notify(server: &mut Server, notification: Notification) {
    let Notification { method, params } = notification;
    match method.as_str() {
        "textDocument/didOpen" => {
            if let Ok(params) = parsed::<DidOpenTextDocumentParams>(params) {
                server.open(params);
            }
        }
        "textDocument/didChange" => {
            if let Ok(params) = parsed::<DidChangeTextDocumentParams>(params) {
                server.change(params);
            }
        }
        "textDocument/didClose" => {
            if let Ok(params) = parsed::<DidCloseTextDocumentParams>(params) {
                server.close(&params.text_document.uri);
            }
        }
        "textDocument/didSave" => server.changed_all(),
        "workspace/didChangeWatchedFiles" | "workspace/didChangeConfiguration" => {
            server.changed_all();
            ask_again(server);
        }
        "workspace/didChangeWorkspaceFolders" => {
            if let Ok(params) = parsed::<DidChangeWorkspaceFoldersParams>(params) {
                let gone: Vec<PathBuf> = params.event.removed.iter().filter_map(|one| path_of(&one.uri)).collect();
                server.folders.retain(|folder| !gone.contains(folder));
                server.folders.extend(params.event.added.iter().filter_map(|one| path_of(&one.uri)));
                server.changed_all();
                ask_again(server);
            }
        }
        _ => {}
    }
}
