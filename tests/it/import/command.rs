//! `personac import` as people run it.

use crate::tool::Room;

const BODY: &str = r#"{"webhook_url":"https://hooks.example.com/leads","limit":5,"name":"A","functions":["25"]}"#;
const PERSONA: &str = "name: \"A\"\nwebhook: \"https://hooks.example.com/leads\"\nlimit: 5\n\nfunction = Sales\n";

#[test]
fn the_persona_goes_to_standard_output() {
    let room = Room::with(&[("body.json", BODY)]);
    for ran in [room.run(&["import", "body.json"]), room.run_with_input(&["import", "-"], BODY)] {
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, PERSONA, ""));
    }
}

#[test]
fn a_file_is_written_and_never_overwritten() {
    let room = Room::with(&[("body.json", BODY)]);
    room.run(&["import", "body.json", "-o", "new/a.persona"]).exits(0).has_no_output().says("wrote `new/a.persona`");
    assert_eq!(room.read("new/a.persona"), PERSONA);
    room.run(&["lint", "new/a.persona", "--deny", "warnings"]).exits(0);
    room.write("new/a.persona", "title = CEO\n");
    room.run(&["import", "body.json", "-o", "new/a.persona"]).exits(2).says("is there already").says("help: give `-o`");
    assert_eq!(room.read("new/a.persona"), "title = CEO\n");
}

#[test]
fn a_persona_that_would_be_too_large_is_not_written() {
    let bodies = |body: &str, count| format!("[{}]", vec![body; count].join(","));
    let titles: Vec<String> = (0..60_000).map(|number| format!("\"Title {number}\"")).collect();
    let inputs = [
        (format!("{{\"job_titles\":[{}]}}", titles.join(",")), "larger than 1 MiB"),
        (bodies(r#"{"functions":["25"]}"#, 30_000), "more than 20,000 brackets"),
        (format!("{{\"keyword\":\"{}\"}}", "(".repeat(30_000)), "more than 20,000 brackets"),
    ];
    for (text, why) in inputs {
        let room = Room::with(&[("x.json", &text)]);
        let ran = room.run(&["import", "x.json", "-o", "a.persona", "-q"]);
        ran.exits(2).has_no_output().says(why).says("help: split it into several files");
        assert!(!room.path("a.persona").exists());
    }
}

#[test]
fn with_an_error_nothing_is_written() {
    let room = Room::with(&[("body.json", r#"{"functions":["Sales"],"limit":"5"}"#)]);
    let ran = room.run(&["import", "body.json", "-o", "a.persona", "--output-format", "concise"]);
    ran.exits(1).has_no_output().says("body.json:1:15: error[P703 unknown-id-in-body]: `$.functions[0]` is `Sales`");
    ran.says("error[P702 mistyped-in-body]: `$.limit` is text");
    assert!(!room.path("a.persona").exists());
}

#[test]
fn a_strict_import_has_no_unknown_keys() {
    let room = Room::with(&[("body.json", r#"{"job_title":["CEO"],"functions":["25"]}"#)]);
    room.run(&["import", "body.json"])
        .exits(0)
        .says("warning[P708 unknown-body-key]")
        .says("did you mean `job_titles`?");
    room.run(&["import", "body.json", "--strict"]).exits(1).has_no_output().says("error[P708 unknown-body-key]");
}

#[test]
fn labels_are_those_of_the_project() {
    let project = "industry_labels = \"pronto\"\n[labels.company]\nGoogle = 1441\n[labels.location]\nFrance = [1, 2]\n";
    let body =
        r#"{"included_companies":[1441,7],"included_locations":["105015875"],"included_industries":["96","4","1999"]}"#;
    let room = Room::with(&[("personac.toml", project), ("body.json", body)]);
    let ran = room.run(&["import", "body.json", "-q"]);
    let persona = "industry in [\"Software Development\", Automotive, 1999]\nand location = 105015875\nand company in [Google, 7]\n";
    assert_eq!(sorted(&ran.out), sorted(persona), "{}", ran.err);
    room.write("a.persona", &ran.out);
    let built: serde_json::Value = serde_json::from_str(&room.run(&["build", "a.persona"]).out).expect("JSON");
    assert_eq!(built["included_industries"], serde_json::json!(["96", "4", "1999"]));
    assert_eq!(built["included_locations"], serde_json::json!(["105015875"]));
    assert_eq!(built["included_companies"], serde_json::json!(["1441", "7"]));
}

#[test]
fn what_a_build_prints_comes_back() {
    let hook = "webhook: \"https://hooks.example.com/leads\"\n";
    let text =
        format!("{hook}split: any\n\npersona a {{ title = CEO or size 1..10 }}\npersona b {{ function = Sales }}\n");
    let room = Room::with(&[("x.persona", &text)]);
    let lines = room.run(&["build", "x.persona", "--emit", "ndjson"]);
    let imported = room.run_with_input(&["import", "-"], &lines.out);
    room.write("y.persona", &imported.exits(0).out);
    let again = room.run(&["build", "y.persona", "--emit", "ndjson"]);
    let bodies = |text: &str| -> Vec<serde_json::Value> {
        text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["body"].take()).collect()
    };
    assert_eq!(bodies(&again.out), bodies(&lines.out));
    assert_eq!(bodies(&again.out).len(), 3);
}

#[test]
fn no_key_is_told() {
    let commands = [
        "curl -H 'X-API-KEY: s3cr3t' -d @x https://api.example",
        "curl -HX-API-KEY:s3cr3t -d '{\"limit\": 0}' https://api.example",
        "curl -H \"X-API-KEY: s3cr3t -d '{}'",
        "curl --header=s3cr3t --data \"{\\\"name\\\": $X}\" s3cr3t",
        "curl -d '{}' https://api.example; curl -H s3cr3t",
    ];
    for command in commands {
        for format in ["human", "concise", "json", "sarif", "github", "gitlab", "junit"] {
            let ran = Room::empty().run_with_input(&["import", "-", "--output-format", format], command);
            ran.exits(1).has_no_output();
            assert!(!ran.err.contains("s3cr3t"), "{format}: {}", ran.err);
        }
    }
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(|line| line.trim_start_matches("and ")).collect();
    lines.sort_unstable();
    lines
}
