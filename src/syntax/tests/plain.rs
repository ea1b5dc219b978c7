//! The short way reads what the grammar reads, or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::source::{FileId, SourceFile};
use crate::syntax::plain::Reader;
use crate::syntax::{parse, parse_by_grammar, scan};

/// Both ways lead to the same tree and the same findings.
#[track_caller]
pub(super) fn same_by_grammar(text: &str) {
    let source = SourceFile::new("test.persona", text);
    let (short, long) = (parse(&source, FileId(0)), parse_by_grammar(&source, FileId(0)));
    assert_eq!(short.file, long.file, "{text}");
    assert_eq!(short.diagnostics, long.diagnostics, "{text}");
}

/// The items of a text that are left to the grammar.
fn odd_items(text: &str) -> Vec<String> {
    let (text, _) = scan::plain_blanks(text, scan::Survey::of(text));
    let mut reader = Reader::new(&text);
    let mut odd = vec![];
    while let Some(start) = reader.next_item() {
        if reader.item().is_none() {
            let rest = &text[start..];
            odd.push(rest.lines().next().unwrap_or_default().to_owned());
            reader.go_to(start + rest.find('\n').unwrap_or(rest.len()));
        }
    }
    odd
}

/// The personas below a directory of the repository.
#[allow(clippy::disallowed_methods, reason = "tests read the fixtures")]
fn personas(directory: &str) -> Vec<String> {
    fn find(directory: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(directory).expect("a directory").map(|entry| entry.expect("an entry").path()) {
            match entry.is_dir() {
                true => find(&entry, found),
                false if entry.extension().is_some_and(|extension| extension == "persona") => found.push(entry),
                false => {}
            }
        }
    }
    let mut found = vec![];
    find(&Path::new(env!("CARGO_MANIFEST_DIR")).join(directory), &mut found);
    found.sort();
    found.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

#[test]
fn what_is_plain_needs_no_grammar() {
    let odd: Vec<String> = personas("personas").iter().flat_map(|text| odd_items(text)).collect();
    assert_eq!(odd, [""; 0]);
    for text in [
        "a\nb\nnot c\n(d)\n$e\nf",
        "let x = a\nlet y = $x\nlet z = [\"b\", 3.., $c.d,]\nlet f = size 51..1000\nlet g = a and b\nlet h = 3 years\na",
        "size in [51-200, 10001+, ..10, 3..5 years] and not (a or b)\n  or c not in [Île-de-France]\nand d # e\nf",
        "use \"a.persona\" as b\nuse \"c.persona\"\npersona one { name: x a = b }\npersona \"2\" {\n  a\n}",
        r#"title in ["a \"b\" \\ \n\u{e9}"]"#,
        "custom: { a: [1, -2.5, true, null], \"b c\": env(\"KEY\"), d: x, }\nlimit: 1_000\nwebhook: env(\"HOOK\")",
    ] {
        let odd = odd_items(text).into_iter().filter(|item| item != "persona one { name: x a = b }");
        assert_eq!(odd.collect::<Vec<_>>(), [""; 0], "{text}");
        same_by_grammar(text);
    }
}

#[test]
fn fixtures_are_read_alike_whole_and_in_part() {
    for text in personas("personas").iter().chain(&personas("tests")) {
        same_by_grammar(text);
        let lines: Vec<&str> = text.split_inclusive('\n').take(60).collect();
        for left_out in 0..lines.len() {
            same_by_grammar(&[&lines[..left_out], &lines[left_out + 1..]].concat().concat());
        }
    }
}

/// What stands at the end of one item and at the beginning of the next decides where the first one ends.
#[test]
fn neighbours_are_read_alike() {
    const ENDS: &[&str] = &[
        "a",
        "a = b",
        "a = 5 years",
        "a in [b]",
        "a in $x",
        "a 3..",
        "a 3..5",
        "$x",
        "$x.y",
        "(a)",
        "not a",
        "let x = b",
        "let x = $y",
        "let x = 3..",
        "let x = [b]",
        "let x = \"b\"",
        "let x = a and b",
        "n: x",
        "n: 5",
        "n: [1]",
        "n: {a: 1}",
        "n: \"x\"",
        "use \"x\"",
        "use \"x\" as y",
        "persona p { a",
        "persona p {",
        "a and",
        "a and not",
        "a = ",
        "let x =",
        "n:",
        "a = 10001+",
        "a = \"b\"",
        "let _ = _",
        "let x = _",
        "a = _",
        "a = 51-200",
        "n: { a",
        "n: { a: https",
        "n: -",
        "n: 1.",
        "a..b",
        "let x = a.b",
        "a = \"\\q\"",
        "a = \"\\\"",
        "a = \"\\\"\"",
    ];
    const BETWEEN: &[&str] = &[" ", "\n", "", " # c\n", "\n\n", "\u{b}", "\r\n", ", ", " }", "}\n", "\n}"];
    const BEGINNINGS: &[&str] = &[
        "in [b]",
        "not in [b]",
        "not b",
        "not # c\n in [b]",
        "3..5",
        "..5",
        "\"b\"",
        "\"b\"..c",
        "b..c",
        "b",
        "and b",
        "or b",
        "= b",
        "!= b",
        ">= b",
        ": b",
        "(b)",
        "[b]",
        "$b",
        "years",
        "5 years",
        "& b",
        "| b",
        ", b",
        "; b",
        "} b",
        ") b",
        "is b",
        "b: 1",
        "let b = c",
        "use \"b\"",
        "persona b { c }",
        ".b",
        "+",
        "’",
        "–",
        "é",
        "//",
        "~= b",
        "≥ b",
        "! in [b]",
        "to 5",
        "as b",
        "10k",
        "R&D",
        "b+..c",
        "b-..",
        "true",
        "in",
        "not",
        "_",
        "-",
        "{",
        "",
    ];
    for end in ENDS {
        for between in BETWEEN {
            for beginning in BEGINNINGS {
                same_by_grammar(&format!("{end}{between}{beginning}"));
                if matches!(*between, "\n" | " ") {
                    same_by_grammar(&format!("persona p {{ {end}{between}{beginning} }}\nc"));
                }
            }
        }
    }
}

/// Texts of many lines that are nearly right.
fn nearly_right() -> impl Strategy<Value = String> {
    let lines = vec![
        "title in [\"VP Sales\", CEO]",
        "and size 51..1000",
        "or changed_jobs",
        "not (a or b)",
        "let x = [a, b]",
        "let y = CEO",
        "let z = a",
        "name: \"x\"",
        "limit: 1_000",
        "custom: { a: 1, b: [x, \"y\"] }",
        "use \"l\" as l",
        "persona p {",
        "}",
        "in [a]",
        "and not",
        "# note",
        "experience > 5 years",
        "location in $l.eu",
        "(a = b",
        "and c)",
        "$x",
        "= 5",
        "seniority Director..VP",
        "title == CEO",
        "webhook: env(\"X\")",
    ];
    let ends = prop_oneof![6 => Just("\n"), 1 => Just(" "), 1 => Just(" # c\n"), 1 => Just("")];
    proptest::collection::vec((proptest::sample::select(lines), ends), 0..12)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| format!("{line}{end}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nearly_right_texts_are_read_alike(text in nearly_right()) {
        same_by_grammar(&text);
    }
}
