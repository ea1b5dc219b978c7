//! What a preview prints: whom one persona finds, or how many each of several.

use serde::Serialize;

use super::findings::people;
use super::subject::{Asked, Subject};
use crate::api::{Lead, Preview};
use crate::cli::arguments::OutputFormat;
use crate::cli::messages::Problem;
use crate::cli::session::{Channel, Session, print};
use crate::render::{columns, json_document, on_one_line};
use crate::wording::thousands;

/// Leads that people are shown; `-v` shows all that the API does.
const MOST_SHOWN: usize = 10;

/// One request and whom it finds, for programs.
#[derive(Serialize)]
struct Counted<'a> {
    file: &'a str,
    persona: Option<&'a str>,
    part: Option<usize>,
    total_count: Option<u64>,
    leads: &'a [Lead],
}

/// Print what was found.
///
/// # Errors
///
/// If nobody reads the output.
pub fn show(subjects: &[Subject], session: &Session) -> Result<(), Problem> {
    let all: Vec<(&Subject, &Asked)> =
        subjects.iter().flat_map(|subject| subject.personas.iter().map(move |asked| (subject, asked))).collect();
    let width = Channel::Output.width();
    let text = match (session.global.output_format, all.as_slice()) {
        (OutputFormat::Json, _) => json(&all),
        (_, [(subject, asked)]) if asked.bodies.len() == 1 => {
            let found = asked.found.iter().flatten().next();
            let most = if session.global.verbose { usize::MAX } else { MOST_SHOWN };
            found.map_or_else(String::new, |found| one(&asked.title(&subject.name), found, most, width))
        }
        // What the findings say is enough where there is no count at all.
        _ if all.iter().all(|(_, asked)| asked.found.iter().all(Option::is_none)) => String::new(),
        _ => table(&all, width),
    };
    print(text.as_bytes())
}

fn json(all: &[(&Subject, &Asked)]) -> String {
    let mut documents = vec![];
    for (subject, asked) in all {
        let several = asked.bodies.len() > 1;
        documents.extend(asked.found.iter().enumerate().map(|(index, found)| Counted {
            file: &subject.name,
            persona: asked.key.as_deref(),
            part: several.then_some(index + 1),
            total_count: found.as_ref().map(|found| found.total),
            leads: found.as_ref().map_or(&[], |found| &found.leads),
        }));
    }
    json_document(&documents)
}

/// How many people one request finds, and the first of them.
fn one(title: &str, found: &Preview, most: usize, width: usize) -> String {
    let mut text = format!("{}: {}\n", on_one_line(title), people(found.total));
    let shown = found.leads.get(..most).unwrap_or(&found.leads);
    if shown.is_empty() {
        return text;
    }
    let rows: Vec<[String; 3]> = shown.iter().map(|lead| [lead.name(), lead.title(), lead.company()]).collect();
    let lines = columns(&rows, width.saturating_sub(2));
    text.push('\n');
    lines.lines().for_each(|line| text.push_str(&format!("  {line}\n")));
    let more = found.leads.len() - shown.len();
    if more > 0 {
        text.push_str(&format!("  … and {more} more with `-v`\n"));
    }
    text
}

/// How many people each request finds.
fn table(all: &[(&Subject, &Asked)], width: usize) -> String {
    let mut rows = vec![["people", "file", "persona", "part"].map(str::to_owned)];
    for (subject, asked) in all {
        rows.extend(parts(subject, asked));
    }
    let widest = rows.iter().map(|row| row[0].chars().count()).max().unwrap_or_default();
    rows.iter_mut().for_each(|row| row[0] = format!("{:>widest$}", row[0]));
    let is_used = |column: usize| rows.iter().skip(1).any(|row| !row[column].is_empty());
    for column in (0..rows[0].len()).filter(|column| !is_used(*column)).collect::<Vec<_>>() {
        rows[0][column].clear();
    }
    columns(&rows, width)
}

/// The requests of a persona, and all of them together if there are several.
fn parts(subject: &Subject, asked: &Asked) -> Vec<[String; 4]> {
    let key = asked.key.clone().unwrap_or_default();
    let of = asked.bodies.len();
    let row = |count: String, part: String| [count, subject.name.clone(), key.clone(), part];
    let count = |found: &Option<Preview>| found.as_ref().map_or_else(|| "–".to_owned(), |found| thousands(found.total));
    let part = |number: usize| if of > 1 { format!("{number} of {of}") } else { String::new() };
    let mut rows: Vec<[String; 4]> =
        asked.found.iter().enumerate().map(|(index, found)| row(count(found), part(index + 1))).collect();
    if of > 1 && asked.found.iter().all(Option::is_some) {
        let (least, what) = match asked.may_overlap() {
            true => ("≤ ", "together: parts may overlap"),
            false => ("", "together"),
        };
        rows.push(row(format!("{least}{}", thousands(asked.sum())), what.to_owned()));
    }
    rows
}
