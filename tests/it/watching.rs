//! `personac lint --watch`: it looks again after every save, and ends when it is stopped.

#![cfg(all(unix, feature = "watch"))]

use std::io::{BufRead, BufReader};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::tool::{HOOK, Room};

/// No look takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The lines of a stream, as they come.
fn lines(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    lines
}

/// What Ctrl-C sends; or, where whoever runs the tests ignores that, as a shell does for what it runs in the
/// background, and so all that is started here does too, what a system sends at its end.
fn stop_signal() -> &'static str {
    const INTERRUPT: u64 = 1 << 1;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    if ignored & INTERRUPT == 0 { "-INT" } else { "-TERM" }
}

fn wait_for(lines: &Receiver<String>, text: &str) {
    loop {
        let line = lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{text:?} is not said"));
        if line.contains(text) {
            return;
        }
    }
}

#[test]
fn a_save_is_looked_at_and_a_signal_ends_it() {
    let persona = |title: &str| format!("name: \"A\"\nlimit: 5\n{HOOK}title in {title}\n");
    let room = Room::with(&[("personac.toml", ""), ("personas/a.persona", &persona("[CEO]"))]);
    let mut child = room.start(&["lint", "--watch", "personas"]);
    let out = lines(child.stdout.take().expect("output"));
    let said = lines(child.stderr.take().expect("errors"));
    wait_for(&said, "watching");
    room.write("personas/a.persona", persona("[CEO, CEO]"));
    wait_for(&out, "P602");
    // An editor that writes a new file and renames it.
    room.write("personas/a.tmp", persona("[CEO, CFO, \"“x”\", CFO]"));
    std::fs::rename(room.path("personas/a.tmp"), room.path("personas/a.persona")).expect("a file");
    wait_for(&out, "`CFO` is listed twice");
    room.write("personac.toml", "[lint]\nduplicate-value = \"deny\"\n");
    wait_for(&out, "error[P602");
    let stopped = Command::new("kill").args([stop_signal(), &child.id().to_string()]).status().expect("kill");
    assert!(stopped.success());
    let start = Instant::now();
    while child.try_wait().expect("a status").is_none() {
        assert!(start.elapsed() < PATIENCE, "it does not end");
        std::thread::sleep(Duration::from_millis(3));
    }
}

#[test]
fn standard_input_cannot_be_watched() {
    Room::empty().run_with_input(&["lint", "--watch", "-"], "").exits(2).says("standard input cannot be watched");
}
