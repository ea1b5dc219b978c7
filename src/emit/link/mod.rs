//! The address at which Sales Navigator shows the same search.

mod findings;
mod value;

use super::json::Body;
use crate::audience::Audience;
use crate::diagnostic::Diagnostic;
use crate::fields::{FieldId, Kind, Values};
use crate::json::Json;
use crate::salesnav::{self, Node};
use crate::wording;
use findings::{LeftOut, left, letters, long, not_live, nothing};
use value::{contested, node};

/// Where Sales Navigator searches for people.
const START: &str = "https://www.linkedin.com/sales/search/people?query=";

const INCLUDED: &str = "INCLUDED";
const EXCLUDED: &str = "EXCLUDED";

/// Opens the panel of filters beside the results.
const END: &str = "&viewAllFilters=true";

/// A longer address may not arrive. Of one of LinkedIn's own services it is known that 9,200 characters do, and half
/// as many again do not.
pub const LONGEST: usize = 8_000;

/// The address of the search that `body`, one of the bodies of `audience`, is; and what the address cannot say.
/// There is none if it could say nothing at all.
pub fn link(body: &Body, audience: &Audience) -> (Option<String>, Vec<Diagnostic>) {
    let mut search = Search::default();
    FieldId::all().for_each(|field| search.take(field, body));
    let unread = audience.settings.raw.iter().filter(|(key, value)| !is_read(key, value));
    unread.for_each(|(key, _)| search.left_out.add(format!("`{key}` of `raw`"), false));
    if search.filters.is_empty() && search.keywords.is_none() {
        return (None, vec![nothing(audience, &search.left_out)]);
    }
    let address = address(search.filters, search.keywords);
    let found = [
        (!search.left_out.is_empty()).then(|| left(audience, &search.left_out)),
        (audience.settings.live == Some(false)).then(|| not_live(audience)),
        (address.len() > LONGEST).then(|| long(audience, address.len())),
        (!search.other_letters.is_empty()).then(|| letters(audience, &search.other_letters)),
    ];
    (Some(address), found.into_iter().flatten().collect())
}

/// What is known of the search so far.
#[derive(Default)]
struct Search<'b> {
    filters: Vec<Node>,
    keywords: Option<&'b str>,
    left_out: LeftOut,
    /// Values whose letters differ, in words.
    other_letters: Vec<String>,
}

impl<'b> Search<'b> {
    /// What the body asks of one field.
    fn take(&mut self, field: FieldId, body: &'b Body) {
        let row = field.row();
        let (included, excluded) = (values(body, Some(row.include)), values(body, row.exclude));
        self.other_letters.extend(included.iter().filter_map(|value| contested(field, value)));
        if row.kind == Kind::Single && matches!(row.values, Values::Text) {
            self.keywords = included.into_iter().next();
            return;
        }
        let (mut nodes, lost) = nodes(field, &included, INCLUDED);
        let has_included = !nodes.is_empty();
        lost.iter().for_each(|value| self.lose(row.name, "=", value, has_included));
        let (others, lost) = self::nodes(field, &excluded, EXCLUDED);
        lost.iter().for_each(|value| self.lose(row.name, "!=", value, false));
        nodes.extend(others);
        if !nodes.is_empty() {
            let members = [("type", Node::text(row.sales_navigator)), ("values", Node::list(nodes))];
            self.filters.push(Node::object(members));
        }
    }

    fn lose(&mut self, name: &str, sign: &str, value: &str, is_one_of_several: bool) {
        self.left_out.add(format!("`{name} {sign} {}`", wording::value(value)), is_one_of_several);
    }
}

/// Values as LinkedIn writes them, and those that it cannot write.
fn nodes<'b>(field: FieldId, values: &[&'b str], selection: &str) -> (Vec<Node>, Vec<&'b str>) {
    let (mut nodes, mut lost) = (vec![], vec![]);
    for value in values {
        match node(field, value, selection) {
            Some(node) => nodes.push(node),
            None => lost.push(*value),
        }
    }
    (nodes, lost)
}

fn address(filters: Vec<Node>, keywords: Option<&str>) -> String {
    let has_filters = !filters.is_empty();
    let parts = [
        keywords.map(|_| ("spellCorrectionEnabled", Node::text("true"))),
        has_filters.then(|| ("filters", Node::list(filters))),
        keywords.map(|keywords| ("keywords", Node::text(keywords))),
    ];
    let query = salesnav::encoded(&Node::object(parts.into_iter().flatten()));
    format!("{START}{query}{END}")
}

/// The values of a request key.
fn values<'b>(body: &'b Body, key: Option<&str>) -> Vec<&'b str> {
    match key.and_then(|key| body.get(key)) {
        Some(Json::Array(values)) => values.iter().filter_map(text).collect(),
        Some(Json::Bool(true)) => vec!["true"],
        Some(value) => text(value).into_iter().collect(),
        None => vec![],
    }
}

/// Whether a key of `raw` is one of a filter, and holds what the filter takes.
fn is_read(key: &str, value: &Json) -> bool {
    match (FieldId::of_key(key).map(FieldId::row), value) {
        (None, _) => false,
        (Some(row), Json::Text(_)) => row.kind == Kind::Single,
        (Some(row), Json::Bool(value)) => *value && matches!(row.values, Values::Signal(None)),
        (Some(row), Json::Array(values)) => {
            row.kind != Kind::Single && values.iter().all(|value| text(value).is_some())
        }
        _ => false,
    }
}

fn text(value: &Json) -> Option<&str> {
    match value {
        Json::Text(text) => Some(text),
        _ => None,
    }
}
