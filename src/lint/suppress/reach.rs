//! How far an allowance reaches: its own line, or what begins below it.

use crate::source::{SourceFile, Span};
use crate::syntax::ast::{Expr, ExprKind, Item};

/// What an allowance concerns.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// Everything in the file.
    File,
    /// Findings that begin here.
    Span(Span),
}

/// The reach of the comment at `comment`: the line it ends; or if it has a line of its own, the item or condition
/// that begins on the next line of code, at `start`, and else that line.
pub fn reach(source: &SourceFile, items: &[Item], comment: Span, start: u32) -> Reach {
    let line = source.line_span(source.line_of(comment.start));
    if !source.slice(Span { start: line.start, end: comment.start }).trim().is_empty() {
        return Reach::Span(whole_line(line));
    }
    let line = source.line_span(source.line_of(start));
    let inside = begun_at(items, behind_link(source.text(), start));
    let end = inside.map_or(line.end, |span| span.end.max(line.end));
    Reach::Span(whole_line(Span { start, end }))
}

/// With the place behind its last character, where something may be missing.
fn whole_line(span: Span) -> Span {
    Span { start: span.start, end: span.end + 1 }
}

/// The place behind the `and` or `or` that may stand at `at`.
fn behind_link(text: &str, at: u32) -> u32 {
    let rest = text.get(at as usize..).unwrap_or_default();
    let word: usize = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !["and", "or"].iter().any(|link| rest[..word].eq_ignore_ascii_case(link)) {
        return at;
    }
    let behind = &rest[word..];
    at + (word + behind.len() - behind.trim_start().len()) as u32
}

/// The setting, `let`, `use`, persona block or condition that begins at `at`.
fn begun_at(items: &[Item], at: u32) -> Option<Span> {
    items.iter().find_map(|item| match item {
        Item::Setting(setting) => begins(setting.span, at),
        Item::Let(named) => begins(named.span, at),
        Item::Use(used) => begins(used.span, at),
        Item::Persona(block) => begins(block.span, at).or_else(|| begun_at(&block.items, at)),
        Item::Clause(clause) => condition(clause, at),
    })
}

fn begins(span: Span, at: u32) -> Option<Span> {
    (span.start == at).then_some(span)
}

/// The condition that begins at `at`; of conditions joined by `and` only the first one, for each may have a comment.
fn condition(expr: &Expr, at: u32) -> Option<Span> {
    match &expr.kind {
        ExprKind::And(parts) => parts.iter().find_map(|part| condition(part, at)),
        ExprKind::Or(parts, _) => begins(expr.span, at).or_else(|| parts.iter().find_map(|part| condition(part, at))),
        _ => begins(expr.span, at),
    }
}
