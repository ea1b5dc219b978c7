//! The key: where it comes from, and that it goes nowhere but to the API.

use std::path::Path;

use serde_json::json;

use super::{To, persona, three};
use crate::mock::{Answer, Behaviour, Ending, KEY, Mock, Moment};
use crate::tool::{Ran, Room};

/// A key that a careless program shows: others write it in another way in JSON.
const SECRET: &str = "pk_live/\"S3CRET\"<key>";

/// Forms of it in which people would still know it.
const PARTS: [&str; 2] = ["S3CRET", "pk_live"];

fn server() -> Mock {
    Mock::builder().key(SECRET).interval(std::time::Duration::ZERO).start()
}

/// Nothing that was said and no file holds the key.
fn is_nowhere(room: &Room, ran: &Ran, allowed: &[&str]) {
    let is_shown = |text: &str| PARTS.iter().any(|part| text.contains(part));
    assert!(!is_shown(&ran.out) && !is_shown(&ran.err), "{}{}", ran.out, ran.err);
    for name in room.files("..").iter().filter(|name| !allowed.iter().any(|allowed| name.ends_with(allowed))) {
        let bytes = std::fs::read(room.path("..").join(name)).expect("a file");
        assert!(!is_shown(&String::from_utf8_lossy(&bytes)), "{name}");
    }
}

/// Every way in which a server can show the key.
fn showing() -> Vec<Behaviour> {
    let text = format!("the key {SECRET} is not known");
    let escaped: String = SECRET.chars().map(|letter| format!("\\u{:04x}", u32::from(letter))).collect();
    let slashed = SECRET.replace('"', "\\\"").replace('/', "\\/");
    let search = json!({ "message": { "id": SECRET, "search_url": format!("https://example.com/{SECRET}") } });
    let raw = |status, body: String| Behaviour::Answer(Answer::new(status, "application/json", body));
    let mut all = vec![Behaviour::EchoKey, Behaviour::Answer(Answer::json(201, &search))];
    for status in [400, 401, 402, 403, 404, 422, 429, 500] {
        all.push(Behaviour::Answer(Answer::json(status, &json!({ "error": text }))));
        all.push(raw(status, format!("{{\"message\": \"no such key: {escaped}\"}}")));
        all.push(raw(status, format!("{{\"errors\": [\"no such key: {slashed}\"]}}")));
        all.push(raw(status, format!("{{\"errors\": {{\"{slashed}\": [\"is unknown\"]}}}}")));
        all.push(Behaviour::Answer(Answer::new(status, "text/plain", text.clone())));
    }
    all.push(Behaviour::redirect(301, &format!("https://elsewhere.example/?key={SECRET}")));
    all.push(Behaviour::Break(Moment::AfterAccepting, Ending::Close));
    all
}

#[test]
fn no_answer_makes_it_known() {
    for behaviour in showing() {
        let (room, mock) = (Room::with(&[("a.persona", &persona("CEO"))]), server());
        mock.next(vec![behaviour.clone(); 10]);
        let ran = To::new(&mock, &room).with("PRONTO_API_KEY", SECRET).submit(&[".", "-v"]);
        assert!(!mock.requests().is_empty());
        is_nowhere(&room, &ran, &[]);
    }
}

#[test]
fn no_format_makes_it_known() {
    for format in ["human", "concise", "json", "sarif", "github", "gitlab", "junit"] {
        for behaviour in [Behaviour::EchoKey, Behaviour::Documented] {
            let (room, mock) = (three(), server());
            mock.next([behaviour]);
            let ran =
                To::new(&mock, &room).with("PRONTO_API_KEY", SECRET).submit(&[".", "-v", "--output-format", format]);
            is_nowhere(&room, &ran, &[]);
        }
    }
}

#[test]
fn no_command_makes_it_known() {
    let (room, mock) = (three(), server());
    mock.next([Behaviour::EchoKey, Behaviour::Documented, Behaviour::EchoKey, Behaviour::EchoKey]);
    let to = To::new(&mock, &room).with("PRONTO_API_KEY", SECRET);
    for command in [
        "submit a.persona --dry-run -v",
        "submit a.persona --dry-run --output-format json",
        "submit a.persona --yes -v",
        "submit . --yes -v",
        "preview a.persona -v",
        "status a.persona --no-wait -v",
        "journal -v",
        "journal --all --output-format json",
        "journal settle a.persona --refused",
        "build a.persona --emit curl -v",
        "submit --help",
    ] {
        let ran = to.run(&command.split(' ').collect::<Vec<_>>());
        is_nowhere(&room, &ran, &[]);
    }
    assert!(mock.requests().len() >= 4);
    assert!(mock.requests().iter().all(|request| request.header("x-api-key") == Some(SECRET)));
}

#[test]
fn where_it_should_be_is_said() {
    let (room, mock) = (three(), server());
    let one = |name: &'static str, value: &str| To::new(&mock, &room).without("PRONTO_API_KEY").with(name, value);
    let mut text = String::new();
    for (title, to) in [
        ("none", one("HOME", "/nonexistent")),
        ("an empty one", one("PRONTO_API_KEY", "")),
        ("a blank one", one("PRONTO_API_KEY", "  ")),
        ("two", one("PRONTO_API_KEY", "pk_live_S3CRET_1").with("PIPECORN_API_KEY", "pk_live_S3CRET_2")),
        ("with a line break", one("PRONTO_API_KEY", "pk_live_S3CRET\nX-Other: 1")),
        ("with a blank", one("PIPECORN_API_KEY", "Bearer pk_live_S3CRET")),
    ] {
        let ran = to.submit(&["."]);
        is_nowhere(&room, &ran, &[]);
        let plan = 1 + 3;
        let said: String = ran.exits(2).err.split_inclusive('\n').skip(plan).collect();
        text.push_str(&format!("==== {title}\n{said}"));
    }
    assert!(mock.requests().is_empty());
    insta::assert_snapshot!(text);
}

#[test]
fn each_of_its_places_is_good() {
    for variables in [
        &[("PRONTO_API_KEY", KEY)][..],
        &[("PIPECORN_API_KEY", KEY)],
        &[("PRONTO_API_KEY", KEY), ("PIPECORN_API_KEY", KEY)],
        &[("PRONTO_API_KEY", "  mock_key \n"), ("PIPECORN_API_KEY", "")],
    ] {
        let (room, mock) = (three(), Mock::builder().interval(std::time::Duration::ZERO).start());
        let to = To::new(&mock, &room).without("PRONTO_API_KEY");
        variables.iter().fold(to, |to, (name, value)| to.with(name, *value)).submit(&["."]).exits(0);
    }
}

/// What `api_key_command` in the configuration of the user gives.
fn configured(text: &str, room: &Room, mock: &Mock) -> Ran {
    room.write("../config.toml", text);
    let file = room.path("../config.toml").display().to_string();
    let ran = To::new(mock, room).without("PRONTO_API_KEY").with("PERSONAC_USER_CONFIG", &file).submit(&[".", "-v"]);
    let err = ran.err.replace(&file, "config.toml");
    Ran { err, ..ran }
}

#[test]
#[cfg(unix)]
fn a_command_prints_it() {
    for command in ["'cat ../key'", "['cat', '../key']", "['sh', '-c', 'cat ../key; echo; echo unlocked >&2']"] {
        let (room, mock) = (three(), server());
        room.write("../key", SECRET);
        let ran = configured(&format!("api_key_command = {command}\n"), &room, &mock);
        ran.exits(0);
        is_nowhere(&room, &ran, &["key"]);
        assert_eq!(mock.accepted().len(), 3);
    }
}

#[test]
#[cfg(unix)]
fn a_command_that_prints_none_is_said() {
    let mut text = String::new();
    for line in [
        "api_key_command = 'exit 3'",
        "api_key_command = 'cat ../key; false'",
        "api_key_command = 'true'",
        "api_key_command = 'echo unlocked; cat ../key'",
        "api_key_command = ['no-such-program-of-personac']",
        "api_key_command = []",
        "api_key_command = 5",
        "api_key = 'pk_live_S3CRET'",
        "api_key = pk_live_S3CRET",
        "endpoint = 'http://app.prontohq.com'",
    ] {
        let (room, mock) = (three(), server());
        room.write("../key", SECRET);
        let ran = configured(&format!("{line}\n"), &room, &mock);
        let shown: Vec<&str> = ran.exits(2).err.lines().filter(|line| !line.contains("→")).collect();
        text.push_str(&format!(
            "==== {}\n{}\n",
            line.replace("S3CRET", "…"),
            shown.join("\n").replace(&mock.url()[..22], "http://127.0.0.1:40000")
        ));
        is_nowhere(&room, &ran, &["key", "config.toml"]);
        assert!(mock.requests().is_empty());
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_configuration_that_is_named_has_to_be_there() {
    let (room, mock) = (three(), server());
    let ran = To::new(&mock, &room).with("PERSONAC_USER_CONFIG", "none.toml").submit(&["."]);
    ran.exits(2).says("`none.toml` cannot be read");
}

/// Whoever clones a project must not run its commands, nor send the key where it says.
#[test]
fn a_project_says_none_of_that() {
    for line in ["endpoint = 'http://127.0.0.1:1/'", "api_key_command = 'touch ran'"] {
        let (room, mock) = (three(), server());
        room.write("personac.toml", format!("{line}\n"));
        To::new(&mock, &room).submit(&["."]).exits(2).says("P202");
        assert!(mock.requests().is_empty() && !Path::new(&room.path("ran")).exists());
    }
}
