//! `personac preview`: how many people personas find, asked of a server that speaks as the API does.

use serde_json::{Value, json};

use crate::mock::{Answer, Behaviour, Ending, Mock, Moment, RetryAfter, Spoil};
use crate::service::Service;
use crate::tool::Ran;

const PATH: &str = "/leads/advanced_search/preview";

const CEO: &str = "name: \"Chiefs\"\nwebhook: \"https://hooks.example.com/s3cret\"\nlimit: 50\n\ntitle = CEO\n";

/// Two personas and one of two requests.
const LIBRARY: &str =
    "persona uk { location = \"United Kingdom\" }\npersona either { split: any\n title = CEO or size 1..10 }\n";

/// An API that finds so many people, whatever is asked.
fn finding(total: u64) -> Service {
    Service::of(Mock::builder().total(move |_| total), &[("a.persona", CEO)])
}

fn answering(text: &str) -> Service {
    let service = finding(7);
    service.mock.next([Behaviour::Answer(Answer::new(200, "application/json", text))]);
    service
}

/// What was found and what was said, for a snapshot.
fn both(ran: &Ran) -> String {
    format!("{}────\n{}", ran.out, ran.err)
}

#[test]
fn one_persona_is_counted_and_its_first_leads_are_shown() {
    let ran = finding(1234).run(&["preview", "a.persona"]);
    assert_eq!(ran.exits(0).err, "");
    insta::assert_snapshot!(ran.out);
    assert_eq!(finding(1).run(&["preview"]).code, 2, "no project is here");
    assert_eq!(finding(25).run(&["preview", "a.persona", "-v"]).out.lines().count(), 27, "all that the API shows");
}

#[test]
fn only_what_changes_the_count_is_sent() {
    let service =
        Service::with(&[("a.persona", &format!("{CEO}live: false\nraw: {{ more: 1 }}\ncustom: {{ crm: 7 }}\n"))]);
    service.run(&["preview", "a.persona"]).exits(0);
    assert_eq!(service.asked(PATH), [r#"{"live":false,"job_titles":["CEO"],"more":1}"#]);
}

#[test]
fn a_webhook_is_not_needed_nor_its_variable() {
    for text in ["title = CEO", "webhook: env(\"NOT_SET\")\ncustom: { a: env(\"NOT_SET\") }\ntitle = CEO"] {
        let service = Service::with(&[("a.persona", text)]);
        assert_eq!(service.run(&["preview", "a.persona"]).exits(0).err, "");
        assert_eq!(service.asked(PATH), [r#"{"job_titles":["CEO"]}"#]);
    }
    let service = Service::with(&[("a.persona", "raw: { a: env(\"NOT_SET\") }\ntitle = CEO")]);
    service.run(&["preview", "a.persona"]).exits(1).says("P505");
    assert!(service.mock.requests().is_empty());
}

#[test]
fn nobody_is_asked_while_a_persona_has_errors() {
    for files in [&["a.persona", "b.persona"], &["a.persona", "c.persona"]] {
        let service = Service::with(&[("a.persona", CEO), ("b.persona", "title = CEO\nfunction = Salez\n")]);
        let ran = service.run(&["preview", files[0], files[1]]);
        assert_eq!((ran.code, ran.out.as_str()), (if files[1] == "b.persona" { 1 } else { 2 }, ""));
        assert!(service.mock.requests().is_empty());
    }
}

#[test]
fn several_are_one_table() {
    let service = Service::of(
        Mock::builder().total(|body| body.to_string().len() as u64 * 100),
        &[("a.persona", CEO), ("lib.persona", LIBRARY), ("disjoint.persona", &LIBRARY.replace("any", "disjoint"))],
    );
    insta::assert_snapshot!(both(service.run(&["preview", "a.persona", "lib.persona", "disjoint.persona"]).exits(0)));
    assert_eq!(service.asked(PATH).len(), 7);
}

#[test]
fn json_has_every_request() {
    let service = Service::of(Mock::builder().total(|_| 1), &[("lib.persona", LIBRARY)]);
    service.mock.next([Behaviour::Documented, Behaviour::status(400)]);
    let ran = service.run(&["preview", "lib.persona", "--output-format", "json"]);
    let found: Value = serde_json::from_str(&ran.exits(3).out).unwrap();
    let lead = json!({
        "full_name": "Ada Sample", "headline": "VP of Sales at Invented 1", "current_company": "Invented 1",
        "current_title": "VP of Sales", "linkedin_id": "900000001",
        "profile_url": "https://www.linkedin.com/in/invented-lead-1",
    });
    let one = |persona: &str, part: Value, total: Value, leads: &[&Value]| json!({"file": "lib.persona", "persona": persona, "part": part, "total_count": total, "leads": leads});
    let wanted = json!([
        one("uk", Value::Null, json!(1), &[&lead]),
        one("either", json!(1), Value::Null, &[]),
        one("either", json!(2), json!(1), &[&lead]),
    ]);
    assert_eq!(found, wanted);
    let said: Value = serde_json::from_str(&ran.err).unwrap();
    assert_eq!(said[0]["code"], "P901");
}

#[test]
fn more_than_a_search_delivers_is_a_warning() {
    insta::assert_snapshot!(finding(3100).run(&["preview", "a.persona"]).exits(0).err);
    assert_eq!(finding(2500).run(&["preview", "a.persona"]).err, "");
}

#[test]
fn nobody_is_a_warning() {
    insta::assert_snapshot!(both(finding(0).run(&["preview", "a.persona"]).exits(0)));
}

#[test]
fn more_than_is_allowed_is_an_error() {
    insta::assert_snapshot!(finding(1001).run(&["preview", "a.persona", "--max", "1000"]).exits(1).err);
    assert_eq!(finding(1000).run(&["preview", "a.persona", "--max", "1000"]).exits(0).err, "");
    let parts = Service::of(Mock::builder().total(|_| 600), &[("lib.persona", LIBRARY)]);
    let ran = parts.run(&["preview", "lib.persona", "--max", "1000"]);
    ran.exits(1).says("the 2 requests of this persona find about 1,200");
}

#[test]
fn levels_and_comments_decide_about_the_warnings() {
    let warned = |total: u64, persona: &str, project: &str| {
        let service =
            Service::of(Mock::builder().total(move |_| total), &[("a.persona", persona), ("personac.toml", project)]);
        let ran = service.run(&["preview", "a.persona"]);
        (ran.code, ran.err.contains("P92"))
    };
    let allowed = "# personac: allow(large-audience, nobody-found) as wanted\ntitle = CEO\n";
    for total in [0, 3000] {
        assert_eq!(warned(total, CEO, ""), (0, true));
        assert_eq!(warned(total, allowed, ""), (0, false));
        assert_eq!(warned(total, CEO, "[lint]\nlarge-audience = \"allow\"\nnobody-found = \"allow\""), (0, false));
        assert_eq!(warned(total, CEO, "[lint]\nlarge-audience = \"deny\"\nnobody-found = \"deny\""), (1, true));
    }
    let service = Service::with(&[("a.persona", allowed)]);
    assert!(!service.run(&["lint", "a.persona"]).err.contains("unused-suppression"), "`lint` cannot know");
}

#[test]
fn a_refusal_of_one_leaves_the_others() {
    let service = Service::of(Mock::builder().total(|_| 9), &[("a.persona", CEO), ("lib.persona", LIBRARY)]);
    let refusal = json!({"error": "Invalid job_titles: \"CEO\""});
    service.mock.next([Behaviour::Answer(Answer::json(422, &refusal))]);
    insta::assert_snapshot!(both(service.run(&["preview", "a.persona", "lib.persona"]).exits(3)));
}

#[test]
fn a_refusal_of_all_ends_the_run() {
    let service = Service::with(&[("a.persona", CEO), ("lib.persona", LIBRARY)]);
    let ran = service.run_with(&["preview", "a.persona", "lib.persona"], &[("PRONTO_API_KEY", "another")]);
    insta::assert_snapshot!(both(ran.exits(3)));
    assert_eq!(service.mock.requests().len(), 1);
}

#[test]
fn without_a_key_nobody_is_asked() {
    let service = finding(1);
    let ran = service.run_with(&["preview", "a.persona"], &[("PRONTO_API_KEY", "")]);
    ran.exits(2).says("there is no API key");
    assert!(service.mock.requests().is_empty());
}

#[test]
fn too_many_requests_are_waited_for() {
    let service = finding(9);
    service.mock.next([Behaviour::TooMany(RetryAfter::Seconds(1))]);
    let ran = service.run(&["preview", "a.persona"]);
    assert_eq!(ran.exits(0).err, "note: the API has too many requests: waiting 1 s\n");
    assert_eq!(service.mock.requests().len(), 2);
}

#[test]
fn what_fails_is_asked_again() {
    let service = finding(9);
    service.mock.next([Behaviour::status(500), Behaviour::Break(Moment::BeforeAccepting, Ending::Close)]);
    assert_eq!(service.run(&["preview", "a.persona"]).exits(0).err, "");
    service.mock.next([500, 502, 503].map(Behaviour::status));
    insta::assert_snapshot!(both(service.run(&["preview", "a.persona"]).exits(3)));
    assert_eq!(service.mock.requests().len(), 6);
}

#[test]
fn what_is_no_preview_is_said_to_be_none() {
    let service = finding(9);
    service.mock.next([Behaviour::Spoil(Spoil::NotJson)]);
    let ran = service.run(&["preview", "a.persona"]);
    let said = ran.exits(3).err.replace(service.mock.url().trim_end_matches("/api/v2"), "http://127.0.0.1:PORT");
    insta::assert_snapshot!(said);
    for text in ["", "[]", "null", r#"{"total_count": "many"}"#, r#"{"preview": []}"#, "{\"total_count\": 1"] {
        answering(text).run(&["preview", "a.persona"]).exits(3).says("P908");
    }
}

#[test]
fn answers_are_read_with_tolerance_and_shown_with_care() {
    let lead = json!({"full_name": "\u{202e}李\u{1b}[31m小龍", "headline": "H".repeat(200), "current_company": "A\nB"});
    let ran =
        answering(&json!({"total_count": "2", "preview": [lead, null, 5]}).to_string()).run(&["preview", "a.persona"]);
    assert_eq!(ran.exits(0).err, "");
    insta::assert_snapshot!(ran.out);
}
