//! The link of a persona, imported, asks for the same.

use std::collections::BTreeMap;

use personac::emit::{Body, link};
use personac::fields::{FIELDS, Field, FieldId, Kind, Values};
use personac::import::{Draft, DraftFilter};
use personac::project::Project;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use serde_json::Value as Json;

use super::import;
use crate::properties::check_source;

/// Request keys of filters, and what they hold.
pub type Filters = BTreeMap<String, Json>;

/// The filters of a body, lists as sets.
pub fn filters(body: &Body) -> Filters {
    let Ok(Json::Object(members)) = serde_json::to_value(body) else { panic!("a body is an object") };
    let is_filter = |key: &str| FIELDS.iter().any(|row| row.include == key || row.exclude == Some(key));
    let sorted = |value: Json| match value {
        Json::Array(mut values) => {
            values.sort_by_key(Json::to_string);
            values.dedup();
            Json::Array(values)
        }
        value => value,
    };
    members.into_iter().filter(|(key, _)| is_filter(key)).map(|(key, value)| (key, sorted(value))).collect()
}

/// The filters of a persona's link, imported and compiled again; none if a link cannot say everything.
pub fn there_and_back(source: &str) -> Result<Vec<(Filters, Filters)>, String> {
    let mut pairs = vec![];
    let checked = check_source(source);
    for persona in &checked.personas {
        for body in &persona.bodies() {
            let (address, found) = link(body, &persona.audience);
            if found.iter().any(|finding| matches!(finding.rule.code, "P721" | "P725")) {
                continue;
            }
            let address = address.ok_or("no link, and nothing that says why")?;
            let imported = import(&address);
            if !imported.findings.is_empty() {
                return Err(format!("{address}\n{}", imported.shown()));
            }
            let text = imported.draft.text(&Project::default()).map_err(|refusal| refusal.to_string())?;
            let again = check_source(&text);
            let [one] = again.personas.as_slice() else { return Err(format!("{text}\n{:?}", again.diagnostics)) };
            let [again] = &one.bodies()[..] else { return Err(format!("{text}\nis several")) };
            pairs.push((filters(body), filters(again)));
        }
    }
    Ok(pairs)
}

fn texts(row: &'static Field) -> BoxedStrategy<Vec<String>> {
    let closed =
        || row.vocabulary().map(|closed| closed.rows().iter().map(|row| row.id.to_owned()).collect::<Vec<_>>());
    let most = if row.kind == Kind::Single { 1 } else { 4 };
    let some = |one: BoxedStrategy<String>| prop::collection::vec(one, 1..=most).boxed();
    match row.values {
        Values::Text => some("[!-~éüßяأ漢😀][ -~éüßяأ漢😀]{0,10}".prop_map(|text| text.trim().to_owned()).boxed()),
        Values::Label(_) | Values::Quantity(..) => {
            let all = closed().expect("a vocabulary");
            let count = all.len();
            subsequence(all, 1..=count).boxed()
        }
        Values::Listed(table) => {
            let ids: Vec<u32> = table.rows().map(|row| row.id).collect();
            let known = any::<Index>().prop_map(move |index| ids[index.index(ids.len())]);
            some(prop_oneof![8 => known, 1 => 1..u32::MAX].prop_map(|id| id.to_string()).boxed())
        }
        Values::Company | Values::ListId => some("[1-9][0-9]{0,18}".boxed()),
        Values::Profile => {
            some("ACw[A-Za-z0-9_-]{5,20}".prop_map(|id| format!("https://www.linkedin.com/sales/lead/{id}")).boxed())
        }
        Values::Signal(only) => Just(vec![only.unwrap_or("true").to_owned()]).boxed(),
    }
}

/// What is asked of one field: includes, excludes, both or nothing.
fn filter(field: FieldId) -> impl Strategy<Value = Option<DraftFilter>> {
    let row = field.row();
    (texts(row), texts(row), 0..100u8).prop_map(move |(one, other, chance)| {
        let none = Vec::new;
        let (include, mut exclude) = match (chance, row.exclude) {
            (0..20, _) => (one, none()),
            (20..28, Some(_)) => (none(), other),
            (28..34, Some(_)) => (one, other),
            _ => return None,
        };
        exclude.retain(|value| !include.contains(value));
        Some(DraftFilter { field, include, exclude, notes: vec![] })
    })
}

fn drafts() -> impl Strategy<Value = Draft> {
    let all: Vec<_> = FieldId::all().map(|field| filter(field).boxed()).collect();
    all.prop_map(|filters| Draft { filters: filters.into_iter().flatten().collect(), ..Draft::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn a_link_asks_for_the_same(draft in drafts()) {
        prop_assume!(!draft.filters.is_empty());
        let source = draft.text(&Project::default()).expect("a persona");
        let pairs = there_and_back(&source).map_err(TestCaseError::fail)?;
        prop_assert!(!pairs.is_empty(), "no link for\n{}", source);
        for (wanted, found) in pairs {
            prop_assert_eq!(wanted, found, "{}", source);
        }
    }
}

/// As many as the environment says, else enough.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2000)
}
