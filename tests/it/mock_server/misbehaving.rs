//! Every way of going wrong is met by the client, and leaves behind what it says.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::client::{get, post, unanswered};
use super::{SEARCH, SMALL, unhurried};
use crate::mock::{Answer, Behaviour, Ending, KEY, Moment, NAMED, Nobody, RetryAfter, Spoil};

const MOMENTS: [(Moment, usize, usize); 3] =
    [(Moment::BeforeReading, 0, 0), (Moment::BeforeAccepting, 1, 0), (Moment::AfterAccepting, 1, 1)];

#[test]
fn exchanges_break_off_when_and_how_they_should() {
    for (ending, seen) in [
        (Ending::Close, ErrorKind::UnexpectedEof),
        (Ending::Reset, ErrorKind::ConnectionReset),
        (Ending::Garbage, ErrorKind::InvalidData),
    ] {
        for (moment, read, accepted) in MOMENTS {
            let mock = unhurried().start();
            mock.next([Behaviour::Break(moment, ending)]);
            let kind = post(&mock, SEARCH, SMALL).expect_err("no answer").kind();
            // What was sent and never read makes the system reset.
            let unread = [ErrorKind::ConnectionReset, ErrorKind::BrokenPipe].contains(&kind);
            assert!(kind == seen || unread && moment == Moment::BeforeReading, "{moment:?}, {ending:?}: {kind:?}");
            assert_eq!(
                (mock.bodies_received().len(), mock.accepted().len()),
                (read, accepted),
                "{moment:?}, {ending:?}"
            );
            assert_eq!(mock.requests()[0].status, None);
            assert_eq!(post(&mock, SEARCH, SMALL).expect("it goes on").status, 201);
        }
    }
}

#[test]
fn silence_is_silence_and_a_search_may_have_been_made() {
    for (moment, read, accepted) in MOMENTS {
        let mock = unhurried().start();
        mock.next([Behaviour::Break(moment, Ending::Silence)]);
        let state = || (mock.requests().len(), mock.bodies_received().len(), mock.accepted().len());
        unanswered(&mock, || state() == (1, read, accepted));
        assert_eq!(post(&mock, SEARCH, SMALL).expect("it goes on").status, 201);
        assert_eq!(state(), (2, read + 1, accepted + 1), "{moment:?}");
    }
}

#[test]
fn spoilt_answers_belong_to_searches_that_were_made() {
    let answer = |spoil| {
        let mock = unhurried().start();
        mock.next([Behaviour::Spoil(spoil)]);
        let reply = post(&mock, SEARCH, SMALL);
        assert_eq!(mock.accepted().len(), 1, "{spoil:?}");
        reply
    };
    assert_eq!(answer(Spoil::Truncated).expect_err("too little").kind(), ErrorKind::UnexpectedEof);
    let page = answer(Spoil::NotJson).expect("a page");
    assert_eq!((page.status, &page.body[..6]), (201, "<html>"));
    let wrong = answer(Spoil::WrongType).expect("an answer");
    assert_eq!((wrong.header("content-type"), wrong.json()["message"]["id"].is_string()), (Some("text/html"), true));
    let without = answer(Spoil::WithoutId).expect("an answer").json();
    assert_eq!((without["message"]["id"].is_null(), without["message"]["search_name"].is_string()), (true, true));
    let flat = answer(Spoil::Flat).expect("an answer").json();
    assert_eq!((flat["message"].is_null(), flat["id"].is_string()), (true, true));
    assert_eq!(answer(Spoil::Empty).map(|reply| (reply.status, reply.body)).expect("a head"), (201, String::new()));
    let huge = answer(Spoil::Huge).expect("an answer");
    assert!(huge.body.len() > 1 << 20 && huge.json()["message"]["id"].is_string());
}

#[test]
fn a_script_is_followed_in_order_and_then_all_is_well() {
    let mock = unhurried().start();
    let elsewhere = "http://127.0.0.1:1/api/v2/elsewhere";
    mock.next(vec![Behaviour::TooMany(RetryAfter::Seconds(3)); 2]);
    mock.next([Behaviour::status(503), Behaviour::redirect(301, elsewhere), Behaviour::Documented]);
    mock.next([
        Behaviour::Answer(Answer::new(418, "text/plain", "a pot").header("x-tea", "green")),
        Behaviour::status(500),
    ]);
    let replies: Vec<_> = (0..6).map(|_| post(&mock, SEARCH, SMALL).expect("an answer")).collect();
    assert_eq!(replies.iter().map(|reply| reply.status).collect::<Vec<_>>(), [429, 429, 503, 301, 201, 418]);
    assert_eq!(replies[1].header("retry-after"), Some("3"));
    assert_eq!(replies[3].header("location"), Some(elsewhere));
    assert_eq!((replies[5].header("x-tea"), replies[5].body.as_str()), (Some("green"), "a pot"));
    assert_eq!((mock.still_planned(), mock.accepted().len()), (1, 1));
    assert_eq!(get(&mock, "/searches").expect("an answer").status, 500);
}

#[test]
fn refusals_can_show_what_a_client_must_hide() {
    let mock = unhurried().start();
    mock.next([Behaviour::EchoKey, Behaviour::EchoWebhook]);
    let (key, webhook) = (post(&mock, SEARCH, SMALL).expect("one"), post(&mock, SEARCH, SMALL).expect("one"));
    assert!(key.status == 403 && key.body.contains(KEY), "{key:?}");
    assert!(webhook.status == 422 && webhook.body.contains("https://hooks.example.com/leads"), "{webhook:?}");
}

#[test]
fn a_slow_answer_is_late_but_its_search_is_made_at_once() {
    let mock = unhurried().start();
    mock.next([Behaviour::Slow(Duration::from_millis(100)), Behaviour::Slow(Duration::from_secs(60))]);
    let start = Instant::now();
    assert_eq!(post(&mock, SEARCH, SMALL).expect("an answer").status, 201);
    assert!(start.elapsed() >= Duration::from_millis(100));
    unanswered(&mock, || mock.accepted().len() == 2);
}

#[test]
fn chance_is_the_same_for_the_same_seed() {
    let statuses = |seed, probability| {
        let mock = unhurried().start();
        mock.at_random(Behaviour::status(500), probability, seed);
        (0..60).map(|_| get(&mock, "/searches").expect("an answer").status).collect::<Vec<_>>()
    };
    let half = statuses(1, 0.5);
    assert_eq!(half, statuses(1, 0.5));
    assert_ne!(half, statuses(2, 0.5));
    assert!((15..=45).contains(&half.iter().filter(|status| **status == 500).count()), "{half:?}");
    assert_eq!((statuses(1, 0.0), statuses(1, 1.0)), (vec![200; 60], vec![500; 60]));
}

#[test]
fn every_name_is_read_back_and_no_other() {
    for (name, ..) in NAMED {
        assert_eq!(name.parse::<Behaviour>().ok().and_then(|behaviour| behaviour.name()).as_deref(), Some(name));
    }
    for status in ["400", "429", "599"] {
        assert_eq!(status.parse::<Behaviour>().ok().and_then(|behaviour| behaviour.name()).as_deref(), Some(status));
    }
    for nothing in ["", "399", "600", "drop"] {
        assert!(nothing.parse::<Behaviour>().is_err_and(|error| error.contains("drop-after")), "{nothing}");
    }
    assert_eq!(Behaviour::Documented.name(), None);
}

#[test]
fn nobody_listens_where_nobody_should_and_nobody_speaks_tls() {
    let nobody = Nobody::reserve();
    let host = nobody.url().replace("http://", "").replace("/api/v2", "");
    assert_eq!(TcpStream::connect(host).expect_err("refused").kind(), ErrorKind::ConnectionRefused);
    let mock = unhurried().start();
    ureq::get(format!("{}/searches", mock.https_url())).call().expect_err("no TLS");
    assert!(mock.requests().is_empty());
}

#[test]
fn the_log_is_told_once_of_every_exchange() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&told);
    let mock =
        unhurried().log(move |request| log.lock().expect("a log").push((request.status, request.id.is_some()))).start();
    mock.next([Behaviour::Break(Moment::AfterAccepting, Ending::Silence)]);
    unanswered(&mock, || told.lock().expect("a log").len() == 1);
    post(&mock, SEARCH, SMALL).expect("an answer");
    assert_eq!(*told.lock().expect("a log"), [(None, true), (Some(201), true)]);
}
