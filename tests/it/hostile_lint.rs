//! `personac lint` on files that nobody wrote by hand: it ends, and says something. A run that takes long stops at the
//! watchdog of the room.

use super::tool::{HOOK, Room};

fn joined(count: usize, between: &str, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(between)
}

#[test]
fn very_many_of_anything() {
    let places = |from: usize| joined(4000, ", ", |index| (101_000_000 + from + index * 3).to_string());
    let cases = [
        (
            "titles",
            format!(
                "title in [{}] and title not in [{}]",
                joined(4000, ", ", |i| format!("\"VP of Sales {i}\"")),
                joined(4000, ", ", |i| format!("Sales{i}"))
            ),
        ),
        ("places", format!("location in [{}] and location not in [{}]", places(0), places(1))),
        ("copies", format!("title in [{}]", joined(20_000, ", ", |_| "CEO".to_owned()))),
        ("clauses", joined(4000, "\nand ", |i| format!("title not in [T{i}]"))),
        ("lets", format!("{}\ntitle = CEO", joined(3000, "\n", |i| format!("let a{i} = [$a{}, X]", i + 1)))),
        ("operators", format!("keyword = \"{}\"", joined(40_000, " or ", |_| "a".to_owned()))),
        ("brackets", format!("keyword = \"{}{}\"", "(".repeat(20_000), "\\\"".repeat(20_001))),
        ("mixed", joined(3000, " or ", |i| format!("title = T{i} and size 1..10"))),
        (
            "allowances",
            format!("{}\ntitle = CEO", joined(5000, "\n", |_| "# personac: allow(raw-id, nope)".to_owned())),
        ),
        ("blocks", joined(1500, "\n", |i| format!("persona p{i} {{ title = CEO and location in [Paris, France] }}"))),
        ("unions", format!("split: any\n{}", joined(64, "\n", |i| format!("(title = T{i} or past_title = P{i})")))),
    ];
    let room = Room::empty();
    for (name, clauses) in cases {
        room.write("a.persona", format!("name: \"A\"\nlimit: 5\n{HOOK}{clauses}\n"));
        for arguments in
            [&["lint", "a.persona", "-q"][..], &["lint", "--diff", "a.persona", "-q"], &["fmt", "--check", "a.persona"]]
        {
            let ran = room.run(arguments);
            assert!(matches!(ran.code, 0 | 1), "{name}: {}", ran.err);
            assert!(!ran.err.contains("panicked"), "{name}: {}", ran.err);
        }
    }
}

#[test]
fn very_many_personas_that_ask_for_the_same() {
    let room = Room::empty();
    for index in 0..300 {
        room.write(
            &format!("p{index}.persona"),
            format!("{HOOK}title in [CEO, CFO] and size 1..{}\n", [10, 50][index % 2]),
        );
    }
    let ran = room.run(&["lint", ".", "--statistics", "--select", "same-body,contained-persona"]);
    assert_eq!(ran.exits(0).out, "298  P623      same-body\n  1  P624      contained-persona\n");
}

#[test]
fn very_many_blocks_that_ask_for_the_same() {
    let room = Room::empty();
    let block = |index: usize| {
        let allowed = if index.is_multiple_of(3) { "    # personac: allow(same-body)\n" } else { "" };
        format!("{allowed}persona p{index} {{ title in [CEO, CFO] }}")
    };
    room.write("a.persona", format!("{HOOK}limit: 5\nname: \"A\"\n{}\n", joined(900, "\n", block)));
    let ran = room.run(&["lint", "a.persona", "--statistics", "--select", "same-body"]);
    // The first one was there before anybody.
    assert_eq!(ran.exits(0).out, "600  P623      same-body\n");
}
