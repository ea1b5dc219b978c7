//! Small sources that describe very many requests end soon, in a result or in an error of their own.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::compiled::{Compiled, compile};

/// Far more than anybody would wait for, even on a busy machine without optimisation.
const PATIENCE: Duration = Duration::from_secs(120);

fn soon(what: &str, source: &str) -> Compiled {
    let start = Instant::now();
    let compiled = compile(source);
    let took = start.elapsed();
    println!("{what}: {took:?}, {} bodies, {:?}", compiled.texts.len(), compiled.errors);
    assert!(took < PATIENCE, "{what} took {took:?}");
    compiled
}

fn both_splits(what: &str, clauses: &str) -> Compiled {
    soon(&format!("{what}, disjoint"), &format!("split: disjoint\n{clauses}"));
    soon(what, &format!("split: any\n{clauses}"))
}

fn joined(count: usize, word: &str, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(word)
}

#[test]
fn a_product_of_forty_pairs_is_too_complex() {
    let pair = |index| format!("(title = a{index} or past_title = b{index})");
    let compiled = both_splits("forty pairs", &joined(40, " and ", pair));
    assert!(compiled.has("P406") || compiled.has("P404"), "{:?}", compiled.errors);
}

#[test]
fn a_product_of_forty_pairs_of_exclusions_ends() {
    let pair = |index| format!("(title != a{index} or past_title != b{index})");
    let compiled = both_splits("forty pairs excluded", &joined(40, " and ", pair));
    assert!(compiled.has("P406") || compiled.has("P405"), "{:?}", compiled.errors);
}

#[test]
fn deep_alternation_over_many_fields_ends() {
    let fields = ["title", "past_title", "company", "account_list", "lead_list", "industry", "location"];
    let values = ["1441", "\"7\"", "12345678"];
    let mut source = "size 1..10".to_owned();
    for depth in 0..60 {
        let field = fields[depth % fields.len()];
        let value = match field {
            "title" | "past_title" => format!("t{depth}"),
            "industry" => "Banking".to_owned(),
            "location" => "France".to_owned(),
            _ => values[depth % 3].to_owned(),
        };
        let not = if depth % 5 == 4 { "not " } else { "" };
        let _ = match depth % 2 {
            0 => write!(source, " or {field} = {value})"),
            _ => write!(source, " and {not}{field} = {value})"),
        };
    }
    both_splits("deep alternation", &format!("{}{source}", "(".repeat(60)));
}

#[test]
fn thousands_of_branches_over_two_fields_end() {
    let pair = |index| format!("title = a{index} and past_title = b{index}");
    let compiled = both_splits("3,000 pairs", &joined(3000, " or ", pair));
    assert!(compiled.has("P405") || compiled.has("P406"), "{:?}", compiled.errors);
    let same = |index| format!("title = a{index} and past_title = b{}", index % 2);
    let compiled = both_splits("3,000 of two", &joined(3000, " or ", same));
    assert_eq!(compiled.texts.len(), 2);
    let mixed = |index| if index % 2 == 0 { format!("title = a{index}") } else { format!("past_title = b{index}") };
    let compiled = both_splits("3,000 of two lists", &joined(3000, " or ", mixed));
    assert_eq!(compiled.texts.len(), 2);
}

#[test]
fn thousands_of_conjunctions_end() {
    let compiled = both_splits("5,000 titles at once", &joined(5000, " and ", |index| format!("title = a{index}")));
    assert!(compiled.has("P404") || compiled.has("P406"), "{:?}", compiled.errors);
    let compiled = both_splits("5,000 excluded", &joined(5000, " and ", |index| format!("title != a{index}")));
    assert_eq!(compiled.texts.len(), 1);
    let compiled = both_splits("5,000 lists", &joined(5000, "\n", |index| format!("title in [a, b, c{index}]")));
    assert!(compiled.texts.is_empty());
}

#[test]
fn products_over_closed_fields_end() {
    let years = ["experience", "tenure", "years_in_position"];
    let ends = [0, 2, 5, 10];
    let factor = |index: usize| {
        let (one, other) = (years[index % 3], years[(index / 3) % 3]);
        format!(
            "({one} > {} or {other} <= {} or seniority = {})",
            ends[index % 4],
            ends[(index / 4) % 4],
            [200, 210][index % 2]
        )
    };
    both_splits("closed product", &joined(36, " and ", factor));
    let sum = |index: usize| {
        format!(
            "function = {} and relationship = {} and account_list = {index}",
            1 + index % 26,
            ["1st", "2nd"][index % 2]
        )
    };
    both_splits("functions and lists", &joined(400, " or ", sum));
}

#[test]
fn overlapping_lists_over_several_fields_end() {
    let three = |prefix: &str, index: usize| {
        format!(
            "{prefix} in [{0}{1}, {0}{2}, {0}{3}]",
            &prefix[..1],
            index % 13,
            (index * 5 + 1) % 13,
            (index * 7 + 3) % 13
        )
    };
    let branch = |index: usize| {
        format!(
            "{} and {} and size {}..",
            three("title", index),
            three("past_title", index * 3),
            [11, 51, 201][index % 3]
        )
    };
    both_splits("150 overlapping", &joined(150, " or ", branch));
    both_splits("1,000 overlapping", &joined(1000, " or ", branch));
    let ends = [0, 2, 5, 10];
    let years = |index: usize| {
        let (one, other) = (ends[index % 4], ends[(index / 4) % 4]);
        format!("experience > {one} and tenure <= {other} and title = t{} and past_title != p{}", index % 7, index % 5)
    };
    both_splits("140 mixed", &joined(140, " or ", years));
}

#[test]
fn lets_that_double_each_other_end() {
    let mut source = "let x0 = title = a or past_title = b\n".to_owned();
    for index in 1..60 {
        let _ = writeln!(source, "let x{index} = $x{} and $x{} or title = c{index}", index - 1, index - 1);
    }
    both_splits("doubling lets", &format!("{source}$x59"));
}

#[test]
fn what_is_wrong_in_doubling_lets_is_looked_at_once() {
    for wrong in ["location = Lyonxq", "titel = x", "$x", "title in [$x]", "location in [Lyonxq, $values]"] {
        let mut source = format!("let x0 = {wrong}\n");
        for index in 1..60 {
            let _ = writeln!(source, "let x{index} = $x{} or not $x{}", index - 1, index - 1);
        }
        let once = compile(&format!("let x0 = {wrong}\n$x0")).errors;
        // As often as without the doubling: nothing is given up, and nothing is left out.
        let compiled = soon(wrong, &format!("{source}$x59"));
        assert_eq!(compiled.errors, once, "{wrong}");
    }
}

#[test]
fn what_is_wrong_in_doubling_lists_is_looked_at_once() {
    let mut source = "let x0 = [Lyonxq, Paris, \"Lyonxq 2\"]\n".to_owned();
    for index in 1..60 {
        let _ = writeln!(source, "let x{index} = [$x{}, $x{}]", index - 1, index - 1);
    }
    let compiled = soon("wrong lists", &format!("{source}location in $x59"));
    assert_eq!(compiled.errors, ["P203", "P203"]);
}

#[test]
fn lists_that_double_each_other_end() {
    let mut source = format!("let x0 = [{}]\n", joined(1000, ", ", |index| format!("t{index}")));
    for index in 1..16 {
        let _ = writeln!(source, "let x{index} = [$x{}, $x{}]", index - 1, index - 1);
    }
    let compiled = soon("doubling lists", &format!("{source}title in $x15"));
    assert!(compiled.has("P406"), "{:?}", compiled.errors);
}

#[test]
fn hundreds_of_unknown_places_end() {
    let places = joined(400, ", ", |index| format!("Lyonxq{index}"));
    let compiled = soon("unknown places", &format!("location in [{places}]"));
    assert!(compiled.has("P203"), "{:?}", compiled.errors);
}
