//! What keeps a request from being sent at all.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::thread::JoinHandle;

use super::answers::stable;
use super::diary::states;
use super::{To, fast, persona, three};
use crate::mock::{KEY, Nobody};
use crate::tool::{Ran, Room};

/// A listener for one connection; what it was sent is the answer.
struct Listener {
    port: u16,
    thread: JoinHandle<String>,
}

impl Listener {
    /// Reads something, and the whole of a head if it is to answer with this.
    fn says(answer: &'static str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let (mut heard, mut piece) = (vec![], [0; 4096]);
            while heard.is_empty() || !(answer.is_empty() || heard.ends_with(b"\r\n\r\n")) {
                let count = stream.read(&mut piece).expect("something is said");
                assert!(count > 0, "no head: {}", String::from_utf8_lossy(&heard));
                heard.extend(&piece[..count]);
            }
            // Who has left needs no answer.
            drop(stream.write_all(answer.as_bytes()));
            String::from_utf8_lossy(&heard).into_owned()
        });
        Listener { port, thread }
    }

    fn heard(self) -> String {
        self.thread.join().expect("it ends")
    }
}

/// Nothing was sent, and that is known: the next run sends it.
fn is_sure(room: &Room, ran: &Ran) {
    ran.exits(3).says("P906");
    assert!(states(room).iter().all(|state| ["intent", "refused"].contains(&state.as_str())), "{:?}", states(room));
    let mock = fast();
    To::new(&mock, room).submit(&["."]).exits(0);
    assert_eq!(mock.accepted().len(), room.files("").iter().filter(|file| file.ends_with(".persona")).count());
}

#[test]
fn nobody_listens() {
    let (room, nobody) = (three(), Nobody::reserve());
    let ran = To::at(&nobody.url(), &room).submit(&["."]);
    is_sure(&room, &ran);
    let port = nobody.url().split(['/', ':']).nth(4).expect("a port").to_owned();
    insta::assert_snapshot!(ran.err.replace(&port, "40000"));
}

#[test]
fn the_other_side_does_not_speak_tls() {
    let (room, mock) = (three(), fast());
    let ran = To::at(&mock.https_url(), &room).submit(&["."]);
    is_sure(&room, &ran);
    assert!(mock.requests().is_empty());
    insta::assert_snapshot!(stable(&ran.err, &mock));
}

/// Before the two have agreed on encryption nobody has read anything.
#[test]
fn the_connection_closes_before_tls_begins() {
    let (room, listener) = (Room::with(&[("a.persona", &persona("CEO"))]), Listener::says(""));
    let ran = To::at(&format!("https://127.0.0.1:{}/api/v2", listener.port), &room).submit(&["."]);
    listener.heard();
    is_sure(&room, &ran);
}

#[test]
#[ignore = "takes ten seconds: `.ci/real-clients` runs it"]
fn the_host_is_not_known() {
    let room = three();
    let ran = To::at("https://nosuchhost.invalid/api/v2", &room).without("PERSONAC_PACE").submit(&["."]);
    is_sure(&room, &ran);
    insta::assert_snapshot!(ran.err);
}

#[test]
fn an_address_that_the_key_must_not_go_to() {
    let room = three();
    let mut text = String::new();
    for address in [
        "http://app.prontohq.com/api/v2",
        "http://localhost.example.com",
        "app.prontohq.com/api/v2",
        "https://me:hidden-1@app.prontohq.com",
        "https://app.prontohq.com/api/v2?api_key=hidden-2",
        "ftp://localhost",
    ] {
        let ran = To::at(address, &room).submit(&["."]);
        assert!(!ran.err.contains("hidden"), "{}", ran.err);
        assert_eq!(ran.err, To::at("", &room).submit(&[".", "--endpoint", address]).exits(2).err);
        text.push_str(&ran.exits(2).err);
    }
    assert_eq!(states(&room), [""; 0]);
    insta::assert_snapshot!(text);
}

#[test]
fn a_pace_that_the_api_does_not_allow() {
    let room = three();
    let to = To::at("https://app.prontohq.com/api/v2", &room);
    let fast = to.submit(&["."]);
    let wrong = to.with("PERSONAC_PACE", "soon").submit(&["."]);
    insta::assert_snapshot!(format!("{}{}", fast.exits(2).err, wrong.exits(2).err));
}

/// The key goes to this machine in plain text, so no proxy may read along.
#[test]
fn no_proxy_is_asked_for_this_machine() {
    let (room, mock, nobody) = (three(), fast(), Nobody::reserve());
    let proxy = nobody.url().replace("/api/v2", "");
    let names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    let to = names.into_iter().fold(To::new(&mock, &room), |to, name| to.with(name, proxy.clone()));
    to.submit(&["."]).exits(0);
    assert_eq!(mock.accepted().len(), 3);
}

#[test]
fn a_proxy_is_asked_for_other_machines() {
    let (room, proxy) = (three(), Listener::says("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
    let address = format!("http://me:hidden@127.0.0.1:{}", proxy.port);
    let to = To::at("https://api.example.invalid/api/v2", &room).without("PERSONAC_PACE").with("HTTPS_PROXY", address);
    let ran = to.run(&["submit", "--yes", "-v", "."]);
    let heard = proxy.heard();
    assert!(heard.starts_with("CONNECT api.example.invalid:443 HTTP/1.1\r\n"), "{heard}");
    assert!(!heard.contains(KEY) && !ran.err.contains("hidden"), "{heard}{}", ran.err);
    is_sure(&room, &ran);
    insta::assert_snapshot!(
        ran.err
            .lines()
            .filter(|line| !line.contains(" bytes") && !line.contains("after"))
            .collect::<Vec<_>>()
            .join("\n")
    );
}
