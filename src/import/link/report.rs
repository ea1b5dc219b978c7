//! What an import finds: every finding points into the address, and what is lost is kept as a comment.

use std::collections::BTreeSet;

use super::value::Lost;
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule;
use crate::salesnav::{self, Entry, Filter, Listed, Search, Text, Unknown};
use crate::source::{FileId, Location, Span};
use crate::tables::Closed;
use crate::wording::and;

/// What a loss does to the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// More people are found.
    Wider,
    /// Fewer people are found.
    Narrower,
}

impl Effect {
    fn words(self) -> &'static str {
        match self {
            Effect::Wider => "the persona finds more people than the search",
            Effect::Narrower => "the persona finds fewer people than the search",
        }
    }
}

/// The findings of an import, and the comments for what is lost.
#[derive(Debug, Default)]
pub struct Findings {
    report: Report,
    notes: Vec<String>,
}

/// The place in the address.
pub fn at(span: Span) -> Location {
    Location { file: FileId(0), span }
}

impl Findings {
    /// The findings in the order of their places, and how many were not kept.
    pub fn finish(self) -> (Vec<Diagnostic>, usize) {
        self.report.finish()
    }

    /// The comments for what is lost.
    pub fn take_notes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }

    /// Whether the address cannot be imported.
    pub fn has_errors(&self) -> bool {
        self.report.errors() > 0
    }

    /// The address cannot be imported.
    pub fn refuse(&mut self, refused: Diagnostic) {
        self.report.push(refused);
    }

    /// A value that the persona cannot say.
    pub fn lost(&mut self, filter: &Filter, entry: &Entry, why: &Lost, effect: Effect) {
        let shown = shown(filter, entry);
        let (kind, reason) = (&filter.kind.text, &why.reason);
        let message = format!("`{kind}` loses `{shown}`, so {}: {reason}", effect.words());
        let label = if entry.is_excluded { "excluded by the search, not by the persona" } else { "not in the persona" };
        let finding = Diagnostic::new(&rule::UNSAID_FILTER, message).label(at(entry.span), label);
        self.report.push(finding.help(&why.help));
        let verb = if entry.is_excluded { "excludes" } else { "includes" };
        let id = entry.id.as_ref().filter(|id| id.text != shown).map_or(String::new(), |id| format!(" ({})", id.text));
        self.notes.push(format!("Not said here: {kind} {verb} {shown}{id}; {reason}. Without it {}.", effect.words()));
    }

    /// A value of a filter that the API has not.
    pub fn unsaid(&mut self, what: &str, filter: &Filter, entry: &Entry) {
        let why = Lost::new(
            format!("the API has no filter for {what}"),
            "look at the leads after delivery; the persona keeps the value as a comment",
        );
        self.lost(filter, entry, &why, Effect::Wider);
    }

    /// A value of a filter that nobody knows.
    pub fn unknown_type(&mut self, filter: &Filter, entry: &Entry) {
        let why = Lost::because(
            "no filter of Sales Navigator is known by this name",
            "it may be newer than personac: look in the browser what it does",
        );
        self.lost(filter, entry, &why, Effect::Wider);
    }

    /// A filter that asks for nothing.
    pub fn no_values(&mut self, filter: &Filter) {
        let message = format!("`{}` has no values, and nobody knows what LinkedIn makes of that", filter.kind.text);
        let finding = Diagnostic::new(&rule::UNSAID_FILTER, message).label(at(filter.span), "asks for nothing");
        self.report.push(finding.help("the persona is without this filter: look in the browser what the search shows"));
        self.notes.push(format!("Not said here: {} without values.", filter.kind.text));
    }

    /// A value of LinkedIn's vocabulary that its rest should hold, and the API has not.
    pub fn not_in_the_rest(&mut self, filter: &Filter, value: &Listed) {
        let (kind, label, fewer) = (&filter.kind.text, value.label, Effect::Narrower.words());
        let message = format!("`{kind}` without what is excluded holds `{label}`, which the API has not, so {fewer}");
        let finding = Diagnostic::new(&rule::UNSAID_FILTER, message).label(at(filter.span), "all but its values");
        self.report.push(finding.help("drop the clause and look at the leads after delivery to find them all"));
        self.notes.push(format!("Not said here: {kind} {label}, one of the rest; without it {fewer}."));
    }

    /// A title that the search has by its ID.
    pub fn title_id(&mut self, filter: &Filter, text: &str, id: &Text) {
        let kind = &filter.kind.text;
        let message =
            format!("`{kind}` has `{text}` by its ID, and the API takes only the text, which may find others");
        let label = format!("the ID of {text}, not in the persona");
        let finding = Diagnostic::new(&rule::TITLE_ID, message).label(at(id.span), label);
        self.report
            .push(finding.help("nobody knows whether LinkedIn finds the same people by both: compare the counts"));
    }

    /// A level of seniority as LinkedIn numbered them before.
    pub fn old_seniority(&mut self, value: &Listed, entry: &Entry, closed: &'static Closed) {
        let today: Vec<String> = value.wire.iter().map(|id| format!("`{}`", label(closed, id))).collect();
        let place = entry.id.as_ref().map_or(entry.span, |id| id.span);
        let message = format!("`{}` ({}) is of LinkedIn's older list of seniority levels", value.label, value.id);
        let finding =
            Diagnostic::new(&rule::OLD_SENIORITY, message).label(at(place), format!("read as {}", and(&today)));
        self.report
            .push(finding.help("open the search in the browser: if LinkedIn shows another level, write that one"));
    }

    /// An ID that is not what its text says.
    pub fn other_label(&mut self, id: &Text, text: &Text, label: &str) {
        let message = format!("`{}` is `{label}`, not `{}`", id.text, text.text);
        let finding = Diagnostic::new(&rule::DOUBTFUL_LINK, message)
            .label(at(id.span), "the ID counts")
            .label(at(text.span), "only a label");
        self.report.push(finding.help("open the search in the browser: it shows what LinkedIn takes the ID for"));
    }

    /// A blank that LinkedIn would have encoded.
    pub fn raw_blank(&mut self, place: Span) {
        let finding = Diagnostic::new(
            &rule::DOUBTFUL_LINK,
            "a text of the search is encoded once, where LinkedIn encodes it twice",
        )
        .label(at(place), "read as a blank");
        self.report.push(finding.help("copy the address from the browser if it was put together by hand"));
    }

    /// A parameter beside the query.
    pub fn unknown_parameter(&mut self, parameter: &str, place: Span) {
        let name = parameter.split('=').next().unwrap_or_default();
        let finding =
            Diagnostic::new(&rule::DOUBTFUL_LINK, format!("`{name}` stands beside the query and is not read"))
                .label(at(place), "not in the persona");
        self.report.push(finding.help("LinkedIn reads filters in `query=` only, as far as is known"));
        self.notes.push(format!("Not said here: {parameter}, beside the query."));
    }

    /// A part of the query that nobody knows.
    pub fn unknown_part(&mut self, part: &Unknown) {
        let message =
            format!("nobody knows what `{}` means in a people search, so the persona may find others", part.key);
        let finding = Diagnostic::new(&rule::UNSAID_FILTER, message).label(at(part.span), "not in the persona");
        self.report.push(finding.help("open the search in the browser and look what it asks for"));
        self.notes.push(format!("Not said here: {}, which nobody knows.", part.key));
    }

    /// A `selectedSubFilter` of a filter that has none, as far as is known.
    pub fn sub_filter(&mut self, filter: &Filter, part: &Text) {
        let (kind, part) = (&filter.kind.text, Unknown { key: part.text.clone(), span: part.span });
        let message = format!("nobody knows what `{}` makes of `{kind}`, so the persona may find others", part.key);
        let finding = Diagnostic::new(&rule::UNSAID_FILTER, message).label(at(part.span), "not in the persona");
        self.report.push(finding.help("open the search in the browser and look what it asks for"));
        self.notes.push(format!("Not said here: {} of {kind}, which nobody knows.", part.key));
    }

    /// Nothing of the search can be said.
    pub fn nothing_left(&mut self, search: &Search) {
        let kinds: BTreeSet<String> = search.filters.iter().map(|filter| format!("`{}`", filter.kind.text)).collect();
        let kinds: Vec<String> = kinds.into_iter().collect();
        let places = search.filters.iter().map(|filter| filter.span).chain(search.unknown.iter().map(|part| part.span));
        let span = places.reduce(Span::to).unwrap_or_default();
        let message = match kinds.is_empty() {
            true => "a persona can say nothing of this search".to_owned(),
            false => format!("a persona can say nothing of this search, which asks for {} only", and(&kinds)),
        };
        let finding =
            Diagnostic::new(&rule::NOTHING_TO_IMPORT, message).label(at(span), "the API has no filter for it");
        self.report.push(finding.help("add a filter that the API has, such as a job title, to the search"));
    }
}

/// What people call the value.
fn shown<'f>(filter: &Filter, entry: &'f Entry) -> &'f str {
    let label = || salesnav::label(&filter.kind.text, &entry.id.as_ref()?.text);
    match (entry.name(), &entry.text) {
        ("", _) => "an empty text",
        (id, None) => label().unwrap_or(id),
        (name, _) => name,
    }
}

fn label(closed: &'static Closed, id: &str) -> &'static str {
    closed.by_id(id).and_then(|row| closed.rows().get(row)).map_or("", |row| row.label)
}
