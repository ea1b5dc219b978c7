//! Findings as programs read them: SARIF, GitHub's workflow commands, GitLab's code quality, JUnit.

use std::collections::BTreeSet;

use personac::lint::find_rule;
use serde_json::{Value, json};

use crate::tool::{HOOK, Ran, Room, good};

/// Two errors and a warning, one of them over two lines, one with another place and columns beyond ASCII.
const WRONG: &str = "title = \"é😀\" and functio = Sales\nand not (seniority = VP\n  or size 100..1000)\n";

/// The formats whose every word is in one document.
const DOCUMENTS: [&str; 4] = ["json", "sarif", "gitlab", "junit"];

fn run(room: &Room, paths: &[&str], format: &str) -> Ran {
    room.run(&[&["build", "--emit", "ndjson", "--output-format", format], paths].concat())
}

fn parsed(ran: &Ran) -> Value {
    serde_json::from_str(&ran.err).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
}

/// The only run of a SARIF log.
fn sarif(room: &Room, paths: &[&str]) -> Value {
    parsed(&run(room, paths, "sarif"))["runs"][0].take()
}

fn two_files() -> Room {
    Room::with(&[("a.persona", WRONG), ("d/b.persona", "function = Sales\n"), ("d/c.persona", &good("Legal"))])
}

#[test]
fn a_sarif_log() {
    let mut log = parsed(run(&two_files(), &["."], "sarif").exits(1));
    let driver = log["runs"][0]["tool"]["driver"].take();
    assert_eq!((&driver["name"], &driver["version"]), (&json!("personac"), &json!(env!("CARGO_PKG_VERSION"))));
    for rule in driver["rules"].as_array().unwrap() {
        let known = find_rule(rule["id"].as_str().unwrap()).unwrap();
        let help = json!({"text": known.page(), "markdown": known.page()});
        assert_eq!((&rule["name"], &rule["help"]), (&json!(known.name), &help));
        assert_eq!(rule["shortDescription"]["text"], known.summary());
        assert_eq!(rule["defaultConfiguration"], json!({"enabled": true, "level": known.severity().name()}));
    }
    insta::assert_json_snapshot!("sarif", log);
}

#[test]
fn workflow_commands() {
    insta::assert_snapshot!(run(&two_files(), &["."], "github").exits(1).err, @r#"
    ::error title=personac P201 unknown-field,file=a.persona,line=1,col=18,endLine=1,endColumn=25::no filter is called `functio`%0Adid you mean `function`?
    ::error title=personac P301 inside-a-bucket,file=a.persona,line=3,col=11,endLine=3,endColumn=20::`100..1000` starts inside the size bucket 51–200%0Awider: `51..1000`; narrower: `201..1000`
    ::warning title=personac P504 no-webhook,file=d/b.persona,line=1,col=1,endLine=1,endColumn=17::this persona has no webhook to deliver to%0Aadd `webhook: "https://…"` here or under `[defaults]` in `personac.toml`
    "#);
}

#[test]
fn a_report_of_code_quality() {
    insta::assert_snapshot!(run(&two_files(), &["d"], "gitlab").exits(0).err, @r#"
    [
      {
        "description": "P504 no-webhook: this persona has no webhook to deliver to; add `webhook: \"https://…\"` here or under `[defaults]` in `personac.toml`",
        "check_name": "P504",
        "fingerprint": "f688ab5446fe5c084d9d201fbf33c9ad",
        "severity": "minor",
        "location": {
          "path": "d/b.persona",
          "positions": {
            "begin": {
              "line": 1,
              "column": 1
            },
            "end": {
              "line": 1,
              "column": 17
            }
          }
        }
      }
    ]
    "#);
}

#[test]
fn a_report_of_tests() {
    insta::assert_snapshot!(run(&two_files(), &["."], "junit").exits(1).err, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="personac" tests="4" failures="3" errors="0">
      <testsuite name="a.persona" tests="2" failures="2" errors="0">
        <testcase name="P201 unknown-field (1:18)" classname="a">
          <failure type="error" message="no filter is called `functio`">a.persona:1:18: error[P201 unknown-field]: no filter is called `functio`
    help: did you mean `function`?</failure>
        </testcase>
        <testcase name="P301 inside-a-bucket (3:11)" classname="a">
          <failure type="error" message="`100..1000` starts inside the size bucket 51–200">a.persona:3:11: error[P301 inside-a-bucket]: `100..1000` starts inside the size bucket 51–200
    help: wider: `51..1000`; narrower: `201..1000`</failure>
        </testcase>
      </testsuite>
      <testsuite name="d/b.persona" tests="1" failures="1" errors="0">
        <testcase name="P504 no-webhook (1:1)" classname="d/b">
          <failure type="warning" message="this persona has no webhook to deliver to">d/b.persona:1:1: warning[P504 no-webhook]: this persona has no webhook to deliver to
    help: add `webhook: &quot;https://…&quot;` here or under `[defaults]` in `personac.toml`</failure>
        </testcase>
      </testsuite>
      <testsuite name="d/c.persona" tests="1" failures="0" errors="0">
        <testcase name="personac" classname="d/c"/>
      </testsuite>
    </testsuites>
    "#);
}

#[test]
fn no_finding_is_a_whole_document_too() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    let all = |format| run(&room, &["a.persona"], format).exits(0).err.clone();
    assert_eq!((all("json").as_str(), all("gitlab").as_str(), all("github").as_str()), ("[]\n", "[]\n", ""));
    let run = sarif(&room, &["a.persona"]);
    assert_eq!((&run["results"], &run["tool"]["driver"]["rules"]), (&json!([]), &json!([])));
    assert_eq!(run["invocations"], json!([{"executionSuccessful": true}]));
    assert!(all("junit").contains("<testcase name=\"personac\" classname=\"a\"/>"));
}

#[test]
fn what_is_no_finding_is_in_the_document() {
    let room = Room::with(&[("a.persona", WRONG)]);
    for format in DOCUMENTS {
        let ran = run(&room, &["a.persona", "d/gone.persona", "-v"], format);
        ran.exits(2).has_no_output().says("`d/gone.persona` cannot be read");
    }
    let notification = &sarif(&room, &["d/gone.persona"])["invocations"][0];
    assert_eq!(notification["executionSuccessful"], false);
    let place = &notification["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"], json!({"uri": "d/gone.persona", "uriBaseId": "%SRCROOT%"}));
    let issue = &parsed(&run(&room, &["d/gone.persona"], "gitlab"))[0];
    assert_eq!((&issue["severity"], &issue["location"]["path"]), (&json!("blocker"), &json!("d/gone.persona")));
    let junit = run(&room, &["d/gone.persona"], "junit").err;
    assert!(junit.contains("<testsuite name=\"d/gone.persona\" tests=\"1\" failures=\"0\" errors=\"1\">"), "{junit}");
    let github = run(&room, &["d/gone.persona"], "github").err;
    assert_eq!(
        github,
        "::error title=personac,file=d/gone.persona::`d/gone.persona` cannot be read: there is no such file\n"
    );
}

#[test]
fn what_to_do_about_a_problem_of_no_file() {
    let room = Room::empty();
    let github = run(&room, &[], "github").exits(2).err.clone();
    assert!(github.starts_with("::error title=personac::no persona is named") && github.contains("%0Aname a file"));
    let issue = &parsed(&run(&room, &[], "gitlab"))[0];
    assert_eq!(issue["location"]["path"], ".");
    assert!(
        run(&room, &[], "junit").err.contains("<testsuite name=\"personac\" tests=\"1\" failures=\"0\" errors=\"1\">")
    );
}

#[test]
fn every_rule_of_a_log_occurs_and_is_found_by_its_index() {
    let run = sarif(&two_files(), &["."]);
    let rules: Vec<_> = run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| &rule["id"]).collect();
    let codes: Vec<_> = rules.iter().map(|code| code.as_str().unwrap()).collect();
    assert!(codes.is_sorted(), "{codes:?}");
    let results = run["results"].as_array().unwrap();
    for result in results {
        assert_eq!(&result["ruleId"], rules[result["ruleIndex"].as_u64().unwrap() as usize]);
    }
    let used: BTreeSet<_> = results.iter().map(|result| result["ruleId"].as_str().unwrap()).collect();
    assert_eq!(used.into_iter().collect::<Vec<_>>(), codes);
}

#[test]
fn the_other_places_of_a_finding_are_related_locations() {
    let room = Room::with(&[("a.persona", "limit: 1\nlimit: 2\ntitle = CEO\n")]);
    let result = &sarif(&room, &["a.persona"])["results"][0];
    let line = |place: &Value| place["physicalLocation"]["region"]["startLine"].clone();
    assert_eq!(line(&result["locations"][0]), 2);
    let related = result["relatedLocations"].as_array().unwrap();
    assert_eq!(
        (related.len(), line(&related[0]), &related[0]["message"]["text"]),
        (1, json!(1), &json!("first set here"))
    );
}

#[test]
fn a_finding_over_several_lines_has_no_columns_at_github() {
    let room = Room::with(&[("a.persona", &format!("{HOOK}(title = CEO\nand size 1..10) or function = Sales\n"))]);
    let github = run(&room, &["a.persona"], "github").exits(1).err.clone();
    assert!(github.contains("file=a.persona,line=2,endLine=3::"), "{github}");
}

#[test]
fn mistakes_of_the_command_line_are_not_fixed_in_a_file() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    let run = sarif(&room, &["a.persona", "--set", "lmit=3"]);
    assert_eq!((&run["results"][0]["ruleId"], run["results"][0].get("fixes")), (&json!("P202"), None));
}

/// The fingerprints of the findings in `text`.
fn fingerprints(text: &str) -> Vec<String> {
    let room = Room::with(&[("a.persona", text)]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let issues = parsed(&run(&room, &["a.persona"], "gitlab"));
    let gitlab: Vec<_> = issues.as_array().unwrap().iter().map(|issue| text(&issue["fingerprint"])).collect();
    let run = sarif(&room, &["a.persona"]);
    let results = run["results"].as_array().unwrap().iter();
    let sarif: Vec<_> = results.map(|result| text(&result["partialFingerprints"]["personacFinding/v1"])).collect();
    assert_eq!(gitlab, sarif);
    gitlab
}

#[test]
fn a_fingerprint_is_no_line() {
    let clauses = "function = Salez and function = Salez and function = Legl\n";
    let before = fingerprints(&format!("{HOOK}{clauses}"));
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 3, "each is another: {before:?}");
    assert_eq!(fingerprints(&format!("# more\n\n{HOOK}title = CEO\nand {clauses}")), before);
    assert_ne!(fingerprints(&format!("{HOOK}{}", clauses.replace("Legl", "Lgal"))), before);
}

#[test]
fn every_run_writes_the_same_bytes() {
    let room = Room::empty();
    (0..60).for_each(|n| room.write(&format!("{n}.persona"), WRONG.replace("Sales", &format!("Sales{}", n % 7))));
    for format in ["json", "sarif", "gitlab", "junit", "github", "concise", "human"] {
        let all = |jobs| run(&room, &[".", "-j", jobs], format).err;
        let first = all("1");
        assert!(first.contains("59.persona") && !first.contains(&room.path("").display().to_string()));
        assert!(["2", "8", "1"].iter().all(|jobs| all(jobs) == first), "{format}");
    }
}

#[test]
fn a_used_file_is_reported_once() {
    let used = format!("{HOOK}let x = [CEO\n");
    let uses = |name: &str| format!("{HOOK}use \"{name}.persona\"\ntitle in $x\n");
    let room = Room::with(&[
        ("personac.toml", ""),
        ("b.persona", &used),
        ("a.persona", &uses("b")),
        ("c.persona", &uses("b")),
    ]);
    let concise = run(&room, &["."], "concise").exits(1).err.clone();
    assert_eq!(concise.matches("b.persona:2:9: error[P106").count(), 1, "{concise}");
}

#[test]
fn the_path_that_was_given_is_the_path_that_is_written() {
    let room = two_files();
    let absolute = room.path("d/b.persona").display().to_string();
    let uri = |run: &Value| run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].clone();
    assert_eq!(uri(&sarif(&room, &["./d//b.persona"])), json!({"uri": "d/b.persona", "uriBaseId": "%SRCROOT%"}));
    if cfg!(unix) {
        assert_eq!(uri(&sarif(&room, &[&absolute])), json!({"uri": format!("file://{absolute}")}));
    }
}
