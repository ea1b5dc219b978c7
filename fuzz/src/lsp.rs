//! Any script of an editor, spoken to the server through its own transport: each request is answered once, nothing breaks
//! or waits for ever, both sides have the same text, and findings are about places of it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, ErrorKind, Write};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use lsp_server::{ErrorCode, Message};
use personac::lsp::serve_over;
use serde_json::{Value, json};

use super::script::Script;

/// No conversation takes longer.
const WATCHDOG: Duration = Duration::from_secs(120);

/// Malformed messages in a row after which the server listens no more.
const MOST_MALFORMED: usize = 100;

/// Speak with a server, to the end.
pub fn lsp(input: &[u8]) {
    let script = Script::read(input);
    let said = spoken(script.bytes.clone());
    let answers: Vec<&Value> = said.iter().filter(|message| message.get("method").is_none()).collect();
    for answer in &answers {
        assert_ne!(answer["error"]["code"], ErrorCode::InternalError as i32, "{answer}");
    }
    let mut open = asked(&script.bytes);
    for answer in answers.iter().filter(|answer| !answer["id"].is_null()) {
        let left = open.get_mut(&answer["id"].to_string()).unwrap_or_else(|| panic!("nobody asked for {answer}"));
        *left = left.checked_sub(1).unwrap_or_else(|| panic!("answered twice: {answer}"));
    }
    assert!(open.values().all(|left| *left == 0), "without an answer: {open:?}");
    if script.is_whole {
        same_texts(&script, &answers);
        findings_in_place(&script, &answers);
    }
}

/// What the server says to these bytes.
fn spoken(bytes: Vec<u8>) -> Vec<Value> {
    let (output, (sender, ended)) = (Output::default(), channel());
    let written = output.clone();
    let server = thread::spawn(move || {
        serve_over(Cursor::new(bytes), output);
        let _ = sender.send(());
    });
    // A server that breaks drops the sender; joining it says so.
    let is_late = ended.recv_timeout(WATCHDOG).is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout);
    assert!(!is_late, "the server does not end");
    server.join().expect("the server breaks");
    let written = written.0.lock().expect("it is written").clone();
    let mut input = BufReader::new(Cursor::new(written));
    std::iter::from_fn(|| message(&mut input)).collect()
}

/// Where the server writes.
#[derive(Debug, Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("it is written").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The next message of the server.
fn message(input: &mut impl BufRead) -> Option<Value> {
    let mut line = String::new();
    input.read_line(&mut line).expect("text");
    if line.is_empty() {
        return None;
    }
    let length: Option<usize> = line.strip_prefix("Content-Length: ").and_then(|length| length.trim().parse().ok());
    let mut bytes = vec![0; length.expect("a length") + 2];
    input.read_exact(&mut bytes).expect("as many bytes as it says");
    Some(serde_json::from_slice(&bytes).expect("JSON"))
}

/// The IDs of all requests before the end, each with how often it is used.
fn asked(bytes: &[u8]) -> BTreeMap<String, usize> {
    let (mut input, mut malformed, mut open) = (Cursor::new(bytes), 0, BTreeMap::new());
    loop {
        match Message::read(&mut input) {
            Ok(Some(Message::Notification(notification))) if notification.method == "exit" => return open,
            Ok(Some(message)) => {
                malformed = 0;
                if let Message::Request(request) = message {
                    *open.entry(json!(request.id).to_string()).or_default() += 1;
                }
            }
            Err(error) if error.kind() == ErrorKind::InvalidData && malformed < MOST_MALFORMED => malformed += 1,
            Ok(None) | Err(_) => return open,
        }
    }
}

/// Each text is the editor's, unless the script had the server refuse to say it.
fn same_texts(script: &Script, answers: &[&Value]) {
    const REFUSED: [ErrorCode; 4] = [
        ErrorCode::ServerNotInitialized,
        ErrorCode::InvalidRequest,
        ErrorCode::RequestCanceled,
        // Nobody has opened it where `initialize` was left out.
        ErrorCode::RequestFailed,
    ];
    for (id, text) in &script.texts {
        let Some(answer) = answers.iter().find(|answer| answer["id"] == *id) else { continue };
        match answer["result"].as_str() {
            Some(said) => assert_eq!(said, text),
            None => assert!(REFUSED.iter().any(|code| answer["error"]["code"] == *code as i32), "{answer}"),
        }
    }
}

/// Each finding is about a place of the text, on a border of its characters.
fn findings_in_place(script: &Script, answers: &[&Value]) {
    for (id, text) in &script.looked_at {
        let Some(answer) = answers.iter().find(|answer| answer["id"] == *id) else { continue };
        for finding in answer["result"]["items"].as_array().into_iter().flatten() {
            for end in ["start", "end"] {
                let place = &finding["range"][end];
                assert!(is_place(text, place, script.counts_bytes), "{finding} is not in {text:?}");
            }
        }
    }
}

fn is_place(text: &str, place: &Value, counts_bytes: bool) -> bool {
    let number = |key: &str| place[key].as_u64().expect("a number") as usize;
    let Some(line) = text.split('\n').nth(number("line")) else { return false };
    let units = |letter: char| if counts_bytes { letter.len_utf8() } else { letter.len_utf16() };
    let mut column = 0;
    let mut borders = line.chars().map(|letter| {
        column += units(letter);
        column
    });
    number("character") == 0 || borders.any(|border| border == number("character"))
}
