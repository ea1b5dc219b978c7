//! What stands in for the API does what it says: as documented, at its pace, and when it misbehaves.

mod client;
mod documented;
mod following;
mod misbehaving;
mod pace;
mod refusing;

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::Duration;

use crate::mock::{Builder, Mock};

/// The body of the smallest search.
const SMALL: &str = r#"{"webhook_url":"https://hooks.example.com/leads","job_titles":["CTO"]}"#;

/// Where searches are made.
const SEARCH: &str = "/leads/advanced_search";

/// A mock that may be asked as often as one likes.
fn unhurried() -> Builder {
    Mock::builder().interval(Duration::ZERO)
}

#[test]
fn it_stops_when_it_is_dropped_whoever_is_connected() {
    let mock = Mock::start();
    let host = mock.url().replace("http://", "").replace("/api/v2", "");
    let mut stream = TcpStream::connect(host).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
    drop(mock);
    let ended = stream.read(&mut [0]);
    assert!(
        ended.as_ref().map_or_else(|error| error.kind() == ErrorKind::ConnectionReset, |read| *read == 0),
        "{ended:?}"
    );
}
