//! What somebody waits for who types at the end of a library of 2,000 lines: findings after a letter, and labels.
//!
//! `cargo bench --bench typing -- EDITS` types so many letters; the default is 2,000. It prints the time from sending a change
//! until the answer is there, at the median and at the 99th percentile, and the memory of the server before and after.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a driver stops at what it does not expect"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const LINES: usize = 2000;
const URI: &str = "file:///tmp/personac-bench/library.persona";

fn main() {
    let edits = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(2000);
    let mut server = Server::start();
    let text = library();
    let lines = text.lines().count();
    server.notify(
        "textDocument/didOpen",
        json!({ "textDocument": { "uri": URI, "languageId": "persona", "version": 1, "text": text } }),
    );
    server.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    let before = server.memory();
    let (mut findings, mut labels) = (vec![], vec![]);
    let typed = "let more = [Gre";
    let mut version = 1;
    for edit in 0..edits {
        let column = edit % (typed.len() + 1);
        let at = json!({ "line": lines, "character": column });
        let (range, new) = match typed.get(column..=column) {
            Some(letter) => (json!({ "start": at, "end": at }), letter),
            None => (json!({ "start": { "line": lines, "character": 0 }, "end": at }), ""),
        };
        version += 1;
        let start = Instant::now();
        let document = json!({ "uri": URI, "version": version });
        server.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [{ "range": range, "text": new }] }),
        );
        server.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
        findings.push(start.elapsed());
        let start = Instant::now();
        let position = json!({ "line": lines - 1, "character": "location = Gre".len() });
        server.request("textDocument/completion", json!({ "textDocument": { "uri": URI }, "position": position }));
        labels.push(start.elapsed());
    }
    println!("{lines} lines, {edits} edits");
    report("findings after a letter", findings);
    report("labels of a location", labels);
    println!("memory: {before} KiB before, {} KiB after", server.memory());
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share) as usize).copied().unwrap_or_default();
    println!("{what}: p50 {:?}, p99 {:?}", at(0.5), at(0.99));
}

/// A library of lists, and a line to complete at its end.
fn library() -> String {
    let mut text = String::new();
    for list in 0..LINES / 4 {
        text.push_str(&format!(
            "# titles of team {list}\nlet team_{list} = [\"VP of Sales {list}\", \"Head of Growth {list}\", CRO]\nlet part_{list} = size {}..1000 and location in [France, \"New York, United States\"]\n\n",
            [1, 11, 51, 201, 501][list % 5]
        ));
    }
    text + "let last = location = Gre\n"
}

struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    id: i64,
}

impl Server {
    fn start() -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personac"));
        let mut child = command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("personac");
        let (input, output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
        let mut server = Server { child, input, output: BufReader::new(output), id: 0 };
        let capabilities =
            json!({ "textDocument": { "diagnostic": {} }, "general": { "positionEncodings": ["utf-16"] } });
        server.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        server.notify("initialized", json!({}));
        server
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("a pipe");
        self.input.flush().expect("a pipe");
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn request(&mut self, method: &str, params: Value) {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{answer}");
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == self.id && message.get("method").is_none() {
                return message;
            }
        }
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("a pipe") > 0, "the server is there");
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut bytes = vec![0; length];
        self.output.read_exact(&mut bytes).expect("a message");
        serde_json::from_slice(&bytes).expect("JSON")
    }

    /// Resident memory, where the system says it in `/proc`.
    fn memory(&self) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()).unwrap_or("unknown").to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
