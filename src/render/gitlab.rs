//! Findings as a report of GitLab's code quality.

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::place::{Place, slashed};
use super::{Format, Trouble, json_document, on_one_line, with_help};
use crate::diagnostic::Diagnostic;
use crate::rule::Severity;
use crate::source::{Position, Sources};

/// One array of issues. GitLab takes those with the same fingerprint for one.
#[derive(Debug, Default)]
pub struct Gitlab {
    fingerprints: Fingerprints,
    issues: Vec<Issue>,
}

#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    positions: Positions,
}

#[derive(Debug, Serialize)]
struct Positions {
    begin: Point,
    end: Point,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct Point {
    line: u32,
    column: u32,
}

/// What troubles are about that are about no file: GitLab shows no issue without a path.
const NO_FILE: &str = ".";

impl Format for Gitlab {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let (rule, place) = (diagnostic.rule, Place::new(diagnostic.location(), sources));
        let message = with_help(&diagnostic.message, diagnostic.help.as_deref(), "; ");
        self.issues.push(Issue {
            description: on_one_line(&format!("{} {}: {message}", rule.code, rule.name)),
            check_name: rule.code,
            fingerprint: self.fingerprints.of(diagnostic, sources),
            severity: severity(diagnostic.severity),
            location: location(place.file, place.start, place.end),
        });
        String::new()
    }

    fn trouble(&mut self, trouble: &Trouble) -> String {
        let path = trouble.file.unwrap_or(NO_FILE);
        let start = Position { line: 1, column: 1, offset: 0 };
        self.issues.push(Issue {
            description: on_one_line(&with_help(trouble.message, trouble.help, "; ")),
            check_name: "personac",
            fingerprint: self.fingerprints.of_parts(&[&slashed(path), trouble.message]),
            severity: "blocker",
            location: location(path, start, start),
        });
        String::new()
    }

    fn finish(&mut self) -> String {
        json_document(&self.issues)
    }

    fn is_document(&self) -> bool {
        true
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "minor",
        Severity::Error => "major",
    }
}

fn location(path: &str, start: Position, end: Position) -> Location {
    let point = |position: Position| Point { line: position.line, column: position.column };
    Location { path: slashed(path).into_owned(), positions: Positions { begin: point(start), end: point(end) } }
}
