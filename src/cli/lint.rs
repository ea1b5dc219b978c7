//! `personac lint`

use std::collections::HashSet;
use std::path::PathBuf;

use super::Outcome;
use super::arguments::Lint;
use super::compare::show;
use super::inputs::{Input, Inputs, find};
use super::library::{compare_all, members, neighbours};
use super::messages::Problem;
use super::projects::Home;
use super::session::{Session, print};
use super::workers::{Workers, load, overrides};
use crate::check::{Checked, Options, check};
use crate::diagnostic::{Diagnostic, Safety};
use crate::disk::rewrite;
use crate::fix::fix;
use crate::lint::{Levels, Lints, Member, Selection};
use crate::settings::Overrides;
use crate::source::Sources;

/// A file that was looked at.
pub struct Linted {
    /// Which one.
    pub input: Input,
    /// The directory of its project.
    pub root: PathBuf,
    /// What is done with the rules there.
    pub levels: Levels,
    /// What was found, in the order of the places.
    pub findings: Vec<Diagnostic>,
    /// Findings beyond those kept.
    pub dropped: usize,
    /// The files that findings point into.
    pub sources: Sources,
    /// Whether its personas are to be compared with others.
    pub compares: bool,
    /// Its personas.
    pub members: Vec<Member>,
    /// Its text before and after the fixes.
    change: Option<(String, String)>,
    /// How many fixes were applied.
    fixed: usize,
}

/// Look at what the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Lint, session: &mut Session) -> Result<Outcome, Problem> {
    let selection = Selection::parse(&arguments.select, &arguments.ignore, &arguments.deny).map_err(Problem::Usage)?;
    let Some(overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let linter = Linter { arguments, selection, overrides: &overrides, profile: session.global.profile.clone() };
    let mut all = linter.files(&inputs, session)?;
    let neighbours = neighbours(&all, &arguments.paths, &overrides, session)?;
    compare_all(&mut all, neighbours);
    deliver(arguments, &all, session)
}

struct Linter<'a> {
    arguments: &'a Lint,
    selection: Selection,
    overrides: &'a Overrides,
    profile: Option<String>,
}

impl Linter<'_> {
    fn files(&self, inputs: &Inputs, session: &mut Session) -> Result<Vec<Linted>, Problem> {
        let mut all = vec![];
        let mut workers = Workers::new(session, inputs.files.len())?;
        let one = |input: &Input, home: &Home| self.file(input, home);
        workers.each(&inputs.files, session, one, |_, linted, session| {
            match linted {
                None => {}
                Some(Err(problem)) => session.problem(&problem),
                Some(Ok(linted)) => all.push(linted),
            }
            Ok(())
        })?;
        Ok(all)
    }

    fn file(&self, input: &Input, home: &Home) -> Result<Linted, Problem> {
        let loaded = load(input)?;
        let mut levels = home.levels(&input.name);
        self.selection.apply(&mut levels);
        let options = Options {
            project: &home.project,
            profile: self.profile.as_deref(),
            overrides: self.overrides,
            environment: None,
            loader: &home.loader,
            lints: Lints { levels: &levels, all: true },
        };
        if !self.arguments.fix && !self.arguments.diff {
            let checked = check(loaded, &options);
            return Ok(linted(input, home, levels, checked));
        }
        let before = loaded.source.text().to_owned();
        let most = if self.arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        let fixed = fix(loaded, &options, most);
        let mut linted = linted(input, home, levels, fixed.checked);
        linted.fixed = fixed.applied.len();
        linted.change = Some((before, fixed.text));
        Ok(linted)
    }
}

fn linted(input: &Input, home: &Home, levels: Levels, mut checked: Checked) -> Linted {
    let compares = Lints { levels: &levels, all: true }.compare();
    let members = if compares { members(&mut checked) } else { vec![] };
    Linted {
        input: input.clone(),
        root: home.root.clone(),
        levels,
        findings: checked.diagnostics,
        dropped: checked.dropped,
        sources: checked.sources,
        compares,
        members,
        change: None,
        fixed: 0,
    }
}

/// Write or show what is mended, and show what is left.
fn deliver(arguments: &Lint, all: &[Linted], session: &mut Session) -> Result<Outcome, Problem> {
    let mut outcome = Outcome::Fine;
    for linted in all {
        match &linted.change {
            Some((before, after)) if arguments.diff => {
                if before != after {
                    let name = linted.input.name.display().to_string();
                    show(&name, &name, before, after)?;
                    outcome = outcome.max(Outcome::Mistakes);
                }
                continue;
            }
            Some((before, after)) => mend(linted, before, after, session)?,
            None => {}
        }
        session.findings(&linted.findings, linted.dropped, &linted.sources);
    }
    say_fixed(arguments, all, session);
    Ok(outcome)
}

fn mend(linted: &Linted, before: &str, after: &str, session: &mut Session) -> Result<(), Problem> {
    let Some(path) = &linted.input.path else { return print(after.as_bytes()) };
    if before == after {
        return Ok(());
    }
    let name = linted.input.name.display().to_string();
    match rewrite(path, before, after) {
        Ok(()) => session.say(&format!("mended `{name}`")),
        Err(error) => session.problem(&Problem::Unwritable { path: name, error }),
    }
    Ok(())
}

fn say_fixed(arguments: &Lint, all: &[Linted], session: &Session) {
    let fixed: usize = all.iter().map(|linted| linted.fixed).sum();
    if fixed == 0 {
        return;
    }
    let files = all.iter().filter(|linted| linted.fixed > 0).map(|linted| &linted.input.name).collect::<HashSet<_>>();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let would = if arguments.diff { "would be mended" } else { "mended" };
    let (findings, files) = (format!("{fixed} finding{}", plural(fixed)), files.len());
    session.hint(&format!("{findings} {would} in {files} file{}", plural(files)));
}
