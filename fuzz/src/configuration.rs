//! Any text as `personac.toml` and as the configuration of a user: findings in their places, and a project that a check
//! can use.

use std::sync::Arc;

use personac::check::check;
use personac::lint::Lints;
use personac::project::{Project, parse_project};
use personac::report::Report;
use personac::source::{SourceFile, Sources};
use personac::user::{parse_user, without_strange_values};

use super::findings::drawn;
use super::persona::{NAME, loaded, with_options};

/// A persona that a project has much to say about.
const PERSONA: &str = "title in [CEO, CEO]\nand company in [Google, 1441]\nand industry = Software\n\
    and location in [\"Our patch\", Paris]\nand account_list = \"Q3 targets\"\n";

/// Read it as both.
pub fn configuration(text: &str) {
    of_user(text);
    let source = Arc::new(SourceFile::new("personac.toml", text));
    let mut report = Report::default();
    let project = parse_project(Arc::clone(&source), &mut report);
    let (findings, _) = report.finish();
    let sources = Sources { project: Some(source), ..Sources::default() };
    drawn(&findings, &sources);
    let is_toml = text.trim_start_matches('\u{feff}').parse::<toml::Table>().is_ok();
    assert!(is_toml || !findings.is_empty(), "it is no TOML, and nobody says so");
    checks(&project);
    #[cfg(feature = "http")]
    pins(text, &project);
}

/// Check a persona of the project, in each of its profiles.
fn checks(project: &Project) {
    let lints = Lints::new(project.lint.levels("experiments/fuzzed.persona"), true);
    for profile in project.profiles.keys().map(|name| Some(name.as_str())).take(3).chain([None]) {
        let checked = with_options(project, &lints, |options| {
            check(loaded(NAME, PERSONA), &personac::check::Options { profile, ..*options })
        });
        drawn(&checked.diagnostics, &checked.sources);
    }
}

/// The user's configuration; what may be a key is hidden, each byte at its place.
fn of_user(text: &str) {
    let shown = without_strange_values(text);
    assert_eq!(shown.len(), text.len());
    assert!(shown.lines().zip(text.lines()).all(|(one, other)| one.len() == other.len()), "{shown:?}");
    let source = Arc::new(SourceFile::new("config.toml", text));
    let mut report = Report::default();
    parse_user(&source, &mut report);
    let sources = Sources { project: Some(Arc::new(SourceFile::new("config.toml", shown))), ..Sources::default() };
    drawn(&report.finish().0, &sources);
}

/// Write a name into the label book: it is there then, and writing it again changes nothing.
#[cfg(feature = "http")]
fn pins(text: &str, before: &Project) {
    use personac::fields::FieldId;
    use personac::project::{Pin, pin};

    let pinned = Pin { page: "location", name: "Lyon", id: "9000", comment: "Greater Lyon Area" };
    let Ok(after) = pin(text, pinned) else { return };
    assert_eq!(pin(&after, pinned).as_deref(), Ok(after.as_str()), "it is there already");
    let mut report = Report::default();
    let project = parse_project(Arc::new(SourceFile::new("personac.toml", after.as_str())), &mut report);
    let location = FieldId::find("location").expect("a field");
    let written = project.labels.find(location, "Lyon").expect("the name is written");
    assert_eq!(written.ids, ["9000"], "{after}");
    assert_eq!(project.profiles.len(), before.profiles.len(), "{after}");
}
