//! Outlines of files, and names of all files.

mod document;
mod workspace;

pub use document::symbols;
pub use workspace::find;

use super::view::View;
use crate::source::Span;

/// Letters of a name or detail that are shown.
const MOST_LETTERS: usize = 60;

/// The text of a span on one line, cut where it is long.
fn shown(view: &View, span: Span) -> String {
    let words: Vec<&str> = view.text(span).split_whitespace().collect();
    cut(&words.join(" "))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
