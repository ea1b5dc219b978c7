//! `personac fmt`

use std::sync::Arc;

use rayon::prelude::*;

use super::Outcome;
use super::arguments::Fmt;
use super::compare::show_patch;
use super::inputs::{Input, find};
use super::messages::Problem;
use super::projects::{Home, Projects};
use super::session::{Session, print, print_source};
use super::workers::{BATCH, load, overrides, threads};
use crate::check::{Checked, Options, check};
use crate::disk::rewrite;
use crate::format::{Refusal, format};
use crate::lint::Lints;
use crate::render::visible;
use crate::settings::Overrides;
use crate::source::{FileId, SourceFile, Sources};
use crate::syntax::parse;
use crate::wording::counted;
use crate::workspace::Loaded;

/// Format what the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Fmt, session: &mut Session) -> Result<Outcome, Problem> {
    let Some(overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let threads = threads(session, inputs.files.len())?;
    let profile = session.global.profile.clone();
    let mut formatter = Formatter { arguments, overrides, profile, threads, changed: 0, same: 0 };
    let mut projects = Projects::default();
    for batch in inputs.files.chunks(BATCH) {
        formatter.batch(batch, &mut projects, session)?;
    }
    Ok(formatter.finish(session))
}

/// What became of a file.
enum Done {
    /// It has syntax errors.
    Broken,
    /// It is formatted already.
    Same,
    /// It has another layout: this.
    Changed(String),
}

/// A file that was read, and its text in the canonical layout.
struct Draft<'i> {
    input: &'i Input,
    loaded: Loaded,
    done: Done,
}

struct Formatter<'a> {
    arguments: &'a Fmt,
    overrides: Overrides,
    profile: Option<String>,
    threads: Option<rayon::ThreadPool>,
    changed: usize,
    same: usize,
}

impl Formatter<'_> {
    fn batch(&mut self, batch: &[Input], projects: &mut Projects, session: &mut Session) -> Result<(), Problem> {
        let mut drafts = vec![];
        for draft in self.each(batch.iter().collect(), draft) {
            match draft {
                Ok(draft) => drafts.push(self.with_home(draft, projects, session)),
                Err(problem) => session.problem(&problem),
            }
        }
        for draft in self.each(drafts, |(draft, home)| self.settle(draft, home.as_deref())) {
            match draft {
                Ok(draft) => self.deliver(&draft, session)?,
                Err(problem) => session.problem(&problem),
            }
        }
        Ok(())
    }

    /// Do it for each, on all threads there are.
    fn each<T: Send, U: Send>(&self, all: Vec<T>, one: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
        match &self.threads {
            Some(pool) => pool.install(|| all.into_par_iter().map(one).collect()),
            None => all.into_iter().map(one).collect(),
        }
    }

    /// The draft with its project, which only a changed file needs.
    fn with_home<'i>(
        &self,
        draft: Draft<'i>,
        projects: &mut Projects,
        session: &mut Session,
    ) -> (Draft<'i>, Option<Arc<Home>>) {
        let changed = matches!(draft.done, Done::Changed(_));
        let home = changed.then(|| projects.of(&draft.input.name, session)).flatten();
        (draft, home)
    }

    /// Make sure that the file still compiles to the same bodies, and write it.
    fn settle<'i>(&self, draft: Draft<'i>, home: Option<&Home>) -> Result<Draft<'i>, Problem> {
        let Done::Changed(text) = &draft.done else { return Ok(draft) };
        if home.is_some_and(|home| !self.same_bodies(&draft.loaded, text, home)) {
            return Err(refused(draft.input, Refusal::Meaning));
        }
        if let Some(path) = draft.input.path.as_deref().filter(|_| !self.only_shows()) {
            let name = draft.input.name.display();
            rewrite(path, draft.loaded.source.text(), text)
                .map_err(|error| Problem::Unwritable { path: name.to_string(), error })?;
        }
        Ok(draft)
    }

    fn only_shows(&self) -> bool {
        self.arguments.check || self.arguments.diff
    }

    fn same_bodies(&self, before: &Loaded, text: &str, home: &Home) -> bool {
        let source = SourceFile::new(before.source.name(), text);
        let parsed = Arc::new(parse(&source, FileId(0)));
        let after = Loaded { identity: before.identity.clone(), source: Arc::new(source), parsed };
        let (before, after) = (self.check(before.clone(), home), self.check(after, home));
        after.is_as(&before)
    }

    fn check(&self, loaded: Loaded, home: &Home) -> Checked {
        let options = Options {
            project: &home.project,
            profile: self.profile.as_deref(),
            overrides: &self.overrides,
            environment: None,
            loader: &home.loader,
            lints: Lints::of_build(),
        };
        check(loaded, &options)
    }

    /// Show what became of a file.
    fn deliver(&mut self, draft: &Draft, session: &mut Session) -> Result<(), Problem> {
        let source = &draft.loaded.source;
        match &draft.done {
            Done::Broken => {
                let sources = Sources { files: vec![Arc::clone(source)], ..Sources::default() };
                session.findings(&draft.loaded.parsed.diagnostics, 0, &sources);
                Ok(())
            }
            Done::Same => {
                self.same += 1;
                self.filter(draft, source.text())
            }
            Done::Changed(text) => {
                self.changed += 1;
                self.show(draft, text, session)
            }
        }
    }

    fn show(&self, draft: &Draft, text: &str, session: &Session) -> Result<(), Problem> {
        let name = draft.input.name.display().to_string();
        if self.arguments.diff {
            return show_patch(&name, draft.loaded.source.text(), text);
        }
        if self.arguments.check {
            return print(format!("would reformat: {}\n", visible(&name)).as_bytes());
        }
        session.say(&format!("reformatted `{name}`"));
        self.filter(draft, text)
    }

    /// Standard input goes to standard output.
    fn filter(&self, draft: &Draft, text: &str) -> Result<(), Problem> {
        if draft.input.path.is_some() || self.only_shows() {
            return Ok(());
        }
        print_source(text)
    }

    fn finish(&self, session: &Session) -> Outcome {
        if self.changed == 0 {
            return Outcome::Fine;
        }
        let filters =
            self.arguments.paths.iter().all(|path| path.as_os_str() == "-") && !self.arguments.paths.is_empty();
        if !filters {
            session.hint(&summary(self.changed, self.same, self.only_shows()));
        }
        if self.only_shows() { Outcome::Mistakes } else { Outcome::Fine }
    }
}

fn draft(input: &Input) -> Result<Draft<'_>, Problem> {
    let loaded = load(input)?;
    let done = match loaded.parsed.has_errors() {
        true => Done::Broken,
        false => match format(&loaded.source, &loaded.parsed).map_err(|refusal| refused(input, refusal))? {
            text if text == loaded.source.text() => Done::Same,
            text => Done::Changed(text),
        },
    };
    Ok(Draft { input, loaded, done })
}

fn refused(input: &Input, refusal: Refusal) -> Problem {
    Problem::Refused { path: input.name.display().to_string(), refusal }
}

fn summary(changed: usize, same: usize, shown: bool) -> String {
    let (done, kept) = match shown {
        true => ("would be reformatted", "already formatted"),
        false => ("reformatted", "left unchanged"),
    };
    match same {
        0 => format!("{} {done}", counted(changed, "file")),
        _ => format!("{} {done}, {} {kept}", counted(changed, "file"), counted(same, "file")),
    }
}
