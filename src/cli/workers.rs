//! Working on many files: in their own projects, on several threads, in a stable order.

use std::fs::File;
use std::io::stdin;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::inputs::Input;
use super::messages::Problem;
use super::projects::{Home, Projects};
use super::session::Session;
use crate::disk::{identity, neighbours, read_persona};
use crate::report::Report;
use crate::settings::Overrides;
use crate::source::Sources;
use crate::syntax::ast::Item;
use crate::workspace::Loaded;

/// Files that are worked on together: enough for every core, and few enough to keep memory flat.
pub const BATCH: usize = 128;

/// Below this many files threads cost more than they give.
const WORTH_THREADS: usize = 16;

/// Stack of a worker, for the deepest expression there can be.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Threads, and the projects of the files.
pub struct Workers {
    projects: Projects,
    threads: Option<rayon::ThreadPool>,
}

impl Workers {
    /// Enough workers for so many files.
    ///
    /// # Errors
    ///
    /// If threads cannot be started.
    pub fn new(session: &Session, files: usize) -> Result<Workers, Problem> {
        Ok(Workers { projects: Projects::default(), threads: threads(session, files)? })
    }

    /// Work on every file, and take what comes of it in the order of the files. `None` is a file whose project
    /// cannot be used, which is shown.
    ///
    /// # Errors
    ///
    /// What `take` says.
    pub fn each<T: Send>(
        &mut self,
        files: &[Input],
        session: &mut Session,
        work: impl Fn(&Input, &Home) -> T + Sync,
        mut take: impl FnMut(&Input, Option<T>, &mut Session) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let one = |(input, home): &(&Input, Option<Arc<Home>>)| home.as_ref().map(|home| work(input, home));
        let mut take = |batch: &[Input], done: Vec<Option<T>>, session: &mut Session| {
            batch.iter().zip(done).try_for_each(|(input, done)| take(input, done, session))
        };
        let mut before: (&[Input], Vec<Option<T>>) = (&[], vec![]);
        for batch in files.chunks(BATCH) {
            let homes: Vec<(&Input, Option<Arc<Home>>)> =
                batch.iter().map(|input| (input, self.projects.of(&input.name, session))).collect();
            let mut done = vec![];
            let (last, taken) = std::mem::take(&mut before);
            match &self.threads {
                // While the threads work on these, what came of the last ones is taken.
                Some(pool) => pool.in_place_scope(|scope| {
                    scope.spawn(|_| done = homes.par_iter().map(one).collect());
                    take(last, taken, session)
                })?,
                None => {
                    take(last, taken, session)?;
                    done = homes.iter().map(one).collect();
                }
            }
            before = (batch, done);
        }
        take(before.0, before.1, session)
    }
}

/// The threads for so many files; `None` where one does it.
///
/// # Errors
///
/// If the system gives none.
pub fn threads(session: &Session, files: usize) -> Result<Option<rayon::ThreadPool>, Problem> {
    if session.global.jobs == Some(1) || files < WORTH_THREADS {
        return Ok(None);
    }
    let jobs = session.global.jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK_BYTES).build();
    pool.map(Some).map_err(|error| Problem::Usage(format!("the threads cannot be started: {error}")))
}

/// The settings of the command line; `None` if one is wrong, which is shown.
pub fn overrides(session: &mut Session) -> Option<Overrides> {
    let mut report = Report::default();
    let overrides = Overrides::parse(&session.global.set, &mut report);
    let wrong = report.errors() > 0;
    let (findings, dropped) = report.finish();
    session.findings(&findings, dropped, &Sources { command_line: overrides.source.clone(), ..Sources::default() });
    (!wrong).then_some(overrides)
}

/// Read a file, or standard input.
///
/// # Errors
///
/// If it cannot be read.
pub fn load(input: &Input) -> Result<Loaded, Problem> {
    let name = input.name.display().to_string();
    let read = match &input.path {
        Some(path) => File::open(path).and_then(|file| read_persona(&name, file)),
        None => read_persona(&name, stdin().lock()),
    };
    let (source, parsed) = read.map_err(|error| unreadable(&name, error))?;
    // Following links costs time, and only a file that uses others can be in a circle.
    let uses = parsed.file.items.iter().any(|item| matches!(item, Item::Use(_)));
    let identity = match &input.path {
        Some(path) if uses => identity(path),
        _ => name,
    };
    Ok(Loaded { identity, source, parsed })
}

fn unreadable(name: &str, error: std::io::Error) -> Problem {
    let near = match error.kind() {
        std::io::ErrorKind::NotFound => neighbours(Path::new(""), name),
        _ => vec![],
    };
    match near.is_empty() {
        true => Problem::unreadable(name)(error),
        false => {
            Problem::Missing { path: name.to_owned(), near: near.iter().map(|near| format!("`{near}`")).collect() }
        }
    }
}
