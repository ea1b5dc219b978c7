//! Messages over two streams of bytes.

use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread::{self, JoinHandle};

use lsp_server::{ErrorCode, Message};
use serde_json::json;

/// Malformed messages in a row after which the other side is taken not to speak the protocol at all.
const MOST_MALFORMED: usize = 100;

/// The longest message that is read, in bytes: room is made for as many as a header says.
const LONGEST: usize = 64 * 1024 * 1024;

/// How many bytes of a header are looked at.
const LONGEST_HEADER: usize = 4096;

/// What comes in.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Message(Message),
    /// Something that is none, and why.
    Malformed(String),
}

/// What goes out.
#[derive(Debug)]
enum Outgoing {
    Message(Message),
    /// The answer to something that was no message, and so has no ID.
    Malformed(String),
}

/// The way to the client; what is sent is written in this order.
#[derive(Debug, Clone)]
pub struct Client(Arc<Sender<Outgoing>>);

impl Client {
    /// Send a message. A client that is gone needs none.
    pub fn send(&self, message: impl Into<Message>) {
        drop(self.0.send(Outgoing::Message(message.into())));
    }

    /// The same way for work that may take longer than the server lives.
    pub fn later(&self) -> LateClient {
        LateClient(Arc::downgrade(&self.0))
    }

    /// Answer something that was no message.
    pub fn malformed(&self, why: String) {
        drop(self.0.send(Outgoing::Malformed(why)));
    }
}

/// A way to the client that does not keep the server from ending.
#[derive(Debug, Clone)]
pub struct LateClient(Weak<Sender<Outgoing>>);

impl LateClient {
    /// Send a message, if there is still anybody.
    pub fn send(&self, message: impl Into<Message>) {
        if let Some(sender) = self.0.upgrade() {
            Client(sender).send(message);
        }
    }
}

/// Both ways, and the thread that writes: it ends once nobody can send any more.
pub struct Transport {
    /// What comes in, until the client closes its side.
    pub incoming: Receiver<Incoming>,
    /// Where answers go.
    pub client: Client,
    /// Ends when all was written.
    pub writer: JoinHandle<()>,
}

/// Messages that come in by one stream, and answers that go out by the other.
pub fn over(mut input: impl BufRead + Send + 'static, mut output: impl Write + Send + 'static) -> Transport {
    let (to_server, incoming) = channel();
    let (to_client, outgoing) = channel();
    thread::spawn(move || read_all(&mut input, &to_server));
    let writer = thread::spawn(move || write_all(&mut output, &outgoing));
    Transport { incoming, client: Client(Arc::new(to_client)), writer }
}

fn read_all(input: &mut impl BufRead, to_server: &Sender<Incoming>) {
    let mut malformed = 0;
    loop {
        let incoming = match read(input) {
            Ok(Some(message)) => {
                malformed = 0;
                Incoming::Message(message)
            }
            Err(error) if error.kind() == ErrorKind::InvalidData && malformed < MOST_MALFORMED => {
                malformed += 1;
                Incoming::Malformed(error.to_string())
            }
            Ok(None) | Err(_) => return,
        };
        if to_server.send(incoming).is_err() {
            return;
        }
    }
}

/// The next message, unless its header says that it is longer than any is.
fn read(input: &mut impl BufRead) -> io::Result<Option<Message>> {
    let (mut header, mut too_long) = (vec![], None);
    loop {
        let start = header.len();
        input.by_ref().take((LONGEST_HEADER - start) as u64).read_until(b'\n', &mut header)?;
        match field(&header[start..]) {
            Field::Length(length) if length > LONGEST => too_long = Some(length),
            Field::Length(_) | Field::Other => {}
            Field::None => break,
        }
    }
    match too_long {
        Some(length) => {
            let why = format!("malformed header: a message of {length} bytes is too long");
            Err(io::Error::new(ErrorKind::InvalidData, why))
        }
        None => Message::read(&mut header.as_slice().chain(input)),
    }
}

/// What a line of a header says.
enum Field {
    Length(usize),
    Other,
    /// The header ends here, or is none.
    None,
}

fn field(line: &[u8]) -> Field {
    let said = std::str::from_utf8(line).ok().and_then(|line| line.strip_suffix("\r\n")?.split_once(": "));
    match said {
        Some((name, length)) if name.eq_ignore_ascii_case("Content-Length") => {
            length.parse().map_or(Field::None, Field::Length)
        }
        Some(_) => Field::Other,
        None => Field::None,
    }
}

fn write_all(output: &mut impl Write, outgoing: &Receiver<Outgoing>) {
    for message in outgoing {
        let written = match message {
            Outgoing::Message(message) => message.write(output),
            Outgoing::Malformed(why) => write_malformed(output, &why),
        };
        if written.is_err() {
            return;
        }
    }
}

fn write_malformed(output: &mut impl Write, why: &str) -> io::Result<()> {
    let error = json!({ "code": ErrorCode::ParseError as i32, "message": why });
    let text = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}
