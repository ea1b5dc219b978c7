//! One canonical layout for every persona, with each comment where it was.
//!
//! `printer` walks the tree and the source side by side and writes pieces: texts, and the places where a line
//! may end. `layout` measures them and decides which lines do. `same` reads the result and compares it with what was
//! there, so that a fault of this folder never reaches a file.

mod data;
mod expression;
mod gap;
mod held;
mod item;
mod layout;
mod list;
mod measure;
mod piece;
mod printer;
mod same;
mod scope;

use crate::source::{FileId, MAX_FILE_BYTES, SourceFile};
use crate::syntax::{Parsed, parse};
use held::Held;
use printer::Printer;
use same::Pair;
use scope::moves_settings;

/// Why a text that was made is not used: most often because it would not say what the source says, by a fault of
/// personac.
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
    /// It would be larger than a persona may be: no fault of personac.
    #[error("formatted, it would be larger than 1 MiB")]
    TooLarge,
    /// It would have more brackets than a persona may have: no fault of personac.
    #[error("formatted, it would have more than 20,000 brackets")]
    TooManyBrackets,
}

impl Refusal {
    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Refusal::TooLarge | Refusal::TooManyBrackets => "split it into several files",
            _ => "this is a fault of personac, not of the file; please report it",
        }
    }
}

/// How often a text is laid out at most. Lines that stay whole may come to hold more than they did, and once more.
const MOST_TIMES: usize = 8;

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
    let (after, parsed_after) = settle(SourceFile::new(source.name(), within_limit(text)?))?;
    says_the_same(source, parsed, &after, &parsed_after)?;
    Ok(after.text().to_owned())
}

/// Make sure that two texts without syntax errors say the same, the places of items, commas and blanks aside.
///
/// # Errors
///
/// [`Refusal`] says what is not the same.
pub fn says_the_same(
    source: &SourceFile,
    parsed: &Parsed,
    after: &SourceFile,
    parsed_after: &Parsed,
) -> Result<(), Refusal> {
    let pair = Pair { before: source, after };
    if !pair.same_items(&parsed.file.items, &parsed_after.file.items) {
        return Err(Refusal::Meaning);
    }
    if !pair.same_comments(!moves_settings(source, &parsed.file.items)) {
        return Err(Refusal::Comments);
    }
    Ok(())
}

/// Lay a formatted text out again, until it stays as it is: at once, but for lines that stay whole.
fn settle(mut file: SourceFile) -> Result<(SourceFile, Parsed), Refusal> {
    let times = if Held::find(file.text()).is_empty() { 1 } else { MOST_TIMES };
    for _ in 0..times {
        let parsed = parse(&file, FileId(0));
        if parsed.has_errors() {
            return Err(Refusal::Syntax);
        }
        let text = print(&file, &parsed);
        if text == file.text() {
            return Ok((file, parsed));
        }
        file = SourceFile::new(file.name(), within_limit(text)?);
    }
    Err(Refusal::Unsettled)
}

fn within_limit(text: String) -> Result<String, Refusal> {
    if text.len() as u64 > MAX_FILE_BYTES { Err(Refusal::TooLarge) } else { Ok(text) }
}

fn print(source: &SourceFile, parsed: &Parsed) -> String {
    let mut printer = Printer::new(source);
    printer.scope(&parsed.file.items, true);
    layout::lay_out(&printer.finish())
}
