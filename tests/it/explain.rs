//! `personac explain`

use personac::explain::{Terminal, Topic};
use personac::fields::FieldId;
use personac::lint::RULES;
use personac::settings::SETTINGS;
use serde_json::Value;

use crate::tool::{Ran, Room};

fn explain(arguments: &[&str]) -> Ran {
    Room::empty().run(&[&["explain"], arguments].concat())
}

/// A page as a terminal of 80 columns shows it; the pipe of a test is as wide where colours are asked for.
fn coloured(name: &str) -> String {
    explain(&[name, "--color", "always"]).exits(0).out.replace('\u{1b}', "␛")
}

#[test]
fn pages_on_a_pipe_are_markdown() {
    insta::assert_snapshot!("explain_rule", explain(&["P408"]).exits(0).out);
    insta::assert_snapshot!("explain_field", explain(&["size"]).exits(0).out);
    insta::assert_snapshot!("explain_setting", explain(&["limit"]).exits(0).out);
}

#[test]
fn pages_in_colours_are_laid_out() {
    insta::assert_snapshot!("explain_rule_in_colours", coloured("P408"));
    insta::assert_snapshot!("explain_field_in_colours", coloured("size"));
    insta::assert_snapshot!("explain_setting_in_colours", coloured("limit"));
}

#[test]
fn colours_are_used_as_asked() {
    let plain = explain(&["P201"]);
    assert_eq!(explain(&["P201", "--color", "never"]), plain);
    assert!(!plain.out.contains('\u{1b}'));
    let forced = Room::empty().run_with_variable(&["explain", "P201"], "CLICOLOR_FORCE", "1");
    assert_eq!(forced.out, explain(&["P201", "--color", "always"]).out);
}

#[test]
fn a_page_has_many_names() {
    let page = explain(&["P201"]);
    assert_eq!(page.exits(0).err, "");
    assert_eq!(explain(&["p201"]), page);
    assert_eq!(explain(&["unknown-field"]), page);
    assert_eq!(explain(&["headcount"]), explain(&["size"]), "a filter by its other names");
    assert_eq!(explain(&["job_titles"]), explain(&["title"]), "and by its request key");
    assert_eq!(explain(&["webhook_url"]), explain(&["webhook"]));
}

#[test]
fn several_pages_follow_each_other() {
    let both = explain(&["limit", "P101"]).exits(0).out.clone();
    assert_eq!(both, format!("{}\n{}", explain(&["limit"]).out, explain(&["P101"]).out));
}

#[test]
fn without_a_name_all_codes_are_listed() {
    let list = explain(&[]).exits(0).out.clone();
    for rule in RULES.iter() {
        assert!(list.contains(&format!("`{} {}`", rule.code, rule.name)), "{}", rule.code);
    }
}

#[test]
fn an_unknown_name_is_not_enough() {
    explain(&["P999"]).exits(2).has_no_output().says("no finding, filter or setting is called `P999`");
    explain(&["senority"]).exits(2).says("did you mean `seniority`?");
    explain(&["unkown-field"]).exits(2).says("did you mean `unknown-field`?");
    explain(&["limitt"]).exits(2).says("did you mean `limit`?");
    explain(&["zzz"]).exits(2).says("`personac explain` lists all findings");
    let ran = explain(&["limit", "senority"]);
    assert_eq!(ran.exits(2).out, explain(&["limit"]).out, "the others are shown");
}

#[test]
fn json_is_for_programs() {
    let entries =
        |arguments: &[&str]| -> Vec<Value> { serde_json::from_str(&explain(arguments).exits(0).out).expect("JSON") };
    let rule = &entries(&["P203", "--json"])[0];
    assert_eq!(
        (&rule["kind"], &rule["code"], &rule["name"]),
        (&"rule".into(), &"P203".into(), &"unknown-label".into())
    );
    assert_eq!((&rule["level"], &rule["fixable"]), (&"error".into(), &"safe".into()));
    assert_eq!(rule["summary"], "The field's vocabulary has no such label.");
    assert!(rule["page"].as_str().is_some_and(|page| page.starts_with("# P203 unknown-label (error)\n")));
    let setting = &entries(&["webhook", "--json"])[0];
    assert_eq!(
        (&setting["kind"], &setting["code"], &setting["aliases"][0]),
        (&"setting".into(), &Value::Null, &"webhook_url".into())
    );
    assert_eq!(entries(&["--json"]).len(), RULES.len());
}

#[test]
fn every_page_can_be_shown() {
    let rules = RULES.iter().map(|rule| Topic::Rule(rule));
    let fields = FieldId::all().map(Topic::Field);
    for topic in rules.chain(fields).chain(SETTINGS.iter().map(Topic::Setting)) {
        let page = topic.page();
        assert!(page.starts_with("# ") && page.ends_with('\n') && !page.contains("\n\n\n"), "{page}");
        let shown = Terminal { color: false, width: 60 }.show(&page);
        assert!(!shown.contains("```") && !shown.contains("\n#"), "everything on the page is laid out:\n{shown}");
        let wide = |line: &&str| !line.starts_with(' ') && line.chars().count() > 60 && line.contains(' ');
        assert_eq!(shown.lines().find(wide), None, "no line is too long");
    }
}

#[test]
fn examples_of_filters_and_settings_compile() {
    let fields = FieldId::all().map(Topic::Field);
    for topic in fields.chain(SETTINGS.iter().map(Topic::Setting)) {
        let page = topic.page();
        assert!(page.contains("```json\n{\n"), "{page}");
    }
}
