//! Findings as bytes: what people read at a terminal, what editors, scripts and other programs read.
//!
//! A format of the command line is a [`Format`]. None of them tells the time, draws a number or depends on the
//! order of a hash map: the same findings are the same bytes.

mod cell;
mod concise;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markdown;
mod markdown_code;
mod place;
mod prose;
mod sarif;
mod snippet;
mod statistics;
mod visible;

pub use cell::{columns, padded, shortened};
pub use concise::{Concise, concise};
pub use github::Github;
pub use gitlab::Gitlab;
pub use human::{Human, fixable, summary};
pub use json::{Json, json, json_problem};
pub use junit::Junit;
pub use markdown::markdown;
pub use markdown_code::{markdown_code, markdown_prose};
pub use prose::lines;
pub use sarif::Sarif;
pub use statistics::{Statistics, is_fixable};
pub use visible::{brief, is_hidden, json_document, json_line, on_one_line, visible};

use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// What kept the command from doing its work, such as a file that cannot be read.
#[derive(Debug, Clone, Copy)]
pub struct Trouble<'a> {
    /// What is wrong.
    pub message: &'a str,
    /// What to do about it.
    pub help: Option<&'a str>,
    /// The file concerned, if it is about one.
    pub file: Option<&'a str>,
}

/// A way to write findings. What can be written at once is returned at once; a document that must know all of
/// them returns itself at the end.
pub trait Format {
    /// A finding.
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String;

    /// A file was looked at, whatever was found in it.
    fn looked_at(&mut self, _file: &str) {}

    /// What kept the command from doing its work.
    fn trouble(&mut self, trouble: &Trouble) -> String;

    /// The end of it all.
    fn finish(&mut self) -> String {
        String::new()
    }

    /// Whether a program reads it as a whole: then troubles are a part of it, and nothing else may be between.
    fn is_document(&self) -> bool {
        false
    }
}

/// The message, and what to do about it after `between`; safe to show.
fn with_help(message: &str, help: Option<&str>, between: &str) -> String {
    let help = help.map(|help| format!("{between}{}", brief(help))).unwrap_or_default();
    format!("{}{help}", brief(message))
}
