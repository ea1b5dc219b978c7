//! Each limit of `docs/limits.md`: just at it all is well, just above it a finding names it.

use crate::tool::{HOOK, Ran, Room};

const MIB: usize = 1024 * 1024;

/// A persona of exactly so many bytes.
fn of_bytes(count: usize) -> String {
    let start = format!("{HOOK}title = CEO\n#");
    format!("{start}{}", "x".repeat(count - start.len()))
}

fn joined(count: usize, between: &str, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(between)
}

fn built(files: &[(&str, &str)]) -> Ran {
    Room::with(files).run(&["build", "a.persona", "--emit", "ndjson", "--output-format", "concise"])
}

/// At the limit the first builds; the second, just above it, says what the limit is.
#[track_caller]
fn bounded(at: &str, above: &str, says: &str) {
    let (at, above) = (format!("{HOOK}{at}"), format!("{HOOK}{above}"));
    let fine = built(&[("a.persona", &at)]);
    assert!(fine.code == 0 && !fine.out.is_empty() && !fine.err.contains("error"), "{:.2000}", fine.err);
    built(&[("a.persona", &above)]).exits(1).has_no_output().says(says);
}

#[test]
fn bytes_of_a_persona() {
    let ran = built(&[("a.persona", &of_bytes(MIB))]);
    assert_eq!((ran.exits(0).out.lines().count(), ran.err.as_str()), (1, ""));
    built(&[("a.persona", &of_bytes(MIB + 1))]).exits(1).says("P113 file-too-large]: the file is larger than 1 MiB");
    let room = Room::empty();
    for (bytes, code) in [(MIB, 0), (MIB + 1, 1)] {
        room.run_with_input(&["build", "-"], &of_bytes(bytes)).exits(code);
    }
}

#[test]
fn bytes_of_a_project_file() {
    let project = |bytes: usize| format!("#{}", "x".repeat(bytes - 1));
    let persona = format!("{HOOK}title = CEO\n");
    built(&[("personac.toml", &project(MIB)), ("a.persona", &persona)]).exits(0);
    let ran = built(&[("personac.toml", &project(MIB + 1)), ("a.persona", &persona)]);
    ran.exits(2).says("`personac.toml` cannot be read: this is larger than 1 MiB");
}

#[test]
fn bytes_of_an_import() {
    let room = Room::empty();
    for (bytes, code) in [(MIB, 0), (MIB + 1, 2)] {
        let body = "{\"job_titles\":[\"CEO\"]}";
        room.write("a.json", format!("{body}{}", " ".repeat(bytes - body.len())));
        let ran = room.run(&["import", "a.json"]);
        ran.exits(code);
        assert_eq!(code == 2, ran.err.contains("`a.json` cannot be read: this is larger than 1 MiB"), "{}", ran.err);
    }
}

#[test]
fn levels_of_brackets() {
    let nested = |levels: usize| format!("{}title = CEO{}", "(".repeat(levels), ")".repeat(levels));
    bounded(&nested(128), &nested(129), "P112 nesting-too-deep]: the file is nested more than 128 levels deep");
    let negated = |levels: usize| format!("{}title = CEO", "not ".repeat(levels));
    bounded(&negated(128), &negated(130), "P112");
}

#[test]
fn brackets_of_a_file() {
    let lists = |count: usize| format!("title = CEO\nlet a = [{}]", joined(count - 1, ", ", |_| "X".to_owned()));
    bounded(&lists(2), &format!("title = CEO\n{}", "(X)\n".repeat(20_001)), "the file has more than 20,000 brackets");
    let many = joined(20_000, "\n", |index| format!("or (title = T{index})"));
    bounded(&format!("title = CEO\n{many}"), &format!("title = CEO\n{many}\nor (title = Y)"), "20,000 brackets");
}

#[test]
fn values_of_a_list_have_no_limit_of_their_own() {
    let list = format!("{HOOK}title in [{}]", joined(120_000, ",", |index| index.to_string().replace('0', "O") + "t"));
    let ran = built(&[("a.persona", &list)]);
    assert!(ran.exits(0).out.matches("\",\"").count() > 100_000);
}

#[test]
fn requests_of_a_persona() {
    let split = |count: usize| {
        format!(
            "split: any\n{}",
            joined(count, "\nor ", |index| format!("title = T{index} and company = {}", index + 1))
        )
    };
    bounded(&split(64), &split(65), "P405 too-many-requests]: this persona takes 65 requests, more than 64");
}

#[test]
fn steps_of_the_algebra() {
    let product = joined(40, " and ", |index| format!("(title = a{index} or company = {})", index + 1));
    bounded("title = CEO", &product, "P406 too-complex]");
}

#[test]
fn lets_inside_lets() {
    let chain = |count: usize| {
        let lets = joined(count - 1, "\n", |index| format!("let a{index} = [$a{}]", index + 1));
        format!("{lets}\nlet a{} = [CEO]\ntitle in $a0", count - 1)
    };
    bounded(&chain(128), &chain(129), "P406 too-complex]: `let`s refer to each other more than 128 levels deep");
}

#[test]
fn uses_of_lets() {
    let used = |count: usize| format!("let a = [CEO]\ntitle in [{}]", joined(count, ",", |_| "$a".to_owned()));
    bounded(
        &used(100_000),
        &used(100_001),
        "P406 too-complex]: the `let`s of this persona are used more than 100,000 times",
    );
}

#[test]
fn values_of_lets() {
    let list = joined(5_000, ",", |index| format!("T{index}"));
    let used = |count: usize| format!("let a = [{list}]\ntitle in [{}]", joined(count, ",", |_| "$a".to_owned()));
    bounded(&used(50), &used(51), "P406 too-complex]: the `let`s of this persona stand for more than 250,000 values");
    let personas = |count: usize| {
        let blocks = joined(count, "\n", |index| format!("persona p{index} {{ title in $a }}"));
        format!("let a = [{list}]\n{blocks}")
    };
    bounded(
        &personas(150),
        &personas(151),
        "P406 too-complex]: the `let`s of this file stand for more than 750,000 values",
    );
}

/// A file alone cannot nest so deep; with `let`s in each other it can.
#[test]
fn levels_of_conditions_with_lets() {
    let nested = |each: usize, last: usize| {
        let around = |levels: usize, inner: &str| {
            let opening = "(size 1..10 and (title = T or ".repeat(levels / 2);
            format!("{opening}{inner}{}", "))".repeat(levels / 2))
        };
        let lets = joined(4, "\n", |index| format!("let a{index} = {}", around(each, &format!("$a{}", index + 1))));
        format!("{lets}\nlet a4 = {}\n$a0", around(last, "title = CEO"))
    };
    let deep = built(&[("a.persona", &format!("{HOOK}{}", nested(120, 120)))]);
    deep.exits(1).says("nested more than 512 levels deep");
    built(&[("a.persona", &format!("{HOOK}{}", nested(40, 40)))]).exits(0);
}

#[test]
fn files_of_a_persona() {
    let room = Room::empty();
    for index in 0..300 {
        room.write(&format!("l{index}.persona"), format!("let t{index} = [CEO]\n"));
    }
    let using = |count: usize| {
        let uses = joined(count, "\n", |index| format!("use \"l{index}.persona\""));
        room.write("a.persona", format!("{HOOK}{uses}\ntitle in $t0\n"));
        room.run(&["build", "a.persona", "--output-format", "concise"])
    };
    using(255).exits(0);
    using(256).exits(1).has_no_output().says("P206 missing-file]: more than 256 files are used");
}

#[test]
fn bytes_of_the_files_of_a_persona() {
    let room = Room::empty();
    for index in 0..17 {
        room.write(&format!("l{index}.persona"), format!("let t{index} = [CEO]\n#{}", "x".repeat(MIB - 100)));
    }
    let using = |count: usize| {
        let uses = joined(count, "\n", |index| format!("use \"l{index}.persona\""));
        room.write("a.persona", format!("{HOOK}{uses}\ntitle in $t0\n"));
        room.run(&["build", "a.persona", "--output-format", "concise"])
    };
    using(16).exits(0);
    using(17).exits(1).has_no_output().says("the files used hold more than 16 MiB");
}

#[test]
fn findings_of_a_file() {
    let wrong = |count: usize| joined(count, "\n", |_| "title == CEO".to_owned());
    let count =
        |text: &str| Room::with(&[("a.persona", text)]).run(&["lint", "a.persona", "--output-format", "concise"]).out;
    assert_eq!(count(&wrong(100)).matches("P103").count(), 100);
    let above = count(&wrong(101));
    assert!(above.matches("P103").count() == 99 && above.contains("2 more syntax errors are not shown"), "{above}");
}

/// How many findings with this code there are in a persona, and how many of them ask "did you mean".
fn helped(code: &str, files: &[(&str, &str)]) -> (usize, usize) {
    let ran = Room::with(files).run(&["lint", "a.persona", "--output-format", "json"]);
    let findings: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let of_code = findings.as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    let helps: Vec<bool> = of_code.map(|finding| finding["help"].as_str().unwrap().contains("did you mean")).collect();
    (helps.len(), helps.iter().filter(|meant| **meant).count())
}

#[test]
fn places_are_suggested_for_each_unknown_one() {
    let text = format!("location in [{}]", joined(300, ", ", |_| "Marseile".to_owned()));
    assert_eq!(helped("P203", &[("a.persona", &text)]), (300, 300));
}

/// What is typed is two hundred letters, and in each name some of them stand in another order: twelve names make 480,000
/// pairs of letters.
#[test]
fn pairs_of_letters_to_find_what_a_name_means() {
    let typed = "abcdefghij".repeat(20);
    let name = |index: usize| {
        let mut letters: Vec<char> = typed.chars().collect();
        for swapped in [0, 5 + 2 * index, 198] {
            letters.swap(swapped, swapped + 1);
        }
        letters.into_iter().collect::<String>()
    };
    let meant = |names: usize| {
        let book =
            format!("[labels.company]\n{}", joined(names, "\n", |index| format!("{} = {}", name(index), index + 1)));
        helped("P203", &[("a.persona", &format!("company = {typed}")), ("personac.toml", &book)])
    };
    assert_eq!((meant(12), meant(13)), ((1, 1), (1, 0)));
}

#[test]
fn names_that_unknown_references_are_compared_with() {
    let lets = joined(10_000, "", |index| format!("let titles{index} = CEO\n"));
    // The clause is an item as well.
    let text = format!("{lets}title in [{}]", joined(100, ", ", |_| "$titels7".to_owned()));
    assert_eq!(helped("P205", &[("a.persona", &text)]), (100, 99));
}

#[test]
fn names_of_the_label_book_are_suggested_for_each_unknown_one() {
    let names = joined(10_000, "\n", |index| format!("\"Customer {index} Incorporated\" = {}", index + 1));
    let book = format!("[labels.company]\n{names}\n");
    let text = format!("company in [{}]", joined(300, ", ", |index| format!("\"Custommer {index} Incorporated\"")));
    assert_eq!(helped("P203", &[("a.persona", &text), ("personac.toml", &book)]), (300, 300));
}

#[test]
fn names_of_the_label_book_have_no_limit_of_their_own() {
    let names = joined(40_000, "\n", |index| format!("\"N {index}\" = {}", index + 1));
    let files = [
        ("personac.toml", format!("[labels.company]\n{names}\n")),
        ("a.persona", format!("{HOOK}company = \"N 39999\"\n")),
    ];
    let ran = built(&[(files[0].0, &files[0].1), (files[1].0, &files[1].1)]);
    assert!(ran.exits(0).out.contains("\"40000\""), "{}", ran.out);
}

#[test]
fn personas_of_a_matrix() {
    let blocks = |count: usize| joined(count, "\n", |index| format!("persona p{index} {{ title = T{index} }}"));
    let room = Room::with(&[("at.persona", &blocks(300)), ("above.persona", &blocks(301))]);
    room.run(&["overlap", "at.persona", "--matrix", "-q"]).exits(0);
    room.run(&["overlap", "above.persona", "--matrix"])
        .exits(2)
        .says("a matrix of 301 personas is too large to read, 300 are the most");
}

#[cfg(feature = "http")]
#[test]
fn bytes_of_a_journal() {
    use personac::api::journal::MAX_JOURNAL_BYTES;
    let room = Room::with(&[("a.persona", &format!("{HOOK}title = CEO\n"))]);
    room.write("journal", "");
    // Holes hold no bytes on the disk, and are read as any other.
    let grown = |bytes: u64| std::fs::File::options().write(true).open(room.path("journal")).unwrap().set_len(bytes);
    grown(MAX_JOURNAL_BYTES).unwrap();
    let ran = room.run(&["journal", "--journal", "journal"]);
    assert!(!ran.err.contains("larger than"), "{}", ran.err);
    grown(MAX_JOURNAL_BYTES + 1).unwrap();
    room.run(&["journal", "--journal", "journal"]).exits(2).says("this is larger than 64 MiB");
    let send = ["submit", "--yes", "--journal", "journal", "a.persona", "--endpoint", "http://127.0.0.1:9/"];
    room.run_with_variable(&send, "PRONTO_API_KEY", "some_key").exits(2).says("this is larger than 64 MiB");
}
