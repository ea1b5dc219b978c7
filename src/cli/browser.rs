//! Opening addresses in the user's browser.

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A program that cannot open anything says so within this time; one that runs longer is the browser itself.
const PATIENCE: Duration = Duration::from_secs(2);

/// Open an address in the browser that `$BROWSER` names, else in the system's.
///
/// # Errors
///
/// If no program is there to open it, or the last one fails.
pub fn open(address: &str) -> io::Result<()> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for mut command in commands(address) {
        let tried = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().and_then(opened);
        match tried {
            Ok(()) => return Ok(()),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// The commands to try, first to last. No shell sees the address.
fn commands(address: &str) -> Vec<Command> {
    let chosen = std::env::var_os("BROWSER").and_then(|browsers| browsers.into_string().ok()).unwrap_or_default();
    // As other programs read it: commands separated by colons, with `%s` where the address goes, else at the end.
    let chosen: Vec<Command> = chosen.split(':').filter_map(|command| chosen_command(command, address)).collect();
    match chosen.is_empty() {
        true => SYSTEM.iter().map(|(program, before)| command(program, before, address)).collect(),
        false => chosen,
    }
}

fn chosen_command(given: &str, address: &str) -> Option<Command> {
    let mut words = given.split_whitespace();
    let mut command = Command::new(words.next()?);
    let words: Vec<OsString> = words.map(|word| word.replace("%s", address).into()).collect();
    command.args(&words);
    if !given.contains("%s") {
        command.arg(address);
    }
    Some(command)
}

fn command(program: &str, before: &[&str], address: &str) -> Command {
    let mut command = Command::new(program);
    command.args(before).arg(address);
    command
}

/// What opens an address on this system, and what stands before the address.
#[cfg(target_os = "macos")]
const SYSTEM: &[(&str, &[&str])] = &[("open", &[])];
#[cfg(windows)]
const SYSTEM: &[(&str, &[&str])] = &[("rundll32", &["url.dll,FileProtocolHandler"])];
#[cfg(not(any(target_os = "macos", windows)))]
const SYSTEM: &[(&str, &[&str])] = &[("xdg-open", &[]), ("wslview", &[]), ("gio", &["open"])];

/// Wait until the program has done its work, or is the browser.
fn opened(mut child: Child) -> io::Result<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(io::Error::other(format!("it ended with {status}"))),
            None => sleep(Duration::from_millis(10)),
        }
    }
    Ok(())
}
