//! One line a finding, which editors and `grep` can read.

use super::{Format, Trouble, brief, on_one_line};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// One line a finding.
#[derive(Debug, Clone, Copy)]
pub struct Concise;

impl Format for Concise {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        concise(diagnostic, sources)
    }

    fn trouble(&mut self, trouble: &Trouble) -> String {
        format!("error: {}\n", on_one_line(trouble.message))
    }
}

/// `file:line:column: error[P201 unknown-field]: message`
pub fn concise(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let location = diagnostic.location();
    let (name, line, column) = match sources.get(location.file) {
        Some(file) => {
            let position = file.position(location.span.start);
            (on_one_line(file.name()), position.line, position.column)
        }
        None => ("?".to_owned(), 1, 1),
    };
    let (severity, rule) = (diagnostic.severity.name(), diagnostic.rule);
    let message = brief(&diagnostic.message).replace('\n', " ");
    format!("{name}:{line}:{column}: {severity}[{} {}]: {message}\n", rule.code, rule.name)
}
