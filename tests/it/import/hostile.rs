//! Whatever is imported: findings or a persona, no panic, and soon.

use std::time::{Duration, Instant};

use personac::import::{blocks, bodies};
use personac::project::Project;
use proptest::prelude::*;

use crate::properties::law;
use crate::tool::Room;

const MEGABYTE: usize = 1024 * 1024;

/// A build for tests is slow: a release reads a megabyte in less time.
const LARGE: usize = MEGABYTE / 8;

/// Import a text in every way.
fn import(text: &str) {
    import_once(text, false);
    import_once(text, true);
}

fn import_once(text: &str, strict: bool) {
    let read = bodies("x", text.to_owned(), "x", strict);
    assert!(!read.drafts.is_empty() || !read.findings.is_empty(), "{text:?} says nothing");
    assert!(read.findings.iter().all(|finding| !finding.labels.is_empty()), "{text:?}");
    drop(blocks(&read.drafts, &Project::default()));
}

const BODY: &str = r#"{"name":"é\u00e9","job_titles":["CEO","a\"b"],"functions":["25"],"limit":5,"custom":{"a":[1,{"b":null}]},"company_size":["51–200"]}"#;

#[test]
fn damaged_bodies_and_commands() {
    let command = format!("curl -X POST 'https://x' -H \"k: $K\" \\\n -d $'{}' | jq", BODY.replace('\'', "\\'"));
    let list = format!("[{BODY},{BODY}]");
    let lines = format!("{BODY}\n{BODY}\n");
    let seeds = [BODY.to_owned(), command, list, lines, "curl -d \"{\\\"a\\\": `x` ${y} $(z)}\"".to_owned()];
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<char>()), 1..6);
    let odd =
        prop::sample::select(vec!['"', '\\', '{', '}', '[', ']', ',', ':', '\'', '$', '`', '\n', '-', '@', '–', '0']);
    let edits = (0..seeds.len(), edits, odd);
    law("damaged bodies", "tests/it/import/failures", 50, &edits, |(seed, edits, odd), _| {
        let mut text: Vec<char> = seeds[seed].chars().collect();
        for (at, what, c) in edits {
            let at = at.index(text.len().max(1)).min(text.len().saturating_sub(1));
            match what {
                _ if text.is_empty() => text.push(odd),
                0 => drop(text.remove(at)),
                1 => text.insert(at, odd),
                _ => text[at] = c,
            }
        }
        import(&text.iter().collect::<String>());
        Ok(())
    });
}

#[test]
fn any_text() {
    law(
        "any text",
        "tests/it/import/failures",
        25,
        &(".{0,60}", "(curl )?[\\[{\"',:$`@ \\\\a-]{0,40}"),
        |(one, other), _| {
            import(&one);
            import(&other);
            Ok(())
        },
    );
}

/// What JSON is, another reader says.
#[test]
fn json_is_what_json_is() {
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"\\u00e9\"",
        "\"\\ud83e\\udd80\"",
        "\"\\ud83e\"",
        "\"\\x\"",
        "1",
        "-0",
        "01",
        "1.",
        ".5",
        "1e-5",
        "true",
        "nul",
        "null",
        " ",
        "\n",
        "\u{a0}",
        "\"\t\"",
        "\"",
        "-",
        "\\",
        "'a'",
        "\u{feff}",
    ]);
    let texts = prop::collection::vec(pieces, 1..8).prop_map(|pieces| pieces.concat());
    law("JSON is what JSON is", "tests/it/import/failures", 100, &texts, |text, _| {
        let text = format!("{{\"x\": {text}, \"functions\": [\"25\"]}}");
        let read = bodies("x", text.clone(), "x", false);
        let syntax = read.findings.iter().any(|finding| finding.rule.name == "not-json");
        let is_json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        prop_assert_eq!(!syntax, is_json, "{}", text);
        Ok(())
    });
}

#[test]
fn a_large_text_is_read_soon() {
    let fill = |piece: &str, around: (&str, &str)| {
        let count = LARGE / piece.len();
        let many = piece.repeat(count);
        format!("{}{}{}", around.0, many.trim_end_matches(','), around.1)
    };
    let texts = [
        fill("\"A title\",", ("{\"job_titles\": [", "]}")),
        fill("\"Salez\",", ("{\"functions\": [", "]}")),
        fill("\"Pariss\",", ("{\"included_locations\": [", "]}")),
        fill("\"x\":1,", ("{\"functions\": [\"25\"], ", "}")),
        fill("{\"functions\":[\"25\"]},", ("[", "]")),
        fill("{\"functions\":[\"25\"]}\n", ("", "")),
        fill("[", ("{\"custom\": ", "")),
        fill("\\", ("curl -d \"", "\"")),
        fill("-d{} ", ("curl ", "")),
        fill("$x", ("curl -d \"", "\"")),
        fill("\\\"", ("{\"name\": \"", "\", \"functions\": [\"25\"]}")),
        fill("\"105015875\",\"101452733\",", ("{\"included_locations\": [", "]}")),
        (0..9).map(|n| format!("\"{n}{}\":[", "k".repeat(10_000))).fold("{".to_owned(), |text, key| text + &key + "{"),
    ];
    let most = Duration::from_secs(15);
    for text in texts {
        let start = Instant::now();
        import_once(&text, false);
        assert!(start.elapsed() < most, "{:?} for {:.60}", start.elapsed(), text);
    }
}

#[test]
fn too_large_and_no_text() {
    let room = Room::empty();
    room.write("a.json", vec![b' '; MEGABYTE + 1]);
    room.write("b.json", b"{\"name\": \"\xff\"}");
    room.run(&["import", "a.json"]).exits(2).has_no_output().says("larger than 1 MiB");
    room.run(&["import", "b.json"]).exits(2).has_no_output().says("not UTF-8");
}
