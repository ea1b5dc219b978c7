//! What is being typed at a place, what may stand there, and what a choice replaces.

use super::place::{Condition, Place};
use super::reader::place;
use super::tokens::{Kind, Token, goes_on, in_word, tokens};
use crate::source::Span;
use crate::syntax::ast::Op;

/// What is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// What may stand there.
    pub place: Place,
    /// The name of the `let` that it is part of.
    pub named: Option<Span>,
    /// What a choice replaces.
    pub span: Span,
    /// What is typed so far: from the beginning of the span to the cursor.
    pub text: String,
    /// The same without its quote.
    pub query: String,
    /// Whether a quote is typed.
    pub quoted: bool,
    /// Whether the cursor touches code on its left that is not replaced.
    pub glued: bool,
}

/// What is typed at byte `offset`.
pub fn typed(text: &str, offset: usize) -> Typed {
    let before = text.get(..offset).unwrap_or(text);
    let offset = before.len();
    let mut all = tokens(before, last_persona(before));
    let touched = all.last().copied().filter(|token| token.span.end as usize == offset);
    let last_line = before.rfind('\n').map_or(0, |at| at + 1);
    let touched = touched.filter(|token| is_partial(token.kind, before, token.span));
    if touched.is_some() {
        all.pop();
    }
    let start = touched.map_or(offset, |token| token.span.start as usize);
    let first = touched.map_or_else(|| before[last_line..].trim().is_empty(), |token| token.first);
    let glued =
        touched.is_none() && before.ends_with(|letter: char| !letter.is_whitespace() && !"([{,=".contains(letter));
    if let Some(comment) = touched.filter(|token| token.kind == Kind::Comment) {
        return whole(text, offset, comment.span.start as usize, Place::Comment(comment.span), Kind::Comment, false);
    }
    let (mut place, named) = place(before, &all, start as u32, first);
    let mut start = start;
    if let Place::Operator { not: Some(not), .. } = place {
        start = not as usize;
    }
    if let Place::Value(Condition { begun: Some(begun), .. }) = place {
        start = begun as usize;
    }
    let mut kind = touched.map_or(Kind::Other, |token| token.kind);
    // `size >` may become `size >=`, and `title !` is nothing yet.
    if let (Some(token), Place::Value(condition)) = (all.last(), &place) {
        let sign = before.get(token.span.range()).unwrap_or_default();
        let is_open = matches!(sign, "<" | ">") && token.span.end as usize == offset;
        if let (true, Some(field)) = (is_open && touched.is_none() && condition.op != Op::In, condition.field) {
            place = Place::Operator { field, not: None };
            start = token.span.start as usize;
            kind = Kind::Sign;
        }
    }
    Typed { named, ..whole(text, offset, start, place, kind, glued) }
}

/// Whether a token that the cursor touches is still being typed.
fn is_partial(kind: Kind, text: &str, span: Span) -> bool {
    match kind {
        Kind::Word | Kind::OpenText | Kind::Reference | Kind::Comment => true,
        Kind::Sign => text.get(span.range()) == Some("!"),
        _ => false,
    }
}

/// A persona block at the beginning of a line is a fresh start: what is before the last one need not be read.
fn last_persona(before: &str) -> usize {
    let mut end = before.len();
    while let Some(at) = memchr::memmem::rfind(before.get(..end).unwrap_or_default().as_bytes(), b"\npersona ") {
        let rest = before.get(at + "\npersona ".len()..).unwrap_or_default().trim_start();
        if rest.starts_with(|letter: char| letter == '"' || in_word(letter)) {
            return at + 1;
        }
        end = at;
    }
    0
}

fn whole(text: &str, offset: usize, start: usize, place: Place, kind: Kind, glued: bool) -> Typed {
    let typed = text.get(start..offset).unwrap_or_default();
    let rest = text.get(offset..).unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default();
    let quoted = kind == Kind::OpenText;
    let behind = match kind {
        Kind::OpenText => closing(rest, typed),
        Kind::Comment => 0,
        _ if typed.is_empty() => token_behind(rest),
        Kind::Reference => rest.find(|letter| !in_word(letter) && letter != '.').unwrap_or(rest.len()),
        _ => rest.find(|letter| !goes_on(letter)).unwrap_or(rest.len()),
    };
    let query = if quoted { unquoted(typed) } else { typed.to_owned() };
    let span = Span::new(start, offset + behind);
    Typed { place, named: None, span, text: typed.to_owned(), query, quoted, glued }
}

/// How much of the rest of the line belongs to the string that is open: all up to a quote, if that closes it and does not
/// open another one.
fn closing(rest: &str, typed: &str) -> usize {
    let closers = match typed.chars().next() {
        Some('"') | None => "\"",
        Some('\'' | '‘') => "'’",
        _ => "”“\"",
    };
    let quotes: Vec<(usize, char)> = rest.char_indices().filter(|(_, letter)| closers.contains(*letter)).collect();
    match quotes.first() {
        Some((at, quote)) if quotes.len() % 2 == 1 => at + quote.len_utf8(),
        _ => 0,
    }
}

/// A value right behind the cursor is replaced by a choice: two values in a row would be a mistake.
fn token_behind(rest: &str) -> usize {
    match tokens(rest, 0).first() {
        Some(Token { kind: Kind::Word | Kind::Text | Kind::Reference, span, .. }) if span.start == 0 => {
            span.end as usize
        }
        _ => 0,
    }
}

fn unquoted(typed: &str) -> String {
    let mut letters = typed.chars().skip(1);
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        plain.push(if letter == '\\' { letters.next().unwrap_or(' ') } else { letter });
    }
    plain
}
