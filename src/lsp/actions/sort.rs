//! Sorting the values of a list: in the order of their vocabulary, or else by name.

use gen_lsp_types::CodeActionKind;

use super::super::nodes::{Node, Place};
use super::here::Here;
use super::refactoring::{Keeps, Refactoring};
use super::written::whole;
use crate::diagnostic::Edit;
use crate::fields::FieldId;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, LetValue, Op, Value};
use crate::tables::fold;

/// Sorting the list at a place, if that changes anything.
pub fn sort(here: &Here) -> Option<Refactoring> {
    let (place, brackets) = here.around().find_map(|place| match place.node {
        Node::List(brackets) => Some((place, brackets)),
        _ => None,
    })?;
    let elements = elements(place)?;
    let mut sorted: Vec<(Key, usize)> = elements.iter().map(|element| key(here, place, element)).zip(0..).collect();
    sorted.sort();
    let order: Vec<usize> = sorted.into_iter().map(|(_, index)| index).collect();
    if order.is_sorted() {
        return None;
    }
    let edits = match here.has_comment(brackets) {
        true => vec![with_comments(here, brackets, elements, &order)],
        false => in_place(here, elements, &order),
    };
    let kind = CodeActionKind::RefactorRewrite;
    Some(Refactoring { keeps: Keeps::Values, ..Refactoring::new("sort this list", kind, edits) })
}

fn elements<'a>(place: &Place<'a>) -> Option<&'a [Element]> {
    match (place.condition, place.named.map(|named| &named.value)) {
        (Some(condition), _) => Some(&condition.operands),
        (None, Some(LetValue::List(_, elements))) => Some(elements),
        _ => None,
    }
}

/// What decides the place of an element.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// Names of other lists come first.
    Name(String),
    /// The place in a vocabulary, or an ID.
    Number(u64),
    /// A label, folded and as it is.
    Label(String, String),
}

fn key(here: &Here, place: &Place, element: &Element) -> Key {
    match &element.kind {
        ElementKind::Reference(reference) => Key::Name(fold(here.view.text(reference.span))),
        ElementKind::Value(value) => rank(here, place, element).map_or_else(|| by_text(here, value), Key::Number),
        ElementKind::Range(low, high) => {
            let ranked = rank(here, place, element).map(Key::Number);
            let end = || low.as_ref().or(high.as_ref()).map(|end| by_text(here, end));
            // Without a lower end it begins before everything.
            let first = || low.is_none().then_some(Key::Number(0));
            ranked.or_else(first).or_else(end).unwrap_or(Key::Number(0))
        }
    }
}

/// The place in its vocabulary of the first value that an element stands for.
fn rank(here: &Here, place: &Place, element: &Element) -> Option<u64> {
    let field: FieldId = here.field(place)?;
    field.row().vocabulary()?;
    let taken = here.meaning.taken(field, Op::In, element, here.scope(place.block)?)?;
    taken.values.iter().min().map(|value| u64::from(*value))
}

fn by_text(here: &Here, value: &Value) -> Key {
    let text = value.text.read(&here.view.source);
    match text.replace('_', "").parse() {
        Ok(number) => Key::Number(number),
        Err(_) => Key::Label(fold(text), text.to_owned()),
    }
}

/// Each element where another one stood.
fn in_place(here: &Here, elements: &[Element], order: &[usize]) -> Vec<Edit> {
    let text = |index: &usize| elements.get(*index).map_or("", |element| here.view.text(whole(element)));
    let edit = |(element, index): (&Element, &usize)| Edit::replace(whole(element), text(index));
    elements.iter().zip(order).map(edit).filter(|edit| here.view.text(edit.span) != edit.text).collect()
}

/// The elements a line each, with the comments above and behind them.
fn with_comments(here: &Here, brackets: Span, elements: &[Element], order: &[usize]) -> Edit {
    let mut lines = Lines::of(here, brackets, elements);
    let indent = lines.indent.clone();
    let mut text = lines.opening.concat();
    for index in order {
        let Some(line) = lines.of_elements.get_mut(*index) else { continue };
        line.above.iter().for_each(|comment| text.push_str(&format!("\n{indent}{comment}")));
        text.push_str(&format!("\n{indent}{},", line.element));
        line.behind.iter().for_each(|comment| text.push_str(&format!(" {comment}")));
    }
    lines.closing.iter().for_each(|comment| text.push_str(&format!("\n{indent}{comment}")));
    let outer = &indent[..indent.len().saturating_sub(INDENT)];
    Edit::replace(Span { start: brackets.start + 1, end: brackets.end - 1 }, format!("{text}\n{outer}"))
}

/// What the elements of a list stand further to the right than its brackets.
const INDENT: usize = 4;

/// A list with comments, taken apart.
struct Lines<'a> {
    indent: String,
    /// Behind the opening bracket, on its line.
    opening: Vec<String>,
    of_elements: Vec<Line<'a>>,
    /// Below the last element.
    closing: Vec<&'a str>,
}

#[derive(Default)]
struct Line<'a> {
    above: Vec<&'a str>,
    element: &'a str,
    behind: Vec<&'a str>,
}

impl<'a> Lines<'a> {
    fn of(here: &'a Here, brackets: Span, elements: &[Element]) -> Lines<'a> {
        let view = here.view;
        let line = view.text(view.source.line_span(view.source.line_of(brackets.start)));
        let indent = &line[..line.len() - line.trim_start().len()];
        let indent = format!("{indent}{}", " ".repeat(INDENT));
        let of_elements = elements.iter().map(|element| Line { element: view.text(whole(element)), ..Line::default() });
        let mut lines = Lines { indent, opening: vec![], of_elements: of_elements.collect(), closing: vec![] };
        let inside = here.comments.iter().filter(|one| brackets.start < one.start && one.end < brackets.end);
        for comment in inside {
            lines.add(here, brackets, elements, *comment);
        }
        lines
    }

    /// A comment belongs to what stands before it on its line, or else to what comes next.
    fn add(&mut self, here: &'a Here, brackets: Span, elements: &[Element], comment: Span) {
        let text = here.view.text(comment).trim_end();
        let next = elements.partition_point(|element| whole(element).end <= comment.start);
        let before = next.checked_sub(1);
        let line_of = |at: u32| here.view.source.line_of(at);
        let is_behind = |end: u32| line_of(end) == line_of(comment.start);
        let last = before.and_then(|before| elements.get(before)).map(|element| whole(element).end);
        match (last, before) {
            (Some(end), Some(before)) if is_behind(end) => {
                self.of_elements.get_mut(before).into_iter().for_each(|line| line.behind.push(text));
            }
            (None, _) if is_behind(brackets.start) => self.opening.push(format!(" {text}")),
            _ => match self.of_elements.get_mut(next) {
                Some(line) => line.above.push(text),
                None => self.closing.push(text),
            },
        }
    }
}
