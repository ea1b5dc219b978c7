//! Whatever stands in a file: a finding, no output, no panic, and soon.

use crate::tool::{HOOK, Ran, Room, good};

const MEGABYTE: usize = 1024 * 1024;

/// Build one file that must not build, in both formats for people.
#[track_caller]
fn refused(text: impl AsRef<[u8]>) -> Ran {
    let room = Room::empty();
    room.write("a.persona", text);
    refused_in(&room, "a.persona")
}

#[track_caller]
fn refused_in(room: &Room, file: &str) -> Ran {
    let concise = room.run(&["build", file, "--output-format", "concise"]);
    let human = room.run(&["build", file]);
    assert!(concise.err.lines().all(|line| line.contains("error") || line.contains("warning")), "{}", concise.err);
    for ran in [&concise, &human] {
        ran.has_no_output();
        assert!(ran.code == 1 || ran.code == 2, "exit {}: {}", ran.code, ran.err);
        assert!(ran.err.contains("error") && !ran.err.contains("panicked"), "{}", ran.err);
        assert!(!ran.err.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{:?}", ran.err);
        assert!(ran.err.len() < 100_000, "{} bytes of findings", ran.err.len());
    }
    human
}

#[test]
fn nothing_at_all() {
    for text in ["", "\n\n", "\u{feff}", "# only\n# comments", "webhook: \"https://hooks.example.com/leads\""] {
        refused(text).exits(1).says("error[P501 no-filter]");
    }
}

#[test]
fn a_mark_and_carriage_returns_are_welcome() {
    let room = Room::with(&[("a.persona", &format!("\u{feff}{}", good("Sales").replace('\n', "\r\n")))]);
    assert_eq!(room.run(&["build", "a.persona"]).exits(0).err, "");
    refused("\u{feff}functio = Sales\r\nand title = CEO\r\n").exits(1).says("[a.persona:1:1]");
}

#[test]
fn large_files_are_not_read() {
    refused(vec![b'a'; 10 * MEGABYTE]).exits(1).says("error[P113 file-too-large]");
    refused([HOOK.as_bytes(), b"function = Sales #", &vec![b'x'; MEGABYTE]].concat()).says("P113");
}

#[test]
fn what_is_not_utf8() {
    refused(b"function = Sales\xff\xfe\n").exits(1).says("error[P114 not-utf8]");
    refused(b"\xff\xfef\0u\0n\0c\0").exits(1).says("the file is UTF-16, not UTF-8");
    refused(b"\xfe\xff\0f\0u\0n\0c").exits(1).says("the file is UTF-16, not UTF-8");
    refused(b"function = \"\xed\xa0\x80\"").exits(1).says("P114");
}

#[test]
fn nul_and_other_control_characters() {
    refused("function = Sa\0les").exits(1);
    refused((0..32u8).chain([127]).collect::<Vec<_>>()).exits(1);
    refused("\u{9b}31m \u{85} \u{2028} \u{202e}functio = Sales").exits(1);
}

#[test]
fn deep_nesting() {
    for open in [
        "(",
        "not ",
        "not (",
        "title in [",
        "custom: {a: ",
        "custom: {a: [",
        "custom: [",
        "persona x {",
        "$",
        "let a = (",
    ] {
        refused(format!("{HOOK}{}", open.repeat(100_000 / open.len()))).exits(1);
    }
    refused(format!("{}changed_jobs{}", "(".repeat(100_000), ")".repeat(100_000))).says("error[P112 nesting-too-deep]");
    refused(format!("custom: {{a: {}{}}}\nfunction = Sales", "[".repeat(100_000), "]".repeat(100_000))).says("P112");
}

#[test]
fn brackets_that_close_nothing() {
    for close in [")", "]", "}"] {
        refused(close.repeat(20_000)).exits(1).says("error[P106 unbalanced-bracket]");
    }
}

#[test]
fn a_megabyte_of_clauses() {
    refused("a and ".repeat(MEGABYTE / 6)).exits(1).says("more in this file");
    refused("changed_jobs and ".repeat(MEGABYTE / 17)).exits(1).says("error[P110 stray-connective]");
}

#[test]
fn a_megabyte_of_nonsense() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    let bytes: Vec<u8> = (0..MEGABYTE).map(|_| byte()).collect();
    refused(&bytes).exits(1).says("P114");
    let signs = b"abc ()[]{}\"=.,:<>!$#\n and or not in let 0123\\";
    refused(bytes.iter().map(|byte| signs[usize::from(*byte) % signs.len()]).collect::<Vec<_>>()).exits(1);
}

#[test]
fn a_megabyte_of_one_string() {
    let long = "x".repeat(MEGABYTE - 100);
    for text in [format!("functio = \"{long}\""), format!("function = \"{long}\""), format!("function = {long}")] {
        refused(text).exits(1);
    }
    for text in
        [format!("title = \"{long}"), format!("{long} = 3"), format!("use \"{long}\""), format!("limit: \"{long}\"")]
    {
        refused(text).exits(1);
    }
}

#[test]
fn escape_sequences_in_the_source() {
    refused("title = \"\u{1b}[31mred\u{1b}[0m\"").exits(1).says("␛[31mred␛[0m");
    refused("function = \"\\u{1b}]0;title\\u{7}\"").exits(1).says("no function is called `␛]0;title␇`");
    refused("foo\u{1b}[2J = 3 # \u{1b}[8m").exits(1);
    refused("name: \"\u{202e}\"\nuse \"\\u{1b}[31m.persona\"\nfunction = Sales").exits(1);
}

#[test]
fn huge_numbers() {
    let huge = "9".repeat(400);
    for text in [
        format!("size {huge}..1e400"),
        format!("size > {huge}k"),
        format!("years_in_position 0..{huge}"),
        format!("limit: {huge}\nfunction = Sales"),
        format!("industry = {huge}"),
        format!("location in [{huge}]"),
        format!("company = {huge}"),
        format!("function = {huge}"),
        format!("account_list = {huge}"),
        "limit: -1\nfunction = Sales".to_owned(),
        "limit: 1e3\nfunction = Sales".to_owned(),
        "size 1..0".to_owned(),
    ] {
        assert!(refused(&text).exits(1).err.contains("error[P"), "{text}");
    }
}

#[test]
fn expressions_that_grow() {
    let product: Vec<String> = (0..40).map(|n| format!("(title = a{n} or company = {n})")).collect();
    refused(format!("{HOOK}split: any\n{}", product.join(" and "))).exits(1);
    let lets: String = (1..40).map(|n| format!("let l{n} = $l{} or $l{}\n", n - 1, n - 1)).collect();
    refused(format!("{HOOK}let l0 = title = a or company = 1\n{lets}$l39 and not $l38")).exits(1);
}
