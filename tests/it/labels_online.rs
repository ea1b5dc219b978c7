//! `personac labels location QUERY --online`: places that the API knows, asked of a server that answers as it may.

use serde_json::{Value, json};

use crate::mock::{Answer, Asked, Behaviour, Ids, Locations, Mock, Spoil};
use crate::service::Service;
use crate::tool::Ran;

const PATH: &str = "/locations";

const PROJECT: &str = "# ours\r\n[lint]\r\n\r\n[labels.location]  # places\r\nours = [ 1,2 ] # odd\r\n\r\n# last\r\n";

fn service(files: &[(&str, &str)]) -> Service {
    Service::of(Mock::builder(), files)
}

fn online(service: &Service, query: &str, more: &[&str]) -> Ran {
    service.run(&[&["labels", "location", query, "--online"], more].concat())
}

fn both(ran: &Ran) -> String {
    format!("{}────\n{}", ran.out, ran.err)
}

#[test]
fn every_match_is_listed() {
    let service = service(&[("personac.toml", "[labels.location]\n\"The Rhône\" = 90009674\n")]);
    insta::assert_snapshot!(both(online(&service, "Lyon", &[]).exits(0)));
    assert_eq!(service.asked(PATH), [r#"{"name":"Lyon"}"#]);
    let hq = service.run(&["labels", "hq", "lyon ", "--online"]);
    assert_eq!(hq.exits(0).out, online(&service, "Lyon", &[]).out, "headquarters are places");
}

#[test]
fn json_says_what_is_known_of_each() {
    let service = service(&[("personac.toml", "[labels.location]\n\"Rhône\" = 90009674\n")]);
    let ran = online(&service, "greater lyon", &["--json"]);
    let found: Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    let wanted = json!([{
        "id": "90009674", "name": "Greater Lyon Area", "kind": "metro", "label": found[0]["label"], "label_book": "Rhône",
    }]);
    assert_eq!(found, wanted);
    assert_eq!(online(&service, "greater lyon", &["--output-format", "json"]).out, ran.out);
}

#[test]
fn every_way_to_be_asked_and_to_answer_is_known() {
    let wanted = online(&service(&[]), "Paris", &["--json"]).exits(0).out.clone();
    for (asked, refusal) in [(Asked::Query, 400), (Asked::Query, 422), (Asked::Either, 400)] {
        for (wrapped, ids) in
            [(Some("locations"), Ids::Integers), (Some("data"), Ids::Strings), (Some("results"), Ids::Integers)]
        {
            let places = Locations { asked, refusal, wrapped, ids };
            let service = Service::of(Mock::builder().locations(places), &[]);
            assert_eq!(online(&service, "Paris", &["--json"]).exits(0).out, wanted);
            let asked_for = if asked == Asked::Query {
                vec![r#"{"name":"Paris"}"#, r#"{"query":"Paris"}"#]
            } else {
                vec![r#"{"name":"Paris"}"#]
            };
            assert_eq!(service.asked(PATH), asked_for);
        }
    }
}

#[test]
fn answers_are_remembered() {
    let service = service(&[]);
    let first = online(&service, "Lyon", &[]);
    // The key is not needed for what is known.
    let again = service.run_with(&["labels", "location", "LYON", "--online", "-v"], &[("PRONTO_API_KEY", "")]);
    assert_eq!(again.exits(0).out, first.out);
    again.says("the cache answers");
    assert_eq!(service.mock.requests().len(), 1);
    online(&service, "Lyon", &["--refresh"]).exits(0);
    assert_eq!(service.mock.requests().len(), 2);
    let names = service.room.files("cache");
    let file = format!("cache/{}", names[0]);
    let old = service.room.read(&file).replace("\"asked\":1", "\"asked\":0");
    for text in ["", "{", "[]", "null", "\0", &old] {
        service.room.write(&file, text);
        assert_eq!(online(&service, "Lyon", &[]).exits(0).out, first.out, "{text}");
    }
    assert_eq!(service.mock.requests().len(), 8);
    assert_eq!(service.room.files("cache"), names, "it is written anew");
    service.room.write("cache2", "a file");
    let blocked = service.room.path("cache2").display().to_string();
    let ran = service.run_with(&["labels", "location", "Lyon", "--online", "-v"], &[("PERSONAC_CACHE_DIR", &blocked)]);
    ran.exits(0).says("the answer is not kept");
}

#[test]
fn what_cannot_be_asked() {
    let service = service(&[]);
    insta::assert_snapshot!(service.run(&["labels", "industry", "Software", "--online"]).exits(2).err);
    for (query, said) in
        [("105015875", "is a number"), ("!!", "has no letter"), ("a\u{7}b", "holds a control character")]
    {
        online(&service, query, &[]).exits(2).says(said);
    }
    service.run(&["labels", "location", "--online"]).exits(2);
    online(&service, "Lyon", &["--id", "1"]).exits(2);
    assert!(service.mock.requests().is_empty());
}

#[test]
fn no_match_is_said() {
    let service = service(&[]);
    insta::assert_snapshot!(both(online(&service, "Atlantis", &["--save"]).exits(1)));
    online(&service, "Atlantis", &[]).exits(1);
    assert_eq!(service.mock.requests().len(), 2, "it may be there tomorrow");
}

#[test]
fn refusals_are_said() {
    let service = service(&[]);
    let said = |behaviour: Vec<Behaviour>| {
        service.mock.next(behaviour);
        let origin = service.mock.url().replace("/api/v2", "");
        both(online(&service, "Lyon", &["--refresh"]).exits(3)).replace(&origin, "http://127.0.0.1:PORT")
    };
    let answer = |text: &str| vec![Behaviour::Answer(Answer::new(200, "application/json", text))];
    let all = [
        said(vec![Behaviour::status(401)]),
        said(vec![Behaviour::status(404)]),
        said(vec![Behaviour::status(400), Behaviour::status(422)]),
        said(vec![500, 502, 503].into_iter().map(Behaviour::status).collect()),
        said(vec![Behaviour::Spoil(Spoil::NotJson)]),
        said(answer("{\"places\": []}")),
    ];
    insta::assert_snapshot!(all.join("\n"));
    assert_eq!(service.mock.still_planned(), 0);
}

#[test]
fn the_only_match_is_pinned() {
    let service = service(&[("personac.toml", PROJECT)]);
    insta::assert_snapshot!(both(online(&service, "Greater Lyon", &["--save"]).exits(0)));
    let pinned = "ours = [ 1,2 ] # odd\r\n\"Greater Lyon\" = 90009674  # Greater Lyon Area\r\n";
    let wanted = PROJECT.replace("ours = [ 1,2 ] # odd\r\n", pinned);
    assert_eq!(service.room.read("personac.toml"), wanted);
    let again = online(&service, "greater lyon", &["--save"]);
    assert_eq!(again.exits(0).err, "note: `greater lyon` stands for 90009674 in `personac.toml` already\n");
    assert_eq!(service.room.read("personac.toml"), wanted);
    service.room.write("a.persona", "webhook: \"https://a.example\"\nlocation = \"greater lyon\"\n");
    assert!(service.run(&["build", "a.persona"]).exits(0).out.contains("\"90009674\""));
}

#[test]
fn several_matches_need_an_id() {
    let service = service(&[("personac.toml", "")]);
    let ran = online(&service, "Springfield", &["--save"]);
    insta::assert_snapshot!(both(ran.exits(1)));
    online(&service, "Springfield", &["--save", "--id", "1"])
        .exits(1)
        .says("none of the places like `Springfield` has the ID `1`");
    assert_eq!(service.room.read("personac.toml"), "");
    online(&service, "Springfield", &["--save", "--id", "100632918"]).exits(0);
    let wanted = "[labels.location]\nSpringfield = 100632918  # Springfield, Massachusetts, United States\n";
    assert_eq!(service.room.read("personac.toml"), wanted);
}

#[test]
fn no_persona_changes_its_meaning_unasked() {
    let book = "[labels.location]\n\"Greater Lyon\" = 7 # seven\n";
    let files = [("personac.toml", book)];
    let service = service(&files);
    let refused = online(&service, "Greater Lyon", &["--save"]);
    assert_eq!(service.room.read("personac.toml"), book);
    let pinned = online(&service, "Greater Lyon", &["--save", "--id", "90009674"]);
    assert_eq!(service.room.read("personac.toml"), book.replace("7 # seven", "90009674  # Greater Lyon Area"));
    // The embedded table means something else by it.
    let other = json!([{"id": 4242, "name": "Germany, Texas", "type": "city"}]);
    let answers = || [Behaviour::Answer(Answer::json(200, &other))];
    service.mock.next(answers());
    let table = online(&service, "Germany", &["--save"]);
    assert!(!service.room.read("personac.toml").contains("4242"));
    let chosen = online(&service, "Germany", &["--save", "--id", "4242"]);
    assert!(service.room.read("personac.toml").contains("Germany = 4242  # Germany, Texas\n"));
    let all = [refused.exits(1), pinned.exits(0), table.exits(1), chosen.exits(0)].map(|ran| ran.err.clone());
    insta::assert_snapshot!(all.join("────\n"));
}

#[test]
fn a_project_is_needed_and_stays_whole() {
    let none = service(&[]);
    insta::assert_snapshot!(online(&none, "Greater Lyon", &["--save"]).exits(2).err);
    let mixed = service(&[("personac.toml", "[lint]\r\n[labels.location]\n")]);
    insta::assert_snapshot!(online(&mixed, "Greater Lyon", &["--save"]).exits(2).err);
    assert_eq!(mixed.room.read("personac.toml"), "[lint]\r\n[labels.location]\n");
    let broken = service(&[("personac.toml", "[lint")]);
    online(&broken, "Greater Lyon", &["--save"]).exits(2);
    assert_eq!(broken.room.read("personac.toml"), "[lint");
}

#[test]
fn nothing_hidden_is_shown_or_written() {
    let service = service(&[("personac.toml", "")]);
    let places =
        json!({"data": [{"_id": "5", "name": "A\u{202e}b\n[lint]\u{1b}c", "type": "x\u{7}"}, {"id": "none"}, 7]});
    service.mock.next([Behaviour::Answer(Answer::json(200, &places))]);
    let ran = online(&service, "Ab", &["--save"]);
    insta::assert_snapshot!(both(ran.exits(0)));
    assert_eq!(service.room.read("personac.toml"), "[labels.location]\nAb = 5  # Ab[lint]c\n");
}
