//! Values in words, alone and in lists.

use serde::Serialize;

use super::article::with_article;
use super::quantity::ranges;
use crate::algebra::{Filter, Literal, ValueSet, rest};
use crate::audience::Audience;
use crate::emit::in_source_order;
use crate::fields::{FieldId, Phrase, Values};
use crate::project::LabelBook;
use crate::resolve::Atoms;
use crate::tables::Closed;

/// From this many neighbours on, those at an end of an order are said in short: `Director or above`.
const WORTH_AN_END: usize = 3;

/// A value as a request holds it, and what people call it.
#[derive(Debug, Serialize)]
pub struct Named {
    /// What the request holds.
    pub id: String,
    /// What people call it.
    pub label: String,
}

/// Finds words for the values of an audience.
pub struct Words<'a> {
    atoms: &'a Atoms,
    literals: &'a [Literal],
    labels: &'a LabelBook,
}

impl<'a> Words<'a> {
    /// Words for values of `audience`, with the project's own labels.
    pub fn new(audience: &'a Audience, labels: &'a LabelBook) -> Self {
        Words { atoms: &audience.atoms, literals: &audience.literals, labels }
    }

    /// Words for values of several audiences whose texts are numbered alike.
    pub fn shared(atoms: &'a Atoms, labels: &'a LabelBook) -> Self {
        Words { atoms, literals: &[], labels }
    }

    /// The values of a set of `filter`, in the order of the source.
    pub fn in_order(&self, filter: &Filter, values: &ValueSet) -> Vec<u32> {
        in_source_order(values, filter, self.literals)
    }

    /// The value and its label.
    pub fn named(&self, field: FieldId, value: u32) -> Named {
        let id = self.atoms.wire(field, value).into_owned();
        let known = match field.row().values {
            Values::Listed(table) => table.row(value).map(|_| table.unique_form(value)),
            Values::Company | Values::ListId => None,
            _ => Some(self.atoms.label(field, value).into_owned()),
        };
        let label = known.or_else(|| self.own(field, &id)).unwrap_or_else(|| id.clone());
        Named { id, label }
    }

    /// The project's own name for a number.
    fn own(&self, field: FieldId, id: &str) -> Option<String> {
        self.labels.name_of(field, id).map(str::to_owned)
    }

    /// The value in a sentence.
    fn word(&self, field: FieldId, value: u32) -> String {
        let Named { id, label } = self.named(field, value);
        match field.row().values {
            Values::Text => format!("“{label}”"),
            Values::ListId if label != id => format!("“{label}”"),
            Values::Company if label == id => format!("company {id}"),
            Values::Listed(table) if label == id => format!("{} {id}", table.name),
            Values::Listed(table) if table.is_places() => with_article(&label),
            Values::Label(closed) => closed_word(closed, value).map_or(label, str::to_owned),
            _ => label,
        }
    }

    /// What is said of the values that `filter` includes.
    pub fn included(&self, filter: &Filter, values: &ValueSet, phrase: &Phrase, template: &str) -> String {
        let field = filter.field;
        if field.row().is_signal() {
            return template.to_owned();
        }
        if let Values::Quantity(closed, units) = field.row().values {
            return template.replace("{}", &ranges(closed, values.iter(), units));
        }
        let all = self.in_order(filter, values);
        if let Some(end) = self.end(field, values) {
            return template.replace("{}", &end);
        }
        let others: Vec<u32> = rest(field, values).iter().collect();
        if let Some(any_but) = phrase.any_but.filter(|_| others.len() * 2 < values.len()) {
            return template.replace("{}", &any_but.replace("{}", &self.list(field, &others)));
        }
        template.replace("{}", &self.list(field, &all))
    }

    /// Values at an end of the order, in short.
    fn end(&self, field: FieldId, values: &ValueSet) -> Option<String> {
        let count = field.row().vocabulary().filter(|_| field.row().ordered)?.rows().len();
        let (first, last) = (values.iter().next()?, values.iter().last()?);
        let neighbours = (last - first) as usize + 1 == values.len() && values.len() >= WORTH_AN_END;
        match (neighbours, first, last as usize + 1 == count) {
            (true, _, true) => Some(format!("{} or above", self.word(field, first))),
            (true, 0, _) => Some(format!("{} or below", self.word(field, last))),
            _ => None,
        }
    }

    /// All of the values: `a, b or c`. Where a value has a comma of its own, semicolons part them.
    pub fn list(&self, field: FieldId, values: &[u32]) -> String {
        alternatives(&values.iter().map(|value| self.word(field, *value)).collect::<Vec<_>>())
    }

    /// Some of the values, for a reader who need not check them: `a, b and 5 more`.
    pub fn some(&self, field: FieldId, values: &ValueSet, most: usize) -> String {
        if let Values::Quantity(closed, units) = field.row().values {
            return ranges(closed, values.iter(), units);
        }
        let mut shown: Vec<String> = values.iter().take(most).map(|value| self.word(field, value)).collect();
        match values.len() - shown.len() {
            0 => alternatives(&shown),
            more => {
                let last = shown.pop().unwrap_or_default();
                shown.push(format!("{last} and {more} more"));
                shown.join(", ")
            }
        }
    }
}

/// The word for a row of a vocabulary whose label cannot stand in a sentence.
fn closed_word(closed: &'static Closed, value: u32) -> Option<&'static str> {
    closed.rows().get(value as usize)?.phrase
}

fn alternatives(words: &[String]) -> String {
    let Some((last, first)) = words.split_last() else { return String::new() };
    let has_comma = |word: &String| word.contains(',') && !word.starts_with('“');
    let unclear = first.iter().any(has_comma) || (first.len() > 1 && has_comma(last));
    match (first, unclear) {
        ([], _) => last.clone(),
        (_, true) => format!("{}; or {last}", first.join("; ")),
        (_, false) => format!("{} or {last}", first.join(", ")),
    }
}
