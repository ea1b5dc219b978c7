//! `personac lint`: what it looks at, what it shows, how it ends.

use super::tool::{HOOK, Ran, Room};

/// A persona without a finding.
const CLEAN: &str =
    "name: \"Clean\"\nlimit: 5\nwebhook: \"https://hooks.example.com/leads\"\ntitle = CEO and function = Sales\n";

/// The codes of the findings, in their order, with their files and lines.
fn places(ran: &Ran) -> Vec<String> {
    let line = |line: &str| {
        let (place, rest) = line.split_once(": ")?;
        let code = rest.split_once('[')?.1.split_once(' ')?.0;
        let (place, _) = place.rsplit_once(':')?;
        Some(format!("{place} {code}"))
    };
    ran.out.lines().filter_map(line).collect()
}

fn concise<'a>(room: &Room, arguments: &[&'a str]) -> Ran {
    let arguments: Vec<&'a str> = ["lint", "--output-format", "concise"].iter().chain(arguments).copied().collect();
    room.run(&arguments)
}

fn with_name(name: &str, clauses: &str) -> String {
    format!("name: \"{name}\"\nlimit: 5\n{HOOK}{clauses}\n")
}

#[test]
fn nothing_wrong_is_silent() {
    Room::with(&[("a.persona", CLEAN)]).run(&["lint", "a.persona"]).exits(0).is_silent();
}

#[test]
fn findings_are_the_result_and_warnings_do_not_fail() {
    let room = Room::with(&[("a.persona", "title in [CEO, CEO]\n")]);
    let ran = room.run(&["lint", "a.persona"]);
    ran.exits(0).says("4 warnings").says("1 can be fixed with `personac lint --fix`");
    assert!(ran.out.contains("warning[P602 duplicate-value]"), "{}", ran.out);
    assert!(!ran.err.contains("P602"), "{}", ran.err);
}

#[test]
fn ten_mistakes_are_ten_findings_each_at_its_own_place() {
    let text = "name: \"Ten\"\nlimit: \"5\"\nwebhook: \"http://hooks.example.com\"\nlet unused = [CEO]\n\
                title in [CEO, CEO]\nand location = Georgia\nand function in [Salez]\nand size 100..1000\n\
                and senority >= VP\nand industry == Hospitals\nand seniority in [vp]\n\
                and company = \"https://www.linkedin.com/company/google\"\n";
    let ran = concise(&Room::with(&[("ten.persona", text)]), &["ten.persona"]);
    ran.exits(1);
    let expected = "2 P502,3 P506,5 P602,6 P204,7 P203,8 P301,9 P201,10 P103,11 P606,12 P307";
    let found: Vec<String> = places(&ran).iter().map(|place| place.replace("ten.persona:", "")).collect();
    assert_eq!(found.join(","), expected, "{}", ran.out);
}

#[test]
fn levels_come_from_the_project_its_paths_and_the_command_line() {
    let room = Room::with(&[
        ("a.persona", "title in [CEO, CEO]\n"),
        ("old/b.persona", "title in [CFO, CFO]\n"),
        (
            "personac.toml",
            "[lint]\nno-webhook = \"allow\"\nduplicate-value = \"deny\"\n\
             [lint.paths.\"old/**\"]\nduplicate-value = \"warn\"\nno-name = \"allow\"\n",
        ),
    ]);
    let all = concise(&room, &[]);
    all.exits(1);
    let expected =
        ["a.persona:1 P612", "a.persona:1 P625", "a.persona:1 P602", "old/b.persona:1 P612", "old/b.persona:1 P602"];
    assert_eq!(places(&all), expected);
    assert!(all.out.contains("error[P602") && all.out.contains("warning[P602"), "{}", all.out);
    room.run_in("old", &["lint"]).exits(1);
    assert_eq!(places(&concise(&room, &["--select", "P602"])).len(), 2);
    assert_eq!(
        places(&concise(&room, &["--select", "no-webhook,P62"])),
        ["a.persona:1 P504", "old/b.persona:1 P504", "a.persona:1 P625", "old/b.persona:1 P625"]
            .iter()
            .map(|place| (*place).to_owned())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
    concise(&room, &["--ignore", "duplicate-value"]).exits(0);
    concise(&room, &["old", "--deny", "warnings"]).exits(1);
    concise(&room, &["old", "--deny", "no-webhook", "--ignore", "P6"]).exits(1);
}

#[test]
fn wrong_names_of_rules_are_said_with_suggestions() {
    let room = Room::with(&[("a.persona", CLEAN)]);
    room.run(&["lint", "--ignore", "no-limits", "a.persona"]).exits(2).says("did you mean `no-limit`?");
    room.write("personac.toml", "[lint]\nno-limits = \"allow\"\nunknown-field = \"allow\"\nno-name = \"off\"\n");
    let ran = room.run(&["lint"]);
    ran.exits(2);
    for said in ["did you mean `no-limit`?", "its level cannot change", "the level of `no-name` is"] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    room.write("personac.toml", "[lint.paths.\"a[\"]\nno-limit = \"allow\"\n");
    assert!(room.run(&["lint"]).exits(2).out.contains("is not a pattern of paths"));
}

#[test]
fn a_denied_warning_keeps_a_build_from_its_body() {
    let room = Room::with(&[("a.persona", "title = CEO\n"), ("personac.toml", "[lint]\nno-webhook = \"deny\"\n")]);
    room.run(&["build", "a.persona"]).exits(1).has_no_output().says("error[P504 no-webhook]");
    room.write("personac.toml", "[lint]\nno-webhook = \"allow\"\n");
    assert_eq!(room.run(&["build", "a.persona"]).exits(0).err, "");
}

#[test]
fn comments_allow_a_line_an_item_or_a_file() {
    let room = Room::empty();
    let cases = [
        ("title in [CEO, CEO] # personac: allow(duplicate-value) twice on purpose", vec![]),
        ("# personac: allow(duplicate-value)\ntitle in [CEO,\n  CEO]", vec![]),
        ("# personac: allow(P602)\n\n# a word\ntitle in [CEO, CEO]", vec![]),
        ("title in [CEO, CEO]\n# personac: allow-file( duplicate-value , old-label )", vec!["5 P630"]),
        ("title = CEO\n# personac: allow(duplicate-value)\nand title in [CEO, CEO]", vec!["6 P613"]),
        ("# personac: allow(duplicate-value)\ntitle in [CEO, CEO]\nand past_title in [CEO, CEO]", vec!["6 P602"]),
        ("title in [\n  CEO,\n  # personac: allow(duplicate-value)\n  CEO,\n  CFO,\n  CFO,\n]", vec!["9 P602"]),
        ("# personac: allow(duplicate-value)\ntitle = CEO", vec!["4 P630"]),
        ("title = CEO # personac: allow(old-lable)", vec!["4 P631"]),
        ("title = CEO # personac: alow(old-label)", vec!["4 P631"]),
        ("titel = CEO # personac: allow(unknown-field)", vec!["4 P201", "4 P631"]),
        ("title = CEO # personac: allow(single-source-location)", vec![]),
        ("title = \"# personac: allow(no-limit)\"", vec![]),
    ];
    for (clauses, expected) in cases {
        room.write("a.persona", with_name("A", clauses));
        let ran = concise(&room, &["a.persona"]);
        let found: Vec<String> = places(&ran).iter().map(|place| place.replace("a.persona:", "")).collect();
        assert_eq!(found, expected, "{clauses}\n{}", ran.out);
    }
}

#[test]
fn a_comment_above_a_persona_block_reaches_all_of_it() {
    let block = |name: &str| format!("persona {name} {{\n  name: \"{name}\"\n  title in [{name}, {name}]\n}}\n");
    let text = format!("limit: 5\n{HOOK}# personac: allow(duplicate-value)\n{}{}", block("a"), block("b"));
    let ran = concise(&Room::with(&[("a.persona", &text)]), &["a.persona"]);
    assert_eq!(places(&ran), ["a.persona:10 P602"], "{}", ran.out);
}

#[test]
fn what_a_library_brings_is_allowed_there_or_at_its_use() {
    let room = Room::with(&[("lib.persona", "let makers = [\"Medical Devices\"] # personac: allow(old-label)\n")]);
    room.write("a.persona", with_name("A", "use \"lib.persona\"\nindustry in $makers"));
    room.run(&["lint", "."]).exits(0).is_silent();
    room.write("lib.persona", "let makers = [\"Medical Devices\"]\n");
    assert_eq!(places(&concise(&room, &["."])), ["a.persona:5 P603"]);
    room.write("a.persona", with_name("A", "use \"lib.persona\"\nindustry in $makers # personac: allow(old-label)"));
    room.run(&["lint", "."]).exits(0).is_silent();
}

#[test]
fn personas_of_a_project_are_compared_even_if_one_is_named() {
    let room = Room::with(&[("personac.toml", "")]);
    room.write("a.persona", with_name("A", "title in [CEO, CFO] and location = Europe"));
    room.write("deep/b.persona", with_name("A", "title in [CFO, CEO] and location in [Europe]"));
    room.write("deep/c.persona", with_name("C", "title = CEO and location = France and size 1..10"));
    let expected = ["deep/b.persona:1 P626", "deep/b.persona:4 P623", "deep/c.persona:4 P624"];
    assert_eq!(places(&concise(&room, &[])), expected);
    assert_eq!(places(&concise(&room, &["deep/c.persona"])), expected[2..]);
    assert_eq!(places(&concise(&room, &["a.persona"])), ["a.persona:1 P626", "a.persona:4 P623"]);
    let said = concise(&room, &["deep/c.persona"]).out;
    assert!(said.contains("found by `a.persona` too"), "{said}");
    room.write(
        "deep/c.persona",
        with_name("C", "# personac: allow(contained-persona)\ntitle = CEO and location = France"),
    );
    assert!(places(&concise(&room, &["deep/c.persona"])).is_empty());
    room.write("deep/b.persona", with_name("B", "title in [CFO, CEO] and location in [Europe] and size 1..10"));
    room.write("deep/c.persona", with_name("C", "raw: { x: 1 }\ntitle = CEO and location = France and size 1..10"));
    assert_eq!(places(&concise(&room, &["deep"])), ["deep/b.persona:4 P624"], "unknown keys may be filters");
}

#[test]
fn standard_input_is_not_compared_with_the_file_it_stands_for() {
    let room = Room::with(&[("personac.toml", "")]);
    room.write("a.persona", CLEAN);
    room.run_with_input(&["lint", "-", "--stdin-filename", "a.persona"], CLEAN).exits(0).is_silent();
}

#[test]
fn the_order_does_not_depend_on_threads() {
    let room = Room::empty();
    for index in 0..60 {
        room.write(&format!("p{index}.persona"), format!("title in [A{index}, A{index}] and location = paris\n"));
    }
    let one = concise(&room, &["-j", "1", "."]);
    assert_eq!(places(&one).len(), 60 * 5);
    for jobs in ["2", "3", "8"] {
        assert_eq!(concise(&room, &["-j", jobs, "."]), one);
    }
}

#[test]
fn findings_are_sorted_by_file_however_files_are_named() {
    let room = Room::with(&[("a.persona", "title = CEO\n"), ("b.persona", "title = CEO\n")]);
    let ran = concise(&room, &["b.persona", "a.persona", "--select", "same-body,no-name"]);
    assert_eq!(places(&ran), ["a.persona:1 P625", "b.persona:1 P623", "b.persona:1 P625"]);
}

#[test]
fn statistics_count_by_rule() {
    let room = Room::with(&[("a.persona", "title in [CEO, CEO, CEO]\n"), ("b.persona", "title in [CFO, CFO]\n")]);
    let ran = room.run(&["lint", ".", "--statistics"]);
    assert_eq!(ran.exits(0).out.lines().next(), Some("3  P602  [*] duplicate-value"));
}
