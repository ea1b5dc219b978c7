//! Drafts to text. Nothing here is trusted: each clause is compiled, and one that is not exactly what the draft asks
//! for gives way to `raw`.

mod clause;
mod data;
mod label;
mod note;
mod proof;
mod reason;

use super::draft::{Draft, DraftFilter, RawKey};
use crate::format::{Refusal, format};
use crate::json::Json;
use crate::project::Project;
use crate::rule;
use crate::settings::{SETTINGS, SettingRow};
use crate::source::{FileId, MAX_FILE_BYTES, SourceFile};
use crate::syntax::parse;
use clause::clauses;
pub use label::{Labels, Style};
use note::comment;
use proof::{Proof, Verdict};
use reason::reason;

/// What stands above a `raw` that holds filters.
const ALLOWANCE: &str = "# personac: allow(filter-in-raw): sent as it was found\n";

impl Draft {
    /// The persona that a person would have written, in the canonical layout, with the labels of `project`. What a
    /// clause would not compile to exactly stands in `raw`, with a comment that says why.
    ///
    /// # Errors
    ///
    /// [`Refusal`] if there is no such text: it would be too large for a persona.
    pub fn text(&self, project: &Project) -> Result<String, Refusal> {
        laid_out(Writer::new(project).persona(self)?)
    }
}

/// Personas of one file, each in a block of its own, under keys that differ.
///
/// # Errors
///
/// As [`Draft::text`].
pub fn blocks(drafts: &[(String, Draft)], project: &Project) -> Result<String, Refusal> {
    let writer = Writer::new(project);
    let block = |(key, draft): &(String, Draft)| {
        Ok(format!("persona {} {{\n{}}}\n", crate::wording::value(key), writer.persona(draft)?))
    };
    laid_out(drafts.iter().map(block).collect::<Result<Vec<_>, Refusal>>()?.join("\n"))
}

fn laid_out(text: String) -> Result<String, Refusal> {
    let source = SourceFile::new("persona", text);
    let parsed = parse(&source, FileId(0));
    if parsed.has_errors() {
        let too_many = parsed.diagnostics.iter().any(|finding| *finding.rule == rule::FILE_TOO_LARGE);
        return Err(if too_many { Refusal::TooManyBrackets } else { Refusal::Syntax });
    }
    let text = format(&source, &parsed)?;
    if text.len() as u64 > MAX_FILE_BYTES { Err(Refusal::TooLarge) } else { Ok(text) }
}

struct Writer<'a> {
    labels: Labels<'a>,
    proof: Proof,
}

/// What is written of a draft.
struct Parts {
    /// Clauses, each with its comments.
    clauses: Vec<String>,
    raw: Vec<RawKey>,
}

impl<'a> Writer<'a> {
    fn new(project: &'a Project) -> Self {
        Writer { labels: Labels { project }, proof: Proof::new(project) }
    }

    /// Every filter as clauses if that is what the draft asks for; else each is tried on its own, which is the same,
    /// since filters of different fields do not touch each other.
    fn persona(&self, draft: &Draft) -> Result<String, Refusal> {
        if let Some(text) = self.plain(draft).filter(|text| self.proof.judge(text, draft) == Verdict::Same) {
            return Ok(text);
        }
        let text = text(draft, self.parts(draft));
        if self.proof.judge(&text, draft) == Verdict::Another { Err(Refusal::Meaning) } else { Ok(text) }
    }

    fn plain(&self, draft: &Draft) -> Option<String> {
        let own = |filter| Some(with_notes(filter, clauses(filter, &self.labels, Style::Plain)?));
        let clauses = draft.filters.iter().map(own).collect::<Option<Vec<_>>>()?.concat();
        Some(text(draft, Parts { clauses, raw: draft.raw.clone() }))
    }

    fn parts(&self, draft: &Draft) -> Parts {
        let mut parts = Parts { clauses: vec![], raw: vec![] };
        for filter in &draft.filters {
            match self.proven(filter) {
                Some(own) => parts.clauses.extend(with_notes(filter, own)),
                None => parts.raw.extend(as_raw(filter)),
            }
        }
        parts.raw.extend(draft.raw.iter().cloned());
        parts
    }

    /// The clauses of one filter, in the first style that compiles to just that.
    fn proven(&self, filter: &DraftFilter) -> Option<Vec<String>> {
        [Style::Plain, Style::Careful].into_iter().find_map(|style| {
            let own = clauses(filter, &self.labels, style)?;
            self.proof.holds(&own, filter).then_some(own)
        })
    }
}

/// The clauses of a filter, its notes above the first.
fn with_notes(filter: &DraftFilter, mut own: Vec<String>) -> Vec<String> {
    if let Some(first) = own.first_mut() {
        let notes: String = filter.notes.iter().map(|note| comment(note)).collect();
        *first = format!("{notes}{first}");
    }
    own
}

/// The keys of a filter that no clause says.
fn as_raw(filter: &DraftFilter) -> Vec<RawKey> {
    let row = filter.field.row();
    let mut notes = vec![reason(filter)];
    notes.extend(filter.notes.iter().cloned());
    let include = (!filter.include.is_empty()).then(|| (row.include, data::included(filter)));
    let exclude = row.exclude.filter(|_| !filter.exclude.is_empty());
    let exclude = exclude.map(|key| (key, Json::texts(filter.exclude.iter().cloned())));
    let both = include.into_iter().chain(exclude);
    both.map(|(key, value)| RawKey { key: key.to_owned(), value, notes: std::mem::take(&mut notes) }).collect()
}

/// A persona: comments, settings, what is sent as it is, clauses.
fn text(draft: &Draft, parts: Parts) -> String {
    let mut text: String = draft.notes.iter().map(|note| comment(note)).collect();
    if !text.is_empty() {
        text.push('\n');
    }
    let place = |row: &SettingRow| draft.settings.iter().find(|(name, _)| *name == row.name);
    for (name, value) in SETTINGS.iter().filter_map(place) {
        text.push_str(&format!("{name}: {}\n", data::data(value)));
    }
    text.push_str(&raw(&parts.raw));
    for (index, clause) in parts.clauses.iter().enumerate() {
        text.push_str(if index == 0 && !text.is_empty() { "\n" } else { "" });
        text.push_str(&joined(clause, index > 0));
    }
    text
}

/// A clause on a line of its own; `and` stands behind its comments.
fn joined(clause: &str, and: bool) -> String {
    let at = clause.rfind('\n').filter(|_| clause.starts_with('#')).map_or(0, |at| at + 1);
    let (notes, condition) = clause.split_at(at);
    format!("{notes}{}{condition}\n", if and { "and " } else { "" })
}

fn raw(keys: &[RawKey]) -> String {
    if keys.is_empty() {
        return String::new();
    }
    let has_filter = keys.iter().any(|raw| crate::fields::FieldId::of_key(&raw.key).is_some());
    let member = |raw: &RawKey| {
        let notes: String = raw.notes.iter().map(|note| comment(note)).collect();
        format!("{notes}{}: {},\n", data::key(&raw.key), data::data(&raw.value))
    };
    let members: String = keys.iter().map(member).collect();
    format!("{}raw: {{\n{members}}}\n", if has_filter { ALLOWANCE } else { "" })
}
