//! Giving a list, a value or a filter a name.

use gen_lsp_types::CodeActionKind;

use super::super::nodes::{Place, holds};
use super::extractable::{Extractable, What, extractable, run};
use super::groups::outermost;
use super::here::Here;
use super::refactoring::Refactoring;
use crate::diagnostic::Edit;
use crate::source::Span;
use crate::syntax::ast::Item;

/// Giving a name to what is at a place, there alone, and wherever it stands.
pub fn extract(here: &Here) -> Vec<Refactoring> {
    let chosen = chosen(here);
    chosen.into_iter().flat_map(|(place, part)| named(here, place, &part)).collect()
}

/// What is meant: the smallest part that holds what is selected; at a cursor a list, or else a value, and a filter.
fn chosen<'h>(here: &'h Here) -> Vec<(&'h Place<'h>, Extractable)> {
    let held = |part: &Extractable| holds(part.span, here.selection.start) && holds(part.span, here.selection.end);
    let all = here.nodes.iter().filter_map(|place| Some((place, extractable(here, place)?)));
    let mut parts: Vec<_> = all.filter(|(_, part)| held(part)).collect();
    parts.sort_by_key(|(_, part)| part.span.end - part.span.start);
    if here.selection.start < here.selection.end {
        parts.truncate(1);
        let smaller = |(place, part)| (place, run(here, place, &part).unwrap_or(part));
        return parts.into_iter().map(smaller).collect();
    }
    let mut first = |is_it: &dyn Fn(&Extractable) -> bool| {
        let index = parts.iter().position(|(_, part)| is_it(part))?;
        Some(parts.remove(index))
    };
    let value = first(&|part| part.what == What::List).or_else(|| first(&|part| part.what == What::Value));
    let filter = first(&|part| part.what == What::Filter && part.is_closed);
    value.into_iter().chain(filter).collect()
}

fn named(here: &Here, place: &Place, part: &Extractable) -> Vec<Refactoring> {
    let name = part.name(here, place);
    let what = part.title(here);
    let alone = uses(here, &[(place, part.clone())], part, &name).map(|edits| {
        Refactoring::new(format!("extract {what} into `let {name}`"), CodeActionKind::RefactorExtract, edits)
    });
    let others = others(here, place, part);
    let all: Vec<_> = std::iter::once((place, part.clone())).chain(others).collect();
    let everywhere = (all.len() > 1).then(|| {
        let (more, places) = (all.len() - 1, if all.len() == 2 { "place" } else { "places" });
        let title = format!("extract {what} into `let {name}`, here and in {more} more {places}");
        Some(Refactoring::new(title, CodeActionKind::RefactorExtract, uses(here, &all, part, &name)?))
    });
    alone.into_iter().chain(everywhere.flatten()).collect()
}

/// The other parts that say the same, none inside another.
fn others<'h>(here: &'h Here, own: &Place, part: &Extractable) -> Vec<(&'h Place<'h>, Extractable)> {
    let apart = |one: Span, other: Span| one.end <= other.start || other.end <= one.start;
    let mut found: Vec<(&Place, Extractable)> = vec![];
    for place in &here.nodes {
        let Some(other) = extractable(here, place) else { continue };
        let is_free = apart(part.span, other.span) && found.iter().all(|(_, one)| apart(one.span, other.span));
        if is_free && other.is_closed && part.is_like(here, own, &other, place) {
            found.push((place, other));
        }
    }
    found
}

/// The edits that name `part` and use the name in places.
fn uses(here: &Here, places: &[(&Place, Extractable)], part: &Extractable, name: &str) -> Option<Vec<Edit>> {
    let block = places.first()?.0.block;
    let is_one_block = places.iter().all(|(place, _)| std::ptr::eq(place.block, block));
    let items = if is_one_block && !block.is_empty() { block } else { here.meaning.items() };
    let first = places.iter().map(|(_, part)| part.span.start).min()?;
    let item = items.iter().find(|item| {
        let whole = outer(here, item);
        whole.start <= first && first < whole.end
    })?;
    let mut edits = vec![above(here, item, name, here.view.text(part.value))];
    edits.extend(places.iter().map(|(_, part)| Edit::replace(part.span, format!("{}${name}", part.before))));
    Some(edits)
}

/// Where an item stands, the parentheses around it included.
fn outer(here: &Here, item: &Item) -> Span {
    match item {
        Item::Clause(clause) => outermost(here.view.source.text(), &here.comments, clause.span),
        _ => item.span(),
    }
}

/// A `let` above an item and the comments that belong to it.
fn above(here: &Here, item: &Item, name: &str, value: &str) -> Edit {
    let start = outer(here, item).start;
    let source = &here.view.source;
    let line = source.line_span(source.line_of(start));
    let indent = here.view.text(Span { start: line.start, end: start });
    // What is named may end in a comment, which must not reach further than its line.
    let end = if matches!(item, Item::Let(_)) { "\n" } else { "\n\n" };
    if !indent.trim().is_empty() {
        return Edit::insert(start, format!("let {name} = {value}\n"));
    }
    let at = line_above_comments(here, source.line_of(start));
    Edit::insert(source.line_span(at).start, format!("{indent}let {name} = {value}{end}"))
}

/// The first of the lines of comments right above a line, or the line itself if they begin the file: then they are
/// about all of it, unless one of them allows something.
fn line_above_comments(here: &Here, line: usize) -> usize {
    let text = |line: usize| here.view.text(here.view.source.line_span(line)).trim();
    let mut first = line;
    while first.checked_sub(1).is_some_and(|above| text(above).starts_with('#')) {
        first -= 1;
    }
    let allows = (first..line).any(|line| text(line).trim_start_matches(['#', ' ']).starts_with("personac:"));
    if first == 0 && !allows { line } else { first }
}
