//! `textDocument/selectionRange`: what a growing selection takes in next.

use gen_lsp_types::{SelectionRange, SelectionRangeParams};

use super::failure::Failure;
use super::lexis::{Kind, in_word, token_at, tokens};
use super::nodes::{holds, nodes_at};
use super::server::Server;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::Item;

/// For each place what a growing selection takes in.
///
/// # Errors
///
/// If there is no such file.
pub fn selection_ranges(server: &Server, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let one = |position| {
        let mut chain: Option<Box<SelectionRange>> = None;
        for span in spans(&view.source, &view.parsed.file.items, view.offset(position)).into_iter().rev() {
            chain = Some(Box::new(SelectionRange { range: view.range(span), parent: chain }));
        }
        chain.map_or_else(SelectionRange::default, |chain| *chain)
    };
    Ok(Some(params.positions.into_iter().map(one).collect()))
}

/// What a growing selection takes in, each holding the one before: the word, the value, its list, the clause, its run,
/// the persona, the file.
fn spans(source: &SourceFile, items: &[Item], offset: u32) -> Vec<Span> {
    let whole = Span { start: 0, end: source.text().len() as u32 };
    let mut wanted = words(source, offset);
    wanted.extend(nodes_at(items, offset).iter().rev().map(|place| place.node.span()));
    wanted.extend(runs(items, offset));
    wanted.push(whole);
    wanted.sort_by_key(|span| span.end - span.start);
    // Two values that touch at the place are side by side: the one that came first counts.
    let mut chain: Vec<Span> = vec![];
    for span in wanted {
        let grows = |last: &Span| *last != span && span.start <= last.start && last.end <= span.end;
        if chain.last().is_none_or(grows) {
            chain.push(span);
        }
    }
    chain
}

/// The word at a place, and the string or comment that it is in, without and with its quotes.
fn words(source: &SourceFile, offset: u32) -> Vec<Span> {
    let Some(token) = token_at(&tokens(source.text()), offset) else { return vec![Span::at(offset)] };
    let text = source.slice(token.span);
    let mut found = vec![word(source, token.span, offset)];
    if token.kind == Kind::String && text.len() >= 2 && text.ends_with('"') {
        found.push(Span { start: token.span.start + 1, end: token.span.end - 1 });
    }
    found.push(token.span);
    found.retain(|span| holds(*span, offset));
    found
}

/// The word at a place inside a token.
fn word(source: &SourceFile, token: Span, offset: u32) -> Span {
    let before = source.slice(Span { start: token.start, end: offset });
    let behind = source.slice(Span { start: offset, end: token.end });
    let start = before.len() - before.trim_end_matches(in_word).len();
    let end = behind.len() - behind.trim_start_matches(in_word).len();
    Span { start: offset - start as u32, end: offset + end as u32 }
}

/// The items of a kind that stand together around a place, of the file or of a persona block.
fn runs(items: &[Item], offset: u32) -> Vec<Span> {
    let is_run = |one: &Item, next: &Item| std::mem::discriminant(one) == std::mem::discriminant(next);
    let mut found = vec![];
    for run in items.chunk_by(is_run) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let span = first.span().to(last.span());
        if !holds(span, offset) {
            continue;
        }
        found.push(span);
        for item in run {
            if let Item::Persona(block) = item {
                found.extend(runs(&block.items, offset));
            }
        }
    }
    found
}
