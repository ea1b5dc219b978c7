//! Findings as commands of a GitHub workflow, which shows them beside the lines of a pull request.

use super::place::{Place, slashed};
use super::{Format, Trouble, visible, with_help};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// One workflow command a finding.
#[derive(Debug, Clone, Copy)]
pub struct Github;

impl Format for Github {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let (rule, place) = (diagnostic.rule, Place::new(diagnostic.location(), sources));
        let severity = diagnostic.severity.name();
        let title = property(&format!("personac {} {}", rule.code, rule.name));
        let message = message(&with_help(&diagnostic.message, diagnostic.help.as_deref(), "\n"));
        format!("::{severity} title={title},{}::{message}\n", lines_and_columns(&place))
    }

    fn trouble(&mut self, trouble: &Trouble) -> String {
        let file = trouble.file.map(|file| format!(",file={}", property(&slashed(file)))).unwrap_or_default();
        format!("::error title=personac{file}::{}\n", message(&with_help(trouble.message, trouble.help, "\n")))
    }
}

/// GitHub takes columns only of what starts and ends on one line.
fn lines_and_columns(place: &Place) -> String {
    let (start, end) = (place.start, place.end);
    let file = property(&slashed(place.file));
    match place.is_on_one_line() {
        true => {
            format!(
                "file={file},line={},col={},endLine={},endColumn={}",
                start.line, start.column, end.line, end.column
            )
        }
        false => format!("file={file},line={},endLine={}", start.line, end.line),
    }
}

/// A text after `::`. Line feeds are escaped first: what is hidden is made visible after that.
fn message(text: &str) -> String {
    visible(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")).into_owned()
}

/// A text between `=` and `,`.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_escapers() {
        assert_eq!(message("a%0A\r\n:: ,\u{1b}[1m"), "a%250A%0D%0A:: ,␛[1m");
        assert_eq!(property("C:\n100%,x=::"), "C%3A%0A100%25%2Cx=%3A%3A");
    }
}
