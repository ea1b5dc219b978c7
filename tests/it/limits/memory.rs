//! The largest hostile files, in an address space of half a gigabyte.

use crate::tool::{HOOK, Room, finish};

const MIB: usize = 1024 * 1024;

/// What a command may map, in KiB. Most of it are stacks that are hardly touched.
const ADDRESS_SPACE: usize = 640 * 1024;

fn full(part: &str) -> String {
    part.repeat((MIB - 1000) / part.len())
}

fn counted(head: &str, part: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = format!("{HOOK}{head}");
    for index in 0.. {
        let part = part(index);
        if text.len() + part.len() + tail.len() > MIB {
            break;
        }
        text.push_str(&part);
    }
    text + tail
}

fn long_list() -> String {
    (0..40_000).map(|index| format!("T{index},")).collect()
}

fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("bidi", full("\u{202e}")),
        ("nul", full("\0")),
        ("returns", full("\r")),
        ("brackets", format!("{}{}", "([{".repeat(40), "(X)\n".repeat(19_000))),
        ("ands", full("changed_jobs and ")),
        ("ors", counted("title = a", |index| format!(" or title = a{index}"), "")),
        ("words", full("a ")),
        ("word", format!("location = {}", full("x"))),
        ("string", format!("location = \"{}\"", full("x"))),
        ("slips", full("title == CEO && ")),
        ("values", counted("title in [X", |index| format!(",T{index}"), "]")),
        ("places", counted("location in [X", |index| format!(",Pariss{index}"), "]")),
        ("lets", counted("", |index| format!("let a{index} = $a{}\n", index + 1), "title in [$a0]")),
        ("circles", counted("", |index| format!("let a{index} = $a{} or $a{}\n", index + 1, index * 7 % 1000), "$a0")),
        ("lists", counted(&format!("let b = [{}]\ntitle in [X", "T,".repeat(99_000)), |_| ",$b".to_owned(), "]")),
        ("many lists", counted(&format!("let b = [{}]\ntitle = X", long_list()), |_| " or title in $b".to_owned(), "")),
        (
            "blocks of lists",
            counted(&format!("let b = [{}]", long_list()), |index| format!("\npersona p{index}{{title in $b}}"), ""),
        ),
        ("blocks", counted("", |index| format!("persona p{index}{{title=T{index}}}\n"), "")),
        ("indented", format!("title = CEO\ncustom: {{a: {}{}{}}}", "[".repeat(120), full("1,"), "]".repeat(120))),
    ]
}

#[test]
#[ignore = "takes minutes where nothing is optimised: `.ci/real-clients` runs it with the release build"]
fn hostile_files_take_no_memory_to_speak_of() {
    let room = Room::empty();
    for (name, text) in hostile() {
        room.write(&format!("{name}.persona"), text);
    }
    for (name, _) in hostile() {
        // What only the formatter makes larger is one of these.
        let is_laid_out = matches!(name, "ors" | "values" | "indented");
        let commands = ["lint -j 1", "fmt -j 1 --check"];
        for command in commands.into_iter().take(1 + usize::from(is_laid_out)) {
            let mut limited = std::process::Command::new("sh");
            let line = format!("ulimit -v {ADDRESS_SPACE} && exec \"$0\" {command} {name}.persona");
            let inner = room.command(&[]);
            limited.args(["-c", &line]).arg(inner.get_program()).current_dir(room.path(""));
            limited.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
            let ran = finish(limited.stderr(std::process::Stdio::piped()).spawn().expect("sh"), "");
            assert!(matches!(ran.code, 0..=2), "{command} {name}: {} {:.500}", ran.code, ran.err);
            assert!(!ran.err.contains("memory"), "{command} {name}: {:.500}", ran.err);
        }
    }
}
