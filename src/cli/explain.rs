//! `personac explain`: the manual page of a finding, a filter or a setting.

use serde::Serialize;

use super::Outcome;
use super::arguments::{ColorChoice, Explain};
use super::messages::Problem;
use super::session::{Channel, Session, print};
use crate::explain::{Terminal, Topic, fixable, index, level_name, nearest};
use crate::lint::RULES;
use crate::wording::or;

/// The widest page; longer lines are hard to read.
const WIDEST: usize = 100;

/// Show the pages, or the list of all codes.
///
/// # Errors
///
/// If nothing has one of the names, or nobody reads the output.
pub fn run(arguments: &Explain, session: &mut Session) -> Result<Outcome, Problem> {
    let found: Vec<Option<Topic>> = arguments.topics.iter().map(|name| Topic::find(name)).collect();
    for (name, topic) in arguments.topics.iter().zip(&found) {
        if topic.is_none() {
            session.problem(&Problem::Usage(unknown(name)));
        }
    }
    let topics: Vec<Topic> = found.into_iter().flatten().collect();
    let text = match (arguments.json, arguments.topics.is_empty()) {
        (true, true) => json(&RULES.iter().copied().map(Topic::Rule).collect::<Vec<_>>()),
        (true, false) => json(&topics),
        (false, true) => shown(&index(), session.global.color),
        (false, false) => shown(&pages(&topics), session.global.color),
    };
    print(text.as_bytes())?;
    Ok(Outcome::Fine)
}

fn pages(topics: &[Topic]) -> String {
    topics.iter().map(|topic| topic.page()).collect::<Vec<_>>().join("\n")
}

fn unknown(name: &str) -> String {
    let near: Vec<String> = nearest(name).iter().map(|name| format!("`{name}`")).collect();
    let help = match near.is_empty() {
        true => "`personac explain` lists all findings; filters and settings have pages too".to_owned(),
        false => format!("did you mean {}?", or(&near)),
    };
    format!("no finding, filter or setting is called `{name}`\n  help: {help}")
}

/// Markdown as it is for programs, laid out for people.
fn shown(markdown: &str, choice: ColorChoice) -> String {
    let out = Channel::Output;
    let color = out.wants_color(choice);
    match color || out.is_terminal() {
        true => Terminal { color, width: out.width().min(WIDEST) }.show(markdown),
        false => markdown.to_owned(),
    }
}

/// A page for programs.
#[derive(Debug, Serialize)]
struct Entry {
    kind: &'static str,
    code: Option<&'static str>,
    name: &'static str,
    aliases: &'static [&'static str],
    level: Option<&'static str>,
    summary: String,
    fixable: Option<&'static str>,
    page: String,
}

impl Entry {
    fn of(topic: Topic) -> Entry {
        let page = topic.page();
        let (kind, name, aliases, summary) = match topic {
            Topic::Rule(rule) => ("rule", rule.name, rule.aliases, rule.summary()),
            Topic::Field(field) => ("filter", field.row().name, field.row().aliases, field.row().doc.to_owned()),
            Topic::Setting(row) => ("setting", row.name, row.aliases, row.doc.to_owned()),
        };
        let (code, level, fixable) = match topic {
            Topic::Rule(rule) => (Some(rule.code), Some(level_name(rule)), fixable(rule).name()),
            _ => (None, None, None),
        };
        Entry { kind, code, name, aliases, level, summary, fixable, page }
    }
}

fn json(topics: &[Topic]) -> String {
    let entries: Vec<Entry> = topics.iter().copied().map(Entry::of).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
}
