//! `textDocument/foldingRange`: what can be folded away.

use gen_lsp_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use super::failure::Failure;
use super::lexis::{Kind, tokens};
use super::nodes::{Node, nodes};
use super::server::Server;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::{DataKind, Item};

/// What can be folded away in a file.
///
/// # Errors
///
/// If there is no such file.
pub fn folding_ranges(server: &Server, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let text = server.capabilities.text_document.as_ref();
    let limit = text.and_then(|text| text.folding_range.as_ref()).and_then(|folding| folding.range_limit);
    let mut folds = folds(&view.source, &view.parsed.file.items);
    folds.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
    let range = |fold: Fold| FoldingRange {
        start_line: fold.first as u32,
        end_line: fold.last as u32,
        kind: fold.kind,
        ..FoldingRange::default()
    };
    Ok(Some(folds.into_iter().map(range).collect()))
}

/// Lines from 0, both included; the first one stays.
#[derive(Debug, Clone, PartialEq)]
struct Fold {
    first: usize,
    last: usize,
    kind: Option<FoldingRangeKind>,
}

/// What can be folded, by the first line. Of two that begin on one line the inner one counts.
fn folds(source: &SourceFile, items: &[Item]) -> Vec<Fold> {
    let mut found: Vec<Fold> = nodes(items).iter().rev().filter_map(|place| bracketed(source, place.node)).collect();
    found.extend(comments(source));
    found.extend(runs(source, items));
    let blocks = items.iter().filter_map(|item| match item {
        Item::Persona(block) => Some(block),
        _ => None,
    });
    blocks.for_each(|block| found.extend(runs(source, &block.items)));
    found.sort_by_key(|fold| fold.first);
    found.dedup_by_key(|fold| fold.first);
    found
}

/// What stands between brackets on several lines. A bracket that has its line to itself stays.
fn bracketed(source: &SourceFile, node: Node) -> Option<Fold> {
    let span = match node {
        Node::Persona(block) => block.span,
        Node::List(span) => span,
        Node::Data(data) if matches!(data.kind, DataKind::Array(_) | DataKind::Object(_)) => data.span,
        _ => return None,
    };
    let (first, last) = (source.line_of(span.start), source.line_of(span.end.saturating_sub(1).max(span.start)));
    let line = source.slice(source.line_span(last)).trim_start();
    let is_closer = line.starts_with([']', '}']);
    fold(first, last - usize::from(is_closer && last > first), None)
}

fn fold(first: usize, last: usize, kind: Option<FoldingRangeKind>) -> Option<Fold> {
    (last > first).then_some(Fold { first, last, kind })
}

/// Lines of comments, one after the other.
fn comments(source: &SourceFile) -> Vec<Fold> {
    let comments = tokens(source.text()).into_iter().filter(|token| token.kind == Kind::Comment);
    let own_line = |span: &Span| {
        let line = source.line_span(source.line_of(span.start));
        source.slice(Span { start: line.start, end: span.start }).trim().is_empty()
    };
    let lines: Vec<usize> =
        comments.map(|token| token.span).filter(own_line).map(|span| source.line_of(span.start)).collect();
    let runs = lines.chunk_by(|one, next| one + 1 == *next);
    let one = |run: &[usize]| fold(*run.first()?, *run.last()?, Some(FoldingRangeKind::Comment));
    runs.filter_map(one).collect()
}

/// Settings, `let`s and `use`s one after the other, without an empty line between them.
fn runs(source: &SourceFile, items: &[Item]) -> Vec<Fold> {
    let lines = |item: &Item| {
        let span = item.span();
        (source.line_of(span.start), source.line_of(span.end.saturating_sub(1).max(span.start)))
    };
    let is_next = |one: &Item, next: &Item| kind_of(one) == kind_of(next) && lines(next).0 <= lines(one).1 + 1;
    let one = |run: &[Item]| {
        let (first, last) = (run.first()?, run.last()?);
        let kind = match first {
            Item::Use(_) => Some(FoldingRangeKind::Imports),
            Item::Setting(_) | Item::Let(_) => None,
            Item::Clause(_) | Item::Persona(_) => return None,
        };
        fold(lines(first).0, lines(last).1, kind)
    };
    items.chunk_by(is_next).filter_map(one).collect()
}

fn kind_of(item: &Item) -> std::mem::Discriminant<Item> {
    std::mem::discriminant(item)
}
