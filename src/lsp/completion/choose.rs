//! From a place to what can be chosen there.

use super::around::Around;
use super::item::{Choices, Item, answering};
use super::place::{Condition, Place};
use super::{beginnings, comments, data, operators, paths, references, values};

/// What can be chosen.
pub fn choices(around: &Around) -> Choices {
    if around.by_blank && !is_welcome(&around.typed.place) {
        return Choices::default();
    }
    let typed = &around.typed;
    match &typed.place {
        Place::Value(condition) => values(around, *condition),
        Place::Comment(comment) => comments::choices(around, *comment),
        Place::Variable => simple(around, data::variables(around)),
        Place::Path => simple(around, paths::files(around)),
        Place::LetValue(name) => of_let(around, Condition::of_let(*name)),
        _ if typed.quoted || typed.glued => Choices::default(),
        Place::Item { .. } | Place::Condition => begun(around),
        Place::Operator { field, .. } => simple(around, operators::items(around, *field)),
        Place::Link(tail) => link(around, *tail),
        Place::Data(row) => simple(around, data::items(around, row)),
        Place::As => {
            simple(around, vec![Item::new(super::item::Kind::Keyword, "as").detail("give its names an alias")])
        }
        Place::Alias(path) => simple(around, paths::alias(around, *path)),
        Place::Nothing => Choices::default(),
    }
}

/// Whether a list may come up where somebody has only typed a blank: not where they may be done, and about to begin a new
/// line, which would take the first item.
fn is_welcome(place: &Place) -> bool {
    !matches!(place, Place::Item { .. } | Place::Comment(_) | Place::As | Place::Nothing | Place::Link(None))
}

fn begun(around: &Around) -> Choices {
    // Aliases come only once something of them is typed.
    let incomplete = around.typed.text.is_empty();
    Choices { incomplete, ..simple(around, beginnings::items(around)) }
}

/// Behind `let name =`: values of the filter that the name is used for, or whatever a filter may begin with.
fn of_let(around: &Around, condition: Condition) -> Choices {
    let (mut items, incomplete) = values::items(around, condition);
    if around.typed.quoted || around.typed.glued {
        return Choices { span: around.typed.span, items, incomplete };
    }
    let others = begun(around);
    // Where nothing is typed, the bracket of a list is the likeliest.
    let at = if around.typed.text.is_empty() { 0 } else { items.len() };
    items.splice(at..at, others.items);
    Choices { span: around.typed.span, items, incomplete: incomplete || others.incomplete }
}

fn simple(around: &Around, items: Vec<Item>) -> Choices {
    Choices { span: around.typed.span, items: answering(&around.typed, items), incomplete: false }
}

fn values(around: &Around, condition: Condition) -> Choices {
    let (own, incomplete) = values::items(around, condition);
    let references = answering(&around.typed, references::values(around, condition));
    Choices { span: around.typed.span, items: own.into_iter().chain(references).collect(), incomplete }
}

/// Behind a whole condition: more words of its value where there is such a label, or what joins it to the next one.
fn link(around: &Around, tail: Option<Condition>) -> Choices {
    if let Some(more) = tail.and_then(|condition| more_words(around, condition)) {
        return more;
    }
    if around.by_blank { Choices::default() } else { simple(around, beginnings::links()) }
}

fn more_words(around: &Around, condition: Condition) -> Option<Choices> {
    let begun = condition.begun?;
    let mut typed = around.typed.clone();
    let written = around.source.text().get(begun as usize..around.offset as usize)?;
    let whole = written.strip_suffix(typed.text.as_str()).unwrap_or(written);
    let is_link = ["and", "or"].iter().any(|word| word.starts_with(&typed.text.to_ascii_lowercase()));
    if is_link && values::is_whole(around, condition, whole.trim()) {
        return None;
    }
    typed.span.start = begun;
    typed.text = written.to_owned();
    typed.query = written.to_owned();
    let longer = Around { typed, parsed: around.parsed, ..*around };
    let (items, incomplete) = values::items(&longer, condition);
    if items.is_empty() {
        return None;
    }
    Some(Choices { span: longer.typed.span, items, incomplete })
}
