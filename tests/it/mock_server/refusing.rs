//! What the documentation says is refused, and how.

use super::client::{get, post, send};
use super::{SEARCH, SMALL, unhurried};
use crate::mock::{ErrorShape, KEY};

#[test]
fn errors_come_in_every_documented_form() {
    let text = "Invalid API key";
    for (shape, body) in [
        (ErrorShape::Error, serde_json::json!({ "error": text })),
        (ErrorShape::Numbered, serde_json::json!({ "error": 401, "message": text })),
        (ErrorShape::Message, serde_json::json!({ "message": text })),
        (ErrorShape::Errors, serde_json::json!({ "errors": [text] })),
    ] {
        let mock = unhurried().key("another").errors(shape).start();
        let reply = post(&mock, SEARCH, SMALL).expect("an answer");
        assert_eq!((reply.status, reply.json()), (401, body));
        assert!(mock.accepted().is_empty());
        let kind = ("Content-Type", "application/json");
        assert_eq!(send(&mock, "POST", SEARCH, &[kind], SMALL).expect("an answer").status, 401);
        assert_eq!(send(&mock, "POST", SEARCH, &[("x-api-key", "another"), kind], SMALL).expect("one").status, 201);
    }
}

#[test]
fn wrong_bodies_are_refused_with_the_key_and_what_is_right() {
    let webhook = r#""webhook_url":"https://hooks.example.com/leads""#;
    let seniority = format!(r#"{{{webhook},"seniority_levels":["999","300","vp"]}}"#);
    let valid = "Invalid seniority_levels: 999, vp. Valid IDs: 100, 110, 120, 130, 200, 210, 220, 300, 310, 320";
    for (body, status, text) in [
        (r#"{"job_titles":["CTO"]}"#, 400, "webhook_url is required"),
        (r#"{"webhook_url":null,"job_titles":["CTO"]}"#, 400, "webhook_url is required"),
        (r#"{"webhook_url":"http://a.example","job_titles":["CTO"]}"#, 400, "webhook_url must be a valid HTTPS URL"),
        (&format!("{{{webhook}}}"), 400, "Provide at least one filter or keyword"),
        (&format!(r#"{{{webhook},"job_titles":[],"past_colleague":false}}"#), 400, "Provide at least one filter"),
        (&seniority, 422, valid),
        (&format!(r#"{{{webhook},"recently_changed_jobs":["YES"]}}"#), 422, "Valid IDs: RPC"),
        (&format!(r#"{{{webhook},"company_size":["3"]}}"#), 422, "Invalid company_size: 3. Valid IDs: 1-10, 11-50"),
        (&format!(r#"{{{webhook},"keyword":"x","limit":0}}"#), 422, "Invalid limit: 0"),
        (&format!(r#"{{{webhook},"included_companies":[{{"n":1}}]}}"#), 422, r#"Invalid included_companies: {"n":1}"#),
        ("[]", 400, "not a JSON object"),
        ("{", 400, "not JSON"),
    ] {
        let mock = unhurried().start();
        let reply = post(&mock, SEARCH, body).expect("an answer");
        let said = reply.json()["error"].as_str().expect("a text").to_owned();
        assert!(reply.status == status && said.contains(text), "{body}: {} {said}", reply.status);
        assert!(mock.accepted().is_empty() && mock.bodies_received() == [body.as_bytes()]);
    }
}

#[test]
fn seven_filters_need_live_data() {
    let mock = unhurried().start();
    for (key, value) in [
        ("connections_of_profile", r#""https://www.linkedin.com/in/williamhgates""#),
        ("relationship", r#"["F"]"#),
        ("follows_your_company", "true"),
        ("viewed_your_profile", "true"),
        ("with_shared_experiences", "true"),
        ("posted_on_linkedin", "true"),
        ("past_colleague", "true"),
    ] {
        let status = |path: &str, live: bool| {
            let body = format!(r#"{{"webhook_url":"https://a.example/b","{key}":{value},"live":{live}}}"#);
            post(&mock, path, &body).expect("an answer").status
        };
        let preview = format!("{SEARCH}/preview");
        assert_eq!((status(SEARCH, true), status(&preview, true)), (201, 200), "{key}");
        assert_eq!((status(SEARCH, false), status(&preview, false)), (422, 422), "{key}");
    }
}

#[test]
fn nothing_else_is_there() {
    let mock = unhurried().start();
    assert_eq!(get(&mock, SEARCH).expect("an answer").status, 404);
    assert_eq!(post(&mock, "/leads", SMALL).expect("an answer").status, 404);
    let plain = [("X-API-KEY", KEY), ("Content-Type", "text/plain")];
    assert_eq!(send(&mock, "POST", SEARCH, &plain, SMALL).expect("an answer").status, 400);
    assert!(mock.accepted().is_empty());
}
