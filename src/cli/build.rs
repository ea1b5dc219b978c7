//! `personac build`

use std::fs::File;
use std::io::stdin;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::Outcome;
use super::arguments::{Build, Emit};
use super::deliver::Delivery;
use super::inputs::{Input, find};
use super::messages::Problem;
use super::projects::{Home, Projects};
use super::session::Session;
use crate::check::{Checked, Options, check};
use crate::disk::{identity, neighbours, read_persona};
use crate::lint::Lints;
use crate::report::Report;
use crate::settings::Overrides;
use crate::source::Sources;
use crate::syntax::ast::Item;
use crate::workspace::Loaded;

/// Files that are worked on together: enough for every core, and few enough to keep memory flat.
const BATCH: usize = 256;

/// Below this many files threads cost more than they give.
const WORTH_THREADS: usize = 16;

/// Stack of a worker, for the deepest expression there can be.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Compile what the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Build, session: &mut Session) -> Result<Outcome, Problem> {
    if arguments.out_dir.is_some() && arguments.emit == Emit::Ndjson {
        return Err(Problem::Usage("`--emit ndjson` prints to standard output; leave out `--out-dir`".to_owned()));
    }
    let Some(overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let mut delivery = Delivery::new(arguments, inputs.whole);
    let mut builder =
        Builder { projects: Projects::default(), overrides, threads: threads(session, inputs.files.len())? };
    for batch in inputs.files.chunks(BATCH) {
        builder.batch(batch, &mut delivery, session)?;
    }
    delivery.finish(session)
}

/// The settings of the command line; `None` if one is wrong, which is shown.
fn overrides(session: &mut Session) -> Option<Overrides> {
    let mut report = Report::default();
    let overrides = Overrides::parse(&session.global.set, &mut report);
    let wrong = report.errors() > 0;
    let (findings, dropped) = report.finish();
    session.findings(&findings, dropped, &Sources { command_line: overrides.source.clone(), ..Sources::default() });
    (!wrong).then_some(overrides)
}

fn threads(session: &Session, files: usize) -> Result<Option<rayon::ThreadPool>, Problem> {
    if session.global.jobs == Some(1) || files < WORTH_THREADS {
        return Ok(None);
    }
    let jobs = session.global.jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK_BYTES).build();
    pool.map(Some).map_err(|error| Problem::Usage(format!("the threads cannot be started: {error}")))
}

struct Builder {
    projects: Projects,
    overrides: Overrides,
    threads: Option<rayon::ThreadPool>,
}

impl Builder {
    fn batch(&mut self, batch: &[Input], delivery: &mut Delivery, session: &mut Session) -> Result<(), Problem> {
        let homes: Vec<(&Input, Option<Arc<Home>>)> =
            batch.iter().map(|input| (input, self.projects.of(&input.name, session))).collect();
        let one = |(input, home): &(&Input, Option<Arc<Home>>)| {
            home.as_ref().map(|home| self.check(input, home, session.global.profile.as_deref()))
        };
        let checked: Vec<Option<Result<Checked, Problem>>> = match &self.threads {
            Some(pool) => pool.install(|| homes.par_iter().map(one).collect()),
            None => homes.iter().map(one).collect(),
        };
        for (input, checked) in batch.iter().zip(checked) {
            match checked {
                None => delivery.failed(input),
                Some(Err(problem)) => {
                    session.problem(&problem);
                    delivery.failed(input);
                }
                Some(Ok(checked)) => {
                    session.findings(&checked.diagnostics, checked.dropped, &checked.sources);
                    delivery.take(input, checked, session);
                }
            }
        }
        delivery.flush()
    }

    fn check(&self, input: &Input, home: &Home, profile: Option<&str>) -> Result<Checked, Problem> {
        let loaded = load(input)?;
        let environment = |name: &str| std::env::var(name).ok();
        let options = Options {
            project: &home.project,
            profile,
            overrides: &self.overrides,
            environment: Some(&environment),
            loader: &home.loader,
            lints: Lints::of_build(),
        };
        Ok(check(loaded, &options))
    }
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

fn load(input: &Input) -> Result<Loaded, Problem> {
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
