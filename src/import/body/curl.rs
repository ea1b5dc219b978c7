//! The body inside a curl command. Nothing else of the command is kept, and none of it is shown: its headers hold the
//! key of the API.

use std::sync::Arc;

use super::mask::masked;
use super::options::{Data, Value, data};
use super::shell::{Command, command};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule;
use crate::source::{FileId, Location, SourceFile, Span};

/// What the body is called in messages.
const BODY_NAME: &str = "body of the curl command";

/// The file of a check that the body is.
const BODY: FileId = FileId(1);

/// Whether the text begins as a curl command does, behind comments and a prompt or not.
pub fn is_command(text: &str) -> bool {
    first_word(text).is_some()
}

/// Where the word `curl` begins.
fn first_word(text: &str) -> Option<usize> {
    let rest = without_comments(text.trim_start_matches('\u{feff}'));
    let rest = rest.strip_prefix("$ ").map_or(rest, str::trim_start);
    let after = rest.strip_prefix("curl").map(|after| after.strip_prefix(".exe").unwrap_or(after))?;
    (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(text.len() - rest.len())
}

/// The text behind the lines of comment that it begins with.
fn without_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    while rest.starts_with('#') {
        rest = rest.split_once('\n').map_or("", |(_, next)| next.trim_start());
    }
    rest
}

/// The command with everything hidden that may be secret, and the body as a file of its own, if there is one.
pub fn extract(name: &str, text: &str, report: &mut Report) -> (Vec<Arc<SourceFile>>, Option<FileId>) {
    let start = first_word(text).unwrap_or_default();
    let found = command(text, start);
    let body = body(&found, text, start);
    let shown = match &body {
        Ok(_) => vec![],
        Err(wrong) => wrong.diagnostic.labels.iter().map(|label| label.location.span).filter(|_| wrong.shows).collect(),
    };
    let masked = masked(text, &found, &shown);
    let mut files = vec![Arc::new(SourceFile::new(name, masked))];
    match body {
        Ok(body) => {
            files.push(Arc::new(SourceFile::new(BODY_NAME, body)));
            (files, Some(BODY))
        }
        Err(wrong) => {
            report.push(wrong.diagnostic);
            (files, None)
        }
    }
}

/// Why a command has no body that can be read.
struct Wrong {
    diagnostic: Diagnostic,
    /// Whether the place that it points at may be shown.
    shows: bool,
}

fn body(found: &Command, text: &str, start: usize) -> Result<String, Wrong> {
    if let Some(quote) = found.unclosed {
        return Err(wrong(
            "a quote of this command is not closed",
            quote,
            "opened here",
            "close it, and copy the whole command",
            true,
        ));
    }
    let rest = text.get(found.end..).unwrap_or_default();
    if let Some(more) = rest.find("curl ") {
        let at = found.end + more;
        return Err(wrong(
            "there is more than one command",
            Span::new(at, at + 4),
            "another one",
            "import them one by one",
            true,
        ));
    }
    let mut data = data(&found.words);
    let (first, again) = (data.next(), data.next());
    match (first, again) {
        (Some(Data::Missing(option)), _) => Err(wrong(
            "this option has no body behind it",
            option,
            "takes a body",
            "write it behind the option, in single quotes",
            true,
        )),
        (Some(_), Some(Data::Of(word, _) | Data::Encoded(word) | Data::Missing(word))) => Err(wrong(
            "this command has several bodies, which curl joins with `&`",
            word,
            "another body",
            "keep the one that is JSON",
            false,
        )),
        (Some(Data::Of(span, value)), None) => value_of(span, &value),
        (Some(Data::Encoded(word)), _) => {
            Err(wrong("this body would be encoded as a form", word, "not JSON any more", "use `--data`", true))
        }
        (None, _) => {
            let curl = Span::new(start, start + 4);
            Err(wrong(
                "this command has no body",
                curl,
                "sends nothing",
                "a body stands behind `--data`, `-d` or `--json`",
                true,
            ))
        }
    }
}

fn value_of(span: Span, value: &Value) -> Result<String, Wrong> {
    if let Some(place) = value.expands {
        let help = "write the value there; or write the body to a file and import that";
        return Err(wrong("the shell fills in a part of this body", place, "only the shell knows it", help, true));
    }
    match value.text.strip_prefix('@').filter(|_| value.may_be_file) {
        None => Ok(value.text.clone()),
        Some("-") => Err(wrong(
            "this body comes from standard input",
            span,
            "not in the command",
            "import what is sent: `personac import FILE`",
            true,
        )),
        Some(file) => {
            let help = format!("import that file: `personac import {file}`");
            Err(wrong("this body is in a file", span, "not in the command", help, true))
        }
    }
}

fn wrong(message: &str, span: Span, label: &str, help: impl Into<String>, shows: bool) -> Wrong {
    let diagnostic =
        Diagnostic::new(&rule::NO_BODY_IN_COMMAND, message).label(Location { file: FileId(0), span }, label).help(help);
    Wrong { diagnostic, shows }
}
