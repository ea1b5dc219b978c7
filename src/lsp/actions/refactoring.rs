//! Refactorings: changes of a text that leave the requests what they are.

use gen_lsp_types::{CodeAction, CodeActionKind, Range};

use super::super::meaning::Meaning;
use super::super::view::View;
use super::here::Here;
use super::proof::{Proof, Proved};
use super::resolving::{later, resolves};
use super::{action, extract, inline, inline_everywhere, labels, sort};
use crate::diagnostic::Edit;
use crate::rule;

/// What a refactoring keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// Every byte of every body.
    Bodies,
    /// The values of every body, in whatever order.
    Values,
}

/// A change of a text, not proved yet.
#[derive(Debug, Clone)]
pub struct Refactoring {
    /// What it does.
    pub title: String,
    /// Its kind.
    pub kind: CodeActionKind,
    /// The edits; the layout comes later.
    pub edits: Vec<Edit>,
    /// What it keeps.
    pub keeps: Keeps,
}

impl Refactoring {
    /// One that keeps every byte of every body.
    pub fn new(title: impl Into<String>, kind: CodeActionKind, edits: Vec<Edit>) -> Refactoring {
        Refactoring { title: title.into(), kind, edits, keeps: Keeps::Bodies }
    }
}

/// The refactorings at a place. A client that asks again for the edits gets them, and their proof, then.
pub fn at(view: &View, range: Range, wants: &dyn Fn(&CodeActionKind) -> bool) -> Vec<CodeAction> {
    if view.parsed.has_errors() || takes_long(view) {
        return vec![];
    }
    let meaning = Meaning::of(view);
    let proof = Proof::new(view, &meaning);
    let found = all(&Here::new(view, &meaning, view.span(range)), wants);
    // Where something is wrong, what is left to prove may fail: it is proved before it is offered.
    let is_later = resolves(view.server) && !view.checked().has_errors();
    let one = |refactoring: Refactoring| match (is_later, refactoring.keeps) {
        (true, Keeps::Bodies) => Some(later(view, range, refactoring.title, refactoring.kind)),
        (true, Keeps::Values) => {
            let title = titled(&refactoring.title, proof.reorders(&refactoring)?);
            Some(later(view, range, title, refactoring.kind))
        }
        (false, _) => {
            let Proved { edits, reorders } = proof.of(&refactoring)?;
            Some(action(view, titled(&refactoring.title, reorders), refactoring.kind, edits))
        }
    };
    found.into_iter().filter_map(one).collect()
}

/// Whether the file was given up on: it takes too long to be compiled again and again.
pub fn takes_long(view: &View) -> bool {
    let given_up = [&rule::TOO_COMPLEX, &rule::TOO_MANY_REQUESTS];
    view.checked().diagnostics.iter().any(|finding| given_up.contains(&finding.rule))
}

/// Every refactoring at a place.
fn all(here: &Here, wants: &dyn Fn(&CodeActionKind) -> bool) -> Vec<Refactoring> {
    let mut found = vec![];
    if wants(&CodeActionKind::RefactorRewrite) {
        found.extend(labels::labels(here, wants(&CodeActionKind::QuickFix)));
        found.extend(sort::sort(here));
    }
    if wants(&CodeActionKind::RefactorExtract) {
        found.extend(extract::extract(here));
    }
    if wants(&CodeActionKind::RefactorInline) {
        found.extend(inline::inline(here));
        found.extend(inline_everywhere::inline_everywhere(here));
    }
    found
}

fn titled(title: &str, reorders: bool) -> String {
    let more = if reorders { " (the request's values change order)" } else { "" };
    format!("{title}{more}")
}

/// The edits of a refactoring that was offered at a place, if it can be proved that the requests stay what they are.
pub fn edits_of(view: &View, range: Range, title: &str, kind: &CodeActionKind) -> Option<Vec<Edit>> {
    let meaning = Meaning::of(view);
    let here = Here::new(view, &meaning, view.span(range));
    let found = all(&here, &|other| other == kind);
    let is_it = |one: &&Refactoring| [false, true].iter().any(|reorders| titled(&one.title, *reorders) == title);
    let proved = Proof::new(view, &meaning).of(found.iter().find(is_it)?)?;
    Some(proved.edits)
}
