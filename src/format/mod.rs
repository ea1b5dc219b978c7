//! One canonical layout for every persona, with each comment where it was.
//!
//! `printer` walks the tree and the source side by side and writes [`piece`]s: texts, and the places where a line
//! may end. `layout` measures them and decides which lines do. `same` reads the result and compares it with what was
//! there, so that a fault of this folder never reaches a file.

mod data;
mod expression;
mod gap;
mod item;
mod layout;
mod list;
mod measure;
mod piece;
mod printer;
mod same;
mod scope;

use crate::source::{FileId, SourceFile};
use crate::syntax::{Parsed, parse};
use printer::Printer;
use same::Pair;

/// Why a text that was made is not used: it would not say what the source says. A fault of personac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It does not parse.
    #[error("formatted, it would not be a persona any more")]
    Syntax,
    /// A comment got lost, changed, or came to stand elsewhere.
    #[error("formatted, it would lose or move a comment")]
    Comments,
    /// It means something else.
    #[error("formatted, it would mean something else")]
    Meaning,
    /// It would be laid out differently the next time.
    #[error("formatted, it would not stay so the next time")]
    Unsettled,
}

/// The canonical text of a source without syntax errors.
///
/// # Errors
///
/// [`Refusal`] where the text that was made would not say the same.
pub fn format(source: &SourceFile, parsed: &Parsed) -> Result<String, Refusal> {
    let text = print(source, parsed);
    if text == source.text() {
        return Ok(text);
    }
    let after = SourceFile::new(source.name(), text);
    let parsed_after = parse(&after, FileId(0));
    let pair = Pair { before: source, after: &after };
    if parsed_after.has_errors() {
        return Err(Refusal::Syntax);
    }
    if !pair.same_items(&parsed.file.items, &parsed_after.file.items) {
        return Err(Refusal::Meaning);
    }
    if !pair.same_comments(!scope::moves_settings(source, &parsed.file.items)) {
        return Err(Refusal::Comments);
    }
    if print(&after, &parsed_after) != after.text() {
        return Err(Refusal::Unsettled);
    }
    Ok(after.text().to_owned())
}

fn print(source: &SourceFile, parsed: &Parsed) -> String {
    let mut printer = Printer::new(source);
    printer.scope(&parsed.file.items, true);
    layout::lay_out(&printer.finish())
}
