//! The link of a generated persona, imported, asks for the same.

use proptest::test_runner::TestCaseError;

use super::generate::{persona, shapes};
use super::runner::law;
use crate::links::there_and_back;

#[test]
fn links_of_generated_personas_ask_for_the_same() {
    let tally = law("links", "tests/it/properties/failures/links.txt", 50, &shapes(), |shape, tally| {
        let source = persona(&shape).source("any");
        let pairs = there_and_back(&source).map_err(|error| TestCaseError::fail(format!("{source}\n{error}")))?;
        tally.count(if pairs.is_empty() { "no link" } else { "a link" });
        match pairs.iter().find(|(wanted, found)| wanted != found) {
            Some((wanted, found)) => Err(TestCaseError::fail(format!("{source}\n{wanted:?}\n{found:?}"))),
            None => Ok(()),
        }
    });
    assert!(tally.share("a link") > 20);
}
