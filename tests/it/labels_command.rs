//! `personac labels`

use serde_json::{Value, json};

use crate::tool::{Ran, Room};

const BOOK: &str = "[labels.company]\nGoogle = 1441\n[labels.location]\n\"Our patch\" = [90000084, 90000070]\n";

fn labels(arguments: &[&str]) -> Ran {
    Room::with(&[("personac.toml", BOOK)]).run(&[&["labels"], arguments].concat())
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    let ran = labels(&[arguments, &["--json"]].concat());
    assert_eq!(ran.err, "");
    serde_json::from_str(&ran.exits(0).out).expect("JSON")
}

#[test]
fn a_field_lists_its_vocabulary() {
    let ran = labels(&["seniority"]);
    insta::assert_snapshot!(ran.exits(0).out, @r"
    100  In Training          also Training
    110  Entry Level          also Entry
    120  Senior
    130  Strategic
    200  Entry Level Manager  also Entry Manager | Manager
    210  Experienced Manager  also Manager
    220  Director
    300  Vice President       also VP
    310  CXO                  also C-level | C-suite
    320  Owner / Partner      also Owner | Partner
    ");
    assert_eq!(labels(&["function"]).out.lines().count(), 26);
    assert_eq!(labels(&["department"]), labels(&["functions"]), "by its other names too");
}

#[test]
fn a_query_finds_the_beginning_of_a_label() {
    assert_eq!(labels(&["function", "sal"]).exits(0).out, "25  Sales\n");
    assert_eq!(labels(&["function", "slaes"]).exits(0).out, "25  Sales\n", "also with a slip");
}

#[test]
fn a_place_shows_what_it_lies_in() {
    let ran = labels(&["location", "Lyon"]);
    let first = ran.exits(0).out.lines().next().unwrap();
    assert!(
        first.starts_with("103815258  Lyon, Auvergne-Rhône-Alpes, France ")
            && first.contains("city; in Auvergne-Rhône-Alpes, France · France ·"),
        "{first}"
    );
    assert_eq!(labels(&["hq", "Lyon"]), ran, "headquarters are places");
}

#[test]
fn an_id_finds_its_row() {
    assert!(labels(&["industry", "96"]).exits(0).out.starts_with("96  IT Services and IT Consulting"));
    assert!(labels(&["location", "105015875"]).exits(0).out.starts_with("105015875  France "));
    assert!(labels(&["105015875"]).exits(0).out.contains("105015875  France "));
    assert_eq!(labels(&["function", "25"]).exits(0).out, "25  Sales\n");
    assert!(labels(&["company_type", "C"]).exits(0).out.starts_with("C  Public Company"));
    assert!(labels(&["company", "1441"]).exits(0).out.starts_with("1441  Google"));
}

#[test]
fn no_row_comes_twice() {
    let ran = labels(&["size", "51-200"]);
    assert_eq!(ran.exits(0).out.matches("  51-200  ").count(), 1, "{}", ran.out);
}

#[test]
fn one_argument_that_is_no_field_is_looked_for_everywhere() {
    let ran = labels(&["sales"]);
    assert!(ran.exits(0).out.starts_with("function"), "{}", ran.out);
    assert!(labels(&["google"]).exits(0).out.contains("company"));
}

#[test]
fn without_arguments_every_vocabulary_is_listed() {
    let out = labels(&[]).exits(0).out.clone();
    for field in ["seniority ", "function ", "industry ", "location ", "company ", "size ", "relationship "] {
        assert!(out.lines().any(|line| line.starts_with(field)), "{field}");
    }
    assert!(!out.contains("\nheadquarters ") && !out.contains("\ntenure "), "each vocabulary once");
}

#[test]
fn json_has_every_key() {
    assert_eq!(
        rows(&["function", "sales"]),
        [json!({
            "field": "function", "id": "25", "label": "Sales", "kind": null, "within": [], "aliases": [], "note": null,
        })]
    );
    let france = &rows(&["location", "France"])[0];
    assert_eq!((&france["id"], &france["kind"]), (&json!("105015875"), &json!("country")));
    assert!(france["within"].as_array().unwrap().contains(&json!("Europe")));
    assert!(france["aliases"].as_array().unwrap().contains(&json!("FR")), "{france}");
}

#[test]
fn a_contested_industry_says_so() {
    let note = &rows(&["industry", "4"])[0]["note"];
    assert_eq!(note, "the API's reference calls it Automotive");
}

#[test]
fn the_label_book_is_searched() {
    assert_eq!(labels(&["company"]).exits(0).out, "1441  Google  label book\n");
    let patch = &rows(&["location", "patch"])[0];
    assert_eq!((&patch["id"], &patch["label"]), (&json!("90000084, 90000070"), &json!("Our patch")));
}

#[test]
fn a_field_that_is_not_known_is_named_with_its_neighbour() {
    let ran = labels(&["functon", "sales"]);
    assert_eq!(
        ran.exits(2).has_no_output().err,
        "error: no filter is called `functon`\n  help: did you mean `function`?\n"
    );
    labels(&["qqqqqq", "sales"]).exits(2).says("help: filters with labels are `seniority`, `function`");
}

#[test]
fn one_argument_that_is_nearly_a_field_is_recognised() {
    let ran = labels(&["functon"]);
    assert_eq!(ran.exits(0).err, "note: `function` is a filter: `personac labels function` lists its labels\n");
    assert_eq!(labels(&["sales"]).err, "");
}

#[test]
fn a_field_without_labels_is_explained() {
    let ran = labels(&["title"]);
    insta::assert_snapshot!(ran.exits(2).has_no_output().err, @r#"
    error: `title` has no labels
      help: write it like `title in ["VP of Sales", CRO]`
    "#);
    labels(&["changed_jobs"]).exits(2).says("`changed_jobs` has no labels");
}

#[test]
fn nothing_found_exits_with_1() {
    let ran = labels(&["function", "zzzzzz"]);
    assert_eq!(ran.exits(1).has_no_output().err, "error: no label of `function` is like `zzzzzz`\n");
    assert_eq!(labels(&["zzzzzzzzz"]).exits(1).err, "error: no label is like `zzzzzzzzz`\n");
    assert_eq!(labels(&["function", "zzzzzz", "--json"]).exits(1).out, "[]\n");
    let empty = labels(&["lead_list"]);
    insta::assert_snapshot!(empty.exits(1).has_no_output().err, @r"
    error: the label book names no `lead_list`
      help: give a number a name under `[labels.lead_list]` in `personac.toml`
    ");
}

#[test]
fn a_query_cannot_send_control_characters() {
    let ran = labels(&["function", "\u{1b}[31mzz"]);
    assert!(!ran.exits(1).err.contains('\u{1b}') && ran.err.contains('␛'));
}

#[test]
fn a_broken_project_is_reported() {
    let ran = Room::with(&[("personac.toml", "nonsense")]).run(&["labels", "function", "sal"]);
    assert_eq!(ran.exits(2).says("the project file is not TOML").out, "25  Sales\n");
}
