//! What a draft is written as.

use personac::fields::FieldId;
use personac::import::{Draft, DraftFilter, RawKey, blocks};
use personac::json::Json;
use personac::project::Project;

fn filter(key: &str, include: &[&str], exclude: &[&str]) -> DraftFilter {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let field = FieldId::find(key).expect("a field");
    DraftFilter { field, include: texts(include), exclude: texts(exclude), notes: vec![] }
}

fn written(filters: Vec<DraftFilter>) -> String {
    Draft { filters, ..Draft::default() }.text(&Project::default()).expect("a persona")
}

#[test]
fn a_person_would_write_the_same() {
    let cases = [
        ("seniority", &["220", "300", "310", "320"][..], "seniority >= Director"),
        ("seniority", &["300", "310"], "seniority in [\"Vice President\", CXO]"),
        ("seniority", &["100", "110"], "seniority <= \"Entry Level\""),
        ("seniority", &["320"], "seniority = \"Owner / Partner\""),
        ("seniority", &["100", "110", "120", "130", "200", "210", "300", "320"], "seniority not in [Director, CXO]"),
        ("size", &["51-200", "201-500", "501-1000"], "size 51..1000"),
        ("size", &["10001+", "5001-10000"], "size >= 5001"),
        ("size", &["1-10", "51-200"], "size in [1..10, 51..200]"),
        ("size", &["1-10"], "size 1..10"),
        ("experience", &["3", "4"], "experience 3..10"),
        ("tenure", &["1"], "tenure < 1"),
        ("tenure", &["1", "2"], "tenure <= 2"),
        ("tenure", &["5"], "tenure >= 11"),
        ("location", &["105015875", "101452733"], "location in [France, Australia]"),
        ("location", &["4294967295"], "location = 4294967295"),
        ("industry", &["96"], "industry = \"IT Services and IT Consulting\""),
        ("title", &["CEO", "in", "10k", "VP of Sales"], "title in [CEO, \"in\", 10k, \"VP of Sales\"]"),
        ("company", &["1441"], "company = 1441"),
        ("keyword", &["cyber security"], "keyword = \"cyber security\""),
        ("posted_on_linkedin", &["true"], "posted_on_linkedin"),
        ("changed_jobs", &["RPC"], "changed_jobs"),
    ];
    for (field, include, wanted) in cases {
        assert_eq!(written(vec![filter(field, include, &[])]), format!("{wanted}\n"));
    }
    assert_eq!(written(vec![filter("title", &[], &["Intern"])]), "title != Intern\n");
}

#[test]
fn what_no_clause_says_stands_in_raw() {
    let mut title = filter("title", &["CEO", "CFO"], &["CFO"]);
    title.notes = vec!["personac: allow(title-swallowed)\nlimit: 1".to_owned()];
    let draft = Draft {
        settings: vec![("limit", Json::whole(5)), ("name", Json::Text("a\"b\u{1}".into()))],
        filters: vec![
            title,
            filter(
                "size",
                &["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"],
                &[],
            ),
            filter("tenure", &["6"], &[]),
            filter("location", &["99999999999"], &["105015875"]),
            filter("function", &["25"], &[]),
        ],
        raw: vec![RawKey { key: "new option".to_owned(), value: Json::Null, notes: vec!["No key.".to_owned()] }],
        notes: vec!["From elsewhere.".to_owned()],
    };
    insta::assert_snapshot!(draft.text(&Project::default()).expect("a persona"));
    let two = [("a".to_owned(), draft.clone()), ("b c".to_owned(), Draft { raw: vec![], ..draft })];
    insta::assert_snapshot!(blocks(&two, &Project::default()).expect("personas"));
}
