//! Any text as a persona that is mended: safe fixes keep the bodies unless they say otherwise, no fix adds an error or
//! takes a comment, and mending comes to an end.

use personac::check::{Checked, check};
use personac::diagnostic::{Fix, Safety};
use personac::fix::{Fixed, apply, fix as mend};
use personac::lint::Lints;
use personac::source::FileId;
use personac::syntax::comments;

use super::findings::in_place;
use super::persona::{NAME, PROJECT, compiled, loaded, with_options};

/// Mend it with safe fixes, each alone and all of them, and then with the others too.
pub fn fix(text: &str) {
    let before = compiled(text);
    in_place(&before.diagnostics, &before.sources);
    if !before.has_errors() {
        safe_fixes(&before).for_each(|fix| alone(text, &before, fix));
    }
    let safe = mended(text, Safety::Safe);
    harmless(text, &before, &safe);
    if !before.has_errors() && !safe.applied.iter().any(|(_, title)| says_so(title)) {
        assert_eq!(safe.checked.bodies(), before.bodies(), "{:?}\n{}", safe.applied, safe.text);
    }
    comes_to_an_end(safe.text);
    harmless(text, &before, &mended(text, Safety::Unsafe));
}

/// So often may a file have to be mended again: a run ends after so many rounds, and mends one of a row of slips a round.
const MOST_RUNS: usize = 64;

fn comes_to_an_end(text: String) {
    let again = |text: String, _| {
        let again = mended(&text, Safety::Safe);
        (!again.applied.is_empty()).then_some(again.text)
    };
    let endless = (0..MOST_RUNS).try_fold(text, again);
    assert!(endless.is_none(), "no end: {endless:?}");
}

fn safe_fixes(checked: &Checked) -> impl Iterator<Item = &Fix> {
    let own = checked.diagnostics.iter().filter(|finding| finding.location().file == FileId(0));
    own.flat_map(|finding| &finding.fixes).filter(|fix| fix.safety == Safety::Safe)
}

/// Apply a safe fix as an editor does: by itself.
fn alone(text: &str, before: &Checked, fix: &Fix) {
    let after = apply(text, std::iter::once(fix));
    let checked = compiled(&after);
    if !checked.has_errors() && !says_so(&fix.title) {
        assert_eq!(checked.bodies(), before.bodies(), "{fix:?}\n{after}");
    }
}

/// Whether a fix says that the request changes.
fn says_so(title: &str) -> bool {
    title.contains("request")
}

fn mended(text: &str, most: Safety) -> Fixed {
    with_options(&PROJECT, Lints::of_lint(), |options| mend(loaded(NAME, text), options, most))
}

/// No error more, no comment less.
fn harmless(text: &str, before: &Checked, fixed: &Fixed) {
    assert!(fixed.checked.errors() <= before.errors(), "an error more: {:?}\n{}", fixed.applied, fixed.text);
    let fresh = with_options(&PROJECT, Lints::of_lint(), |options| check(loaded(NAME, &fixed.text), options));
    assert_eq!(fresh.diagnostics, fixed.checked.diagnostics, "what is said of the text is not about it");
    let is_parsed = !before.diagnostics.iter().any(|finding| finding.rule.code.starts_with("P1"));
    if is_parsed {
        assert_eq!(plain_comments(text), plain_comments(&fixed.text), "{:?}\n{}", fixed.applied, fixed.text);
    }
}

/// The comments that are not for personac: a fix may take those which allow nothing.
fn plain_comments(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = comments(text).iter().map(|span| &text[span.range()]).collect();
    all.retain(|comment| !comment.contains("personac:"));
    all.sort_unstable();
    all
}
