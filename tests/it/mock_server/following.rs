//! Searches that were made, and how far they are.

use serde_json::Value;

use super::client::{get, post};
use super::{SEARCH, SMALL, unhurried};
use crate::mock::{Mock, StatusPlace};

const ID: &str = "8e1dcba0-f0bb-4071-99fc-f18ba6559ccc";

fn look(mock: &Mock) -> Value {
    get(mock, &format!("/searches/{ID}")).expect("an answer").json()
}

#[test]
fn a_search_goes_one_status_on_with_each_look_and_has_leads_at_the_end() {
    let mock = unhurried().start();
    mock.add_search(ID, "CTOs");
    let looks = [(); 4].map(|()| look(&mock));
    let statuses = looks.each_ref().map(|look| look["search"]["status"].as_str().unwrap_or("none"));
    assert_eq!(statuses, ["NOT_STARTED", "ONGOING", "FINISHED", "FINISHED"]);
    assert_eq!((&looks[0]["search"]["id"], &looks[0]["search"]["name"]), (&Value::from(ID), &Value::from("CTOs")));
    assert_eq!(
        (&looks[1]["leads"], &looks[2]["leads"][1]["lead"]["status"]),
        (&Value::Array(vec![]), &Value::from("DISQUALIFIED"))
    );
}

#[test]
fn the_end_and_the_place_of_the_status_can_be_chosen() {
    let failed = unhurried().statuses(["ONGOING", "RATE_LIMITED"]).status_place(StatusPlace::Top).start();
    failed.add_search(ID, "CTOs");
    assert_eq!(look(&failed)["status"], "ONGOING");
    let second = look(&failed);
    assert_eq!((&second["status"], &second["search"]["status"]), (&Value::from("RATE_LIMITED"), &Value::Null));
    let silent = unhurried().status_place(StatusPlace::Nowhere).start();
    silent.add_search(ID, "CTOs");
    assert!(!look(&silent).to_string().replace("\"leads\"", "").contains("NOT_STARTED"));
}

#[test]
fn what_was_submitted_is_listed_and_found_and_nothing_else_is() {
    let mock = unhurried().start();
    assert_eq!(get(&mock, "/searches").expect("an answer").body, "[]");
    let made = post(&mock, SEARCH, SMALL).expect("an answer").json();
    let list = get(&mock, "/searches").expect("an answer").json();
    assert_eq!(list[0]["id"], made["message"]["id"]);
    let id = list[0]["id"].as_str().expect("an ID");
    assert_eq!(get(&mock, &format!("/searches/{id}")).expect("an answer").status, 200);
    assert_eq!(get(&mock, &format!("/searches/{ID}")).expect("an answer").status, 404);
}
