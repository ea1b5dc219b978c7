//! Every fuzz target for a moment: the fixtures, and what a few changes make of them. `PERSONAC_FUZZ_CASES` sets how many
//! a target gets, `PERSONAC_TEST_SEED` which. `fuzz/run` does the same for hours, led by what it has reached.

#![allow(clippy::print_stderr, reason = "what fails must be known")]

mod corpus;
mod mutator;
#[path = "../../../fuzz/src/lib.rs"]
pub mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

#[cfg(feature = "lsp")]
use corpus::scripts;
use corpus::{dictionary, files, lines, seeds};
use mutator::Mutator;

/// The cases that are drawn unless `PERSONAC_TEST_SEED` asks for others.
const SEED: u64 = 7;

/// So many inputs of a corpus are tried as they are.
const FEW: usize = 100;

fn of_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|number| number.parse().ok())
}

/// Try a target with each input of its corpus, and with so many that are made of them.
fn run(name: &str, words: &str, corpus: &[Vec<u8>], cases: u64, target: impl Fn(&[u8])) {
    assert!(corpus.len() > 1, "{name} has inputs to begin with");
    let seed = of_environment("PERSONAC_TEST_SEED").unwrap_or(SEED);
    let attempt = |case: &str, input: &[u8]| {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(input))) {
            eprintln!("{name}, {case} of seed {seed}, fails with\n{}", input.escape_ascii());
            resume_unwind(panic);
        }
    };
    // The personas have tests of their own.
    corpus.iter().filter(|_| corpus.len() <= FEW).for_each(|input| attempt("an input of the corpus", input));
    let mut mutator = Mutator::new(seed, corpus, dictionary(words));
    for case in 0..of_environment("PERSONAC_FUZZ_CASES").unwrap_or(cases) {
        attempt(&format!("case {case}"), &mutator.input());
    }
}

/// Try a target that reads text.
fn run_text(name: &str, words: &str, corpus: &[Vec<u8>], cases: u64, target: impl Fn(&str)) {
    run(name, words, corpus, cases, |input| target(&String::from_utf8_lossy(input)));
}

/// Every persona of the tests and of the library.
fn personas() -> Vec<Vec<u8>> {
    files(&["personas", "tests/fixtures", "tests/fixtures_fmt", "tests/fixtures_diff"], &["persona"])
}

#[test]
fn any_text_is_parsed() {
    run_text("parse", "check", &personas(), 300, targets::parse);
}

#[test]
fn any_text_is_checked() {
    run_text("check", "check", &personas(), 40, targets::check);
}

#[test]
fn any_text_is_laid_out() {
    run_text("fmt", "check", &personas(), 60, targets::fmt);
}

#[test]
fn any_text_is_mended() {
    run_text("fix", "check", &personas(), 15, targets::fix);
}

#[test]
fn any_text_is_a_body_or_none() {
    let bodies = files(&["personas", "tests/it/reference", "tests/fixtures/import"], &["json", "ndjson", "sh"]);
    run_text("import_body", "import_body", &bodies, 80, targets::import_body);
}

#[test]
fn any_text_is_a_link_or_none() {
    let links = lines("tests/it/reference/sales_navigator_urls.txt");
    run_text("import_link", "import_link", &links, 80, targets::import_link);
}

#[test]
fn any_text_is_a_configuration_or_none() {
    let projects = [files(&["personas", "tests/fixtures"], &["toml"]), seeds("configuration")].concat();
    run_text("configuration", "configuration", &projects, 30, targets::configuration);
}

#[test]
fn any_text_is_looked_up() {
    // A search goes through all places.
    let labels = lines("tables/seniority.tsv");
    run_text("labels", "check", &labels, 10, targets::labels);
}

#[cfg(feature = "http")]
#[test]
fn any_bytes_are_a_journal_or_none() {
    run("journal", "journal", &seeds("journal"), 100, targets::journal);
}

#[cfg(feature = "http")]
#[test]
fn any_text_is_an_answer() {
    run("answers", "answers", &seeds("answers"), 400, targets::answers);
}

#[cfg(feature = "lsp")]
#[test]
fn any_editor_is_served() {
    let scripts = [seeds("lsp"), scripts(&personas())].concat();
    run("lsp", "lsp", &scripts, 12, targets::lsp);
}
