//! Filters: values of one field, each of which the API knows.

use super::hint::{self, mistyped};
use super::node::{Kind, Node};
use super::whole::{Reading, Values};
use crate::diagnostic::Diagnostic;
use crate::fields::{self, FieldId};
use crate::report::MAX_FINDINGS;
use crate::resolve::{is_digits, is_profile};
use crate::rule;
use crate::tables::Closed;

/// Findings after which the large tables are not searched any more: each search takes its time.
const MOST_SEARCHES: usize = 20;

/// The values that a key of a filter holds; `None` if one of them is not what the API takes, which is reported.
pub fn filter_key(reading: &mut Reading, field: FieldId, node: &Node, path: &str) -> Option<Values> {
    let row = field.row();
    match (row.values, row.kind, &node.kind) {
        (fields::Values::Signal(None), _, Kind::Bool(true)) => Some(Values::Some(vec!["true".to_owned()])),
        (fields::Values::Signal(None), _, Kind::Bool(false)) => {
            Some(Values::Kept("`false` asks for nothing, which no clause says."))
        }
        (fields::Values::Signal(None), ..) => reading.fail(hint::not_a_signal(node, path, reading.at(node.span))),
        (fields::Values::Profile, _, Kind::Text(address)) => profile(reading, address, node, path),
        (_, fields::Kind::Single, Kind::Text(text)) => Some(Values::Some(vec![text.clone()])),
        (_, fields::Kind::Single, _) => {
            let help = match &node.kind {
                Kind::Null => "leave the key out".to_owned(),
                Kind::Number(digits) => format!("write `\"{digits}\"`"),
                _ => "write one text, in quotes".to_owned(),
            };
            reading.fail(mistyped(node, path, "one text", reading.at(node.span)).help(help))
        }
        (_, _, Kind::Array(values)) if values.is_empty() => {
            Some(Values::Kept("An empty list asks for nothing, which no clause says."))
        }
        (_, _, Kind::Array(values)) => {
            let one = |(index, value): (usize, &Node)| element(reading, field, value, &format!("{path}[{index}]"));
            let read: Vec<Option<String>> = values.iter().enumerate().map(one).collect();
            read.into_iter().collect::<Option<Vec<String>>>().map(Values::Some)
        }
        _ => reading.fail(hint::not_a_list(field, node, path, reading.at(node.span))),
    }
}

fn profile(reading: &mut Reading, address: &str, node: &Node, path: &str) -> Option<Values> {
    match is_profile(address) {
        true => Some(Values::Some(vec![address.to_owned()])),
        false => reading.fail(hint::not_a_profile(address, path, reading.at(node.span))),
    }
}

/// One value of a list.
fn element(reading: &mut Reading, field: FieldId, node: &Node, path: &str) -> Option<String> {
    let at = reading.at(node.span);
    match (&node.kind, field.row().values) {
        (Kind::Text(text), fields::Values::Text | fields::Values::ListId) => Some(text.clone()),
        (Kind::Text(text), fields::Values::Label(closed) | fields::Values::Quantity(closed, _)) => {
            let id = text.replace('–', "-");
            let id = if closed.is_quantity() { id } else { text.clone() };
            match closed.by_id(&id).is_some() || is_reserved(closed, &id) {
                true => Some(id),
                false => reading.unknown(node, path, MAX_FINDINGS, |at| hint::not_closed(closed, text, path, at)),
            }
        }
        (Kind::Text(text), fields::Values::Listed(_)) if is_digits(text) => Some(text.clone()),
        (Kind::Text(text), fields::Values::Listed(table)) => {
            reading.unknown(node, path, MOST_SEARCHES, |at| hint::not_listed(table, text, path, at))
        }
        (Kind::Text(text), fields::Values::Company) if is_digits(text) => Some(text.clone()),
        (Kind::Text(text), fields::Values::Company) => reading.fail(hint::not_a_company(text, path, at)),
        (Kind::Number(digits), fields::Values::Company) if is_digits(digits) => Some(digits.clone()),
        (Kind::Object(_), fields::Values::Company) => company(reading, field, node, path),
        (Kind::Text(text), fields::Values::Signal(Some(only))) if text == only => Some(text.clone()),
        (Kind::Text(text), fields::Values::Signal(Some(only))) => reading.fail(hint::not_the_one(text, only, path, at)),
        (Kind::Number(digits), fields::Values::Label(closed) | fields::Values::Quantity(closed, _))
            if closed.by_id(digits).is_none() =>
        {
            reading.unknown(node, path, MAX_FINDINGS, |at| hint::not_closed(closed, digits, path, at))
        }
        (Kind::Number(digits), values) if is_digits(digits) || matches!(values, fields::Values::Text) => {
            let found = mistyped(node, path, hint::noun(field), at).help(format!("write `\"{digits}\"`, in quotes"));
            reading.fail(found)
        }
        (Kind::Null, _) => reading.fail(mistyped(node, path, hint::noun(field), at).help("leave it out")),
        _ => reading.fail(mistyped(node, path, hint::noun(field), at).help(hint::like(field))),
    }
}

/// `{ "id": 1441 }`
fn company(reading: &mut Reading, field: FieldId, node: &Node, path: &str) -> Option<String> {
    let id = match node.members() {
        Some([only]) if only.key == "id" => &only.value,
        _ => {
            let found =
                Diagnostic::new(&rule::MISTYPED_IN_BODY, format!("`{path}` is not an object with an `id` alone"))
                    .label(reading.at(node.span), "the API refuses other shapes")
                    .help("write `{ \"id\": \"1441\" }`, or `\"1441\"`");
            return reading.fail(found);
        }
    };
    let path = format!("{path}.id");
    match id.kind {
        Kind::Object(_) => {
            reading.fail(mistyped(id, &path, hint::noun(field), reading.at(id.span)).help(hint::like(field)))
        }
        _ => element(reading, field, id, &path),
    }
}

/// IDs that the API takes and LinkedIn has no meaning for yet.
fn is_reserved(closed: &Closed, id: &str) -> bool {
    closed.file == "years" && matches!(id, "6" | "7" | "8")
}
