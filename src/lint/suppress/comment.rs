//! Reading the comments.

use super::reach::{Reach, reach};
use crate::lint::find_rule;
use crate::rule::Rule;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::Item;
use crate::syntax::{code_after, code_behind, comments};

/// What such a comment begins with, after its `#`.
const MARK: &str = "personac:";

/// A comment that speaks to personac.
#[derive(Debug)]
pub struct Directive {
    /// The whole comment.
    pub comment: Span,
    /// The rules it allows; empty if it cannot be understood.
    pub names: Vec<Named>,
    reach: Reach,
}

/// A rule that a comment names.
#[derive(Debug)]
pub struct Named {
    /// Where.
    pub span: Span,
    /// The rule; `None` if there is none of this name.
    pub rule: Option<&'static Rule>,
    /// Whether it allowed a finding.
    pub used: bool,
}

impl Directive {
    /// Whether it concerns a finding at `place`.
    pub fn reaches(&self, place: Span) -> bool {
        match self.reach {
            Reach::File => true,
            Reach::Span(span) => span.start <= place.start && place.start < span.end,
        }
    }
}

/// Whether a comment of the file may speak to personac.
pub fn speaks(source: &SourceFile) -> bool {
    memchr::memmem::find(source.text().as_bytes(), MARK.as_bytes()).is_some()
}

/// The comments of a file that speak to personac.
pub fn read(source: &SourceFile, items: &[Item]) -> Vec<Directive> {
    if !speaks(source) {
        return vec![];
    }
    let text = source.text();
    let all = comments(text);
    let behind = code_behind(text, &all);
    all.iter().zip(behind).filter_map(|(comment, code)| directive(source, items, *comment, code)).collect()
}

/// `code` is the first byte of code behind the comment.
fn directive(source: &SourceFile, items: &[Item], comment: Span, code: u32) -> Option<Directive> {
    let said = source.slice(comment).trim_start_matches('#').trim_start().strip_prefix(MARK)?;
    let (word, rest) = said.split_once('(').unwrap_or((said, ""));
    let whole_file = word.trim() == "allow-file";
    let understood = whole_file || word.trim() == "allow";
    let inside = rest.split_once(')').map(|(inside, _)| inside).filter(|_| understood).unwrap_or_default();
    let names = inside.split(',').map(str::trim).filter(|name| !name.is_empty());
    let names = names.map(|name| named(name, source)).collect();
    let reach = if whole_file { Reach::File } else { reach(source, items, comment, code) };
    Some(Directive { comment, names, reach })
}

/// Whether a comment on a line of its own, put in at `at`, would be about a finding at `place`.
pub fn reaches_from(source: &SourceFile, items: &[Item], at: u32, place: Span) -> bool {
    let text = source.text();
    let code = code_after(text, &comments(text), at);
    Directive { comment: Span::at(at), names: vec![], reach: reach(source, items, Span::at(at), code) }.reaches(place)
}

/// `name` is a part of the text of `source`.
fn named(name: &str, source: &SourceFile) -> Named {
    let start = name.as_ptr() as usize - source.text().as_ptr() as usize;
    Named { span: Span::new(start, start + name.len()), rule: find_rule(name), used: false }
}
