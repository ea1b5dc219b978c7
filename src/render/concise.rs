//! One line a finding, which editors and `grep` can read.

use super::{brief, on_one_line};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

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
