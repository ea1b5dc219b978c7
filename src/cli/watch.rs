//! `personac lint --watch`: looking again whenever something is saved.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Outcome;
use super::arguments::Lint;
use super::channel::tell;
use super::inputs::project_directory;
use super::lint;
use super::messages::Problem;
use super::projects::find_upwards;
use super::session::Session;
use crate::project::PROJECT_FILE;

/// How long nothing may happen before a save counts as done: editors write in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// What a terminal reads as: clear the screen, keep what was scrolled away, begin at the top.
const CLEAR: &str = "\x1b[2J\x1b[H";

/// Look at what the arguments name, now and after every save. It ends when the program is stopped.
///
/// # Errors
///
/// [`Problem`] if it cannot be watched, or nobody reads the output.
pub fn run(arguments: &Lint, session: &Session) -> Result<Outcome, Problem> {
    if arguments.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Problem::Usage("standard input cannot be watched; name files or directories".to_owned()));
    }
    // Watching begins before the first look, so that no save between the two is missed.
    let (sender, saves) = channel();
    let watcher = notify::recommended_watcher(move |event| drop(sender.send(event)));
    let mut watcher = watcher.map_err(|error| unwatchable(Path::new("."), &error))?;
    for (path, below) in watched(&arguments.paths)? {
        watch(&mut watcher, &path, below)?;
    }
    loop {
        clear();
        let mut pass = Session::new(session.global, lint::manner(arguments));
        match lint::run(arguments, &mut pass) {
            Err(gone) if gone.is_broken_pipe() => return Err(gone),
            Err(problem) => pass.problem(&problem),
            Ok(_) => {}
        }
        let outcome = pass.finish(Outcome::Fine);
        if pass.is_closed() {
            return Ok(outcome);
        }
        if !session.global.quiet {
            tell("note: watching; Ctrl-C ends it\n");
        }
        if !next_save(&saves) {
            return Ok(Outcome::Unusable);
        }
    }
}

/// The directories to watch, and whether all below them: of files the one they are in, for an editor may replace
/// them; and those of their project files.
fn watched(paths: &[PathBuf]) -> Result<BTreeSet<(PathBuf, bool)>, Problem> {
    if paths.is_empty() {
        let here = std::env::current_dir().map_err(Problem::unreadable("."))?;
        return Ok(BTreeSet::from([(project_directory(&here)?, true)]));
    }
    let place = |path: &PathBuf| match path.is_dir() {
        true => (path.clone(), true),
        false => (path.parent().filter(|up| !up.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned(), false),
    };
    let mut places: BTreeSet<(PathBuf, bool)> = paths.iter().map(place).collect();
    let projects = places.iter().filter_map(|(directory, _)| find_upwards(directory));
    let projects: Vec<PathBuf> = projects.filter_map(|file| file.parent().map(Path::to_owned)).collect();
    places.extend(
        projects.into_iter().map(|up| (if up.as_os_str().is_empty() { PathBuf::from(".") } else { up }, false)),
    );
    Ok(places)
}

fn watch(watcher: &mut RecommendedWatcher, path: &Path, below: bool) -> Result<(), Problem> {
    let mode = if below { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
    watcher.watch(path, mode).map_err(|error| unwatchable(path, &error))
}

fn unwatchable(path: &Path, error: &notify::Error) -> Problem {
    Problem::Usage(format!("`{}` cannot be watched: {error}", path.display()))
}

/// Wait for a save, and until it is done; `false` if none can come any more.
fn next_save(saves: &Receiver<notify::Result<Event>>) -> bool {
    loop {
        match saves.recv() {
            Err(_) => return false,
            Ok(event) if concerns(&event) => break,
            Ok(_) => {}
        }
    }
    while saves.recv_timeout(QUIET).is_ok() {}
    true
}

/// Whether it may change what is found. Reading is an event too.
fn concerns(event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    let is_ours = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == "persona")
            || path.file_name().is_some_and(|name| name == PROJECT_FILE)
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_ours)
}

/// Clear the screen where people read; a file or a pipe keeps everything.
fn clear() {
    if stdout().is_terminal() && stderr().is_terminal() {
        drop(stdout().lock().write_all(CLEAR.as_bytes()));
    }
}
