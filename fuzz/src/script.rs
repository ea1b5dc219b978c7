//! What an editor says to a server, as a script of lines:
//!
//! * `{…` is a message, sent behind its length;
//! * `+START LENGTH TEXT` replaces so many bytes of the edited file, `<TEXT` all of it; `\n`, `\r` and `\\` stand for what
//!   they always do;
//! * `?METHOD LINE COLUMN LINE COLUMN WORD` is a request about the edited file, such as `?hover 3 1 3 4 name`;
//! * `-` as the first line leaves out `initialize`, and `-8` has columns counted in bytes;
//! * anything else is sent as it is.

use serde_json::{Value, json};

/// The file that edits are about. There is no such directory.
pub const EDITED: &str = "file:///nowhere/edited.persona";

/// What is in it at first.
const FIRST: &str = "name: \"é😀\"\r\nlet x = [VP]\ntitle = CEO # why\nand seniority in $x\n";

/// The IDs of the requests for the text begin so; nobody else may use them.
const TEXT_ID: &str = "text ";

/// So do those of the requests for findings.
const FINDINGS_ID: &str = "findings ";

/// A script that was read.
#[derive(Debug)]
pub struct Script {
    /// What the editor sends.
    pub bytes: Vec<u8>,
    /// The text that each of these requests must be answered with.
    pub texts: Vec<(String, String)>,
    /// The text that each of these requests asks the findings of.
    pub looked_at: Vec<(String, String)>,
    /// Whether columns are counted in bytes.
    pub counts_bytes: bool,
    /// Whether all of it is messages, each behind its length.
    pub is_whole: bool,
    text: String,
    version: i32,
}

impl Script {
    /// Read a script.
    pub fn read(input: &[u8]) -> Script {
        let (bytes, texts, looked_at, text) = (vec![], vec![], vec![], FIRST.to_owned());
        let mut script = Script { bytes, texts, looked_at, counts_bytes: false, is_whole: true, text, version: 1 };
        let mut lines = input.split(|byte| *byte == b'\n').peekable();
        let first = lines.next_if(|line| line.starts_with(b"-"));
        script.counts_bytes = first == Some(b"-8");
        if first != Some(b"-") {
            script.welcome();
        }
        lines.for_each(|line| script.line(line));
        script.request("shutdown", "the last", Value::Null);
        script.notify("exit", Value::Null);
        script
    }

    fn welcome(&mut self) {
        let encodings = if self.counts_bytes { json!(["utf-8"]) } else { json!(["utf-16"]) };
        let capabilities = json!({
            "general": { "positionEncodings": encodings },
            "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } },
        });
        self.request(
            "initialize",
            "the first",
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities }),
        );
        let document = json!({ "uri": EDITED, "languageId": "persona", "version": 1, "text": self.text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn line(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        let mut letters = text.chars();
        match letters.next() {
            Some('{') => self.message(line, &text),
            Some('+') => self.edit(letters.as_str()),
            Some('<') => self.replace(letters.as_str()),
            Some('?') => self.ask(letters.as_str()),
            _ if is_tame(&text) && !text.contains("\\u") && !says_much(line) => {
                self.is_whole = false;
                self.bytes.extend([line, b"\r\n"].concat());
            }
            _ => {}
        }
    }

    fn message(&mut self, line: &[u8], text: &str) {
        let read: Value = serde_json::from_str(text).unwrap_or_default();
        let is_ours =
            read["id"].as_str().is_some_and(|id| [TEXT_ID, FINDINGS_ID].iter().any(|own| id.starts_with(own)));
        let changes = read["method"].as_str().is_some_and(|method| method.starts_with("textDocument/did"));
        if !is_ours && is_tame(text) && is_tame(&read.to_string()) && !(changes && read.to_string().contains(EDITED)) {
            self.send(line);
        }
    }

    fn edit(&mut self, rest: &str) {
        let mut parts = rest.splitn(3, ' ');
        let mut number = || parts.next().and_then(|word| word.parse::<usize>().ok()).unwrap_or_default();
        let (start, length) = (number(), number());
        let new = unescaped(parts.next().unwrap_or_default());
        let start = self.boundary(start % (self.text.len() + 1));
        let end = self.boundary(start.saturating_add(length).min(self.text.len())).max(start);
        let range = json!({ "start": self.place(start), "end": self.place(end) });
        self.text.replace_range(start..end, &new);
        self.changed(json!([{ "range": range, "text": new }]));
    }

    fn replace(&mut self, rest: &str) {
        self.text = unescaped(rest);
        self.changed(json!([{ "text": self.text }]));
    }

    /// Tell of a change, and ask for what the server makes of it.
    fn changed(&mut self, changes: Value) {
        self.version += 1;
        let document = json!({ "uri": EDITED, "version": self.version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
        let id = format!("{TEXT_ID}{}", self.texts.len());
        self.request("personac/text", &id, json!({ "uri": EDITED }));
        self.texts.push((id, self.text.clone()));
    }

    /// A request, with all that any request about a file may want.
    fn ask(&mut self, rest: &str) {
        let words: Vec<&str> = rest.split(' ').collect();
        let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok()).unwrap_or_default();
        let place = |at: usize| json!({ "line": number(at), "character": number(at + 1) });
        let (method, word) = (words.first().copied().unwrap_or_default(), words.get(5).copied().unwrap_or("x"));
        let method = if method.contains('/') { method.to_owned() } else { format!("textDocument/{method}") };
        let params = json!({
            "textDocument": { "uri": EDITED },
            "position": place(1),
            "positions": [place(1), place(3)],
            "range": { "start": place(1), "end": place(3) },
            "context": { "diagnostics": [], "includeDeclaration": true, "triggerKind": 1 },
            "options": { "tabSize": 4, "insertSpaces": true },
            "newName": word,
            "query": word,
            "command": word,
            "arguments": [EDITED, null],
            "uri": EDITED,
            "reason": 1,
        });
        if is_tame(&params.to_string()) {
            let looks = method == "textDocument/diagnostic";
            let id = format!("{}{}", if looks { FINDINGS_ID } else { "asked " }, self.bytes.len());
            self.request(&method, &id, params);
            if looks {
                self.looked_at.push((id, self.text.clone()));
            }
        }
    }

    fn request(&mut self, method: &str, id: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string().as_bytes());
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string().as_bytes());
    }

    fn send(&mut self, message: &[u8]) {
        self.bytes.extend(format!("Content-Length: {}\r\n\r\n", message.len()).bytes());
        self.bytes.extend(message);
    }

    /// The nearest place before `at` that an editor has a name for: not inside of a character, nor of a line end.
    fn boundary(&self, at: usize) -> usize {
        let is_one = |at: &usize| {
            let halves = self.text.split_at_checked(*at);
            halves.is_some_and(|(before, after)| !(before.ends_with('\r') && after.starts_with('\n')))
        };
        (0..=at).rev().find(is_one).unwrap_or_default()
    }

    /// Line and column, counted from the start of the text.
    fn place(&self, at: usize) -> Value {
        let before = &self.text[..at];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let column = if self.counts_bytes { line.len() } else { line.encode_utf16().count() };
        json!({ "line": before.matches('\n').count(), "character": column })
    }
}

/// Whether nothing in it leads out of here: to the API, or to files and folders of the machine.
fn is_tame(text: &str) -> bool {
    let leads_out = |rest: &str| !rest.starts_with("///nowhere/") || rest.contains("..") || rest.contains('%');
    !text.contains("personac.preview") && !text.split("file:").skip(1).any(leads_out)
}

/// Whether it may be a header that has room made for very many bytes.
fn says_much(line: &[u8]) -> bool {
    line.chunk_by(|one, other| one.is_ascii_digit() && other.is_ascii_digit()).any(|chunk| chunk.len() > 7)
}

fn unescaped(text: &str) -> String {
    let (mut out, mut letters) = (String::new(), text.chars());
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(other) => other,
                None => '\\',
            },
            letter => letter,
        });
    }
    out
}
