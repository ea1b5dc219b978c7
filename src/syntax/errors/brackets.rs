//! Brackets that are not closed, not opened, or too many.

use super::Place;
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::{FILE_TOO_LARGE, NESTING_TOO_DEEP, UNBALANCED_BRACKET};
use crate::source::Span;

impl Place<'_> {
    /// `opener` is never closed; its contents end at `end`. `sure` when the closer can only stand there.
    pub(in crate::syntax) fn unclosed(self, opener: Span, end: u32, sure: bool) -> Diagnostic {
        let open = self.slice(opener);
        let close = closer(open);
        let finding = Diagnostic::new(&UNBALANCED_BRACKET, format!("`{open}` is never closed"))
            .label(self.at(opener), "opened here")
            .help(format!("add `{close}` where it ends"));
        let title = format!("add `{close}`");
        let close =
            if open == "{" && self.slice(Span { start: opener.start, end }).contains('\n') { "\n}" } else { close };
        let edit = Edit::insert(end, close);
        if sure { finding.safe_fix(title, vec![edit]) } else { finding.unsafe_fix(title, vec![edit]) }
    }

    /// A closer without an opener.
    pub(in crate::syntax) fn stray_closer(self, span: Span) -> Diagnostic {
        let close = self.slice(span);
        let title = format!("remove `{close}`");
        Diagnostic::new(&UNBALANCED_BRACKET, format!("`{close}` closes nothing"))
            .label(self.at(span), format!("no `{}` is open here", opener(close)))
            .help(format!("remove it, or add the `{}` it belongs to", opener(close)))
            .unsafe_fix(title, vec![Edit::delete(span)])
    }

    /// The bracket or `not` that goes too deep.
    pub(in crate::syntax) fn too_deep(self, span: Span) -> Diagnostic {
        Diagnostic::new(&NESTING_TOO_DEEP, "the file is nested more than 128 levels deep")
            .label(self.at(span), "the 129th level")
            .help("give the inner parts names with `let`")
    }

    pub(in crate::syntax) fn too_many_brackets(self) -> Diagnostic {
        Diagnostic::new(&FILE_TOO_LARGE, "the file has more than 20,000 brackets")
            .label(self.at(Span::at(0)), "too many to be one file of personas")
            .help("split it into several files")
    }
}

fn closer(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    }
}

fn opener(close: &str) -> &'static str {
    match close {
        ")" => "(",
        "]" => "[",
        _ => "{",
    }
}
