//! Any text as a persona that is laid out: the layout asks for the same people, keeps every comment and stays as it is.

use personac::format::{Refusal, format};
use personac::source::{FileId, SourceFile};
use personac::syntax::{comments, parse};

use super::persona::{bodies_in, compiled};

/// Lay it out, twice.
pub fn fmt(text: &str) {
    let source = SourceFile::new("fuzzed.persona", text);
    let parsed = parse(&source, FileId(0));
    if parsed.has_errors() {
        return;
    }
    let after = match format(&source, &parsed) {
        Ok(after) => after,
        Err(Refusal::TooLarge | Refusal::TooManyBrackets) => return,
        Err(refusal) => panic!("{refusal}"),
    };
    let source = SourceFile::new("fuzzed.persona", after.as_str());
    assert_eq!(format(&source, &parse(&source, FileId(0))).as_deref(), Ok(after.as_str()), "it does not stay so");
    assert_eq!(sorted_comments(text), sorted_comments(&after), "{after}");
    keeps_bodies(text, &after);
}

/// What the comments say, each as the layout writes it.
fn sorted_comments(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = comments(text).iter().map(|span| text[span.range()].trim_end()).collect();
    all.sort_unstable();
    all
}

fn keeps_bodies(before: &str, after: &str) {
    let (old, new) = (compiled(before), compiled(after));
    assert_eq!(old.errors(), new.errors(), "{after}");
    if !old.has_errors() {
        assert_eq!(bodies_in(&old, before), bodies_in(&new, after), "{after}");
    }
}
