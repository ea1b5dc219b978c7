//! How often the mock lets itself be asked, and what it says of arrivals.

use std::time::Duration;

use super::client::{Reply, post};
use super::{SEARCH, SMALL, unhurried};
use crate::mock::{Mock, RetryAfter};

fn two(mock: &Mock) -> Reply {
    assert_eq!(post(mock, SEARCH, SMALL).expect("an answer").status, 201);
    post(mock, SEARCH, SMALL).expect("an answer")
}

#[test]
fn what_comes_too_soon_is_refused_and_counted() {
    let mock = Mock::builder().interval(Duration::from_secs(60)).start();
    assert_eq!(mock.smallest_gap(), None);
    let second = two(&mock);
    assert_eq!((second.status, second.header("retry-after")), (429, None));
    assert_eq!((mock.too_fast(), mock.accepted().len()), (1, 1));
    assert!(mock.smallest_gap().is_some_and(|gap| gap < Duration::from_secs(60)));
}

#[test]
fn a_refusal_says_how_long_in_seconds_or_as_a_date() {
    let hurried = |retry_after| Mock::builder().interval(Duration::from_secs(60)).retry_after(retry_after).start();
    assert_eq!(two(&hurried(RetryAfter::Seconds(7))).header("retry-after"), Some("7"));
    let reply = two(&hurried(RetryAfter::Date(Duration::from_secs(90))));
    let date = jiff::fmt::rfc2822::parse(reply.header("retry-after").expect("a date")).expect("a date of HTTP");
    let ahead = date.timestamp().duration_since(jiff::Timestamp::now()).as_secs();
    assert!((60..=90).contains(&ahead), "{ahead}");
}

#[test]
fn who_waits_is_let_in() {
    let mock = Mock::builder().interval(Duration::from_millis(5)).start();
    post(&mock, SEARCH, SMALL).expect("an answer");
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(post(&mock, SEARCH, SMALL).expect("an answer").status, 201);
    assert_eq!(mock.too_fast(), 0);
    assert!(mock.smallest_gap().is_some_and(|gap| gap >= Duration::from_millis(5)));
}

#[test]
fn many_may_ask_at_once() {
    let mock = unhurried().start();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..5).for_each(|_| assert_eq!(post(&mock, SEARCH, SMALL).expect("an answer").status, 201)));
        }
    });
    assert_eq!((mock.accepted().len(), mock.submitted_twice(), mock.too_fast()), (40, 39, 0));
}
