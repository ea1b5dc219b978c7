//! Killed at any moment, and whatever the server does: nothing is submitted twice, nothing accepted is forgotten.

#![allow(clippy::print_stdout, reason = "the figures are for people")]

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::diary::{JOURNAL, Stands, digest, lines_of, standings};
use super::{To, fast, persona, submit};
use crate::mock::{Behaviour, Ending, Mock, Moment, Random, Recorded, RetryAfter, Spoil};
use crate::tool::{Room, wait};

/// Repeats a run; what is printed at its beginning is to be set.
const SEED: &str = "PERSONAC_TEST_SEED";

#[test]
fn killed_at_any_moment_nothing_is_sent_twice_or_forgotten() {
    Library::new(40).stays_safe(20);
}

#[test]
#[ignore = "takes half a minute: `.ci/real-clients` runs it"]
fn killed_a_hundred_times_nothing_is_sent_twice_or_forgotten() {
    Library::new(200).stays_safe(100);
}

/// Personas that are submitted by processes that are killed, and a server that misbehaves.
struct Library {
    room: Room,
    mock: Mock,
    random: Random,
    size: usize,
    figures: Figures,
    /// The lines that were torn.
    torn: String,
}

#[derive(Debug, Default)]
struct Figures {
    starts: usize,
    /// By the moment at which the process died.
    kills: BTreeMap<&'static str, usize>,
    /// Lines that were torn afterwards, as when the power fails.
    torn: usize,
}

/// As much of a line as reached the disk.
const BEGUN: &[u8] = b"{\"time\":\"2026-01-01T00:0";

impl Library {
    fn new(size: usize) -> Self {
        let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(from_clock);
        println!("{SEED}={seed}");
        let (room, mock) = (Room::empty(), fast());
        for number in 0..size {
            room.write(&format!("{number:03}.persona"), persona(&format!("Title {number}")));
        }
        for (index, (behaviour, chance)) in misbehaviours().into_iter().enumerate() {
            mock.at_random(behaviour, chance, seed.wrapping_add(index as u64));
        }
        Library { room, mock, random: Random(seed), size, figures: Figures::default(), torn: String::new() }
    }

    fn stays_safe(mut self, kills: usize) {
        for _ in 0..kills {
            self.start_and_kill();
        }
        self.run_to_the_end();
        self.check();
        println!("{}", self.summary());
        let killed: usize = self.figures.kills.values().sum();
        assert!(killed >= kills, "only {killed} of {} processes could be killed", self.figures.starts);
    }

    /// Start the command, and kill it: after any time, or some lines later than now and then at once or in a moment. One
    /// that ends by itself before does not count.
    fn start_and_kill(&mut self) {
        loop {
            let mut child = self.start();
            let lines = self.journal().lines().count();
            let more = (self.number(10) + 1) as usize;
            let any_time = self.number(4) == 0;
            let longest = if any_time { Duration::from_micros(self.number(60_000)) } else { Duration::from_secs(5) };
            let start = Instant::now();
            while start.elapsed() < longest && child.try_wait().expect("a status").is_none() {
                if !any_time && self.journal().lines().count() >= lines + more {
                    break;
                }
                sleep(Duration::from_micros(50));
            }
            sleep(Duration::from_micros(self.number(8) * self.number(500)));
            child.kill().expect("it can be killed");
            if child.wait().expect("a status").code().is_none() {
                return self.killed(lines);
            }
        }
    }

    fn killed(&mut self, lines_before: usize) {
        let journal = self.journal();
        let last: Value = journal.lines().last().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default();
        let has_come = || self.mock.bodies_received().iter().any(|body| last["digest"] == digest(body));
        let moment = match last["state"].as_str() {
            _ if journal.lines().count() == lines_before => "before it wrote anything",
            Some("intent") if has_come() => "with the request at the server",
            Some("intent") => "before the request was at the server",
            _ => "between two requests",
        };
        *self.figures.kills.entry(moment).or_default() += 1;
        if self.number(8) == 0 && !journal.is_empty() {
            self.tear(&journal, last["state"] == "intent");
        }
    }

    /// What a power failure leaves: an outcome that reached the disk in part, or the beginning of a line after an intent,
    /// which always reached it as a whole.
    fn tear(&mut self, journal: &str, is_intent: bool) {
        let file = OpenOptions::new().append(true).open(self.path()).expect("a journal");
        let last = journal.lines().last().unwrap_or_default();
        if is_intent || !journal.ends_with('\n') {
            (&file).write_all(BEGUN).expect("a torn line");
        } else {
            let cut = self.number(last.len() as u64 + 1) + 1;
            file.set_len(journal.len() as u64 - cut).expect("a shorter journal");
            self.torn.push_str(last);
        }
        self.figures.torn += 1;
    }

    /// The same command, until it has nothing left to send.
    fn run_to_the_end(&mut self) {
        loop {
            let mut child = self.start();
            let code = wait(&mut child);
            assert!([0, 3].contains(&code), "{code}: {}", self.said("err"));
            let open = standings(&self.entries()).values().filter(|stands| **stands != Stands::Refused).count();
            if open == self.size {
                let sent = self.mock.requests().len();
                wait(&mut self.start());
                assert_eq!(self.mock.requests().len(), sent, "nothing was left to send");
                return;
            }
            assert!(self.figures.starts < 1000, "it does not come to an end:\n{}", self.said("err"));
        }
    }

    fn check(&self) {
        let (standings, requests) = (standings(&self.entries()), self.mock.requests());
        let mut attempts: BTreeMap<String, Vec<&Recorded>> = BTreeMap::new();
        for request in &requests {
            if let Some(body) = &request.body {
                attempts.entry(digest(body)).or_default().push(request);
            }
        }
        assert_eq!(self.mock.submitted_twice(), 0);
        for (body, attempts) in &attempts {
            let (last, before) = attempts.split_last().expect("an attempt");
            // Only what was surely refused came again: 429 is the only such answer here.
            assert!(before.iter().all(|one| one.status == Some(429)), "{body} was sent again: {attempts:?}");
            let stands = standings.get(body).copied().expect("every body that came is in the journal");
            match last.id {
                Some(_) => assert_ne!(stands, Stands::Refused, "{body} was accepted"),
                None => assert_ne!(stands, Stands::Accepted, "{body} was not accepted"),
            }
        }
        for (body, _) in standings.iter().filter(|(_, stands)| **stands == Stands::Accepted) {
            let accepted = attempts[body].iter().filter(|attempt| attempt.id.is_some()).count();
            assert_eq!(accepted, 1, "{body} is accepted, by the journal");
        }
        let journal = self.journal() + &self.torn;
        for id in self.said("out").lines().filter_map(|line| line.strip_prefix("started ")) {
            let id = id.split_whitespace().next().expect("an ID");
            assert!(id == "without" || journal.contains(id), "{id} was told, and is not in the journal");
        }
    }

    fn summary(&self) -> String {
        let (standings, accepted) = (standings(&self.entries()), self.mock.accepted().len());
        let count = |wanted| standings.values().filter(|stands| **stands == wanted).count();
        let refused = self.entries().iter().filter(|line| line["state"] == "refused").count();
        format!(
            "{:?}\nrequests: {}, accepted by the server: {accepted}; in the journal: {} accepted, {} unknown, {refused} refusals",
            self.figures,
            self.mock.requests().len(),
            count(Stands::Accepted),
            count(Stands::Unknown),
        )
    }

    fn start(&mut self) -> std::process::Child {
        self.figures.starts += 1;
        let to = To::new(&self.mock, &self.room);
        let file = |name: &str| {
            let path = self.room.path(&format!("../{name}"));
            Stdio::from(OpenOptions::new().append(true).create(true).open(path).expect("a file"))
        };
        to.command(&submit(&["."]))
            .stdin(Stdio::null())
            .stdout(file("out"))
            .stderr(file("err"))
            .spawn()
            .expect("personac")
    }

    fn said(&self, name: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.room.path(&format!("../{name}"))).expect("a file")).into_owned()
    }

    fn journal(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.path()).unwrap_or_default()).into_owned()
    }

    /// The lines of the journal. What a crash has torn is mended by whoever writes next, and nobody may have had to.
    fn entries(&self) -> Vec<Value> {
        let journal = self.journal();
        let (whole, tail) = journal.split_at(journal.rfind('\n').map_or(0, |end| end + 1));
        let tail: Option<Value> = serde_json::from_str(tail).ok();
        lines_of(whole).into_iter().chain(tail).collect()
    }

    fn path(&self) -> PathBuf {
        self.room.path(JOURNAL)
    }

    fn number(&mut self, below: u64) -> u64 {
        self.random.number() % below
    }
}

/// What the server does instead of answering as documented, and how often.
fn misbehaviours() -> Vec<(Behaviour, f64)> {
    use Behaviour::{Break, TooMany};
    vec![
        (Break(Moment::BeforeReading, Ending::Close), 0.02),
        (Break(Moment::BeforeReading, Ending::Reset), 0.02),
        (Break(Moment::BeforeAccepting, Ending::Close), 0.03),
        (Break(Moment::BeforeAccepting, Ending::Garbage), 0.01),
        (Break(Moment::AfterAccepting, Ending::Close), 0.03),
        (Break(Moment::AfterAccepting, Ending::Reset), 0.03),
        (Behaviour::Spoil(Spoil::Truncated), 0.02),
        (Behaviour::Spoil(Spoil::WithoutId), 0.02),
        (Behaviour::Spoil(Spoil::NotJson), 0.02),
        (TooMany(RetryAfter::No), 0.10),
        (TooMany(RetryAfter::Seconds(0)), 0.05),
        (Behaviour::Slow(Duration::from_millis(5)), 0.10),
        (Behaviour::status(500), 0.03),
        (Behaviour::status(503), 0.02),
    ]
}

fn from_clock() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock");
    u64::try_from(since.as_nanos() % 1_000_000_007).expect("a small number")
}
