//! Every answer of the API to three submissions, as people see it, with what the journal and the server know afterwards.

use std::time::Duration;

use serde_json::json;

use super::diary::{Stands, digest, lines, standings, states};
use super::{To, fast, persona};
use crate::mock::{Answer, Behaviour, Ending, ErrorShape, Mock, Moment, RetryAfter, Spoil};
use crate::tool::{HOOK, Ran, Room};

/// More often than anything is sent again.
const ALWAYS: usize = 10;

/// A persona with a key that one clause fills, one that two fill, and settings.
const RICH: &str = "name: \"Sales leaders\"\nwebhook: \"https://hooks.example.com/leads\"\nlimit: 100\n\n\
                    title = \"CEO\"\nand function in [Sales, Marketing]\nand location not in [France]\nand location not in [Germany, Spain]\n";

/// Three personas, of which the first one meets something.
fn library() -> Room {
    Room::with(&[("a.persona", RICH), ("b.persona", &persona("CFO")), ("c.persona", &persona("COO"))])
}

/// What becomes of the first of three requests that meets this as often as it is sent.
fn first_meets(behaviour: &Behaviour) -> String {
    let (room, mock) = (library(), fast());
    let again = matches!(behaviour, Behaviour::TooMany(_));
    let patience = if matches!(behaviour, Behaviour::Break(_, Ending::Silence)) { "2" } else { "60" };
    mock.next(vec![behaviour.clone(); if again { ALWAYS } else { 1 }]);
    let ran = To::new(&mock, &room).with("PERSONAC_TIMEOUT", patience).submit(&["."]);
    let screen = screen(&ran, &room, &mock);
    is_honest(&room, &mock);
    screen
}

/// What was or may have been accepted is not called refused, and what the journal knows as accepted was.
fn is_honest(room: &Room, mock: &Mock) {
    let stands = standings(&lines(room));
    for request in mock.requests() {
        let Some(body) = &request.body else { continue };
        if request.id.is_some() {
            assert_ne!(stands[&digest(body)], Stands::Refused);
        }
    }
    let before = mock.bodies_received();
    let sure = stands.values().filter(|stands| **stands == Stands::Refused).count();
    To::new(mock, room).submit(&["."]);
    let new = &mock.bodies_received()[before.len()..];
    for body in new {
        assert_ne!(stands.get(&digest(body)), Some(&Stands::Unknown), "sent again");
        assert_ne!(stands.get(&digest(body)), Some(&Stands::Accepted), "sent again");
    }
    let is_willing = mock.requests().last().is_none_or(|last| last.status != Some(429));
    assert!(sure == 0 || !new.is_empty() || !is_willing, "what was refused is sent again");
}

/// What people see, and what is known afterwards; nothing in it changes from run to run.
fn screen(ran: &Ran, room: &Room, mock: &Mock) -> String {
    // What is about to be done is the same each time, and so are the addresses of what was started.
    let told = ran.err.split_inclusive('\n').skip(1 + library().files("").len());
    let started = ran.out.split_inclusive('\n').filter(|line| !line.starts_with("  https://"));
    let (told, started): (String, String) = (told.collect(), started.collect());
    let text = format!("exit code {}\n{started}---\n{told}", ran.code);
    let known = format!("--- journal\n{}\n", states(room).join(" "));
    stable(&(text + &known), mock)
}

/// A text without what changes from run to run.
pub fn stable(text: &str, mock: &Mock) -> String {
    let port = mock.url().rsplit(':').next().and_then(|rest| rest.split('/').next()).expect("a port").to_owned();
    let mut text = text.replace(&format!(":{port}"), ":40000");
    for (index, request) in mock.accepted().iter().enumerate() {
        let id = request.id.as_deref().expect("an ID");
        text = text.replace(id, &format!("00000000-0000-4000-8000-{index:012}"));
    }
    text
}

fn render(cases: impl IntoIterator<Item = (String, Behaviour)>) -> String {
    let one = |(name, behaviour)| format!("==== {name}\n{}\n", first_meets(&behaviour));
    cases.into_iter().map(one).collect()
}

fn json_error(status: u16, text: &str) -> (String, Behaviour) {
    let answer = ErrorShape::Error.answer(status, text);
    (format!("{status}: {text}"), Behaviour::Answer(answer))
}

fn page(status: u16, text: &str) -> (String, Behaviour) {
    let body = format!("<html><head><title>{text}</title></head><body>{text}</body></html>");
    (format!("{status} as a page"), Behaviour::Answer(Answer::new(status, "text/html", body)))
}

#[test]
fn refusals() {
    insta::assert_snapshot!(render([
        json_error(400, "webhook_url must be a valid HTTPS URL"),
        (
            "400 in numbers".to_owned(),
            Behaviour::Answer(ErrorShape::Numbered.answer(400, "Provide at least one of: keyword"))
        ),
        ("400 that says nothing".to_owned(), Behaviour::Answer(Answer::json(400, &json!({})))),
        json_error(401, "Invalid API key"),
        json_error(402, "Payment required"),
        json_error(403, "API key does not have access to this endpoint"),
        page(403, "Attention Required!"),
        json_error(404, "Not found"),
        page(404, "Not found"),
        json_error(405, "Method not allowed"),
        json_error(409, "A search with this name is running"),
        json_error(413, "Payload too large"),
    ]));
}

#[test]
fn bodies_that_are_wrong() {
    let by_key = json!({ "errors": { "functions": ["27 is not valid"], "limit": ["must be less than 50"] } });
    insta::assert_snapshot!(render([
        json_error(422, "Invalid functions: 25. Valid IDs: 1, 2, 3"),
        json_error(422, "excluded_locations: 105646813 is not a location"),
        json_error(422, "limit must be less than 50"),
        json_error(422, "webhook_url cannot be reached"),
        json_error(422, "Unknown key: job_titles_v2"),
        json_error(422, "functions and excluded_locations cannot be combined"),
        json_error(422, "the request cannot be processed"),
        ("422 by key".to_owned(), Behaviour::Answer(Answer::json(422, &by_key))),
        ("422 that says nothing".to_owned(), Behaviour::Answer(Answer::new(422, "application/json", ""))),
        json_error(422, "You don't have enough enrichment credits to launch this search"),
        json_error(422, "You have reached your plan limit of imports"),
    ]));
}

#[test]
fn too_many_requests() {
    let cases = [
        ("nothing", RetryAfter::No),
        ("0 seconds", RetryAfter::Seconds(0)),
        ("a day", RetryAfter::Seconds(86_400)),
        ("a date in a day", RetryAfter::Date(Duration::from_secs(86_400))),
    ];
    let cases = cases.map(|(name, after)| (format!("429 for ever, Retry-After: {name}"), Behaviour::TooMany(after)));
    let text = render(cases);
    insta::with_settings!({ filters => vec![("86[34][0-9]{2} s", "86400 s")] }, { insta::assert_snapshot!(text) });
}

#[test]
fn too_many_requests_for_a_moment() {
    for after in [RetryAfter::No, RetryAfter::Seconds(1), RetryAfter::Date(Duration::from_secs(1))] {
        let (room, mock) = (library(), fast());
        mock.next([Behaviour::TooMany(after)]);
        let start = std::time::Instant::now();
        let ran = To::new(&mock, &room).submit(&["a.persona"]);
        ran.exits(0);
        assert_eq!(states(&room), ["intent", "refused", "intent", "accepted"]);
        // A date is one of whole seconds, and the one before may be nearly over.
        let least = if matches!(after, RetryAfter::Seconds(_)) { 1.0 } else { 0.0 };
        assert!(start.elapsed().as_secs_f64() >= least);
        assert_eq!(ran.err.contains("the API has too many requests: waiting 1 s"), least > 0.0, "{}", ran.err);
    }
}

#[test]
fn failures() {
    let retry = Answer::json(503, &json!({ "message": "Service unavailable" })).header("retry-after", "120");
    insta::assert_snapshot!(render([
        json_error(408, "Request timeout"),
        json_error(500, "Internal server error"),
        page(502, "502 Bad Gateway"),
        ("503 with Retry-After".to_owned(), Behaviour::Answer(retry)),
        page(504, "504 Gateway Time-out"),
    ]));
}

#[test]
fn redirects() {
    let to = |status: u16| {
        let place = "https://login.example.com/?next=/api/v2/leads/advanced_search";
        (status.to_string(), Behaviour::redirect(status, place))
    };
    insta::assert_snapshot!(render([301, 302, 303, 307, 308].map(to)));
}

#[test]
fn broken_connections() {
    let mut cases = vec![];
    for (moment, when) in [
        (Moment::BeforeReading, "before the body is read"),
        (Moment::BeforeAccepting, "before the search is made"),
        (Moment::AfterAccepting, "after the search is made"),
    ] {
        for ending in [Ending::Close, Ending::Garbage, Ending::Silence] {
            cases.push((format!("{ending:?} {when}"), Behaviour::Break(moment, ending)));
        }
    }
    insta::assert_snapshot!(render(cases));
}

/// The system says of a reset what it likes, so only what follows from it is told.
#[test]
fn resets() {
    for moment in [Moment::BeforeReading, Moment::BeforeAccepting, Moment::AfterAccepting] {
        let (room, mock) = (library(), fast());
        mock.next([Behaviour::Break(moment, Ending::Reset)]);
        let ran = To::new(&mock, &room).submit(&["."]);
        ran.exits(3)
            .says("error[P907 unknown-outcome]: sent, and the search may be running: the")
            .says("the connection\n");
        assert_eq!(states(&room), ["intent", "unknown", "intent", "accepted", "intent", "accepted"]);
        is_honest(&room, &mock);
    }
}

#[test]
fn spoilt_answers() {
    let cases =
        [Spoil::Truncated, Spoil::NotJson, Spoil::WrongType, Spoil::WithoutId, Spoil::Flat, Spoil::Empty, Spoil::Huge];
    insta::assert_snapshot!(render(cases.map(|spoil| (format!("{spoil:?}"), Behaviour::Spoil(spoil)))));
}

#[test]
fn other_successes() {
    let id = json!({ "id": "8e1dcba0-f0bb-4071-99fc-f18ba6559ccc", "expected_profiles_count": "842" });
    insta::assert_snapshot!(render([
        ("200 with an ID".to_owned(), Behaviour::Answer(Answer::json(200, &json!({ "message": id })))),
        ("200 without an ID".to_owned(), Behaviour::Answer(Answer::json(200, &json!({ "message": "ok" })))),
        ("202 with an ID".to_owned(), Behaviour::Answer(Answer::json(202, &id))),
        ("204".to_owned(), Behaviour::Answer(Answer::new(204, "application/json", ""))),
        page(200, "Welcome to the guest network"),
    ]));
}

#[test]
fn a_slow_answer_is_waited_for() {
    let (room, mock) = (library(), fast());
    mock.next([Behaviour::Slow(Duration::from_millis(600))]);
    To::new(&mock, &room).submit(&["."]).exits(0);
    assert_eq!(mock.accepted().len(), 3);
}

/// The documents for programs: findings on standard error, what became of each request on standard output.
#[test]
fn for_programs() {
    let (room, mock) = (library(), fast());
    mock.next([
        Behaviour::Break(Moment::AfterAccepting, Ending::Close),
        json_error(422, "limit must be less than 50").1,
    ]);
    let ran = To::new(&mock, &room).submit(&[".", "--output-format", "json"]);
    let text = format!("exit code {}\n--- standard output\n{}--- standard error\n{}", ran.code, ran.out, ran.err);
    insta::assert_snapshot!(stable(&text, &mock));
}

/// One persona without a webhook: that is said before anything is sent.
#[test]
fn no_webhook_is_said_before() {
    let room = library();
    room.write("b.persona", persona("CFO").replace(HOOK, ""));
    let mock = fast();
    let ran = To::new(&mock, &room).submit(&["."]);
    insta::assert_snapshot!(ran.exits(1).err);
    assert!(mock.requests().is_empty() && ran.out.is_empty() && states(&room).is_empty());
}
