//! `build --emit curl`: real shells run what is printed. A program called `curl` stands first on their path and
//! writes down what it is given.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::tool::{HOOK, Ran, Room, good};

/// Writes down how many arguments there are, each of them, and what comes by standard input.
const RECORDER: &str = r#"#!/bin/sh
{
    printf '%s\0' "$#" "$@"
    for last; do :; done
    if [ "$last" = @- ]; then cat; fi
    printf '\0'
} >>"$RECORD"
"#;

/// What is before the data.
const OPTIONS: [&str; 8] = [
    "--fail-with-body",
    "--request",
    "POST",
    "--url",
    "https://app.prontohq.com/api/v2/leads/advanced_search",
    "--header",
    "Content-Type: application/json",
    "--header",
];

/// As a terminal's shell, bash reads `!` as a word of an earlier command.
const SHELLS: [&[&str]; 4] = [&["sh"], &["dash"], &["zsh", "-f"], &["bash", "-o", "history", "-o", "histexpand"]];

/// The bodies that each shell sends when it runs the commands.
fn sent(room: &Room, commands: &str) -> Vec<Value> {
    // Another process writes the program: what this one has open for writing, a test beside this one may hand to a child,
    // and then nobody can run it.
    room.write("bin/recorder", RECORDER);
    let copied = Command::new("cp").arg(room.path("bin/recorder")).arg(room.path("bin/curl")).status().expect("cp");
    assert!(copied.success());
    fs::set_permissions(room.path("bin/curl"), fs::Permissions::from_mode(0o755)).expect("a program");
    room.write("commands", commands);
    let mut found: Vec<Vec<Value>> = SHELLS.iter().filter_map(|shell| sent_by(room, shell)).collect();
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "shells differ");
    found.pop().expect("a shell")
}

fn sent_by(room: &Room, shell: &[&str]) -> Option<Vec<Value>> {
    room.write("record", "");
    let path = std::env::var("PATH").expect("a path");
    let mut command = Command::new(shell[0]);
    command.args(&shell[1..]).arg(room.path("commands")).current_dir(room.path("bin")).stdin(Stdio::null());
    command.env("PATH", format!("{}:{path}", room.path("bin").display()));
    command.env("RECORD", room.path("record")).env("PRONTO_API_KEY", "s'e$c\"r`e\\t *");
    let ran = command.output().ok()?;
    assert!(ran.status.success() && ran.stderr.is_empty() && ran.stdout.is_empty(), "{shell:?}: {ran:?}");
    let record = room.read("record");
    let mut parts = record.split('\0');
    let mut bodies = vec![];
    while let Some(count) = parts.next().filter(|count| !count.is_empty()) {
        let arguments: Vec<&str> = parts.by_ref().take(count.parse().expect("a count")).collect();
        let input = parts.next().expect("what was read");
        bodies.push(body(&arguments, input));
    }
    Some(bodies)
}

fn body(arguments: &[&str], input: &str) -> Value {
    let (options, rest) = arguments.split_at(OPTIONS.len());
    assert_eq!(options, OPTIONS);
    assert_eq!(rest[..2], ["X-API-KEY: s'e$c\"r`e\\t *", "--data"]);
    let text = if rest[2..] == ["@-"] { input } else { rest[2] };
    assert!(text.starts_with('{'), "curl reads a file where data starts with `@`");
    serde_json::from_str(text).expect("JSON")
}

/// What `--emit ndjson` prints for the same personas.
fn built(room: &Room, paths: &[&str]) -> Vec<Value> {
    let arguments: Vec<&str> = ["build", "--emit", "ndjson"].iter().chain(paths).copied().collect();
    let lines = room.run(&arguments).exits(0).out.clone();
    let bodies: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["body"].clone()).collect();
    assert!(!bodies.is_empty());
    bodies
}

fn commands(room: &Room, paths: &[&str]) -> Ran {
    let arguments: Vec<&str> = ["build", "--emit", "curl"].iter().chain(paths).copied().collect();
    let ran = room.run(&arguments);
    ran.exits(0);
    ran
}

#[test]
fn one_body_is_one_command() {
    let room = Room::with(&[("a.persona", "name: \"Côte d'Ivoire: \\\"now!\\\"\"\nfunction = Sales\n")]);
    let ran = commands(&room, &["a.persona"]);
    insta::assert_snapshot!(ran.out);
    ran.says("warning[P504 no-webhook]");
    assert_eq!(sent(&room, &ran.out), [json!({"name": "Côte d'Ivoire: \"now!\"", "functions": ["25"]})]);
}

#[test]
fn several_bodies_have_a_line_that_says_whose_they_are() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("b.persona", &good("Salez"))]);
    let blocks =
        format!("{HOOK}split: any\npersona vps {{ title = VP or size 1..10 }}\npersona legal {{ function = Legal }}\n");
    room.write("c.persona", blocks);
    let ran = room.run(&["build", ".", "--emit", "curl"]);
    insta::assert_snapshot!(ran.exits(1).out);
    assert_eq!(sent(&room, &ran.out), built(&room, &["a.persona", "c.persona"]));
    assert_eq!(
        room.run(&["build", "a.persona", "b.persona", "--emit", "curl"]).out,
        commands(&room, &["a.persona"]).out
    );
}

#[test]
fn a_name_cannot_leave_its_line() {
    let room = Room::with(&[("Größe, 'x'.persona", &good("Sales"))]);
    room.write("x\necho hacked; $(touch hacked) \\ `touch hacked` \r\u{1b}[2J.persona", good("Legal"));
    let ran = commands(&room, &["."]);
    let titles: Vec<&str> = ran.out.lines().filter(|line| line.starts_with('#')).collect();
    let hostile = "# x_echo hacked_ __touch hacked_ _ _touch hacked_ ___2J.persona";
    assert_eq!(titles, ["# Größe, _x_.persona", hostile]);
    assert_eq!(sent(&room, &ran.out), built(&room, &["."]));
    assert!(!room.path("bin/hacked").exists());
}

#[test]
fn a_body_longer_than_an_argument_may_be_is_sent_too() {
    let ids: Vec<String> = (1_000_000..1_020_000).map(|id| id.to_string()).collect();
    let room = Room::with(&[(
        "a.persona",
        &format!("{HOOK}limit: 5\nname: \"it's $HOME \\\\\"\ncompany in [{}]\n", ids.join(", ")),
    )]);
    let ran = commands(&room, &["a.persona"]);
    let sent = sent(&room, &ran.out);
    assert_eq!(sent[0]["included_companies"].as_array().expect("a list").len(), ids.len());
    assert_eq!(sent, built(&room, &["a.persona"]));
}

/// Texts that shells read much in.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("'"),
        Just("''"),
        Just("\\"),
        Just("\\'"),
        Just("\""),
        Just("$PRONTO_API_KEY"),
        Just("$(touch hacked)"),
        Just("`touch hacked`"),
        Just("!"),
        Just("!!"),
        Just("!$"),
        Just("\n"),
        Just("\r\n"),
        Just("\t"),
        Just("\0"),
        Just("\u{1b}[2J"),
        Just("\u{7f}"),
        Just("\u{85}"),
        Just("\u{2028}"),
        Just("\u{202e}"),
        Just("\u{feff}"),
        Just("😀"),
        Just("مدير"),
        Just("\nBODY\n"),
        Just("@file"),
        Just("#"),
        Just("; exit 1"),
        Just("&& false"),
        Just("*"),
        Just("~"),
        Just("${x?}"),
        Just("%s\\n"),
        Just(" "),
        Just("-d"),
        Just("{"),
        Just("}"),
    ];
    let text = prop_oneof![4 => piece.prop_map(str::to_owned), 1 => any::<char>().prop_map(|c| c.to_string())];
    proptest::collection::vec(text, 0..12).prop_map(|pieces| pieces.concat())
}

fn string(text: &str) -> String {
    let letters = text.chars().map(|c| match c {
        c if c.is_ascii_alphanumeric() => c.to_string(),
        c => format!("\\u{{{:x}}}", u32::from(c)),
    });
    format!("\"{}\"", letters.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_text_means_anything_to_a_shell(texts in proptest::collection::vec((hostile(), hostile()), 60..=60)) {
        let block = |(number, (name, value)): (usize, &(String, String))| {
            let custom = format!("{{ {}: {} }}", string(value), string(name));
            format!("persona p{number} {{ name: {} custom: {custom} function = Sales }}\n", string(name))
        };
        let room = Room::with(&[("a.persona", &(HOOK.to_owned() + &texts.iter().enumerate().map(block).collect::<String>()))]);
        let ran = commands(&room, &["a.persona", "--quiet"]);
        let sent = sent(&room, &ran.out);
        prop_assert_eq!(&sent, &built(&room, &["a.persona", "--quiet"]));
        for (body, (name, value)) in sent.iter().zip(&texts) {
            prop_assert_eq!(&body["name"], name);
            prop_assert_eq!(&body["custom"], &json!({value: name}));
        }
        prop_assert!(!room.path("bin/hacked").exists());
    }
}
