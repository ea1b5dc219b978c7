//! Whatever somebody pastes: findings or a persona, no panic, and soon.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{Imported, import};

const START: &str = "https://www.linkedin.com/sales/search/people?query=";
const ADDRESSES: &str = include_str!("../reference/sales_navigator_urls.txt");

/// Nothing that an address can be breaks the import, and every finding has a place in it and says what to do.
fn survives(address: &str) -> Imported {
    let imported = import(address);
    for finding in &imported.findings {
        assert!(finding.help.is_some() && !finding.labels.is_empty(), "{}", finding.message);
        for label in &finding.labels {
            let span = label.location.span;
            assert!(span.start <= span.end && span.end as usize <= address.len(), "{span:?}: {}", finding.message);
            assert!(address.is_char_boundary(span.start as usize) && address.is_char_boundary(span.end as usize));
        }
    }
    assert!(imported.has_errors() || !imported.draft.filters.is_empty());
    imported
}

fn mutated() -> impl Strategy<Value = String> {
    let edit =
        (any::<prop::sample::Index>(), 0..40usize, "(\\PC{0,3}|%[0-9A-F]{0,2}|List\\(|[(),:%&#=? ]|%252C|\n|EXCLUDED)");
    let address = prop::sample::select(ADDRESSES.lines().map(str::to_owned).collect::<Vec<_>>());
    (address, prop::collection::vec(edit, 1..6)).prop_map(|(mut address, edits)| {
        for (at, length, text) in edits {
            let at = (0..=at.index(address.len() + 1)).rev().find(|at| address.is_char_boundary(*at)).unwrap_or(0);
            let end = (at + length / 4).min(address.len());
            let end = (end..=address.len()).find(|end| address.is_char_boundary(*end)).unwrap_or(at);
            address.replace_range(at..end, &text);
        }
        address
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_texts(text in any::<String>()) {
        survives(&text);
        survives(&format!("{START}{text}"));
    }

    #[test]
    fn texts_of_signs(text in "([(),:%'&#=?+ ]|List\\(|filters|type|values|id|text|%3A|%2C|%25|%28|é|INCLUDED){0,60}") {
        survives(&format!("{START}({text}"));
        survives(&format!("{START}(filters:List({text}"));
    }

    #[test]
    fn damaged_examples(address in mutated()) {
        let imported = survives(&address);
        if let Some(persona) = imported.persona() {
            prop_assert!(persona.ends_with('\n'));
        }
    }
}

#[test]
fn a_megabyte_is_read_soon() {
    let value = "(id%3A25%2Ctext%3ASales%2CselectionType%3AINCLUDED)";
    let filter = "(type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED)))";
    let title = "(id%3A35%2Ctext%3AFounder%2CselectionType%3AINCLUDED)";
    let many = |part: &str| vec![part; 1_000_000 / part.len()].join("%2C");
    let list = |kind: &str, part: &str| format!("(filters%3AList((type%3A{kind}%2Cvalues%3AList({}))))", many(part));
    let cases = [
        "(".repeat(1_000_000),
        format!("(a:{}", "List(".repeat(200_000)),
        format!("(a%3A{}", "(a%3A".repeat(200_000)),
        "%28".repeat(330_000),
        format!("(keywords%3A{})", "%2520".repeat(200_000)),
        format!("(keywords%3A{})", " a".repeat(500_000)),
        format!("({}", many("a%3Ab")),
        format!("(filters%3AList({}))", many(filter)),
        list("FUNCTION", value),
        list("SCHOOL", value),
        list("CURRENT_TITLE", title),
        "&".repeat(1_000_000),
        "query=".repeat(150_000),
        "&query=(a:b)".repeat(80_000),
    ];
    for case in cases {
        let start = Instant::now();
        survives(&format!("{START}{case}"));
        let took = start.elapsed();
        assert!(took < Duration::from_secs(5), "{took:?} for {}", &case[..40]);
    }
}
