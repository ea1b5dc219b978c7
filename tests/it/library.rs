//! The persona library of the repository: it builds without a word, and what is committed beside it is what it
//! builds to.

use std::path::Path;

use serde_json::Value;

use crate::tool::Room;

/// The reference's own examples, as they stand in it.
const REFERENCE: [(&str, &str); 6] = [
    ("connections_of_profile", include_str!("reference/connections_of_profile.json")),
    ("cybersecurity_keyword", include_str!("reference/cybersecurity_keyword.json")),
    ("eng_leaders_recent_movers", include_str!("reference/eng_leaders_recent_movers.json")),
    ("eu_saas_vps", include_str!("reference/eu_saas_vps.json")),
    ("past_colleagues", include_str!("reference/past_colleagues.json")),
    ("target_accounts", include_str!("reference/target_accounts.json")),
];

fn library() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("personas").display().to_string()
}

#[test]
fn the_library_is_what_it_builds_to() {
    let library = library();
    Room::empty().run(&["build", &library, "--out-dir", &library, "--check"]).exits(0).is_silent();
}

#[test]
fn the_library_needs_no_path_inside_it() {
    let ran = Room::empty().run_in(&library(), &["build", "--out-dir", ".", "--check"]);
    ran.exits(0).is_silent();
}

#[test]
fn the_references_examples_are_built_as_they_stand_there() {
    let room = Room::empty();
    room.run(&["build", &format!("{}/reference", library()), "--out-dir", "."]).exits(0).is_silent();
    assert_eq!(room.files("."), REFERENCE.map(|(name, _)| format!("{name}.json")));
    for (name, text) in REFERENCE {
        let built: Value = serde_json::from_str(&room.read(&format!("{name}.json"))).unwrap();
        assert_eq!(built, with_plain_ids(serde_json::from_str(text).unwrap()), "{name}");
    }
}

/// The reference allows `{"id": "1441"}` for a company; personac writes `"1441"`.
fn with_plain_ids(mut body: Value) -> Value {
    for company in body.get_mut("included_companies").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(id) = company.get("id").cloned() {
            *company = id;
        }
    }
    body
}
