//! The smallest client: one request a connection, and whatever comes back.

use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{SEARCH, SMALL};
use crate::mock::{KEY, Mock};

/// An answer in HTTP.
#[derive(Debug, PartialEq)]
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Sends JSON with the usual key.
pub fn post(mock: &Mock, path: &str, body: &str) -> Result<Reply> {
    send(mock, "POST", path, &[("X-API-KEY", KEY), ("Content-Type", "application/json")], body)
}

pub fn get(mock: &Mock, path: &str) -> Result<Reply> {
    send(mock, "GET", path, &[("X-API-KEY", KEY)], "")
}

/// Sends anything, and reads until the other side closes.
pub fn send(mock: &Mock, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Reply> {
    read(begin(mock, method, path, headers, body)?, Duration::from_secs(30))
}

/// Sends the smallest search, waits until `done`, and finds that no answer came.
pub fn unanswered(mock: &Mock, done: impl Fn() -> bool) {
    let headers = [("X-API-KEY", KEY), ("Content-Type", "application/json")];
    let stream = begin(mock, "POST", SEARCH, &headers, SMALL).expect("a connection");
    let patience = Instant::now() + Duration::from_secs(30);
    while !done() {
        assert!(Instant::now() < patience, "the mock never got as far: {:?}", mock.requests());
        std::thread::sleep(Duration::from_millis(1));
    }
    let kind = read(stream, Duration::from_millis(50)).expect_err("no answer").kind();
    // Windows says the second.
    assert!(matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut), "{kind:?}");
}

fn begin(mock: &Mock, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<TcpStream> {
    let url = mock.url();
    let (host, base) = url.strip_prefix("http://").and_then(|url| url.split_once('/')).expect("an address");
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    let mut stream = TcpStream::connect(host)?;
    let head = format!("{method} /{base}{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}");
    stream.write_all(format!("{head}Content-Length: {length}\r\n\r\n{body}").as_bytes())?;
    Ok(stream)
}

fn read(mut stream: TcpStream, patience: Duration) -> Result<Reply> {
    stream.set_read_timeout(Some(patience))?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    parse(&String::from_utf8_lossy(&bytes))
}

/// # Errors
///
/// `UnexpectedEof` if nothing or too little came, `InvalidData` if it is not HTTP.
fn parse(text: &str) -> Result<Reply> {
    if text.is_empty() {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    let invalid = || Error::from(ErrorKind::InvalidData);
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(invalid)?;
    let status = head.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok()).ok_or_else(invalid)?;
    let reply = Reply { status, head: head.to_owned(), body: body.to_owned() };
    let promised = reply.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    if body.len() < promised { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(reply) }
}
