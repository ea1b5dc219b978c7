//! Values of a request as LinkedIn writes them.

use crate::fields::{FieldId, Values};
use crate::resolve::is_digits;
use crate::salesnav::{Node, listed_of_wire};

/// A value as LinkedIn writes it; none if it cannot.
pub fn node(field: FieldId, value: &str, selection: &str) -> Option<Node> {
    let (id, label, is_company) = match field.row().values {
        Values::Text => (None, Some(value.to_owned()), false),
        Values::Label(_) | Values::Quantity(..) | Values::Signal(_) => {
            let (id, label) = closed(field, value)?;
            (Some(id), Some(label.to_owned()).filter(|label| !label.is_empty()), false)
        }
        Values::Listed(table) => {
            let row = value.parse().ok().and_then(|id| table.row(id));
            (Some(value.to_owned()).filter(|id| is_digits(id)), row.map(|row| row.label.to_owned()), false)
        }
        Values::Company => (is_digits(value).then(|| format!("urn:li:organization:{value}")), None, true),
        Values::ListId => (Some(value.to_owned()).filter(|id| is_digits(id)), None, false),
        Values::Profile => (Some(profile_id(value)?), None, false),
    };
    // A label is no value, except of a free text.
    id.as_ref().or(label.as_ref().filter(|_| matches!(field.row().values, Values::Text)))?;
    let members = [
        id.map(|id| ("id", Node::text(id))),
        label.map(|label| ("text", Node::text(label))),
        Some(("selectionType", Node::text(selection))),
        is_company.then(|| ("parent", Node::object([("id", Node::text("0"))]))),
    ];
    Some(Node::object(members.into_iter().flatten()))
}

/// LinkedIn's ID and label for a value of a whole vocabulary.
fn closed(field: FieldId, value: &str) -> Option<(String, &'static str)> {
    if let Some(listed) = listed_of_wire(field, value) {
        return Some((listed.id.to_owned(), listed.label));
    }
    let closed = field.row().vocabulary()?;
    let row = closed.rows().get(closed.by_id(value)?)?;
    Some((row.id.to_owned(), row.label))
}

/// The ID of a profile in Sales Navigator's address of it. LinkedIn's public address of a profile does not hold it.
fn profile_id(address: &str) -> Option<String> {
    let id = address.strip_prefix("https://www.linkedin.com/sales/lead/")?;
    let id = id.trim_end_matches('/').split(',').next().unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (!id.is_empty() && id.chars().all(allowed)).then(|| id.to_owned())
}

/// A value whose ID at LinkedIn is another one, though it looks like the API's, in words.
pub fn contested(field: FieldId, value: &str) -> Option<String> {
    let Values::Label(closed) = field.row().values else { return None };
    let row = closed.rows().get(closed.by_id(value)?)?;
    let listed = listed_of_wire(field, value).filter(|listed| row.note.is_some() && listed.id != value)?;
    Some(format!("`{}` is {} here and {value} in the request", row.label, listed.id))
}
