//! An editor without a screen: it starts `personac lsp` and speaks with it as editors do.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::tool::Room;

/// No answer takes longer.
const WATCHDOG: Duration = Duration::from_secs(120);

/// An editor, and the server it has started.
pub struct Editor {
    pub room: Room,
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    /// Notifications that nobody has asked for yet.
    pending: VecDeque<Value>,
    next_id: i64,
    /// What the server can do.
    pub can: Value,
}

impl Editor {
    /// An editor with this directory open, after `initialize`, which counts columns as most do.
    pub fn open(room: Room) -> Editor {
        Editor::with(room, json!({}))
    }

    /// An editor with these capabilities.
    pub fn with(room: Room, capabilities: Value) -> Editor {
        Editor::start(room).welcomed(capabilities)
    }

    /// An editor whose server has these variables in its environment.
    #[cfg(feature = "http")]
    pub fn with_variables(room: Room, variables: &[(&str, &str)]) -> Editor {
        let child = room.command(&["lsp"]).envs(variables.iter().copied()).spawn().expect("personac");
        Editor::of(room, child).welcomed(json!({}))
    }

    fn welcomed(mut self, capabilities: Value) -> Editor {
        let editor = &mut self;
        let folder = json!({ "uri": editor.uri(""), "name": "room" });
        let params =
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": [folder] });
        editor.can = editor.request("initialize", params)["capabilities"].clone();
        editor.notify("initialized", json!({}));
        self
    }

    /// A server that was not spoken to yet.
    pub fn start(room: Room) -> Editor {
        let child = room.start(&["lsp"]);
        Editor::of(room, child)
    }

    fn of(room: Room, mut child: Child) -> Editor {
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("standard output"));
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Editor { room, child, input, output: receiver, pending: VecDeque::new(), next_id: 0, can: Value::Null }
    }

    /// The address of a file of the room.
    pub fn uri(&self, name: &str) -> String {
        let path = std::fs::canonicalize(self.room.path("")).expect("the room");
        let path = if name.is_empty() { path } else { path.join(name) };
        format!("file://{}", path.display())
    }

    /// Send bytes as they are, behind their length.
    pub fn send_text(&mut self, text: &str) {
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// Send bytes as they are.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("standard input");
        input.write_all(bytes).expect("a pipe");
        input.flush().expect("a pipe");
    }

    /// Send a notification.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send_text(&json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string());
    }

    /// Send a request; its ID.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        self.send_text(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string());
        id
    }

    /// Send a request and wait for its answer, which must be a good one.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let response = self.response(&json!(id));
        assert!(response.get("error").is_none(), "{method}: {response}");
        response["result"].clone()
    }

    /// Wait for the answer to a request, good or not.
    pub fn response(&mut self, id: &Value) -> Value {
        loop {
            let message = self.receive();
            if message.get("method").is_none() && message["id"] == *id {
                return message;
            }
            self.pending.push_back(message);
        }
    }

    fn receive(&mut self) -> Value {
        self.output.recv_timeout(WATCHDOG).expect("the server says something")
    }

    /// Open a file of the room with this text in the buffer.
    pub fn open_file(&mut self, name: &str, text: &str) {
        let document = json!({ "uri": self.uri(name), "languageId": "persona", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Put another text into the buffer.
    pub fn replace(&mut self, name: &str, version: i32, text: &str) {
        self.edit(name, version, json!([{ "text": text }]));
    }

    /// Change the buffer.
    pub fn edit(&mut self, name: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(name), "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Wait for a notification, or for a question of the server; what it says.
    pub fn notification(&mut self, method: &str) -> Value {
        let at = self.pending.iter().position(|message| message["method"] == method);
        let mut message = at.and_then(|at| self.pending.remove(at));
        loop {
            match message {
                Some(message) if message["method"] == method => return message["params"].clone(),
                Some(other) => self.pending.push_back(other),
                None => {}
            }
            message = Some(self.receive());
        }
    }

    /// Wait for the findings of a file.
    pub fn findings(&mut self, name: &str) -> Vec<Value> {
        let uri = self.uri(name);
        let wanted = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri.as_str()
        };
        if let Some(at) = self.pending.iter().position(wanted) {
            let message = self.pending.remove(at).expect("it is there");
            return message["params"]["diagnostics"].as_array().expect("findings").clone();
        }
        loop {
            let message = self.receive();
            if wanted(&message) {
                return message["params"]["diagnostics"].as_array().expect("findings").clone();
            }
            self.pending.push_back(message);
        }
    }

    /// A place in a file as requests have it: the file, and the line and column, both from 0.
    pub fn at(&self, name: &str, line: u32, character: u32) -> Value {
        json!({ "textDocument": { "uri": self.uri(name) }, "position": { "line": line, "character": character } })
    }

    /// End the server as the protocol has it; its exit code.
    pub fn close(mut self) -> i32 {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        crate::tool::wait(&mut self.child)
    }

    /// Close the way to the server, as an editor does that crashes; the exit code.
    pub fn vanish(mut self) -> i32 {
        self.input = None;
        crate::tool::wait(&mut self.child)
    }

    /// The exit code of a server that is to end by itself.
    pub fn ended(mut self) -> i32 {
        crate::tool::wait(&mut self.child)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim().parse().ok();
        }
    }
    let mut bytes = vec![0; length?];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The codes of findings.
pub fn codes(findings: &[Value]) -> Vec<&str> {
    findings.iter().filter_map(|finding| finding["code"].as_str()).collect()
}
