//! No command and no format lets a file write to the terminal: neither its texts nor its name.

use crate::tool::{Ran, Room};

/// A link of a terminal, a C1 control, marks that turn the direction of writing, a bell, a line separator.
const HOSTILE: &str = "\u{1b}]8;;https://evil.example\u{7}x\u{1b}]8;;\u{7}\u{9b}31m\u{85}\u{7f}\u{202e}\u{2066}\u{61c}\u{200f}\u{2028}\u{206a}";

/// What a terminal acts upon, or what hides or turns what stands there.
fn acts(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

fn escaped() -> String {
    HOSTILE.chars().map(|c| if acts(c) { format!("\\u{{{:x}}}", u32::from(c)) } else { c.to_string() }).collect()
}

#[track_caller]
fn is_clean(what: &str, ran: &Ran) {
    for (channel, text) in [("out", &ran.out), ("err", &ran.err)] {
        let found: Vec<String> = text.chars().filter(|c| acts(*c)).map(|c| format!("U+{:04X}", u32::from(c))).collect();
        assert!(found.is_empty(), "{what}: {channel} holds {found:?}:\n{text:?}");
    }
}

/// Personas that compile and whose every text is hostile; one that does not; a label book; names of files.
fn room() -> Room {
    // A comment ends at a bell.
    let (raw, written, comment) = (HOSTILE, escaped(), HOSTILE.replace('\u{7}', ""));
    let toml = written.replace("\\u{", "\\u{0000").replace("\\u{0000", "\\u");
    let toml: String = toml
        .split("\\u")
        .enumerate()
        .map(|(index, part)| match index {
            0 => part.to_owned(),
            _ => {
                let (code, rest) = part.split_once('}').expect("an escape");
                format!("\\u{code:0>4}{rest}")
            }
        })
        .collect();
    Room::with(&[
        (
            "good.persona",
            &format!(
                "name: \"N{written}\"\ndescription: \"D{written}\"\nlimit: 5\nwebhook: \"https://hooks.example.com/x\"\n\
             custom: {{ \"k{written}\": \"v{written}\" }}\nraw: {{ \"r{written}\": \"v{written}\" }}\n\
             # {comment}\ntitle = CEO\nand company = \"Acme\" and account_list = \"Book\"\n"
            ),
        ),
        ("other.persona", &format!("name: \"M{written}\"\nsplit: any\ntitle = CEO or company = \"Acme\"\n")),
        (
            "bad.persona",
            &format!(
                "name: \"N{raw}\"\ntitle in [\"U{raw}\"] # {raw}\nand functio{raw} = 3\nand location = \"{raw}\"\nand location = \"{written}\"\n\
             and keyword = \"{written}\" and title = \"{written}\"\n# personac: allow(nope{raw}) {raw}\nlet x{raw} = [1]\nuse \"{written}.persona\"\n"
            ),
        ),
        ("blocks.persona", &format!("persona \"k{written}\" {{ name: \"{written}\"\ntitle = CEO }}\n")),
        (
            "personac.toml",
            &format!(
                "[labels.company]\n\"Acme\" = 1441\n\"A{toml}\" = 1442\n[labels.account_list]\n\"Book\" = 123\n\"B{toml}\" = 124\n\
             [labels.location]\n\"O{toml}\" = [90000070]\n[profile.\"p{toml}\"]\nlimit = 3\n"
            ),
        ),
    ])
}

const FORMATS: [&str; 7] = ["human", "concise", "json", "sarif", "github", "gitlab", "junit"];

#[test]
fn texts_of_personas() {
    let room = room();
    for file in ["good.persona", "other.persona", "bad.persona", "blocks.persona"] {
        for format in FORMATS {
            for command in [
                "build --emit ndjson",
                "build --emit curl",
                "build --emit url",
                "build",
                "lint",
                "describe",
                "overlap",
                "fmt --check",
            ] {
                let mut arguments: Vec<&str> = command.split(' ').collect();
                arguments.extend([file, "--output-format", format]);
                is_clean(&format!("{arguments:?}"), &room.run(&arguments));
            }
        }
        for command in [
            "describe -v",
            "describe --output-format markdown",
            "lint --statistics",
            "lint --statistics --output-format json",
        ] {
            let mut arguments: Vec<&str> = command.split(' ').collect();
            arguments.push(file);
            is_clean(&format!("{arguments:?}"), &room.run(&arguments));
        }
    }
    let body = room.run(&["build", "good.persona", "-q"]);
    let body: serde_json::Value = serde_json::from_str(&body.exits(0).out).expect("JSON");
    assert_eq!(body["name"], format!("N{HOSTILE}"), "what is hidden is escaped, and still there");
}

#[test]
fn texts_side_by_side() {
    let room = room();
    for format in ["human", "json", "markdown"] {
        for (one, other) in
            [("good.persona", "other.persona"), ("other.persona", "bad.persona"), ("good.persona", "blocks.persona")]
        {
            is_clean(format, &room.run(&["diff", one, other, "--output-format", format]));
        }
        is_clean(format, &room.run(&["overlap", ".", "-v", "--output-format", format]));
    }
    is_clean("matrix", &room.run(&["overlap", ".", "--matrix"]));
    room.run(&["build", "good.persona", "other.persona", "--out-dir", "out"]);
    room.write("out/good.json", format!("{{\"name\": \"{}\"}}", HOSTILE.replace(['\u{1b}', '\u{7}'], "")));
    is_clean("check", &room.run(&["build", "good.persona", "other.persona", "--out-dir", "out", "--check"]));
}

#[test]
fn names_of_the_label_book() {
    let room = room();
    for page in ["company", "account_list", "location"] {
        for arguments in
            [&["labels", page, "O"][..], &["labels", page], &["labels", page, "--json"], &["labels", page, HOSTILE]]
        {
            is_clean(&format!("{arguments:?}"), &room.run(arguments));
        }
    }
    room.write("wrong.persona", "company = Acmee and location = Oo\n");
    is_clean("suggestions", &room.run(&["lint", "wrong.persona", "bad.persona"]));
}

#[test]
fn what_is_imported() {
    let room = Room::empty();
    let json: String =
        HOSTILE.chars().map(|c| if acts(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect();
    room.write("a.json", format!("{{\"name\": \"{json}\", \"job_titles\": [\"{json}\"], \"x{json}\": 1, \"functions\": [\"{json}\"], \"custom\": {{\"{json}\": \"{json}\"}}}}"));
    room.write(
        "raw.json",
        format!("{{\"job_titles\": [\"{}\"], \"y\u{9b}\u{202e}\": 1}}", HOSTILE.replace(['\u{1b}', '\u{7}'], "")),
    );
    let address = format!(
        "https://www.linkedin.com/sales/search/people?query=(keywords:{HOSTILE},filters:List((type:X{HOSTILE})))"
    );
    for source in ["a.json", "raw.json", &address] {
        for format in ["human", "concise", "json"] {
            for more in [None, Some("--strict")] {
                let mut arguments = vec!["import", source, "--output-format", format];
                arguments.extend(more);
                is_clean(&format!("{arguments:?}"), &room.run(&arguments));
            }
        }
    }
}

#[test]
fn arguments() {
    let room = Room::with(&[("a.persona", "title = CEO\n")]);
    let odd = format!("--x{HOSTILE}");
    let set = format!("x{HOSTILE}={HOSTILE}");
    for arguments in [
        &["explain", HOSTILE][..],
        &["labels", HOSTILE],
        &["labels", "function", HOSTILE],
        &["build", HOSTILE],
        &["build", "a.persona", "--profile", HOSTILE],
        &["build", "a.persona", "--set", &set],
        &["build", "a.persona", "--config", HOSTILE],
        &["lint", "a.persona", "--select", HOSTILE],
        &["diff", HOSTILE, "a.persona"],
        &["build", &odd],
        &[HOSTILE],
    ] {
        is_clean(&format!("{arguments:?}"), &room.run(arguments));
    }
}

#[cfg(unix)]
#[test]
fn names_of_files() {
    let name = format!("{}\n.persona", HOSTILE.replace('/', ""));
    let room = Room::with(&[
        (&name, "title = CEO and functio = 3\n"),
        ("good\u{9b}\u{61c}\u{1b}[2J.persona", "title = CEO\n"),
    ]);
    for format in FORMATS {
        for command in ["build", "lint", "describe", "overlap", "fmt"] {
            is_clean(&format!("{command} {format}"), &room.run(&[command, ".", "--output-format", format]));
        }
    }
    is_clean("fmt --check", &room.run(&["fmt", ".", "--check"]));
    is_clean("lint --diff", &room.run(&["lint", "."]));
    is_clean("out-dir", &room.run(&["build", ".", "--out-dir", "o\u{1b}[31m", "-v"]));
    is_clean("check", &room.run(&["build", ".", "--out-dir", "o\u{1b}[31m", "--check"]));
}
