//! The laws of formatting: nothing that counts is lost, and what is formatted stays as it is.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::compiled::compile;
use super::dice::Dice;
use super::formatter_mess::{mess, tokens};
use super::generate::{Shape, persona, shapes};
use super::runner::law;
use crate::formatter::formatted;

/// Settings in the order of their table.
const SETTINGS: &[&str] = &[
    "name: \"Test # 1\"",
    "webhook: env(\"HOOK\")",
    "limit: 1_000",
    "streaming: true",
    "custom: { a: [1, { b: null }, [], {}], \"c d\": word, e: -1.5e3, f: env(\"X\") }",
    "split: any",
    "raw: { a_long_key: \"a long text that fills a line\", another_key: \"another long text that fills a line\" }",
];

/// Other items.
const ITEMS: &[&str] = &[
    "let list = [CEO, \"VP of Sales\", 1..5, $other.x]",
    "let range = 51..1000 employees",
    "let filter = title = CEO and (size 1..10 or not changed_jobs) or $x",
    "use \"lib/a.persona\" as a",
    "use \"lib/b.persona\"",
    "not not (title = CEO)",
    "title in [\"Chief Executive Officer\", \"Chief Revenue Officer\", \"Chief Marketing Officer\", CFO, COO]",
    "((size 1..10))",
];

/// A persona with all there can be, one item a line; and whether settings stand elsewhere than they should.
fn source(case: &(Vec<Shape>, u64), dice: &mut Dice) -> (String, bool) {
    let written = persona(case).source("any");
    let mut lines: Vec<String> = written.lines().skip(2).map(str::to_owned).collect();
    lines.extend((0..dice.below(3)).map(|_| (*dice.pick(ITEMS)).to_owned()));
    let settings = SETTINGS.iter().filter(|_| dice.percent(30)).map(|line| (*line).to_owned());
    let mut lines: Vec<String> = settings.collect::<Vec<_>>().into_iter().chain(lines).collect();
    let shuffled = dice.percent(30);
    if shuffled {
        dice.shuffle(&mut lines);
    }
    if dice.percent(25) {
        let (shared, own) = lines.split_at(dice.below(2).min(lines.len()));
        let blocks = format!("persona p {{\n{}\n}}\npersona \"q r\" {{ title = CEO }}", own.join("\n"));
        let is_clause = |line: &String| !line.contains(": ") && !line.starts_with("let ") && !line.starts_with("use ");
        let text = if shared.iter().any(is_clause) { blocks } else { format!("{}\n{blocks}", shared.join("\n")) };
        return (text, shuffled);
    }
    (lines.join("\n"), shuffled)
}

#[test]
fn formatting_loses_nothing_and_settles() {
    let tally = law("formatting", "tests/it/properties/failures/formatting.txt", 50, &shapes(), |case, tally| {
        let mut dice = Dice(case.1);
        let wild = *dice.pick(&[0, 5, 30]);
        let (text, shuffled) = source(&case, &mut dice);
        let text = mess(&text, wild, &mut dice);
        // It is the same the second time, or this panics.
        let Some(after) = formatted(&text) else {
            tally.count("does not parse");
            return Ok(());
        };
        tally.count("formatted");
        keeps(&text, &after, shuffled)?;
        is_tidy(&after)
    });
    assert!(tally.share("formatted") >= 70, "too few sources parse");
}

fn keeps(before: &str, after: &str, shuffled: bool) -> TestCaseResult {
    let (old, new) = (said(before), said(after));
    let sorted = |said: &[String]| {
        let mut sorted = said.to_vec();
        sorted.sort();
        sorted
    };
    prop_assert_eq!(sorted(&old), sorted(&new), "{}\n{}", before, after);
    if !shuffled {
        prop_assert_eq!(old, new, "{}\n{}", before, after);
    }
    let (old, new) = (compile(before), compile(after));
    prop_assert_eq!(old.texts, new.texts, "{}\n{}", before, after);
    prop_assert_eq!(old.errors.len(), new.errors.len(), "{}\n{}", before, after);
    Ok(())
}

/// Code and comments as they follow each other. Where a comment stands beside a sign that the layout writes does
/// not count.
fn said(text: &str) -> Vec<String> {
    let tokens = tokens(text).into_iter().map(|token| canonical(&token.text));
    tokens.filter(|token| ![",", ":", "and", "or"].contains(&token.as_str())).collect()
}

fn canonical(word: &str) -> String {
    let field = personac::fields::FieldId::find(word).map(|field| field.row().name.to_owned());
    field.unwrap_or_else(|| if word.starts_with('#') { word.to_owned() } else { word.to_lowercase() })
}

fn is_tidy(text: &str) -> TestCaseResult {
    prop_assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.starts_with('\n'), "{text:?}");
    prop_assert!(!text.contains("\n\n\n") && !text.contains('\r'), "{text}");
    for line in text.lines() {
        prop_assert!(line.trim_end() == line, "{line:?}\n{text}");
        let code = line.split(" #").next().unwrap_or_default();
        // A line that a comment to personac concerns stays whole.
        let whole = text.contains("personac:") || !code.contains([',', '(']) && !code.contains(" or ");
        prop_assert!(whole || code.chars().count() <= 100, "{line}\n{text}");
    }
    Ok(())
}
