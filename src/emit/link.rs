//! The address at which Sales Navigator shows the same search.

use super::json::Body;
use crate::audience::Audience;
use crate::diagnostic::Diagnostic;
use crate::fields::{FieldId, Kind, Values};
use crate::json::Json;
use crate::rule;
use crate::salesnav::{self, Node, listed_of_wire};
use crate::wording::{self, and, or};

/// Where Sales Navigator searches for people.
const START: &str = "https://www.linkedin.com/sales/search/people?query=";

const INCLUDED: &str = "INCLUDED";
const EXCLUDED: &str = "EXCLUDED";

/// Opens the panel of filters beside the results.
const END: &str = "&viewAllFilters=true";

/// A longer address may not arrive. Of one of LinkedIn's own services it is known that 9,200 characters do, and half
/// as many again do not.
const LONGEST: usize = 8_000;

/// The address of the search that `body`, one of the bodies of `audience`, is; and what the address cannot say.
/// There is none if it could say nothing at all.
pub fn link(body: &Body, audience: &Audience) -> (Option<String>, Vec<Diagnostic>) {
    let mut left_out = LeftOut::default();
    let (mut filters, mut keywords, mut other_letters) = (vec![], None, vec![]);
    for field in FieldId::all() {
        let row = field.row();
        let included = row_values(body, Some(row.include));
        if row.kind == Kind::Single && matches!(row.values, Values::Text) {
            keywords = included.into_iter().next();
            continue;
        }
        let values = included.into_iter().map(|value| (value, INCLUDED));
        let values = values.chain(row_values(body, row.exclude).into_iter().map(|value| (value, EXCLUDED)));
        let (mut nodes, mut lost, mut includes) = (vec![], vec![], false);
        for (value, selection) in values {
            other_letters.extend(contested(field, value));
            match node(field, value, selection) {
                Some(node) => {
                    includes |= selection == INCLUDED;
                    nodes.push(node);
                }
                None => lost.push((value, selection)),
            }
        }
        for (value, selection) in lost {
            let is_included = selection == INCLUDED;
            let sign = if is_included { "=" } else { "!=" };
            left_out.add(format!("`{} {sign} {}`", row.name, wording::value(value)), is_included && includes);
        }
        if !nodes.is_empty() {
            filters.push(Node::object([("type", Node::text(row.sales_navigator)), ("values", Node::list(nodes))]));
        }
    }
    let unread = audience.settings.raw.iter().filter(|(key, value)| !is_read(key, value));
    unread.for_each(|(key, _)| left_out.add(format!("`{key}` of `raw`"), false));
    if filters.is_empty() && keywords.is_none() {
        return (None, vec![nothing(audience, &left_out)]);
    }
    let address = address(filters, keywords);
    let found = [
        (!left_out.said.is_empty()).then(|| left(audience, &left_out)),
        (audience.settings.live == Some(false)).then(|| not_live(audience)),
        (address.len() > LONGEST).then(|| long(audience, address.len())),
        (!other_letters.is_empty()).then(|| letters(audience, &other_letters)),
    ];
    (Some(address), found.into_iter().flatten().collect())
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
fn row_values<'b>(body: &'b Body, key: Option<&str>) -> Vec<&'b str> {
    match key.and_then(|key| body.get(key)) {
        Some(Json::Array(values)) => values.iter().filter_map(text).collect(),
        Some(Json::Bool(true)) => vec!["true"],
        Some(value) => text(value).into_iter().collect(),
        None => vec![],
    }
}

/// Whether a key of `raw` is one of a filter, and holds what the filter takes.
fn is_read(key: &str, value: &Json) -> bool {
    let field = FieldId::all().find(|field| field.row().include == key || field.row().exclude == Some(key));
    match (field.map(FieldId::row), value) {
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

/// A value as LinkedIn writes it; none if it cannot.
fn node(field: FieldId, value: &str, selection: &str) -> Option<Node> {
    let (id, label, is_company) = match field.row().values {
        Values::Text => (None, Some(value.to_owned()), false),
        Values::Label(_) | Values::Quantity(..) | Values::Signal(_) => {
            let (id, label) = closed(field, value)?;
            (Some(id), Some(label.to_owned()).filter(|label| !label.is_empty()), false)
        }
        Values::Listed(table) => {
            let row = value.parse().ok().and_then(|id| table.row(id));
            (Some(value.to_owned()).filter(|id| is_number(id)), row.map(|row| row.label.to_owned()), false)
        }
        Values::Company => (is_number(value).then(|| format!("urn:li:organization:{value}")), None, true),
        Values::ListId => (Some(value.to_owned()).filter(|id| is_number(id)), None, false),
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

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The ID of a profile in Sales Navigator's address of it. LinkedIn's public address of a profile does not hold it.
fn profile_id(address: &str) -> Option<String> {
    let id = address.strip_prefix("https://www.linkedin.com/sales/lead/")?;
    let id = id.trim_end_matches('/').split(',').next().unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (!id.is_empty() && id.chars().all(allowed)).then(|| id.to_owned())
}

/// A value whose ID at LinkedIn is another one, though it looks like the API's, in words.
fn contested(field: FieldId, value: &str) -> Option<String> {
    let Values::Label(closed) = field.row().values else { return None };
    let row = closed.rows().get(closed.by_id(value)?)?;
    let listed = listed_of_wire(field, value).filter(|listed| row.note.is_some() && listed.id != value)?;
    Some(format!("`{}` is {} here and {value} in the request", row.label, listed.id))
}

/// What the link cannot say, in words, and what that does.
#[derive(Default)]
struct LeftOut {
    said: Vec<String>,
    shows_more: bool,
    shows_fewer: bool,
}

impl LeftOut {
    /// One of several included values is missed where others are left: fewer people are shown. Anything else that is
    /// left out lets more people in.
    fn add(&mut self, said: String, is_one_of_several: bool) {
        self.said.push(said);
        self.shows_fewer |= is_one_of_several;
        self.shows_more |= !is_one_of_several;
    }
}

fn left(audience: &Audience, left_out: &LeftOut) -> Diagnostic {
    let whom = match (left_out.shows_more, left_out.shows_fewer) {
        (true, false) => "more people",
        (false, _) => "fewer people",
        (true, true) => "other people",
    };
    let said = and(&left_out.said);
    let message = format!("the link cannot say {said}, so the browser shows {whom} than the persona finds");
    let help = "`/in/…` addresses, lists with a UUID and `raw` have no form in a link: write `/sales/lead/…` or the \
                list's number where there is one";
    Diagnostic::new(&rule::NOT_IN_LINK, message).label(audience.location, format!("{whom} in the browser")).help(help)
}

fn not_live(audience: &Audience) -> Diagnostic {
    let place = audience.settings.live_at.unwrap_or(audience.location);
    Diagnostic::new(&rule::LIVE_LINK, "with `live: false` another database is searched than the browser shows")
        .label(place, "LinkedIn itself is not searched")
        .help("read the count in the browser as a hint, or leave `live: false` out")
}

fn long(audience: &Audience, length: usize) -> Diagnostic {
    let message = format!("the link has {length} characters, and LinkedIn may refuse more than {LONGEST}");
    Diagnostic::new(&rule::LONG_LINK, message)
        .label(audience.location, "very many values")
        .help("the request itself has no such limit; split the persona if the browser shows an error")
}

fn letters(audience: &Audience, letters: &[String]) -> Diagnostic {
    let message = format!("the API's letters are not LinkedIn's: {}", and(letters));
    Diagnostic::new(&rule::CONTESTED_IN_LINK, message)
        .label(audience.location, "the link has what the labels say")
        .help("if the API hands its letters on as they are, the delivered leads are others than the browser shows")
}

fn nothing(audience: &Audience, left_out: &LeftOut) -> Diagnostic {
    let message = match left_out.said.is_empty() {
        true => "a link cannot say anything of this persona".to_owned(),
        false => format!("a link cannot say {}, and the persona asks for nothing else", or(&left_out.said)),
    };
    Diagnostic::new(&rule::EMPTY_LINK, message)
        .label(audience.location, "the browser would show everybody")
        .help("add a filter that a link can say, such as a job title")
}
