//! `personac journal`

use std::time::Duration;

use personac::api::journal::{Entry, Journal, State};
use serde_json::{Value, json};

use crate::tool::{Ran, Room};

const JOURNAL: &str = ".personac/journal.jsonl";
const SERVICE: &str = "https://app.prontohq.com/api/v2";

fn digest(of: u8) -> String {
    format!("{of:02x}").repeat(32)
}

/// An entry, so many minutes after midnight.
fn entry(state: State, of: u8, minute: u8) -> Entry {
    let time = format!("2026-11-24T00:{minute:02}:00Z").parse().expect("a time");
    Entry { time, by: None, ..Entry::new(state, &digest(of), SERVICE) }
}

fn intent(of: u8, minute: u8, file: &str) -> Entry {
    Entry { file: Some(file.to_owned()), name: Some("VPs in France".to_owned()), ..entry(State::Intent, of, minute) }
}

fn accepted(of: u8, minute: u8) -> Entry {
    let id = format!("0f8e7d6c-5b4a-4938-8271-60{of:010x}");
    Entry { id: Some(id), expected: Some(1234), status: Some(201), ..entry(State::Accepted, of, minute) }
}

fn refused(of: u8, minute: u8) -> Entry {
    Entry { status: Some(401), reason: Some("the key is not valid".to_owned()), ..entry(State::Refused, of, minute) }
}

fn unknown(of: u8, minute: u8) -> Entry {
    Entry { reason: Some("no answer came within 60 seconds".to_owned()), ..entry(State::Unknown, of, minute) }
}

fn room(entries: &[Entry]) -> Room {
    let text: String = entries.iter().map(Entry::line).collect();
    Room::with(&[(JOURNAL, &text), ("sub/a.persona", "")])
}

fn usual() -> Room {
    let part = Entry { persona: Some("vp".into()), part: Some(2), ..intent(2, 3, "sub/b.persona") };
    let long = intent(4, 7, "audiences/europe/france/north/leaders-of-large-companies.persona");
    let all =
        [intent(1, 1, "a.persona"), accepted(1, 2), part, refused(2, 4), intent(3, 5, "c.persona"), unknown(3, 6)];
    room(&[all.to_vec(), vec![long, accepted(4, 8)]].concat())
}

fn documents(ran: &Ran) -> Vec<Value> {
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn each_request_is_listed_with_where_it_stands() {
    let ran = usual().run(&["journal"]);
    insta::assert_snapshot!(ran.exits(0).out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    insta::assert_snapshot!(ran.err, @r"
    note: the outcome of 1 request is not known: its search may be running
      `personac status c.persona` looks for it
      `personac journal settle 03030303 --accepted` or `--refused` settles it
      `personac submit --again c.persona` sends it again, to be paid for again
    ");
}

#[test]
fn all_shows_every_line() {
    let room = usual();
    room.write(
        JOURNAL,
        room.read(JOURNAL) + "{\"time\":\"2026-11-24T01:00:00Z\",\"state\":\"torn\",\"text\":\"{\\\"ti\"}\n",
    );
    insta::assert_snapshot!(room.run(&["journal", "--all"]).exits(0).out);
    assert_eq!(documents(&room.run(&["journal", "--all", "--output-format", "json"])).len(), 9);
    assert_eq!(
        room.run(&["journal", "--all", "sub"]).exits(0).out.lines().filter(|line| line.starts_with('2')).count(),
        2
    );
}

#[test]
fn json_has_every_key() {
    let ran = usual().run(&["journal", "a.persona", "--output-format", "json"]);
    assert_eq!(
        documents(ran.exits(0)),
        [json!({
            "time": "2026-11-24T00:02:00.000Z", "state": "accepted", "digest": digest(1), "service": SERVICE,
            "file": "a.persona", "persona": null, "part": null, "name": "VPs in France", "audience": null,
            "id": "0f8e7d6c-5b4a-4938-8271-600000000001", "expected": 1234, "search_url": null, "status": 201,
            "reason": null, "settled": false, "by": null, "attempts": 1,
        })]
    );
}

#[test]
fn states_and_paths_choose() {
    let room = usual();
    let digests = |arguments: &[&str]| -> Vec<String> {
        let ran = room.run(&[&["journal", "--output-format", "json"], arguments].concat());
        let short = |row: &Value| row["digest"].as_str().expect("a digest")[..2].to_owned();
        documents(ran.exits(0)).iter().map(short).collect()
    };
    assert_eq!(digests(&["--state", "accepted"]), ["01", "04"]);
    assert_eq!(digests(&["--state", "refused,unknown"]), ["02", "03"]);
    assert_eq!(digests(&["sub"]), ["02"]);
    assert_eq!(digests(&["c.persona", "./audiences"]), ["03", "04"]);
    assert_eq!(digests(&["."]), ["01", "02", "03", "04"]);
    let ran = room.run(&["journal", "sub/a.persona"]);
    ran.exits(0).has_no_output().says(&format!("note: the journal `{JOURNAL}` has nothing of this kind"));
}

#[test]
fn an_empty_journal_is_a_note() {
    let room = Room::with(&[("a.persona", "")]);
    let ran = room.run(&["journal"]);
    assert_eq!(ran.exits(0).err, format!("note: nothing was submitted: the journal `{JOURNAL}` is empty\n"));
    ran.has_no_output();
    assert_eq!(room.run(&["journal", "--output-format", "json"]).exits(0).out, "[]\n");
    assert_eq!(room.files(""), ["a.persona"], "who looks makes nothing");
}

#[test]
fn the_nearest_journal_is_shown() {
    let room = usual();
    let all = room.run(&["journal"]).out;
    assert_eq!(room.run_in("sub", &["journal"]).out, all);
    room.run_in("sub", &["journal"]).says("`personac status ../c.persona`");
    assert_eq!(room.run_in("sub", &["journal", "--journal", "../.personac/journal.jsonl"]).out, all);
    assert_eq!(room.run_with_variable(&["journal"], "PERSONAC_JOURNAL", JOURNAL).out, all);
    room.write("new/personac.toml", "");
    room.write("new/deep/a.persona", "");
    assert_eq!(room.run_in("new/deep", &["journal"]).out, all, "one that is there already");
    let other = Room::with(&[("personac.toml", ""), ("deep/a.persona", "")]);
    other.run_in("deep", &["journal"]).exits(0).says("`../.personac/journal.jsonl`");
    other.run(&["journal", "deep/a.persona"]).exits(0).says("`.personac/journal.jsonl`");
}

#[test]
fn a_damaged_journal_is_not_read() {
    let room = room(&[intent(1, 1, "a.persona")]);
    room.write(JOURNAL, format!("<<<<<<< HEAD\n{}", room.read(JOURNAL)));
    let before = room.read(JOURNAL);
    let ran = room.run(&["journal"]);
    insta::assert_snapshot!(ran.exits(2).has_no_output().err);
    assert_eq!(room.run(&["journal", "settle", "01", "--accepted"]).exits(2).err, ran.err);
    assert_eq!(room.read(JOURNAL), before);
}

#[test]
fn hidden_characters_do_not_reach_the_terminal() {
    let evil = "\u{1b}[31m\nevil\u{202e}\u{7}";
    let intent = Entry { persona: Some(evil.into()), name: Some(evil.into()), ..intent(1, 1, evil) };
    let unknown = Entry { reason: Some(evil.into()), ..unknown(1, 2) };
    let accepted = Entry { id: Some(evil.into()), service: evil.into(), ..accepted(2, 2) };
    let room = room(&[intent, unknown, accepted]);
    for arguments in [
        &["journal"][..],
        &["journal", "--all"],
        &["journal", "settle", "02", "--refused"],
        &["journal", "settle", "0", "--accepted"],
    ] {
        let ran = room.run(arguments);
        let said = ran.out + &ran.err;
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{7}']) && !said.contains("\nevil"), "{said}");
    }
}

#[test]
fn an_unknown_request_is_settled() {
    let room = usual();
    let before = room.read(JOURNAL);
    let ran = room.run(&["journal", "settle", "030303", "--accepted", "--id", "s-9"]);
    assert_eq!(ran.exits(0).err, "note: `03030303` of c.persona counts as accepted: it is not sent again unasked\n");
    let after = room.read(JOURNAL);
    assert!(after.starts_with(&before));
    let line: Value = serde_json::from_str(after[before.len()..].trim_end()).expect("a line");
    assert_eq!((&line["state"], &line["id"], &line["settled"]), (&json!("accepted"), &json!("s-9"), &json!(true)));
    let listed = &documents(&room.run(&["journal", "c.persona", "--output-format", "json"]))[0];
    assert_eq!(
        (&listed["state"], &listed["id"], &listed["name"]),
        (&json!("accepted"), &json!("s-9"), &json!("VPs in France"))
    );
    assert_eq!(room.run(&["journal"]).err, "", "nothing is unknown any more");
}

#[test]
fn a_file_settles_its_only_unknown_request() {
    let room = room(&[intent(1, 1, "sub/a.persona"), accepted(1, 2), intent(2, 3, "sub/a.persona")]);
    let ran = room.run_in("sub", &["journal", "settle", "a.persona", "--refused"]);
    assert_eq!(ran.exits(0).err, "note: `02020202` of sub/a.persona counts as refused: it is sent the next time\n");
    assert_eq!(room.run(&["journal", "--state", "unknown"]).out, "");
}

#[test]
fn only_what_is_unknown_is_settled() {
    let room = usual();
    let before = room.read(JOURNAL);
    let said = |arguments: &[&str]| {
        room.run(&[&["journal", "settle"], arguments].concat()).exits(2).has_no_output().err.clone()
    };
    insta::assert_snapshot!(
        [
            said(&["01010101", "--refused"]),
            said(&["02", "--accepted"]),
            said(&["ffff", "--accepted"]),
            said(&["nothing.persona", "--refused"]),
            said(&[".", "--refused", "--endpoint", "http://127.0.0.1:9"]),
            said(&["03"]),
            said(&["03", "--refused", "--id", "s"]),
        ]
        .join("\n")
    );
    room.run(&["journal", "--all", "settle", "03", "--refused"]).exits(2).says("cannot be chosen before `settle`");
    assert_eq!(room.read(JOURNAL), before);
    room.run(&["journal", "--journal", JOURNAL, "settle", "03", "--refused"]).exits(0);
    Room::empty().run(&["journal", "settle", "01", "--refused"]).exits(2).says("nothing was submitted");
}

#[test]
fn several_unknown_requests_are_named() {
    let twin = format!("{}{}", &digest(1)[..10], "f".repeat(54));
    let room = room(&[
        intent(1, 1, "a.persona"),
        Entry { digest: twin, persona: Some("vp".into()), ..intent(1, 2, "a.persona") },
    ]);
    let ran = room.run(&["journal", "settle", "a.persona", "--refused"]);
    insta::assert_snapshot!(ran.exits(2).err);
    room.run(&["journal", "settle", "01010101010", "--refused"]).exits(0);
    room.run(&["journal", "settle", "0101010101F", "--refused"]).exits(0);
}

#[test]
fn the_same_request_to_two_services_is_told_apart() {
    let elsewhere = Entry { service: "http://127.0.0.1:8080".into(), ..intent(1, 2, "a.persona") };
    let room = room(&[intent(1, 1, "a.persona"), elsewhere]);
    room.run(&["journal", "settle", "01", "--refused"])
        .exits(2)
        .says("help: name the API that it was sent to with `--endpoint URL`");
    room.run(&["journal", "settle", "01", "--refused", "--endpoint", "http://127.0.0.1:8080/"]).exits(0);
    let left = documents(&room.run(&["journal", "--state", "unknown", "--output-format", "json"]));
    assert_eq!((left.len(), &left[0]["service"]), (1, &json!(SERVICE)));
    assert!(room.run(&["journal"]).out.contains("; http://127.0.0.1:8080"));
}

#[test]
fn who_settles_waits_for_who_sends() {
    let room = room(&[intent(1, 1, "a.persona")]);
    let mut journal = Journal::open(&room.path(JOURNAL)).expect("a journal");
    let mut locked = journal.lock(&mut || ()).expect("a lock");
    let listed = &documents(&room.run(&["journal", "--output-format", "json"]))[0];
    assert_eq!(listed["state"], "intent");
    assert_eq!(room.run(&["journal"]).err, "", "its outcome is not unknown yet");
    let mut child = room.start(&["journal", "settle", "01", "--refused"]);
    std::thread::sleep(Duration::from_millis(200));
    assert!(child.try_wait().expect("a status").is_none(), "it waits");
    locked.append(&accepted(1, 2)).expect("room on the disk");
    drop(locked);
    assert_eq!(crate::tool::wait(&mut child), 2, "it was accepted in the meantime");
}

#[test]
#[cfg(unix)]
fn a_full_disk_leaves_the_journal_as_it_was() {
    let room = room(&[Entry { name: Some("x".repeat(3800)), ..intent(1, 1, "a.persona") }]);
    let before = room.read(JOURNAL);
    assert!(before.len() < 4096 && before.len() > 4096 - 200, "{}", before.len());
    let script = format!(
        "ulimit -f 8; trap '' XFSZ; exec {} journal settle 01 --accepted --id s-9",
        env!("CARGO_BIN_EXE_personac")
    );
    let ran = std::process::Command::new("sh").args(["-c", &script]).current_dir(room.path("")).output().expect("sh");
    let said = String::from_utf8(ran.stderr).expect("text");
    assert_eq!((ran.status.code(), room.read(JOURNAL)), (Some(2), before), "{said}");
    insta::assert_snapshot!(said);
}
