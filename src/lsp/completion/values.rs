//! The values of a filter.

use std::collections::HashSet;

use super::around::Around;
use super::item::{Item, Kind, Page};
use super::place::Condition;
use super::references;
use super::tokens::{Kind as TokenKind, tokens};
use crate::fields::{Field, FieldId, Values};
use crate::project::LabelBook;
use crate::resolve::quantity;
use crate::syntax::ast::Op;
use crate::tables::{Closed, ClosedLookup, ClosedRow, Open, OpenLookup, fold};
use crate::wording::{quoted, value};

/// Labels offered at once; who types more sees others.
const MOST: usize = 200;

/// Bytes of a list that are looked at for values that it has already.
const LIST: usize = 32 * 1024;

/// The values that may stand there, best first, and whether there may be others once more is typed.
pub fn items(around: &Around, condition: Condition) -> (Vec<Item>, bool) {
    let named = condition.named.filter(|_| condition.field.is_none());
    let used = || named.and_then(|name| references::field_of(around, around.text(name)));
    let Some(field) = condition.field.or_else(used) else { return (vec![], false) };
    if around.typed.query.starts_with('$') {
        return (vec![], false);
    }
    let taken = Taken::of(around, condition, field);
    let (labels, incomplete) = match field.row().values {
        Values::Label(closed) => (closed_labels(around, field, closed, &taken), false),
        Values::Quantity(closed, _) => (quantities(around, field, closed, condition, &taken), false),
        Values::Listed(table) => open_labels(around, field, table, &taken),
        Values::Text | Values::Company | Values::ListId | Values::Profile | Values::Signal(_) => (vec![], false),
    };
    (book(around, field, &taken).into_iter().chain(labels).collect(), incomplete)
}

/// Whether a text is a whole value already.
pub fn is_whole(around: &Around, condition: Condition, text: &str) -> bool {
    let Some(field) = condition.field else { return true };
    let in_book = around.project.labels.find(field, text).is_some();
    in_book
        || match field.row().values {
            Values::Label(closed) | Values::Quantity(closed, _) => closed.lookup(text) != ClosedLookup::Unknown,
            Values::Listed(table) => table.lookup(text) != OpenLookup::Unknown,
            _ => true,
        }
}

/// The names of the label book.
fn book(around: &Around, field: FieldId, taken: &Taken) -> Vec<Item> {
    let page = LabelBook::page_of(field).unwrap_or_default();
    let wanted = fold(&around.typed.query);
    let entries = around.project.labels.page(page).filter(|entry| !taken.has(&entry.name));
    let mut found: Vec<(usize, Item)> = entries
        .filter_map(|entry| {
            let at = fold(&entry.name).find(&wanted)?;
            let ids = entry.ids.join(", ");
            Some((at, label(around, Kind::Book, &entry.name, &[]).detail(ids).beside("label book")))
        })
        .collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, item)| item).collect()
}

fn closed_labels(around: &Around, field: FieldId, closed: &'static Closed, taken: &Taken) -> Vec<Item> {
    let typed = around.typed.query.trim();
    let by_id = closed.by_id(typed).into_iter();
    let found = by_id.chain(closed.search(typed).into_iter().map(|(index, _)| index));
    let mut seen = HashSet::new();
    let rows = found.filter(|index| seen.insert(*index)).filter_map(|index| closed.rows().get(index));
    let rows = rows.filter(|row| !taken.has_id(row.id));
    rows.map(|row| {
        let item = label(around, Kind::Label, row.label, &row.aliases).detail(row.id);
        item.page(Page::Row { field: field.row().name, id: row.id.to_owned() })
    })
    .collect()
}

fn open_labels(around: &Around, field: FieldId, table: &'static Open, taken: &Taken) -> (Vec<Item>, bool) {
    let typed = around.typed.query.trim();
    let (found, more) = table.begun(typed, MOST);
    let by_id = typed.parse().ok().filter(|id| table.row(*id).is_some());
    let ids = by_id.into_iter().chain(found.into_iter().map(|(id, _)| id));
    let ids = ids.filter(|id| !taken.has_id(&id.to_string()));
    let items: Vec<Item> = ids.filter_map(|id| open_label(around, field, table, id)).collect();
    let made_up = items.iter().any(|item| !around.typed.text.is_empty() && item.filter.starts_with(&made_up(around)));
    (items, more || made_up)
}

fn open_label(around: &Around, field: FieldId, table: &'static Open, id: u32) -> Option<Item> {
    let row = table.row(id)?;
    let names: Vec<&str> = row.aliases().chain(row.legacy).collect();
    let above: Vec<&str> =
        table.ancestors(id).iter().filter_map(|above| Some(table.row(*above)?.label)).take(4).collect();
    let kind = row.kind.map_or_else(String::new, |kind| format!(" · {}", kind.name()));
    let beside = if above.is_empty() { String::new() } else { format!("in {}", above.join(" · ")) };
    let item = label(around, Kind::Label, &table.unique_form(id), &names);
    let page = Page::Row { field: field.row().name, id: id.to_string() };
    Some(item.detail(format!("{id}{kind}")).beside(beside).page(page))
}

/// An item for a label: quoted as it must be or as it is typed, and such that editors find it by what is typed.
fn label(around: &Around, kind: Kind, form: &str, others: &[&str]) -> Item {
    let typed = &around.typed;
    let wanted = typed.query.trim().to_lowercase();
    let quote = typed.text.chars().next().filter(|_| typed.quoted).map(String::from).unwrap_or_default();
    let name = std::iter::once(form).chain(others.iter().copied()).find(|name| name.to_lowercase().contains(&wanted));
    let filter = name.map_or_else(|| format!("{}{form}", made_up(around)), |name| format!("{quote}{name}"));
    let insert = if typed.quoted { quoted(form) } else { value(form) };
    Item::new(kind, form).insert(insert).filter(filter)
}

/// What is typed and a blank: a label that answers only by its letters is found by it.
fn made_up(around: &Around) -> String {
    format!("{} ", around.typed.text)
}

fn quantities(
    around: &Around,
    field: FieldId,
    closed: &'static Closed,
    condition: Condition,
    taken: &Taken,
) -> Vec<Item> {
    let rows = closed.rows().iter();
    let typed = around.typed.query.trim();
    let number = |number: u64, detail: String| (number.to_string(), detail);
    let mut forms: Vec<(String, String)> = match (condition.low, condition.op) {
        (Some(low), _) => {
            let low = quantity(around.text(low)).unwrap_or(0);
            let ends = rows.filter(|row| row.high.is_some_and(|high| high >= low));
            ends.filter_map(|row| Some(number(row.high?, format!("to the end of {}", row.label)))).collect()
        }
        (None, Op::Less | Op::GreaterEqual) => {
            rows.filter(|row| row.low > 1).map(|row| number(row.low, format!("where {} begins", row.label))).collect()
        }
        (None, Op::LessEqual | Op::Greater) => {
            rows.filter_map(|row| Some(number(row.high?, format!("where {} ends", row.label)))).collect()
        }
        (None, _) => {
            let labels = closed.rows().iter().filter(|row| row.label == row.id && !taken.has_id(row.id));
            let labels = labels.map(|row| (row.label.to_owned(), covered(row)));
            let ranges = rows.filter(|row| !taken.has_id(row.id)).map(|row| (range(row), covered(row)));
            labels.chain(ranges).collect()
        }
    };
    forms.retain(|(form, _)| form.starts_with(typed));
    forms
        .into_iter()
        .map(|(form, detail)| {
            let insert = if around.typed.quoted { quoted(&form) } else { form.clone() };
            let filter = if around.typed.quoted { quoted(&form) } else { form.clone() };
            Item::new(Kind::Range, form).detail(detail).insert(insert).filter(filter).manual(field.row().name)
        })
        .collect()
}

/// A bucket as a range.
pub fn range(row: &ClosedRow) -> String {
    match (row.low, row.high) {
        (0, Some(high)) => format!("..{high}"),
        (low, Some(high)) => format!("{low}..{high}"),
        (low, None) => format!("{low}.."),
    }
}

/// What a bucket covers, in words.
pub fn covered(row: &ClosedRow) -> String {
    match (row.low, row.high) {
        (low, Some(high)) if low == high => format!("exactly {low}"),
        (low, Some(high)) => format!("from {low} to {high}"),
        (low, None) => format!("{low} and more"),
    }
}

/// The values that a list has already.
struct Taken {
    ids: HashSet<String>,
    names: HashSet<String>,
}

impl Taken {
    fn of(around: &Around, condition: Condition, field: FieldId) -> Taken {
        let written = condition.list.map(|list| written(around, list)).unwrap_or_default();
        let ids = written.iter().filter_map(|text| id(field.row(), text)).collect();
        Taken { ids, names: written.iter().map(|text| fold(text)).collect() }
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains(&fold(name))
    }

    fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }
}

/// The values written in a list, but for the one that is typed.
fn written(around: &Around, list: u32) -> Vec<String> {
    let text = around.source.text();
    let from = list as usize + 1;
    let mut end = text.len().min(from + LIST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let typed = around.typed.span;
    let all = tokens(text.get(..end).unwrap_or(text), from);
    let inside = all.into_iter().take_while(|token| {
        let is_typed = token.span.start <= typed.end && typed.start <= token.span.end;
        is_typed
            || !matches!(token.kind, TokenKind::Close(_) | TokenKind::Sign | TokenKind::Colon | TokenKind::OpenText)
    });
    let values = inside.filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Text));
    let values = values.filter(|token| token.span.end <= typed.start || typed.end <= token.span.start);
    values.map(|token| around.text(token.span).trim_matches('"').to_owned()).collect()
}

/// The ID that a text of a list stands for.
fn id(field: &Field, text: &str) -> Option<String> {
    if let Some(closed) = field.vocabulary() {
        let index = match closed.lookup(text) {
            ClosedLookup::Found(index) => Some(index),
            _ => closed.by_id(text),
        };
        return index.and_then(|index| closed.rows().get(index)).map(|row| row.id.to_owned());
    }
    match field.table()?.lookup(text) {
        OpenLookup::Found(found) => Some(found.id.to_string()),
        _ => text.parse::<u32>().ok().map(|id| id.to_string()),
    }
}
