//! Pages about what the API answers: each shows a persona and an answer, and both are tried with a server.

use std::collections::BTreeSet;
use std::time::Duration;

use personac::rule::{ANSWERS, Rule};
use serde_json::Value;

use super::page::section;
use crate::mock::{Answer, Behaviour, KEY, Mock};
use crate::tool::Room;

/// More often than anything is asked again.
const OFTEN: usize = 10;

/// A fenced block: what stands behind the fence, and its text.
type Block = (String, String);

#[test]
fn every_page_about_an_answer_is_true() {
    for rule in ANSWERS {
        let page = rule.page();
        let example = blocks(section(&page, "## Example").unwrap_or_else(|| panic!("{} has no example", rule.code)));
        let codes = codes_of(&example);
        assert_eq!(codes, BTreeSet::from([rule.code.to_owned()]), "{} {}", rule.code, rule.name);
    }
}

#[test]
fn what_to_write_instead_does_not_raise_it() {
    for rule in ANSWERS {
        let page = rule.page();
        let instead = section(&page, "## Use instead").unwrap_or_else(|| panic!("{} shows no way out", rule.code));
        let blocks = blocks(instead);
        assert!(!blocks.is_empty(), "{} shows what to do", rule.code);
        for (_, persona) in blocks.iter().filter(|(info, _)| info == "persona") {
            let found = codes_of(&[("persona".to_owned(), persona.clone()), answered_well(rule)]);
            assert_eq!(found, BTreeSet::new(), "{} {}", rule.code, rule.name);
        }
    }
}

/// The same command with an answer that nothing is wrong with.
fn answered_well(rule: &Rule) -> Block {
    let page = rule.page();
    let asks_only = page.contains("```http preview");
    match asks_only {
        true => ("http preview".to_owned(), "HTTP/1.1 200 OK\n\n{\"total_count\": 7, \"preview\": []}".to_owned()),
        false => ("http submit".to_owned(), "HTTP/1.1 201 Created\n\n{\"message\": {\"id\": \"1\"}}".to_owned()),
    }
}

/// The codes that an example raises.
fn codes_of(blocks: &[Block]) -> BTreeSet<String> {
    let mock = Mock::builder().interval(Duration::ZERO).start();
    let room = Room::empty();
    let (mut arguments, mut endpoint) = (vec!["submit".to_owned()], mock.url());
    for (info, text) in blocks.iter().filter(|(info, _)| info.starts_with("http")) {
        match info.split_once(' ').map(|(_, command)| command) {
            Some("nowhere") => endpoint = text.trim().to_owned(),
            command => {
                arguments = command.unwrap_or_default().split(' ').map(str::to_owned).collect();
                mock.next(vec![Behaviour::Answer(answer(text)); OFTEN]);
            }
        }
    }
    if arguments.iter().any(|word| word == "submit") {
        arguments.push("--yes".to_owned());
    }
    let variables = [("PRONTO_API_KEY", KEY), ("PRONTO_BASE_URL", &endpoint), ("PERSONAC_PACE", "0")];
    let mut codes = BTreeSet::new();
    for (_, persona) in blocks.iter().filter(|(info, _)| info.starts_with("persona")) {
        room.write("main.persona", persona);
        let own = ["main.persona", "--output-format", "json"];
        let words: Vec<&str> = arguments.iter().map(String::as_str).chain(own).collect();
        let ran = room.run_with_variables(&words, &variables);
        let findings: Value = serde_json::from_str(&ran.err).unwrap_or_else(|_| panic!("findings: {}", ran.err));
        codes = findings
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one["code"].as_str())
            .map(str::to_owned)
            .collect();
    }
    codes.retain(|code| code.starts_with("P9"));
    codes
}

/// The answer that a block shows: a status line, headers, an empty line, a body.
fn answer(text: &str) -> Answer {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
    let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();
    let of = |wanted: &str| headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| *value);
    let answer =
        Answer::new(status.expect("a status"), of("content-type").unwrap_or("application/json"), body.trim_end());
    let own = |name: &&str| !["content-type", "content-length"].contains(&name.to_ascii_lowercase().as_str());
    headers.iter().filter(|(name, _)| own(name)).fold(answer, |answer, (name, value)| answer.header(name, value))
}

/// The fenced blocks of a section.
fn blocks(section: &str) -> Vec<Block> {
    let mut lines = section.lines();
    let mut blocks = vec![];
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((info.to_owned(), inside.join("\n") + "\n"));
        }
    }
    blocks
}
