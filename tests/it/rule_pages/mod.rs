//! Every manual page is run: its example raises its code and no other, what it says to write instead raises
//! nothing, and its fix makes the one of the other. A new rule takes part without being named here.

#[cfg(feature = "http")]
mod answers;
mod page;
mod run;

use personac::diagnostic::Safety;
use personac::format::format;
use personac::lint::{RULES, find_rule};
use personac::rule::{ANSWERS, Rule};
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;

use page::{Fixing, MAIN, Page, Sample};
use run::{Codes, Place};

/// Findings of every small example, which only their own pages are about.
const EVERYWHERE: &[&str] = &["no-webhook", "no-limit", "no-name"];

/// Codes that cannot come alone.
const TOGETHER: &[(&str, &[&str])] = &[
    // What is wrong in the used file is shown with the finding that it is used.
    ("broken-use", &["unbalanced-bracket"]),
];

/// Rules about several files: the program looks at the whole project.
const WHOLE_PROJECT: &[&str] = &["same-body", "contained-persona", "repeated-name"];

/// A fix that the page shows leaves the lines as they were, whatever their length.
const LINES_LEFT: &[&str] = &["mixed-and-or"];

/// The environment is not asked for where nothing is built.
const AT_BUILD_ONLY: &str = "missing-environment-variable";

/// Its example would be longer than any page.
const TOO_LONG: &str = "long-link";

/// Whether the rule is about the links that are made of personas.
fn is_about_links(rule: &Rule) -> bool {
    rule.code.starts_with("P72")
}

/// The rules about personas, which need no API to be shown.
fn about_personas() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(|rule| !ANSWERS.contains(rule))
}

#[test]
fn every_page_is_true() {
    let wrong: Vec<String> = about_personas().flat_map(problems).collect();
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_begins_with_a_sentence_and_says_why() {
    for rule in RULES.iter() {
        let page = rule.page();
        let before = page.split("\n## ").next().unwrap_or_default();
        assert!(rule.summary().ends_with('.') && rule.summary().len() < 160, "{}: {}", rule.code, rule.summary());
        assert!(before.trim().contains("\n\n"), "{} says why it matters", rule.code);
    }
}

#[test]
fn what_to_write_is_laid_out_as_fmt_does() {
    for rule in about_personas().filter(|rule| !LINES_LEFT.contains(&rule.name)) {
        for instead in Page::of(rule).instead.into_iter().filter(|instead| !instead.is_imported) {
            let source = SourceFile::new(MAIN, String::from_utf8(instead.main).expect("text"));
            let parsed = parse(&source, FileId(0));
            assert_eq!(format(&source, &parsed).as_deref(), Ok(source.text()), "{} {}", rule.code, rule.name);
        }
    }
}

#[test]
fn the_program_finds_what_the_library_finds() {
    for rule in about_personas().filter(|rule| !WHOLE_PROJECT.contains(&rule.name) && !is_about_links(rule)) {
        let command = if rule.name == AT_BUILD_ONLY { "build" } else { "lint" };
        for example in Page::of(rule).examples.into_iter().filter(|example| !example.is_imported) {
            let place = Place::new(&example, rule);
            let (found, wanted) = (place.run_program(command, rule), place.check().0);
            assert_eq!(own_codes(found, rule), own_codes(wanted, rule), "{}", rule.name);
        }
    }
}

/// What is wrong with the page of `rule`.
fn problems(rule: &Rule) -> Vec<String> {
    let page = Page::of(rule);
    let mut wrong = vec![];
    for example in page.examples.iter().filter(|_| rule.name != TOO_LONG) {
        expect(example, rule, &expected(rule), "the example raises", &mut wrong);
        if !WHOLE_PROJECT.contains(&rule.name) && !is_about_links(rule) && !example.is_imported {
            wrong.extend(wrong_fix(example, &page, rule));
        }
    }
    for instead in &page.instead {
        expect(instead, rule, &Codes::new(), "what to write instead raises", &mut wrong);
    }
    wrong.into_iter().map(|problem| format!("{} {}: {problem}", rule.code, rule.name)).collect()
}

fn expect(sample: &Sample, rule: &Rule, wanted: &Codes, what: &str, wrong: &mut Vec<String>) {
    let place = Place::new(sample, rule);
    let found = match WHOLE_PROJECT.contains(&rule.name) {
        _ if is_about_links(rule) => own_codes(place.link(), rule),
        _ if sample.is_imported => own_codes(place.import(), rule),
        true => own_codes(place.run_program("lint", rule), rule),
        false => own_codes(place.check().0, rule),
    };
    if found != *wanted {
        wrong.push(format!("{what} {found:?}, not {wanted:?}:\n{}", shown(&sample.main)));
    }
}

/// The code of the page, and those that always come with it.
fn expected(rule: &Rule) -> Codes {
    let others = TOGETHER.iter().filter(|(name, _)| *name == rule.name).flat_map(|(_, others)| *others);
    let others = others.filter_map(|name| find_rule(name)).map(|rule| rule.code.to_owned());
    others.chain([rule.code.to_owned()]).collect()
}

/// Without what every small example lacks, unless the page is about it.
fn own_codes(codes: Codes, rule: &Rule) -> Codes {
    let ignored = EVERYWHERE.iter().filter(|name| **name != rule.name).filter_map(|name| find_rule(name));
    let ignored: Vec<&str> = ignored.map(|rule| rule.code).collect();
    codes.into_iter().filter(|code| !ignored.contains(&code.as_str())).collect()
}

/// What is wrong with the fixes of an example, compared with what the page says.
fn wrong_fix(example: &Sample, page: &Page, rule: &Rule) -> Option<String> {
    let place = Place::new(example, rule);
    let checked = place.check().1;
    let fixes: Vec<_> = checked.diagnostics.iter().filter(|finding| finding.rule == rule).collect();
    let fixes: Vec<_> = fixes.iter().flat_map(|finding| &finding.fixes).collect();
    let is_safe = fixes.iter().any(|fix| fix.safety == Safety::Safe);
    let results: Vec<String> = match page.fixing {
        Fixing::None if is_safe => return Some("the page does not name its safe fix".to_owned()),
        Fixing::None => return None,
        Fixing::Safe => vec![place.fix(Safety::Safe).text],
        Fixing::Unsafe if is_safe => return Some("its fix is safe, and the page says that it is not".to_owned()),
        Fixing::Unsafe if fixes.len() == 1 => vec![place.fix(Safety::Unsafe).text],
        // Nobody knows which of several is meant: the page shows one of them.
        Fixing::Unsafe => {
            let text = std::str::from_utf8(&example.main).expect("text that can be fixed");
            fixes.iter().map(|fix| personac::fix::apply(text, std::iter::once(*fix))).collect()
        }
    };
    let is_shown = |text: &String| page.instead.iter().any(|instead| instead.main == text.as_bytes());
    let true_to_page = results.iter().any(is_shown);
    (!true_to_page).then(|| format!("its fix makes, of {}\n{}", shown(&example.main), results.join("or\n")))
}

/// The beginning of a file, for people.
fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().take(1000).collect()
}
