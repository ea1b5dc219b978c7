//! What is submitted, what is left out, and what is said about it.

use serde_json::Value;

use super::answers::stable;
use super::diary::{JOURNAL, digest, states};
use super::{To, fast, persona, three};
use crate::mock::{Behaviour, Ending, Mock, Moment};
use crate::tool::{HOOK, Room, finish};

const BROKEN: Behaviour = Behaviour::Break(Moment::AfterAccepting, Ending::Close);

/// The same text on every day.
fn on_any_day(text: &str, mock: &Mock) -> String {
    let is_day = |word: &str| word.len() == 10 && word.matches('-').count() == 2 && word.starts_with("20");
    let stable = stable(text, mock);
    let days: Vec<&str> = stable.split([' ', ',', '\n']).filter(|word| is_day(word)).collect();
    days.into_iter().fold(stable.clone(), |text, day| text.replace(day, "2026-11-24"))
}

#[test]
fn nobody_to_ask_means_no() {
    let (room, mock) = (three(), fast());
    let ran = To::new(&mock, &room).run(&["submit", "."]);
    assert!(mock.requests().is_empty() && states(&room).is_empty());
    insta::assert_snapshot!(stable(&ran.exits(2).err, &mock));
}

#[test]
fn one_mistake_keeps_all_from_being_sent() {
    let (room, mock) = (three(), fast());
    room.write("b.persona", persona("CFO") + "and function = Salez\n");
    let ran = To::new(&mock, &room).submit(&["."]);
    ran.exits(1).says("P203").says("note: nothing was submitted: one of the personas cannot be");
    assert!(mock.requests().is_empty() && states(&room).is_empty());
}

#[test]
fn the_bytes_are_those_of_the_dry_run() {
    let (room, mock) = (three(), fast());
    let to = To::new(&mock, &room);
    let dry = to.run(&["submit", "--dry-run", "--output-format", "json", "."]);
    let dry: Value = serde_json::from_str(&dry.exits(0).out).expect("JSON");
    to.submit(&["."]).exits(0);
    let (dry, sent) = (dry.as_array().expect("an array"), mock.requests());
    assert_eq!(dry.len(), sent.len());
    for (dry, sent) in dry.iter().zip(&sent) {
        let body = sent.body.as_deref().expect("a body");
        assert_eq!(dry["digest"], digest(body));
        assert_eq!(Some(&dry["body"]), sent.json().as_ref());
        assert_eq!(dry["url"], format!("{}{}", mock.url(), sent.path));
        assert_eq!(dry["method"], sent.method);
        assert_eq!(dry["headers"]["Content-Type"], sent.header("content-type").expect("a type"));
    }
}

#[test]
fn a_dry_run_needs_no_key_and_leaves_nothing_behind() {
    let (room, mock) = (three(), fast());
    let to = To::new(&mock, &room).without("PRONTO_API_KEY");
    let ran = to.run(&["submit", "--dry-run", "."]);
    assert!(mock.requests().is_empty());
    assert_eq!(room.files(".."), ["room/a.persona", "room/b.persona", "room/c.persona"]);
    insta::assert_snapshot!(stable(&format!("{}{}", ran.exits(0).out, ran.err), &mock));
}

#[test]
fn what_was_accepted_is_not_sent_again_unless_that_is_asked_for() {
    let (room, mock) = (three(), fast());
    let to = To::new(&mock, &room);
    to.submit(&["a.persona", "b.persona"]).exits(0);
    let second = to.submit(&["."]);
    let third = to.submit(&["."]);
    assert_eq!((mock.requests().len(), mock.submitted_twice()), (3, 0));
    let again = to.submit(&["--again", "b.persona"]);
    assert_eq!((mock.requests().len(), mock.submitted_twice()), (4, 1));
    let text = [second, third, again].map(|ran| format!("{}---\n{}====\n", ran.exits(0).out, ran.err)).concat();
    insta::assert_snapshot!(on_any_day(&text, &mock));
}

#[test]
fn what_is_unknown_is_left_out_and_listed() {
    let (room, mock) = (three(), fast());
    mock.next([BROKEN]);
    let to = To::new(&mock, &room);
    to.submit(&["a.persona"]).exits(3);
    let second = to.submit(&["."]);
    let third = to.submit(&["."]);
    let json = to.submit(&[".", "--output-format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&json.exits(3).out).expect("JSON")[0]["stands"], "unknown");
    assert_eq!((mock.requests().len(), mock.submitted_twice()), (3, 0));
    let text = [second, third].map(|ran| format!("{}---\n{}====\n", ran.exits(3).out, ran.err)).concat();
    insta::assert_snapshot!(on_any_day(&text, &mock));
}

#[test]
fn again_sends_what_is_unknown_once() {
    let (room, mock) = (three(), fast());
    mock.next([BROKEN]);
    let to = To::new(&mock, &room);
    to.submit(&["a.persona"]).exits(3);
    to.submit(&["--again", "a.persona"]).exits(0).says("AGAIN");
    assert_eq!(states(&room), ["intent", "unknown", "intent", "accepted"]);
    to.submit(&["a.persona"]).exits(0);
    assert_eq!(mock.requests().len(), 2);
}

/// What the finding says to do is done, word by word.
#[test]
fn settling_decides_whether_it_is_sent() {
    for (outcome, requests) in [("--accepted", 1), ("--refused", 2)] {
        let (room, mock) = (three(), fast());
        mock.next([BROKEN]);
        let to = To::new(&mock, &room);
        let ran = to.submit(&["a.persona"]);
        let (_, command) = ran.err.split_once("`personac journal settle ").expect("a way out");
        let short = command.split(' ').next().expect("a digest");
        to.run(&["journal", "settle", short, outcome]).exits(0);
        to.submit(&["a.persona"]).exits(0);
        assert_eq!(mock.requests().len(), requests, "{outcome}");
    }
}

#[test]
fn an_id_can_be_written_down_later() {
    let (room, mock) = (three(), fast());
    mock.next([Behaviour::Spoil(crate::mock::Spoil::WithoutId)]);
    let to = To::new(&mock, &room);
    let ran = to.submit(&["a.persona"]);
    let said = ran.exits(3).err.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, command) = said.split_once("`personac ").expect("a way out");
    let command = command.split('`').next().expect("a command").replace("ID", "8e1dcba0");
    to.run(&command.split(' ').collect::<Vec<_>>()).exits(0);
    to.submit(&["a.persona"]).exits(0).says("as 8e1dcba0");
    let listed = to.run(&["journal", "--output-format", "json"]);
    let listed: Value = serde_json::from_str(&listed.exits(0).out).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}

#[test]
fn twins_are_sent_once() {
    let (room, mock) = (three(), fast());
    room.write("b.persona", persona("CEO"));
    let ran = To::new(&mock, &room).submit(&["."]);
    assert_eq!((mock.requests().len(), mock.submitted_twice()), (2, 0));
    ran.exits(0).says("the same request as a.persona").says("2 accepted and 1 left out");
}

fn in_parts() -> String {
    persona("CEO").replace("title", "split: any\n\ntitle") + "or seniority = CXO and function = Sales\n"
}

#[test]
fn each_part_is_a_request() {
    let (room, mock) = (Room::with(&[("a.persona", &in_parts())]), fast());
    let to = To::new(&mock, &room);
    mock.next([BROKEN, BROKEN]);
    let first = to.submit(&["."]);
    let again = to.submit(&["."]);
    assert_eq!(mock.requests().len(), 2);
    assert_eq!(states(&room), ["intent", "unknown", "intent", "unknown"]);
    // Both are listed, each with what tells it from the other.
    for ran in [&first, &again] {
        ran.exits(3).says("request 1 of 2").says("request 2 of 2");
        assert!(!ran.err.contains("--again"), "which would send both: {}", ran.err);
    }
    insta::assert_snapshot!(on_any_day(&format!("{}====\n{}", first.err, again.err), &mock));
}

#[test]
fn each_persona_of_a_file_is_a_request() {
    let blocks =
        format!("{HOOK}limit: 5\n\npersona chiefs {{\n    title = CEO\n}}\n\npersona money {{\n    title = CFO\n}}\n");
    let (room, mock) = (Room::with(&[("a.persona", &blocks)]), fast());
    mock.next([Behaviour::Documented, BROKEN]);
    let ran = To::new(&mock, &room).submit(&["."]);
    ran.exits(3).says("--refused");
    assert!(!ran.err.contains("--again"), "which would send the first one again: {}", ran.err);
    let personas: Vec<Value> = super::diary::lines(&room).iter().map(|line| line["persona"].clone()).collect();
    assert_eq!(personas, ["chiefs".into(), Value::Null, "money".into(), Value::Null]);
}

#[test]
fn standard_input_is_submitted() {
    let (room, mock) = (Room::empty(), fast());
    let to = To::new(&mock, &room);
    for sent in [1, 1] {
        finish(to.start(&["submit", "--yes", "-"]), &persona("CEO")).exits(0);
        assert_eq!(mock.accepted().len(), sent);
    }
    finish(to.start(&["submit", "-"]), &persona("CFO")).exits(2);
    assert_eq!(mock.requests().len(), 1);
}

#[test]
fn the_same_audience_with_other_settings_is_doubted() {
    let (room, mock) = (Room::with(&[("a.persona", &persona("CEO"))]), fast());
    let to = To::new(&mock, &room);
    to.submit(&["."]).exits(0);
    let other = persona("CEO").replace("limit: 100", "limit: 200");
    room.write("a.persona", &other);
    let warned = to.run(&["submit", "--dry-run", "."]);
    insta::assert_snapshot!(on_any_day(&warned.exits(0).err, &mock));
    room.write("personac.toml", "[lint]\nsubmitted-before = \"deny\"\n");
    to.submit(&["."]).exits(1).says("error[P911 submitted-before]").says("nothing was submitted");
    assert_eq!(mock.requests().len(), 1);
    room.write("a.persona", format!("# personac: allow-file(submitted-before)\n{other}"));
    let ran = to.submit(&["."]);
    assert!(!ran.exits(0).err.contains("P911"), "{}", ran.err);
    assert_eq!(mock.accepted().len(), 2);
}

#[test]
fn another_service_is_another_request() {
    let (room, one, other) = (three(), fast(), fast());
    To::new(&one, &room).submit(&["."]).exits(0);
    To::new(&other, &room).submit(&["."]).exits(0);
    assert_eq!((one.accepted().len(), other.accepted().len()), (3, 3));
}

#[test]
fn quiet_says_what_was_started_only() {
    let (room, mock) = (three(), fast());
    let to = To::new(&mock, &room);
    let ran = to.submit(&[".", "-q"]);
    assert_eq!(ran.exits(0).err, "");
    assert_eq!(ran.out.matches("started ").count(), 3);
    assert_eq!(to.submit(&[".", "-q"]).exits(0).err, "");
}

/// Five in a row, and it is no accident any more; a good answer in between begins anew.
#[test]
fn it_ends_when_nothing_is_answered() {
    let (room, mock) = (Room::empty(), fast());
    (0..12).for_each(|number| room.write(&format!("{number:02}.persona"), persona(&format!("Title {number}"))));
    mock.next([vec![BROKEN; 4], vec![Behaviour::Documented], vec![BROKEN; 7]].concat());
    let ran = To::new(&mock, &room).submit(&["."]);
    ran.exits(3).says("nobody knows what became of 5 requests in a row").says("1 accepted, 9 unknown and 2 not sent");
    assert_eq!(mock.requests().len(), 10);
}

#[test]
fn the_journal_is_the_one_that_is_named() {
    let (room, mock) = (three(), fast());
    let to = To::new(&mock, &room);
    to.submit(&[".", "--journal", "sent/2026.jsonl"]).exits(0);
    assert!(room.path("sent/2026.jsonl").is_file() && !room.path(JOURNAL).exists());
    to.submit(&["."]).exits(0);
    assert_eq!(mock.submitted_twice(), 3, "another journal knows nothing of it");
}
