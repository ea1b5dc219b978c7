//! Runs personac as people do, in a directory of its own, with nothing of the machine's environment.

use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The webhook line that keeps a persona free of warnings.
pub const HOOK: &str = "webhook: \"https://hooks.example.com/leads\"\n";

/// No command takes longer; a test that waits this long has found a loop.
const WATCHDOG: Duration = Duration::from_secs(60);

/// A directory with files, in which commands are run.
pub struct Room {
    root: TempDir,
}

/// The program that is tested: the one that was built with the tests, or another build of it.
fn program() -> OsString {
    std::env::var_os("TESTED_PERSONAC").unwrap_or_else(|| env!("CARGO_BIN_EXE_personac").into())
}

/// Below the root: the files that commands see, and what programs keep for themselves.
const FILES: &str = "room";
const OWN: &str = "own";

/// What a command said.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Room {
    /// An empty directory.
    pub fn empty() -> Self {
        let root = TempDir::new().expect("a directory");
        fs::create_dir(root.path().join(FILES)).expect("a directory");
        Room { root }
    }

    /// A directory with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let room = Room::empty();
        files.iter().for_each(|(name, text)| room.write(name, text));
        room
    }

    /// A directory with `a.persona`, which is good, and `b.persona`, which has a mistake.
    pub fn good_and_bad() -> Self {
        Room::with(&[("a.persona", &good("Sales")), ("b.persona", &good("Salez"))])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        let files = self.root.path().join(FILES);
        if name.is_empty() { files } else { files.join(name) }
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a directory")).expect("a directory");
        fs::write(path, bytes).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file below a directory, sorted.
    pub fn files(&self, below: &str) -> Vec<String> {
        let root = self.path(below);
        let mut found = vec![];
        collect(&root, &mut found);
        let name = |path: &PathBuf| path.strip_prefix(&root).expect("below").display().to_string();
        let mut names: Vec<String> = found.iter().map(name).collect();
        names.sort();
        names
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        finish(self.start(arguments), "")
    }

    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Ran {
        finish(self.start(arguments), input)
    }

    pub fn run_with_variable(&self, arguments: &[&str], name: &str, value: &str) -> Ran {
        finish(self.command(arguments).env(name, value).spawn().expect("personac"), "")
    }

    #[cfg(feature = "http")]
    pub fn run_with_variables(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        finish(self.command(arguments).envs(variables.iter().copied()).spawn().expect("personac"), "")
    }

    pub fn run_in(&self, below: &str, arguments: &[&str]) -> Ran {
        finish(self.command(arguments).current_dir(self.path(below)).spawn().expect("personac"), "")
    }

    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().expect("personac")
    }

    /// A command, for tests that start it in a way of their own.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).current_dir(self.path(""));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let prefixes = ["PERSONAC_", "PRONTO_", "PIPECORN_", "GIT_"];
        let ours = |name: &str| {
            let is_proxy = name.to_ascii_lowercase().ends_with("_proxy");
            let is_look = name.contains("COLOR") || name == "COLUMNS";
            prefixes.iter().any(|prefix| name.starts_with(prefix)) || is_look || is_proxy
        };
        for (name, _) in std::env::vars().filter(|(name, _)| ours(name)) {
            command.env_remove(name);
        }
        // No file of the user, such as git's list of ignored files, counts.
        command.env("HOME", "/nonexistent").env_remove("XDG_CONFIG_HOME");
        let own = self.root.path().join(OWN);
        command.env("PERSONAC_STATE_DIR", own.join("state")).env("PERSONAC_CACHE_DIR", own.join("cache"));
        command
    }
}

impl Ran {
    /// It ended with this code.
    #[track_caller]
    pub fn exits(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }

    /// It printed nothing at all.
    #[track_caller]
    pub fn is_silent(&self) -> &Self {
        assert_eq!((self.out.as_str(), self.err.as_str()), ("", ""));
        self
    }

    /// It has no output.
    #[track_caller]
    pub fn has_no_output(&self) -> &Self {
        assert_eq!(self.out, "");
        self
    }

    /// It says this on standard error.
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.err.contains(text), "{text:?} is not in:\n{}", self.err);
        self
    }
}

/// A persona that looks for a function.
pub fn good(function: &str) -> String {
    format!("{HOOK}function = {function}\n")
}

fn collect(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { collect(&path, found) } else { found.push(path) }
    }
}

/// What a command says until it ends, with this as its input.
pub fn finish(mut child: Child, input: &str) -> Ran {
    let (out, err) = (reader(child.stdout.take()), reader(child.stderr.take()));
    // Who does not read all of its input must not stop the test.
    drop(child.stdin.take().expect("standard input").write_all(input.as_bytes()));
    let code = wait(&mut child);
    Ran { code, out: out.join().expect("text"), err: err.join().expect("text") }
}

fn reader(from: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    let mut from = from.expect("a pipe");
    thread::spawn(move || {
        let mut bytes = vec![];
        from.read_to_end(&mut bytes).expect("output");
        String::from_utf8(bytes).expect("output is UTF-8")
    })
}

/// The exit code; a command that does not end is ended.
pub fn wait(child: &mut Child) -> i32 {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a status") {
            return status.code().expect("personac was not killed");
        }
        if start.elapsed() > WATCHDOG {
            child.kill().expect("it can be ended");
            panic!("personac does not end");
        }
        thread::sleep(Duration::from_millis(3));
    }
}
