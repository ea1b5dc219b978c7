//! File names and texts that could be taken for a part of the format around them.

use serde_json::Value;

use crate::tool::Room;

/// A name that means something in addresses, in XML, in workflow commands and at terminals.
#[cfg(unix)]
const ODD: &str = "::error,a=b%0A 100%?#\u{1f600}]]>&'\"\\\n\u{1b}[31m\u{202e}\u{ffff}.persona";

/// The same for a text that a message repeats.
const ODD_TEXT: &str =
    "functio = x\ntitle in [CEO\nfunction = \"::error::]]>&<x>%0A\\u{1b}\\u{0}\\u{ffff}\u{202e}\u{1f600}\"\n";

#[cfg(unix)]
fn written(name: &str, text: &str, format: &str) -> String {
    let room = Room::with(&[(name, text)]);
    room.run(&["build", ".", "--output-format", format]).exits(1).has_no_output().err.clone()
}

#[cfg(unix)]
#[test]
fn a_sarif_address_of_an_odd_name() {
    let log: Value = serde_json::from_str(&written(ODD, ODD_TEXT, "sarif")).unwrap();
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = "%3A%3Aerror%2Ca%3Db%250A%20100%25%3F%23%F0%9F%98%80%5D%5D%3E%26%27%22%5C%0A%1B%5B31m%E2%80%AE%EF%BF%BF.persona";
    assert_eq!(place["artifactLocation"]["uri"], uri);
}

#[cfg(unix)]
#[test]
fn a_gitlab_path_of_an_odd_name() {
    let issues: Value = serde_json::from_str(&written(ODD, ODD_TEXT, "gitlab")).unwrap();
    assert_eq!(issues[0]["location"]["path"], ODD);
    assert!(issues.as_array().unwrap().iter().all(|issue| !issue["description"].as_str().unwrap().contains('\n')));
}

#[cfg(unix)]
#[test]
fn every_line_at_github_is_one_command() {
    let text = written(ODD, ODD_TEXT, "github");
    let file = "file=%3A%3Aerror%2Ca=b%250A 100%25?#\u{1f600}]]>&'\"\\%0A␛[31m\u{fffd}\u{ffff}.persona,line=";
    for line in text.lines() {
        let command = line.strip_prefix("::error title=personac P").expect("a command");
        let (properties, message) = command.split_once("::").expect("a message");
        assert!(properties.contains(file) && !message.is_empty(), "{line}");
        assert!(!line.contains(['\u{1b}', '\u{202e}', '\u{0}']), "{line:?}");
    }
}

#[cfg(unix)]
#[test]
fn xml_holds_no_character_that_it_must_not() {
    let text = written(ODD, ODD_TEXT, "junit");
    let allowed = |c: char| matches!(c, '\n' | ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(allowed) && !text.contains("]]>"), "{text}");
    assert!(text.contains(
        "<testsuite name=\"::error,a=b%0A 100%?#\u{1f600}]]&gt;&amp;'&quot;\\&#10;␛[31m\u{fffd}\u{fffd}.persona\""
    ));
}

#[test]
fn odd_texts_stay_inside_their_documents() {
    for format in ["json", "sarif", "gitlab", "junit", "github"] {
        let room = Room::with(&[("a.persona", ODD_TEXT)]);
        let text = room.run(&["build", ".", "--output-format", format]).exits(1).err.clone();
        assert!(!text.contains(['\u{1b}', '\u{0}', '\r']), "{format}: {text:?}");
        if format != "junit" && format != "github" {
            serde_json::from_str::<Value>(&text).unwrap();
        }
    }
}
