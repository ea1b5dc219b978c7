//! Every refactoring that is offered anywhere in the fixtures and in the library is applied, and the result is checked
//! as a fresh file is: the same bodies, no new error, every comment.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use personac::check::{Checked, Options, check};
use personac::disk::{DiskLoader, identity};
use personac::format::format;
use personac::lint::Lints;
use personac::project::{Project, parse_project};
use personac::report::Report;
use personac::settings::Overrides;
use personac::source::{FileId, SourceFile};
use personac::syntax::{comments, parse};
use personac::workspace::Loaded;
use serde_json::{Value, json};

use super::applying::{applied, by_file, copy, place};
use super::editor::Editor;
use crate::tool::Room;

/// Larger files have nothing that smaller ones lack.
const MOST_BYTES: usize = 4000;

/// Personas that are there to take long, and those with mistakes for which the whole table of places is searched.
const SLOW: [&str; 8] = [
    "too_many_requests",
    "explosion",
    "doubling_lets",
    "let_without_dollar",
    "label_wrong_in_let",
    "unknown_place",
    "book_place",
    "unknown_location",
];

/// One of so many places is looked at, and every reference.
const ONE_OF: usize = 20;

#[test]
fn refactorings_keep_the_requests() {
    let room = Room::empty();
    copy(Path::new("tests/fixtures"), &room.path("fixtures"));
    copy(Path::new("personas"), &room.path("personas"));
    let later = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let mut editor = Editor::with(room, json!({ "textDocument": { "codeAction": later, "diagnostic": {} } }));
    let names: Vec<String> = editor.room.files("").into_iter().filter(|name| name.ends_with(".persona")).collect();
    let mut applied: BTreeMap<String, usize> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        let Ok(mut text) = fs::read_to_string(editor.room.path(name)) else { continue };
        if index % 3 == 1 && !text.contains('\r') {
            text = text.replace('\n', "\r\n");
        }
        if text.len() < MOST_BYTES && !SLOW.iter().any(|slow| name.contains(slow)) {
            whole_file(&mut editor, name, &text, index, &mut applied);
        }
    }
    let kinds = ["refactor.rewrite", "refactor.extract", "refactor.inline"];
    assert!(kinds.iter().all(|kind| applied.get(*kind).is_some_and(|count| *count > 20)), "{applied:?}");
}

fn whole_file(editor: &mut Editor, name: &str, text: &str, index: usize, count: &mut BTreeMap<String, usize>) {
    let before = File::new(editor, name, text);
    editor.open_file(name, text);
    let mut done = vec![];
    for (number, at) in places(text).into_iter().enumerate() {
        if !(number + index).is_multiple_of(ONE_OF) && !text[at..].starts_with('$') {
            continue;
        }
        let place = place(text, at);
        let context = json!({ "diagnostics": [], "only": ["refactor"] });
        let document = json!({ "uri": editor.uri(name) });
        let params = json!({ "textDocument": document, "range": { "start": place, "end": place }, "context": context });
        for action in editor.request("textDocument/codeAction", params).as_array().expect("actions") {
            let action = if action.get("edit").is_some() { action.clone() } else { resolved(editor, action, name) };
            if done.contains(&action["edit"]) {
                continue;
            }
            let after = applied(text, &by_file(&action["edit"])[name.rsplit('/').next().unwrap_or_default()]);
            before.compare(editor, &after, &action["title"]);
            *count.entry(action["kind"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
            done.push(action["edit"].clone());
        }
    }
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri(name) } }));
}

/// What is offered can be proved.
fn resolved(editor: &mut Editor, action: &Value, name: &str) -> Value {
    let id = editor.ask("codeAction/resolve", action.clone());
    let response = editor.response(&json!(id));
    assert!(response.get("error").is_none(), "{name}: {action}: {response}");
    response["result"].clone()
}

/// Where words and signs begin.
fn places(text: &str) -> Vec<usize> {
    let mut before = ' ';
    let mut found = vec![];
    for (at, letter) in text.char_indices() {
        let begins = letter == '$' || before == '(' || before.is_alphanumeric() != letter.is_alphanumeric();
        if begins && !letter.is_whitespace() {
            found.push(at);
        }
        before = letter;
    }
    found
}

/// What is known of a file.
struct File {
    name: String,
    text: String,
    checked: Checked,
    canonical: bool,
}

impl File {
    fn new(editor: &Editor, name: &str, text: &str) -> File {
        let checked = checked(&editor.room.path(name), text);
        File { name: name.to_owned(), text: text.to_owned(), checked, canonical: is_canonical(text) }
    }

    fn compare(&self, editor: &Editor, text: &str, title: &Value) {
        let after = checked(&editor.room.path(&self.name), text);
        let what = format!("{}: {title}\n{}\n→\n{text}", self.name, self.text);
        assert_ne!(self.text, text, "{what}");
        let is_sorted = title.as_str().is_some_and(|title| title.contains("change order"));
        match is_sorted {
            true => assert_eq!(sets(&self.checked), sets(&after), "{what}"),
            false => assert_eq!(self.checked.bodies(), after.bodies(), "{what}"),
        }
        assert_eq!(self.checked.errors(), after.errors(), "{what}");
        assert_eq!(all_comments(&self.text), all_comments(text), "{what}");
        assert!(!self.canonical || is_canonical(text), "{what}");
    }
}

fn checked(path: &Path, text: &str) -> Checked {
    let source = Arc::new(SourceFile::new(path.display().to_string(), text));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let home = path.ancestors().find(|directory| directory.join("personac.toml").is_file());
    let root = home.or(path.parent()).expect("a directory");
    let options = Options {
        project: &home.map(|home| project(&home.join("personac.toml"))).unwrap_or_default(),
        profile: None,
        overrides: &Overrides::default(),
        environment: None,
        loader: &DiskLoader::new(root),
        lints: Lints::of_build(),
    };
    check(Loaded { identity: identity(path), source, parsed }, &options)
}

fn project(file: &Path) -> Project {
    let text = fs::read_to_string(file).expect("a project file");
    parse_project(Arc::new(SourceFile::new("personac.toml", text)), &mut Report::default())
}

fn is_canonical(text: &str) -> bool {
    let source = SourceFile::new("a", text);
    let parsed = parse(&source, FileId(0));
    !parsed.has_errors() && format(&source, &parsed).is_ok_and(|laid_out| laid_out == text)
}

fn all_comments(text: &str) -> Vec<String> {
    let mut all: Vec<String> =
        comments(text).into_iter().map(|span| text[span.range()].trim_end().to_owned()).collect();
    all.sort();
    all
}

/// The bodies with all lists sorted.
fn sets(checked: &Checked) -> Vec<String> {
    let bodies = checked.bodies().into_iter().flat_map(|(_, bodies)| bodies);
    let mut sets: Vec<String> = bodies
        .map(|body| {
            let mut body: Value = serde_json::from_str(&body).expect("JSON");
            for value in body.as_object_mut().expect("an object").values_mut() {
                value.as_array_mut().into_iter().for_each(|values| values.sort_by_key(Value::to_string));
            }
            body.to_string()
        })
        .collect();
    sets.sort();
    sets
}
