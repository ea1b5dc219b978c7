//! `personac status`: following searches, asked of a server that speaks as the API does.

use serde_json::{Value, json};

use crate::mock::{Answer, Behaviour, Ending, Mock, Moment, Spoil, StatusPlace};
use crate::service::Service;
use crate::tool::{HOOK, Ran};

const ID: &str = "8e1dcba0-f0bb-4071-99fc-f18ba6559ccc";

/// An API with one search, which goes through these statuses.
fn going(statuses: &[&str]) -> Service {
    let service = Service::of(Mock::builder().statuses(statuses.iter().copied()), &[]);
    service.mock.add_search(ID, "EU SaaS VPs");
    service
}

/// A search that is submitted, and what the mock does with the submission.
fn submitted(text: &str, behaviours: &[Behaviour]) -> Service {
    let service = Service::with(&[("a.persona", text)]);
    service.mock.next(behaviours.iter().cloned());
    service.run(&["submit", "--yes", "a.persona"]);
    service
}

fn persona() -> String {
    format!("name: \"EU SaaS VPs\"\n{HOOK}title = \"VP of Sales\"\n")
}

fn both(ran: &Ran) -> String {
    format!("{}────\n{}", ran.out, ran.err)
}

#[test]
fn a_search_is_followed_to_its_end() {
    let ran = going(&["NOT_STARTED", "ONGOING", "ongoing", "POSTPROCESSING", "FINISHED"]).run(&["status", ID]);
    insta::assert_snapshot!(both(ran.exits(0)));
}

#[test]
fn one_look_does_not_wait() {
    for (status, said) in [
        ("ONGOING", "running: EU SaaS VPs (ONGOING)\n"),
        ("SOMETHING_NEW", "running: EU SaaS VPs (SOMETHING_NEW)\n"),
        ("FINISHED", "finished: EU SaaS VPs, 2 leads\n"),
    ] {
        let service = going(&[status]);
        let ran = service.run(&["status", "--no-wait", ID]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, said, ""));
        assert_eq!(service.mock.requests().len(), 1);
    }
}

#[test]
fn the_status_is_found_where_it_stands() {
    let at = |place| {
        let service = Service::of(Mock::builder().status_place(place), &[]);
        service.mock.add_search(ID, "x");
        service
    };
    assert_eq!(at(StatusPlace::Top).run(&["status", ID]).exits(0).out, "finished: x, 2 leads\n");
    insta::assert_snapshot!(both(at(StatusPlace::Nowhere).run(&["status", ID]).exits(3)));
    assert_eq!(at(StatusPlace::Nowhere).run(&["status", ID, "--no-wait"]).exits(0).out, "not known: x, 0 leads\n");
}

#[test]
fn a_search_that_fails_is_an_error() {
    let said = |status: &str| both(going(&["ONGOING", status]).run(&["status", ID]).exits(3));
    insta::assert_snapshot!(["RATE_LIMITED", "unauthorized", "FORBIDDEN", "ERROR"].map(said).join("\n"));
    going(&["ERROR"]).run(&["status", ID, "--no-wait"]).exits(3);
}

#[test]
fn json_says_what_the_api_does() {
    let ran = going(&["ONGOING", "FINISHED"]).run(&["status", ID, "--output-format", "json"]);
    let mut found: Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    assert!(found["created_at"].take().is_string());
    assert_eq!(found, json!({"id": ID, "name": "EU SaaS VPs", "status": "FINISHED", "created_at": null, "leads": 2}));
    assert_eq!(ran.err, "[]\n");
}

#[test]
fn the_time_to_wait_is_bounded() {
    let ran = going(&["ONGOING"]).run(&["status", ID, "--timeout", "1"]);
    insta::assert_snapshot!(both(ran.exits(2)));
    assert_eq!(going(&["FINISHED"]).run(&["status", ID, "--timeout", "0"]).code, 0);
}

#[test]
fn what_is_no_id_is_not_asked_for() {
    let service = going(&["FINISHED"]);
    for bad in ["../credits", "a/b", "", " ", "a\\b", "a\nb", &"x".repeat(300)] {
        service.run(&["status", bad]).exits(2).has_no_output().says("neither the ID of a search nor a persona file");
    }
    assert!(service.mock.requests().is_empty());
    service.run(&["status", "a b?c#d"]).exits(3);
    assert_eq!(service.mock.requests()[0].path, "/searches/a%20b%3Fc%23d");
}

#[test]
fn a_search_that_nobody_knows() {
    let service = going(&["FINISHED"]);
    let said =
        both(service.run(&["status", "another"]).exits(3)).replace(&service.mock.url(), "http://127.0.0.1:PORT/api/v2");
    insta::assert_snapshot!(said);
    service.run_with(&["status", ID], &[("PRONTO_API_KEY", "other")]).exits(3).says("the API key is missing or wrong");
}

#[test]
fn a_short_failure_does_not_end_the_wait() {
    let service = going(&["ONGOING", "ONGOING", "FINISHED"]);
    let bad = [500, 502, 503].map(Behaviour::status);
    service.mock.next([Behaviour::Documented].into_iter().chain(bad.clone()));
    assert!(service.run(&["status", ID]).exits(0).out.starts_with("finished"));
    service.mock.next(bad);
    service.run(&["status", ID]).exits(3).says("no good answer, however often it is asked: the API failed (503)");
    service.mock.next([Behaviour::Break(Moment::BeforeAccepting, Ending::Close)]);
    service.run(&["status", ID]).exits(0);
    for spoil in [Spoil::NotJson, Spoil::Empty, Spoil::Truncated] {
        service.mock.next([Behaviour::Spoil(spoil)]);
        service.run(&["status", ID]).exits(3).says("without a search").has_no_output();
    }
}

#[test]
fn nothing_hidden_is_shown() {
    let service = going(&[]);
    let search = json!({"search": {"id": ID, "name": "a\u{1b}[31m\nb\u{202e}", "status": "x\u{7}y"}});
    service.mock.next([Behaviour::Answer(Answer::json(200, &search))]);
    let ran = service.run(&["status", ID, "--no-wait"]);
    assert_eq!(ran.exits(0).out, "running: a␛[31m␊b\u{fffd} (x␇y)\n");
}

#[test]
fn a_persona_is_followed_by_what_the_journal_knows() {
    let service = submitted(&persona(), &[]);
    let ran = service.run(&["status", "a.persona"]);
    assert_eq!(ran.exits(0).out, "finished: EU SaaS VPs, 2 leads\n");
    service.room.write("a.persona", persona().replace("VP of", "Head of"));
    insta::assert_snapshot!(both(service.run(&["status", "a.persona"]).exits(1)));
    service.run(&["status", "b.persona"]).exits(2).says("`b.persona` cannot be read");
}

#[test]
fn several_searches_are_followed_one_after_another() {
    let two =
        format!("{HOOK}persona x {{ function = Sales }}\npersona y {{ split: any\n title = CEO or size 1..10 }}\n");
    let service = submitted(&two, &[]);
    let ran = service.run(&["status", "a.persona", "--output-format", "json"]);
    let found: Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    let said: Vec<_> =
        found.as_array().unwrap().iter().map(|one| (&one["persona"], &one["part"], &one["search"]["status"])).collect();
    let finished = json!("FINISHED");
    assert_eq!(
        said,
        [
            (&json!("x"), &Value::Null, &finished),
            (&json!("y"), &json!(1), &finished),
            (&json!("y"), &json!(2), &finished)
        ]
    );
}

/// What differs from run to run is masked.
fn check(name: &str, ran: &Ran) {
    let filters = [
        (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID-OF-36-CHARACTERS-----------------"),
        (r"settle [0-9a-f]{8}", "settle DIGEST"),
        (r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "DAY TIME UTC"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "DAY-TIME"),
    ];
    insta::with_settings!({ filters => filters }, { insta::assert_snapshot!(name, both(ran)) });
}

#[test]
fn a_request_of_unknown_outcome_is_looked_for() {
    let service = submitted(&persona(), &[Behaviour::Break(Moment::AfterAccepting, Ending::Close)]);
    service.mock.add_search(ID, "another");
    let ran = service.run(&["status", "a.persona"]);
    check("one_may_be_it", ran.exits(3));
    let lost = submitted(&persona(), &[Behaviour::Break(Moment::BeforeAccepting, Ending::Close)]);
    check("nothing_like_it", lost.run(&["status", "a.persona"]).exits(3));
}

#[test]
fn a_search_without_an_id_is_looked_for() {
    let service = submitted(&persona(), &[Behaviour::Spoil(Spoil::WithoutId)]);
    let ran = service.run(&["status", "a.persona"]);
    check("a_search_without_an_id", ran.exits(3));
}
