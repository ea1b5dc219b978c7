//! What a query asks for.

use super::notation::{Member, Node, Value};
use super::parse::{Fault, FaultKind};
use crate::source::Span;

/// A people search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// The free text.
    pub keywords: Option<Text>,
    /// The filters: a lead passes all of them.
    pub filters: Vec<Filter>,
    /// Parts that nobody knows.
    pub unknown: Vec<Unknown>,
}

/// A text of the address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text, decoded.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// One filter: a lead passes it by any of the values it includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// LinkedIn's name for it, such as `CURRENT_TITLE`.
    pub kind: Text,
    /// Its values.
    pub values: Vec<Entry>,
    /// `selectedSubFilter`, which says more about the type.
    pub sub_filter: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// LinkedIn's ID; none for free texts.
    pub id: Option<Text>,
    /// Its label, or the free text.
    pub text: Option<Text>,
    /// Whether leads with this value are left out.
    pub is_excluded: bool,
    /// Where it stands.
    pub span: Span,
}

/// A part of a search that nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Its key.
    pub key: String,
    /// Where it stands, the value included.
    pub span: Span,
}

impl Entry {
    /// What people call the value: its label, else its ID.
    pub fn name(&self) -> &str {
        let named = self.text.as_ref().or(self.id.as_ref());
        named.map_or("", |text| text.text.as_str())
    }
}

/// Keys of a query that say nothing about whom it finds.
const SILENT: &[&str] = &["spellCorrectionEnabled", "recentSearchParam"];

/// Keys of a value that say nothing about whom it finds. `selectedChildren` was seen empty only.
const SILENT_OF_VALUES: &[&str] = &["parent", "icon", "containsChildren"];

/// Read what a query asks for.
///
/// # Errors
///
/// The first part that is not what it should be.
pub fn read(root: &Node) -> Result<Search, Fault> {
    let mut search = Search::default();
    for member in members(root, "a search in parentheses")? {
        match member.key.as_str() {
            "keywords" => search.keywords = Some(text(&member.value, "the text of the keywords")?),
            "filters" => {
                for node in items(&member.value, "a list of filters, `List(…)`")? {
                    let filter = filter(node, &mut search.unknown)?;
                    search.filters.push(filter);
                }
            }
            key if SILENT.contains(&key) => {}
            _ => search.unknown.push(unknown(member)),
        }
    }
    Ok(search)
}

fn filter(node: &Node, others: &mut Vec<Unknown>) -> Result<Filter, Fault> {
    let (mut kind, mut values, mut sub_filter) = (None, None, None);
    for member in members(node, "a filter, `(type:…,values:List(…))`")? {
        match member.key.as_str() {
            "type" => kind = Some(text(&member.value, "the name of a filter")?),
            "values" => {
                let nodes = items(&member.value, "a list of values, `List(…)`")?;
                values = Some(nodes.iter().map(|node| entry(node, others)).collect::<Result<Vec<_>, _>>()?);
            }
            "selectedSubFilter" => sub_filter = Some(text(&member.value, "the name of a part of the filter")?),
            _ => others.push(unknown(member)),
        }
    }
    let missing = |what| Fault { kind: FaultKind::Shape(what), span: node.span };
    let kind = kind.ok_or(missing("a filter with a `type`"))?;
    let values = values.ok_or(missing("a filter with `values`"))?;
    Ok(Filter { kind, values, sub_filter, span: node.span })
}

fn entry(node: &Node, others: &mut Vec<Unknown>) -> Result<Entry, Fault> {
    let (mut id, mut label, mut selection) = (None, None, None);
    for member in members(node, "a value, `(id:…,text:…,selectionType:…)`")? {
        match member.key.as_str() {
            "id" => id = Some(text(&member.value, "an ID")?),
            "text" => label = Some(text(&member.value, "a text")?),
            "selectionType" => selection = Some(text(&member.value, SELECTION)?),
            "selectedChildren" if member.value.value == Value::List(vec![]) => {}
            key if SILENT_OF_VALUES.contains(&key) => {}
            _ => others.push(unknown(member)),
        }
    }
    let is_excluded = match &selection {
        Some(selection) if selection.text == "INCLUDED" => false,
        Some(selection) if selection.text == "EXCLUDED" => true,
        _ => {
            let span = selection.map_or(node.span, |selection| selection.span);
            return Err(Fault { kind: FaultKind::Shape(SELECTION), span });
        }
    };
    if id.is_none() && label.is_none() {
        return Err(Fault { kind: FaultKind::Shape("a value with an `id` or a `text`"), span: node.span });
    }
    Ok(Entry { id, text: label, is_excluded, span: node.span })
}

const SELECTION: &str = "a value with the `selectionType` INCLUDED or EXCLUDED";

fn unknown(member: &Member) -> Unknown {
    Unknown { key: member.key.clone(), span: member.span.to(member.value.span) }
}

fn members<'n>(node: &'n Node, what: &'static str) -> Result<&'n [Member], Fault> {
    match &node.value {
        Value::Object(members) => Ok(members),
        _ => Err(Fault { kind: FaultKind::Shape(what), span: node.span }),
    }
}

fn items<'n>(node: &'n Node, what: &'static str) -> Result<&'n [Node], Fault> {
    match &node.value {
        Value::List(items) => Ok(items),
        _ => Err(Fault { kind: FaultKind::Shape(what), span: node.span }),
    }
}

fn text(node: &Node, what: &'static str) -> Result<Text, Fault> {
    match &node.value {
        Value::Text(text) => Ok(Text { text: text.clone(), span: node.span }),
        _ => Err(Fault { kind: FaultKind::Shape(what), span: node.span }),
    }
}
