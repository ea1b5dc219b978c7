//! `personac journal`: what was submitted and what became of it.

mod place;
mod row;
mod settle;
mod table;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

pub use place::{journal_path, name_in};

use self::place::{home_of, is_in};
use self::row::{Document, Row};
use self::table::{short, table};
use super::Outcome;
use super::arguments::{Journal, JournalAction, OutputFormat, SubmissionState};
use super::messages::Problem;
use super::session::{Channel, Session, print};
use crate::api::journal::{Entry, Records, Standing, State};
use crate::disk::tidy;
use crate::render::{json_document, on_one_line};

/// Show the journal, or settle a request.
///
/// # Errors
///
/// If the journal cannot be read, what is to be settled cannot be, or nobody reads the output.
pub fn run(arguments: &Journal, session: &mut Session) -> Result<Outcome, Problem> {
    let from = arguments.paths.first().map_or(Path::new(""), |path| path.as_path());
    let path = journal_path(arguments.journal.file.as_deref(), from);
    if let Some(JournalAction::Settle(settle)) = &arguments.action {
        return match arguments.all || !arguments.state.is_empty() || !arguments.paths.is_empty() {
            true => Err(Problem::Usage(
                "what is settled cannot be chosen before `settle`\n  help: write `personac journal settle DIGEST|FILE`"
                    .to_owned(),
            )),
            false => settle::run(settle, &path, session),
        };
    }
    session.say(&format!("reading the journal `{}`", path.display()));
    let records = Records::read(&path)?;
    let is_empty = records.all.is_empty();
    let rows = rows(records, arguments, &path);
    show(&rows, session)?;
    if rows.is_empty() {
        session.hint(&nothing(is_empty, &path));
    }
    if let Some(first) = unknown(&rows).next() {
        session.hint(&how_to_settle(first, unknown(&rows).count(), &path));
    }
    Ok(Outcome::Fine)
}

/// What is asked for, the newest last.
fn rows(records: Records, arguments: &Journal, journal: &Path) -> Vec<Row> {
    let is_of_paths = |standing: &&Standing| {
        let file = standing.last.file.as_deref();
        let is_of = |path: &PathBuf| file.is_some_and(|file| is_in(journal, file, path));
        arguments.paths.is_empty() || arguments.paths.iter().any(is_of)
    };
    let standings = records.standings.iter().filter(is_of_paths);
    let mut rows: Vec<Row> = if arguments.all {
        // An outcome does not say again of which file it is.
        let requests: HashSet<(&str, &str)> = standings.map(|standing| standing.last.request()).collect();
        let is_of_them = |row: &Row| match row.entry() {
            Some(entry) => requests.contains(&entry.request()),
            None => arguments.paths.is_empty(),
        };
        records.all.into_iter().map(Row::from).filter(is_of_them).collect()
    } else {
        let mut rows: Vec<Row> = standings.map(Row::from).collect();
        rows.sort_by_key(Row::time);
        rows
    };
    rows.retain(|row| {
        arguments.state.is_empty() || arguments.state.iter().any(|state| row.state() == Some(of(*state)))
    });
    rows
}

fn of(state: SubmissionState) -> State {
    match state {
        SubmissionState::Intent => State::Intent,
        SubmissionState::Accepted => State::Accepted,
        SubmissionState::Refused => State::Refused,
        SubmissionState::Unknown => State::Unknown,
    }
}

fn show(rows: &[Row], session: &Session) -> Result<(), Problem> {
    let text = match session.global.output_format {
        OutputFormat::Json => json_document(&rows.iter().map(Document::from).collect::<Vec<_>>()),
        _ => table(rows, Channel::Output.width()),
    };
    print(text.as_bytes())
}

/// Why there is nothing to show.
fn nothing(is_empty: bool, journal: &Path) -> String {
    let journal = journal.display();
    match is_empty {
        true => format!("nothing was submitted: the journal `{journal}` is empty"),
        false => format!("the journal `{journal}` has nothing of this kind"),
    }
}

/// Requests whose outcome is not known; not the lines about them.
fn unknown(rows: &[Row]) -> impl Iterator<Item = &Entry> {
    let is_unknown = |row: &&Row| matches!(row, Row::Request { state: State::Unknown, attempts: Some(_), .. });
    rows.iter().filter(is_unknown).filter_map(Row::entry)
}

/// What to do about requests whose outcome is not known, the first of which is this.
fn how_to_settle(first: &Entry, count: usize, journal: &Path) -> String {
    let digest = short(first);
    let file = first.file.as_deref().map(|file| tidy(&home_of(journal).join(file)).display().to_string());
    let file = file.map_or("FILE".to_owned(), |file| on_one_line(&file));
    let (outcomes, may) = match count {
        1 => ("the outcome of 1 request is".to_owned(), "its search may be running"),
        _ => (format!("the outcomes of {count} requests are"), "their searches may be running"),
    };
    format!(
        "{outcomes} not known: {may}\n  \
         `personac status {file}` looks for it\n  \
         `personac journal settle {digest} --accepted` or `--refused` settles it\n  \
         `personac submit --again {file}` sends it again, to be paid for again"
    )
}
