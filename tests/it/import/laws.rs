//! `build(import(body))` is the body, for every body that the API takes.

use personac::check::{Checked, check};
use personac::emit::pretty;
use personac::format::format;
use personac::import::bodies;
use personac::lint::Lints;
use personac::project::Project;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

use super::random::body;
use crate::fuzzing::targets::body::plain;
use crate::fuzzing::targets::persona::{loaded, with_options};
use crate::properties::law;

fn built(text: &str) -> Checked {
    with_options(&Project::default(), Lints::of_build(), |options| check(loaded("imported.persona", text), options))
}

/// The persona of a body that is valid, and the bodies it builds.
fn round(body: &str) -> (String, Vec<Value>, Vec<String>) {
    let read = bodies("body.json", body.to_owned(), "body", false);
    let errors = read.findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.message.clone());
    let errors: Vec<String> = errors.collect();
    assert!(errors.is_empty(), "{errors:?} in {body}");
    let text = match read.drafts.as_slice() {
        [(_, only)] if read.is_single => only.text(&Project::default()),
        several => personac::import::blocks(several, &Project::default()),
    };
    let text = text.unwrap_or_else(|refusal| panic!("{refusal}: {body}"));
    let checked = built(&text);
    let bodies = checked.personas.iter().flat_map(personac::check::Compiled::bodies);
    let bodies = bodies.map(|body| serde_json::from_str(&pretty(&body)).expect("JSON")).collect();
    let wrong = checked.diagnostics.iter().filter(|finding| finding.is_error()).map(|finding| finding.message.clone());
    (text, bodies, wrong.collect())
}

#[test]
fn the_bodies_of_the_reference_come_back() {
    let directory = std::path::Path::new("tests/it/reference");
    let mut count = 0;
    let paths = std::fs::read_dir(directory).expect("a directory").map(|entry| entry.expect("an entry").path());
    for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let body = std::fs::read_to_string(path).expect("text");
        let (_, built, errors) = round(&body);
        assert_eq!(errors, Vec::<String>::new());
        let built: Vec<Value> = built.iter().map(plain).collect();
        assert_eq!(built, [plain(&serde_json::from_str(&body).expect("JSON"))]);
        count += 1;
    }
    assert_eq!(count, 6);
}

#[test]
fn every_valid_body_comes_back() {
    let tally = law("every valid body comes back", "tests/it/import/failures", 50, &body(), |body, tally| {
        let text = serde_json::to_string_pretty(&body).expect("JSON");
        let (persona, built, errors) = round(&text);
        prop_assert!(errors.is_empty(), "{:?} in\n{}", errors, persona);
        prop_assert_eq!(built.len(), 1, "{}", persona);
        prop_assert_eq!(plain(&built[0]), plain(&body), "{}", persona);
        is_canonical(&persona)?;
        tally.count(if persona.contains("raw: {") { "something in raw" } else { "clauses alone" });
        Ok(())
    });
    assert!(tally.share("clauses alone") > 5 && tally.share("something in raw") > 5, "both are tried");
}

#[test]
fn several_bodies_come_back() {
    let several = prop::collection::vec(body(), 1..5);
    law("several bodies come back", "tests/it/import/failures", 5, &several, |bodies, _| {
        let lines: Vec<String> = bodies.iter().map(Value::to_string).collect();
        let list = format!("[{}]", lines.join(", "));
        let texts = if lines.len() > 1 { vec![lines.join("\n"), list] } else { vec![list] };
        for text in texts {
            let (persona, built, errors) = round(&text);
            prop_assert!(errors.is_empty(), "{:?} in\n{}", errors, persona);
            let built: Vec<Value> = built.iter().map(plain).collect();
            prop_assert_eq!(built, bodies.iter().map(plain).collect::<Vec<Value>>(), "{}", persona);
            is_canonical(&persona)?;
        }
        Ok(())
    });
}

fn is_canonical(persona: &str) -> TestCaseResult {
    let source = SourceFile::new("imported.persona", persona);
    let formatted = format(&source, &parse(&source, FileId(0)));
    prop_assert_eq!(formatted.as_deref(), Ok(persona));
    Ok(())
}
