//! Findings as JSON, for scripts and editors.

use serde::Serialize;

use super::{Format, Trouble, json_line};
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Safety};
use crate::rule::Severity;
use crate::source::{FileId, Location, SourceFile, Sources};

/// One array of objects.
#[derive(Debug, Default)]
pub struct Json {
    begun: bool,
}

impl Json {
    fn add(&mut self, object: &str) -> String {
        let before = if self.begun { ",\n " } else { "[" };
        self.begun = true;
        format!("{before}{object}")
    }
}

impl Format for Json {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        self.add(&json(diagnostic, sources))
    }

    fn trouble(&mut self, trouble: &Trouble) -> String {
        self.add(&json_problem(trouble.message, trouble.help))
    }

    fn finish(&mut self) -> String {
        if self.begun { "]\n" } else { "[]\n" }.to_owned()
    }

    fn is_document(&self) -> bool {
        true
    }
}

#[derive(Default, Serialize)]
struct Finding<'a> {
    code: Option<&'static str>,
    name: Option<&'static str>,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    url: Option<&'a str>,
    file: Option<&'a str>,
    start: Option<Place>,
    end: Option<Place>,
    related: Vec<Related<'a>>,
    fixes: Vec<JsonFix<'a>>,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    file: &'a str,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    start: Place,
    end: Place,
    text: &'a str,
}

/// One finding as a JSON object on one line. The label of its own place comes first among the related ones if
/// it says anything.
pub fn json(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let unknown = SourceFile::default();
    let file = |id: FileId| sources.get(id).unwrap_or(&unknown);
    let home = file(diagnostic.location().file);
    let (start, end) = places(home, diagnostic.location());
    let related = diagnostic.labels.iter().filter(|label| !label.text.is_empty());
    let finding = Finding {
        code: Some(diagnostic.rule.code),
        name: Some(diagnostic.rule.name),
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        url: None,
        file: Some(home.name()),
        start: Some(start),
        end: Some(end),
        related: related.map(|label| related_place(label, file(label.location.file))).collect(),
        fixes: diagnostic.fixes.iter().map(|fix| json_fix(fix, home)).collect(),
    };
    json_line(&finding)
}

/// An error of the world as a JSON object like that of a finding; it has no code, and no place in a persona.
pub fn json_problem(message: &str, help: Option<&str>) -> String {
    let problem = Finding { severity: Severity::Error.name(), message, help, ..Finding::default() };
    json_line(&problem)
}

fn related_place<'a>(label: &'a Label, file: &'a SourceFile) -> Related<'a> {
    let (start, end) = places(file, label.location);
    Related { message: &label.text, file: file.name(), start, end }
}

fn json_fix<'a>(fix: &'a Fix, file: &SourceFile) -> JsonFix<'a> {
    let edit = |edit: &'a Edit| JsonEdit {
        start: place(file, edit.span.start),
        end: place(file, edit.span.end),
        text: &edit.text,
    };
    JsonFix { title: &fix.title, safe: fix.safety == Safety::Safe, edits: fix.edits.iter().map(edit).collect() }
}

fn places(file: &SourceFile, location: Location) -> (Place, Place) {
    (place(file, location.span.start), place(file, location.span.end))
}

fn place(file: &SourceFile, offset: u32) -> Place {
    let position = file.position(offset);
    Place { line: position.line, column: position.column, offset: position.offset }
}
