//! The laws of fixing: a safe fix keeps the request, every comment, and the number of errors; and fixing comes to
//! an end.

use std::sync::Arc;

use personac::check::{Checked, Options, check};
use personac::diagnostic::Safety;
use personac::emit::pretty;
use personac::fix::{Fixed, fix};
use personac::lint::Lints;
use personac::project::{Project, parse_project};
use personac::report::Report;
use personac::source::{FileId, SourceFile};
use personac::syntax::{comments, parse};
use personac::workspace::Loaded;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::compiled::with_options;
use super::dice::Dice;
use super::runner::{Tally, law};

/// Clauses with something to mend, and some without.
const CLAUSES: &[&str] = &[
    "title in [CEO, \"VP of Sales\", CEO]",
    "title in [CEO,\n  CFO, # both\n  CEO]",
    "title not in [Intern, Intern]",
    "function in [25, Marketing, sales]",
    "function in [sales, Sales]",
    "seniority in [vp, cxo, 300]",
    "seniority >= director",
    "seniority not in [owner]",
    "location in [Germany, \"Berlin, Germany\", france]",
    "location in [Paris, France]",
    "location = paris",
    "location in [\"united states\", 103644278, \"California, United States\"]",
    "location not in [Spain, \"Madrid, Spain\"]",
    "industry in [Hospitals, \"Hospitals and Health Care\"]",
    "industry in [14, \"Medical Devices\", \"medical devices\"]",
    "industry = \"Software Development\"",
    "size 51..1000",
    "size in [51..200, 51-200]",
    "size >= 11",
    "title = CEO or title = CFO and size 1..10",
    "(title = CEO or title = CFO) and size 1..10",
    "title = CEO or title = CFO\nand size 1..10",
    "not (title = Intern or title = Trainee)",
    "company in [1441, Google]",
    "company_type in [public, Public]",
    "keyword = \"a or b\"",
    "title = \"“VP” of Sales\"",
    "tenure == 3..5",
    "title in \"CEO\"",
    "title = [CEO, CFO]",
    "function = Sales && size 1..10",
    "title in [CEO CFO]",
    "relationship in [1st, first]",
    "headcount 11..50",
    "posted_on_linkedin",
];

/// What else may stand in a file.
const OTHERS: &[&str] = &[
    "name: \"x\"",
    "limit: 5",
    "let unused = [CEO, CEO]",
    "let people = [CEO, CEO]\ntitle in $people",
    "webhook: \"https://hooks.example.com/leads?token=abcdef0123456789\"",
    "# personac: allow(duplicate-value)",
    "# personac: allow(no-limit, label-spelling) because",
    "# personac: allow-file(raw-id)",
    "# personac: allow(nothing-of-the-kind)",
    "# a word",
    "",
];

/// What may follow on a line.
const TAILS: [&str; 4] = [" # why", "  # personac: allow(raw-id)", " # é😀", "\r"];

const PROJECT: &str = "[labels.company]\nGoogle = 1441\n[defaults]\nlimit = 9\n";

fn sloppy(seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut lines: Vec<String> = dice.some(CLAUSES, 4).into_iter().map(str::to_owned).collect();
    lines.extend(dice.some(OTHERS, 4).into_iter().map(str::to_owned));
    dice.shuffle(&mut lines);
    for line in lines.iter_mut().filter(|line| !line.starts_with('#')) {
        if dice.percent(25) {
            line.push_str(dice.pick::<&str>(&TAILS));
        }
    }
    lines.join("\n") + "\n"
}

/// Calls `then` with what a check of `text` needs.
fn with<T>(text: &str, then: impl FnOnce(Loaded, &Options) -> T) -> T {
    let project_file = Arc::new(SourceFile::new("personac.toml", PROJECT));
    let project: Project = parse_project(project_file, &mut Report::default());
    let source = Arc::new(SourceFile::new("test.persona", text));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let loaded = Loaded { identity: "test.persona".to_owned(), source, parsed };
    with_options(&project, Lints::of_lint(), |options| then(loaded, options))
}

fn bodies(checked: &Checked) -> Vec<String> {
    checked.personas.iter().flat_map(|persona| persona.bodies().iter().map(pretty).collect::<Vec<_>>()).collect()
}

fn errors(checked: &Checked) -> usize {
    checked.diagnostics.iter().filter(|finding| finding.is_error()).count()
}

fn comments_of(text: &str) -> Vec<String> {
    let is_ours = |comment: &String| comment.contains("personac:");
    let mut all: Vec<String> = comments(text).iter().map(|span| text[span.range()].to_owned()).collect();
    all.retain(|comment| !is_ours(comment));
    all.sort();
    all
}

fn kept(before: &str, checked: &Checked, fixed: &Fixed) -> TestCaseResult {
    let says_so = fixed.applied.iter().any(|(_, title)| title.contains("request"));
    if !checked.has_errors() && !says_so {
        prop_assert_eq!(bodies(checked), bodies(&fixed.checked), "bodies\n{}\n---\n{}", before, &fixed.text);
    }
    prop_assert!(errors(&fixed.checked) <= errors(checked), "errors\n{before}\n---\n{}", fixed.text);
    if !checked.diagnostics.iter().any(|finding| finding.rule.code.starts_with("P1")) {
        prop_assert_eq!(comments_of(before), comments_of(&fixed.text), "comments\n{}\n---\n{}", before, &fixed.text);
    }
    Ok(())
}

#[test]
fn safe_fixes_keep_the_request_and_come_to_an_end() {
    let tally = law("fixes", "tests/it/properties/failures/fixes.txt", 50, &any::<u64>(), |seed, tally: &Tally| {
        let before = sloppy(seed);
        let checked = with(&before, check);
        let fixed = with(&before, |loaded, options| fix(loaded, options, Safety::Safe));
        tally.count(if fixed.applied.is_empty() { "untouched" } else { "mended" });
        if !checked.has_errors() && !fixed.applied.is_empty() {
            tally.count("compiled and mended");
        }
        kept(&before, &checked, &fixed)?;
        let again = with(&fixed.text, |loaded, options| fix(loaded, options, Safety::Safe));
        prop_assert!(again.applied.is_empty(), "no end\n{before}\n---\n{}\n{:?}", fixed.text, again.applied);
        Ok(())
    });
    assert!(tally.share("compiled and mended") >= 20, "too few sources are mended");
}

#[test]
fn other_fixes_add_no_error_and_lose_no_comment() {
    law("unsafe fixes", "tests/it/properties/failures/unsafe_fixes.txt", 25, &any::<u64>(), |seed, _: &Tally| {
        let before = sloppy(seed);
        let checked = with(&before, check);
        let fixed = with(&before, |loaded, options| fix(loaded, options, Safety::Unsafe));
        prop_assert!(errors(&fixed.checked) <= errors(&checked), "errors\n{before}\n---\n{}", fixed.text);
        if !checked.diagnostics.iter().any(|finding| finding.rule.code.starts_with("P1")) {
            prop_assert_eq!(
                comments_of(&before),
                comments_of(&fixed.text),
                "comments\n{}\n---\n{}",
                &before,
                &fixed.text
            );
        }
        Ok(())
    });
}
