//! A journal as people read it: a line for each request, and below it what is longer.

use std::collections::BTreeSet;

use jiff::Timestamp;
use textwrap::core::display_width;

use super::row::Row;
use crate::api::journal::{Entry, State};
use crate::render::{brief, lines, on_one_line};
use crate::wording::thousands;

/// Digits of a digest that are shown.
pub const DIGITS: usize = 8;

/// Before what stands below a request.
const INDENT: &str = "    ";

/// The rows in columns.
pub fn table(rows: &[Row], width: usize) -> String {
    let services: BTreeSet<&str> = rows.iter().filter_map(Row::entry).map(|entry| entry.service.as_str()).collect();
    let several = services.len() > 1;
    let people = rows.iter().map(|row| expected(row).len()).max().unwrap_or_default();
    rows.iter().map(|row| lines_of(row, several, people, width)).collect()
}

fn lines_of(row: &Row, several_services: bool, people: usize, width: usize) -> String {
    let digest = row.entry().map_or("", short);
    let mut line = format!("{}  {:8}  {digest:DIGITS$}", minute(row.time()), state(row));
    if people > 0 {
        line.push_str(&format!("  {:>people$}", expected(row)));
    }
    let mut below = details(row, several_services);
    if let Some(origin) = row.entry().and_then(origin) {
        match display_width(&line) + 2 + display_width(&origin) <= width {
            true => line.push_str(&format!("  {origin}")),
            false => below.insert(0, origin),
        }
    }
    format!("{}\n{}", line.trim_end(), wrapped(&below.join("; "), width))
}

fn wrapped(text: &str, width: usize) -> String {
    match text.is_empty() {
        true => String::new(),
        false => format!("{}\n", textwrap::fill(text, lines(width, INDENT, INDENT))),
    }
}

fn state(row: &Row) -> &'static str {
    match row {
        Row::Request { state: State::Intent, attempts: Some(_), .. } => "sending",
        Row::Request { state, .. } => state.name(),
        Row::Torn(_) => "torn",
    }
}

/// What does not fit into columns.
fn details(row: &Row, several_services: bool) -> Vec<String> {
    let entry = match row {
        Row::Torn(torn) => return vec![on_one_line(&brief(&torn.text))],
        Row::Request { entry, .. } => entry,
    };
    let name = entry.name.as_deref().map(|name| on_one_line(&brief(name)));
    let search = entry.id.as_deref().map(|id| format!("search {}", on_one_line(id)));
    let settled = entry.settled.then(|| "settled by hand".to_owned());
    let status = entry.status.filter(|_| entry.state != State::Accepted).map(|status| format!("HTTP {status}"));
    let reason = entry.reason.as_deref().map(|reason| on_one_line(&brief(reason)));
    let service = several_services.then(|| on_one_line(&entry.service));
    [name, search, settled, status, reason, service].into_iter().flatten().collect()
}

fn expected(row: &Row) -> String {
    row.entry().and_then(|entry| entry.expected).map(thousands).unwrap_or_default()
}

/// Where the body comes from: `sales.persona:vp part 2`.
pub fn origin(entry: &Entry) -> Option<String> {
    let file = entry.file.as_deref()?;
    let persona = entry.persona.as_deref().map(|key| format!(":{key}")).unwrap_or_default();
    let part = entry.part.map(|part| format!(" part {part}")).unwrap_or_default();
    Some(on_one_line(&format!("{file}{persona}{part}")))
}

/// The beginning of the digest.
pub fn short(entry: &Entry) -> &str {
    entry.digest.get(..DIGITS).unwrap_or(&entry.digest)
}

/// The time to the minute: `2026-11-24 03:59Z`.
pub fn minute(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%MZ").to_string()
}
