//! Random bodies that the API takes.

use personac::fields::{FIELDS, Field, Kind, Values};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// Any text, the odd ones often: what the shell, JSON, a terminal or the language may stumble over.
fn text() -> impl Strategy<Value = String> {
    let odd = select(vec![
        "",
        " ",
        "in",
        "not",
        "and",
        "true",
        "persona",
        "10k",
        "51-200",
        "10001+",
        "1",
        "0x1F",
        "CEO",
        "CFO",
        "C#",
        "R&D",
        "it's",
        "\"VP\"",
        "a\\b",
        "a\nb",
        "a\tb",
        "\u{1}",
        "\u{7f}",
        "\u{0}",
        "\u{feff}x",
        "\u{200b}",
        "\u{202e}abc",
        "🦀",
        "e\u{301}",
        "Île-de-France",
        "½",
        "Ⓐ",
        "ⅷ",
        "مدير",
        "# note",
        "personac: allow(raw-id)",
        "$name",
        "..",
        "3..5",
        "VP OR",
        "(CEO",
        "“x”",
        "x, y",
        "title",
        "env",
        "limit: 5",
        "\u{2028}",
        "a\u{a0}b",
        "-",
        "_",
        "a-",
        "-a",
    ]);
    prop_oneof![3 => odd.prop_map(str::to_owned), 2 => "[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,2}", 1 => "\\PC{0,12}", 1 => ".{0,6}"]
}

fn number() -> impl Strategy<Value = Value> {
    let odd =
        select(vec!["0", "-0", "1e400", "1E-7", "-12345678901234567890.5", "18446744073709551616", "0.10", "1e+2"]);
    odd.prop_map(|digits| serde_json::from_str(digits).unwrap_or_else(|_| json!(digits)))
}

/// Any JSON.
fn data() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        text().prop_map(Value::String),
        number(),
        any::<i64>().prop_map(|number| json!(number)),
        any::<bool>().prop_map(Value::Bool),
        Just(Value::Null)
    ];
    leaf.prop_recursive(6, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((text(), inner), 0..4).prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

/// The value of one key of a filter.
fn filter_key(row: &'static Field) -> BoxedStrategy<Value> {
    let list =
        |one: BoxedStrategy<Value>, most: usize| prop::collection::vec(one, 0..=most).prop_map(Value::Array).boxed();
    let texts = |ids: Vec<&'static str>| select(ids).prop_map(|id| json!(id)).boxed();
    match (row.values, row.kind) {
        (Values::Text, Kind::Single) => text().prop_map(Value::String).boxed(),
        (Values::Text, _) => list(text().prop_map(Value::String).boxed(), 4),
        (Values::Label(closed), _) => {
            let ids: Vec<&str> = closed.rows().iter().map(|row| row.id).collect();
            list(texts(ids), closed.rows().len() + 2)
        }
        (Values::Quantity(closed, _), _) => {
            let mut ids: Vec<&str> = closed.rows().iter().map(|row| row.id).collect();
            let most = ids.len() + 4;
            match closed.file {
                "years" => ids.extend(["6", "7", "8"].iter().filter(|_| row.name == "experience")),
                _ => ids.extend(["51–200", "201–500", "1–10"]),
            }
            list(texts(ids), most)
        }
        (Values::Listed(table), _) => {
            let ids: Vec<u32> = table.rows().map(|row| row.id).collect();
            let known = any::<Index>().prop_map(move |index| json!(index.get(&ids).to_string()));
            // France, Paris, the United States, San Francisco; Software Development and what lies inside it.
            let near =
                select(vec!["105015875", "106383538", "103644278", "90000084", "4", "5", "96", "12", "3198", "1999"]);
            let odd = select(vec!["0", "007", "4294967295", "4294967296", "99999999999999999999999", "888888888"]);
            let one = prop_oneof![6 => known, 3 => near.prop_map(|id| json!(id)), 1 => odd.prop_map(|id| json!(id))];
            list(one.boxed(), 4)
        }
        (Values::Company, _) => {
            let odd = select(vec!["0", "01441", "99999999999999999999", "999999999999999999999"]);
            let id = prop_oneof![
                (1..9_u64).prop_map(|id| json!(id)),
                (1..9_u64).prop_map(|id| json!(id.to_string())),
                odd.prop_map(|id| json!(id)),
            ];
            let one = prop_oneof![3 => id.clone(), 1 => id.prop_map(|id| json!({ "id": id }))];
            list(one.boxed(), 4)
        }
        (Values::ListId, _) => {
            let uuid = Just(json!("3f2504e0-4f89-11d3-9a0c-0305e82c3301"));
            let one = prop_oneof![4 => (1..9_u64).prop_map(|id| json!(id.to_string())), 1 => uuid, 1 => text().prop_map(Value::String)];
            list(one.boxed(), 3)
        }
        (Values::Profile, _) => texts(vec![
            "https://www.linkedin.com/in/williamhgates",
            "https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH,x/",
            "https://www.linkedin.com/in/jos%C3%A9",
        ]),
        (Values::Signal(Some(only)), _) => list(texts(vec![only]), 2),
        (Values::Signal(None), _) => any::<bool>().prop_map(Value::Bool).boxed(),
    }
}

fn settings() -> Vec<(&'static str, BoxedStrategy<Value>)> {
    let hooks = select(vec![
        "https://hooks.example.com/leads",
        "HTTPS://[::1]:8443/x?a=\"b\"&c=\\#d",
        "https://bücher.example/🦀",
    ]);
    let custom =
        prop::collection::vec((text(), data()), 0..4).prop_map(|members| Value::Object(Map::from_iter(members)));
    vec![
        ("name", text().prop_map(Value::String).boxed()),
        ("webhook_url", hooks.prop_map(|hook| json!(hook)).boxed()),
        ("limit", prop_oneof![1..2000_u64, Just(u64::MAX)].prop_map(|limit| json!(limit)).boxed()),
        ("streaming", any::<bool>().prop_map(Value::Bool).boxed()),
        ("scale", any::<bool>().prop_map(Value::Bool).boxed()),
        ("custom", custom.boxed()),
    ]
}

/// A body that the API takes: any of its keys, and keys that nobody knows.
pub fn body() -> impl Strategy<Value = Value> {
    let filters = FIELDS
        .iter()
        .flat_map(|row| std::iter::once(row.include).chain(row.exclude).map(move |key| (key, filter_key(row))));
    let known: Vec<(String, BoxedStrategy<Value>)> =
        settings().into_iter().chain(filters).map(|(key, value)| (key.to_owned(), value)).collect();
    let count = known.len();
    let unknown =
        prop::collection::vec((prop_oneof![text(), Just("title".to_owned()), Just("split".to_owned())], data()), 0..2);
    let keys = prop::collection::btree_set(0..count, 0..14);
    (keys, unknown, any::<bool>()).prop_flat_map(move |(keys, unknown, live)| {
        let members: Vec<_> = keys.iter().map(|key| (Just(known[*key].0.clone()), known[*key].1.clone())).collect();
        members.prop_map(move |members| {
            let unknown = unknown.iter().filter(|(key, _)| !is_known(key)).cloned();
            let mut body = Map::from_iter(unknown.chain(members));
            make_valid(&mut body, live);
            Value::Object(body)
        })
    })
}

fn is_known(key: &str) -> bool {
    ["name", "webhook_url", "limit", "streaming", "scale", "live", "custom"].contains(&key)
        || FIELDS.iter().any(|row| row.include == key || row.exclude == Some(key))
}

/// What the API wants of a body as a whole: a filter, and none of a live search where it is not live.
fn make_valid(body: &mut Map<String, Value>, live: bool) {
    let asks = |value: Option<&Value>| match value {
        Some(Value::Array(values)) => {
            values.iter().any(|value| value.as_str().is_none_or(|text| !text.trim().is_empty()))
        }
        Some(Value::String(text)) => !text.trim().is_empty(),
        value => value == Some(&Value::Bool(true)),
    };
    let needs_live = FIELDS.iter().any(|row| row.live_only && asks(body.get(row.include)));
    if !(live && body.len().is_multiple_of(2)) {
        body.insert("live".to_owned(), Value::Bool(live || needs_live));
    }
    let keys = FIELDS.iter().flat_map(|row| std::iter::once(row.include).chain(row.exclude));
    if !keys.into_iter().any(|key| asks(body.get(key))) {
        body.insert("functions".to_owned(), json!(["25"]));
    }
}
