//! Personas compiled without a disk: they may use a few files that are always there.

use std::sync::{Arc, LazyLock};

use personac::check::{Checked, Compiled, Options, check};
use personac::emit::pretty;
use personac::lint::Lints;
use personac::project::{Project, parse_project};
use personac::report::Report;
use personac::settings::Overrides;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac::workspace::{LoadError, Loaded, Loader};
use serde_json::Value;

use super::findings::drawn;

/// The project of all personas.
pub static PROJECT: LazyLock<Project> = LazyLock::new(|| {
    const TEXT: &str = "[labels.company]\nGoogle = 1441\n[labels.account_list]\n\"Q3 targets\" = 12345678\n\
        [labels.location]\n\"Our patch\" = [90000084, 90000070]\n";
    parse_project(Arc::new(SourceFile::new("personac.toml", TEXT)), &mut Report::default())
});

/// The name of the persona that is looked at.
pub const NAME: &str = "fuzzed.persona";

/// What it may use, by name.
const SHELF: &[(&str, &str)] = &[
    ("lib.persona", "let titles = [CEO, \"VP of Sales\"]\nlet small = 1..50\nlet buyers = title = CEO or size 1..10\n"),
    ("circle.persona", "use \"circle.persona\"\nuse \"lib.persona\" as lib\nlet both = $lib.buyers\n"),
    ("broken.persona", "let titles = [CEO\nlet wrong = titel = CEO\nfunction = Salez\n"),
];

/// Gives out what is on the shelf.
pub struct Shelf;

impl Loader for Shelf {
    fn load(&self, _: &str, path: &str) -> Result<Loaded, LoadError> {
        let found = SHELF.iter().find(|(name, _)| *name == path);
        let missing = || LoadError::Unreadable("it is not there".to_owned(), vec!["lib.persona".to_owned()]);
        found.map(|(name, text)| loaded(name, text)).ok_or_else(missing)
    }
}

/// A persona, parsed.
pub fn loaded(name: &str, text: &str) -> Loaded {
    let source = Arc::new(SourceFile::new(name, text));
    let parsed = Arc::new(parse(&source, FileId(0)));
    Loaded { identity: name.to_owned(), source, parsed }
}

/// Do something with what a check in this project depends on.
pub fn with_options<T>(project: &Project, lints: &Lints, work: impl FnOnce(&Options) -> T) -> T {
    let overrides = Overrides::default();
    work(&Options { project, profile: None, overrides: &overrides, environment: None, loader: &Shelf, lints })
}

/// Compile a persona; every lint looks at it.
pub fn compiled(text: &str) -> Checked {
    with_options(&PROJECT, Lints::of_lint(), |options| check(loaded(NAME, text), options))
}

/// The bodies of a persona, which must compile.
pub fn bodies_of(persona: &str) -> Vec<Value> {
    bodies_in(&compiled(persona), persona)
}

/// The bodies of a persona that was compiled, and must compile.
pub fn bodies_in(checked: &Checked, persona: &str) -> Vec<Value> {
    assert!(!checked.has_errors(), "{}\n{}", persona, drawn(&checked.diagnostics, &checked.sources));
    let bodies = checked.personas.iter().flat_map(Compiled::bodies);
    // A number too large for this reader, such as 1e400, is not compared.
    bodies.map(|body| serde_json::from_str(&pretty(&body)).unwrap_or_default()).collect()
}
