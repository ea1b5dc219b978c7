//! What the documentation says, and the forms in which it was seen to differ.

use std::collections::BTreeSet;

use serde_json::Value;

use super::client::post;
use super::{SEARCH, SMALL, unhurried};
use crate::mock::{Asked, Ids, Locations};

/// The bodies that the documentation shows.
const REFERENCE: [&str; 6] = [
    include_str!("../reference/connections_of_profile.json"),
    include_str!("../reference/cybersecurity_keyword.json"),
    include_str!("../reference/eng_leaders_recent_movers.json"),
    include_str!("../reference/eu_saas_vps.json"),
    include_str!("../reference/past_colleagues.json"),
    include_str!("../reference/target_accounts.json"),
];

fn keys(of: &Value) -> BTreeSet<&str> {
    of.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_reference_bodies_make_searches_and_are_recorded_to_the_byte() {
    let mock = unhurried().start();
    for body in REFERENCE {
        let reply = post(&mock, SEARCH, body).expect("an answer");
        assert_eq!(reply.status, 201, "{body}");
        let (message, sent) = (&reply.json()["message"], serde_json::from_str::<Value>(body).expect("JSON"));
        let documented = ["id", "search_name", "search_url", "expected_profiles_count", "created_at", "custom"];
        assert_eq!(keys(message), BTreeSet::from(documented));
        assert_eq!(message["custom"], sent["custom"]);
        let name = message["search_name"].as_str().expect("a name");
        assert!(sent["name"].as_str().map_or(name.starts_with("Lead search - API - "), |asked| asked == name));
        assert_eq!(mock.accepted().last().and_then(|last| last.id.clone()).as_deref(), message["id"].as_str());
    }
    assert_eq!(mock.bodies_received(), REFERENCE.map(|body| body.as_bytes().to_vec()));
    let ids: BTreeSet<_> = mock.accepted().into_iter().filter_map(|request| request.id).collect();
    assert_eq!((ids.len(), mock.submitted_twice()), (6, 0));
    assert!(ids.iter().all(|id| id.len() == 36 && id.bytes().filter(|byte| *byte == b'-').count() == 4), "{ids:?}");
    post(&mock, SEARCH, REFERENCE[2]).expect("an answer");
    assert_eq!(mock.submitted_twice(), 1);
}

#[test]
fn a_preview_counts_as_the_search_does_and_shows_25_at_most() {
    let mock = unhurried().start();
    let preview = format!("{SEARCH}/preview");
    let reply = post(&mock, &preview, r#"{"job_titles":["CTO"],"webhook_url":7,"limit":"many"}"#).expect("an answer");
    assert_eq!(reply.status, 200);
    let made = post(&mock, SEARCH, SMALL).expect("an answer").json();
    assert_eq!(reply.json()["total_count"], made["message"]["expected_profiles_count"]);
    assert_eq!(post(&mock, &preview, r#"{"webhook_url":"https://a.example"}"#).expect("an answer").status, 400);
    assert_eq!(post(&mock, &preview, r#"{"functions":["27"]}"#).expect("an answer").status, 422);
    for (total, shown) in [(0, 0), (3, 3), (25, 25), (70_000, 25)] {
        let reply = post(&unhurried().total(move |_| total).start(), &preview, SMALL).expect("an answer").json();
        let leads = reply["preview"].as_array().expect("leads");
        assert_eq!((&reply["total_count"], leads.len()), (&Value::from(total), shown));
        let lead = ["full_name", "headline", "current_company", "current_title", "linkedin_id", "profile_url"];
        assert!(leads.iter().all(|each| keys(each) == BTreeSet::from(lead)));
    }
}

#[test]
fn places_are_found_in_every_form_that_was_seen() {
    let ask = |locations: &Locations, body: &str| {
        post(&unhurried().locations(locations.clone()).start(), "/locations", body).expect("an answer")
    };
    let by_name = Locations::default();
    let lyon = ask(&by_name, r#"{"name":"LYON"}"#).json();
    assert_eq!(lyon[0]["id"], "103815258");
    assert_eq!(keys(&lyon[0]), BTreeSet::from(["id", "name", "type"]));
    assert!(lyon.as_array().is_some_and(|places| places.len() > 2), "{lyon}");
    assert_eq!(ask(&by_name, r#"{"name":"Atlantis"}"#).body, "[]");
    assert_eq!(ask(&by_name, r#"{"query":"Lyon"}"#).status, 422);
    let by_query = Locations { asked: Asked::Query, refusal: 400, wrapped: Some("results"), ids: Ids::Integers };
    assert_eq!(ask(&by_query, r#"{"name":"Lyon"}"#).status, 400);
    assert_eq!(ask(&by_query, r#"{"query":"Lyon"}"#).json()["results"][0]["id"], 103_815_258);
    let either = Locations { asked: Asked::Either, ..by_name };
    assert_eq!(ask(&either, r#"{"query":"Lyon"}"#).body, ask(&either, r#"{"name":"Lyon"}"#).body);
}
