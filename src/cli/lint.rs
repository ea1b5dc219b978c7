//! `personac lint`

use std::collections::HashSet;

use super::Outcome;
use super::arguments::Lint;
use super::compare::show_patch;
use super::inputs::{Input, find};
use super::library::{compare_all, neighbours};
use super::linted::Linted;
use super::messages::Problem;
use super::projects::Home;
use super::session::{Channel, Manner, Session, print_source};
use super::workers::{Workers, load, overrides, threads};
use crate::check::{Options, check};
use crate::diagnostic::Safety;
use crate::disk::rewrite;
use crate::fix::fix;
use crate::lint::{Lints, Selection};
use crate::resolve::Atoms;
use crate::settings::Overrides;
use crate::wording::counted;

/// How often files are mended after files that they use.
const MOST_ROUNDS: usize = 3;

/// What is made of findings: they are the result, unless that is a mended text or a diff.
pub fn manner(arguments: &Lint) -> Manner {
    let mends_input = arguments.fix && arguments.paths.iter().any(|path| path.as_os_str() == "-");
    let channel = if mends_input || arguments.diff { Channel::Error } else { Channel::Output };
    Manner { channel, statistics: arguments.statistics, offers_fixes: !arguments.fix && !arguments.diff }
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
    let mut texts = Atoms::default();
    let mut all = linter.files(&inputs.files, linter.mends(), &mut texts, session)?;
    all.sort_by(|one, other| one.input.name.cmp(&other.input.name));
    if arguments.fix && !arguments.diff {
        linter.mend(&mut all, &mut texts, session)?;
    }
    let neighbours = neighbours(&all, &arguments.paths, &overrides, &mut texts, session)?;
    match threads(session, all.len())? {
        Some(pool) => pool.install(|| compare_all(&mut all, neighbours)),
        None => compare_all(&mut all, neighbours),
    }
    show_all(arguments, &all, session)
}

struct Linter<'a> {
    arguments: &'a Lint,
    selection: Selection,
    overrides: &'a Overrides,
    profile: Option<String>,
}

impl Linter<'_> {
    /// Look at files; `texts` numbers those of all personas alike, to compare them.
    fn files(
        &self,
        files: &[Input],
        mends: bool,
        texts: &mut Atoms,
        session: &mut Session,
    ) -> Result<Vec<Linted>, Problem> {
        let mut all = vec![];
        let mut workers = Workers::new(session, files.len())?;
        let one = |input: &Input, home: &Home| self.file(input, home, mends);
        workers.each(files, session, one, |_, linted, session| {
            match linted {
                None => {}
                Some(Err(problem)) => session.problem(&problem),
                Some(Ok(mut linted)) => {
                    linted.gather(texts);
                    all.push(linted);
                }
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// Write what was mended. Files that use others are looked at again: what they use may have changed.
    fn mend(&self, all: &mut [Linted], texts: &mut Atoms, session: &mut Session) -> Result<(), Problem> {
        let mut due: Vec<usize> = (0..all.len()).collect();
        for round in 1..=MOST_ROUNDS {
            let mut written = false;
            for index in due {
                written |= self.write(&mut all[index], texts, session)?;
            }
            if !written || round == MOST_ROUNDS {
                return Ok(());
            }
            let uses = |index: &usize| all[*index].sources.files.len() > 1 && all[*index].input.path.is_some();
            due = (0..all.len()).filter(uses).collect();
            let inputs: Vec<Input> = due.iter().map(|index| all[*index].input.clone()).collect();
            let again = self.files(&inputs, self.mends(), texts, session)?;
            due = again.into_iter().filter_map(|linted| replace(all, linted)).collect();
        }
        Ok(())
    }

    /// Write a mended file, or print mended standard input; whether a file was written. One that cannot be is left with
    /// the findings it has.
    fn write(&self, linted: &mut Linted, texts: &mut Atoms, session: &mut Session) -> Result<bool, Problem> {
        let Some((before, after)) = &linted.change else { return Ok(false) };
        let Some(path) = &linted.input.path else {
            print_source(after)?;
            return Ok(false);
        };
        if before == after {
            return Ok(false);
        }
        let name = linted.input.name.display().to_string();
        let Err(error) = rewrite(path, before, after) else {
            session.say(&format!("mended `{name}`"));
            return Ok(true);
        };
        session.problem(&Problem::Unwritable { path: name, error });
        if let Some(left) = self.files(std::slice::from_ref(&linted.input), false, texts, session)?.pop() {
            *linted = left;
        }
        Ok(false)
    }

    /// Whether fixes are asked for, to be applied or shown.
    fn mends(&self) -> bool {
        self.arguments.fix || self.arguments.diff
    }

    fn file(&self, input: &Input, home: &Home, mends: bool) -> Result<Linted, Problem> {
        let loaded = load(input)?;
        let lints = home.lints(&input.name, |mut levels| {
            self.selection.apply(&mut levels);
            Lints::new(levels, true)
        });
        let options = Options {
            project: &home.project,
            profile: self.profile.as_deref(),
            overrides: self.overrides,
            environment: None,
            loader: &home.loader,
            lints: &lints,
        };
        if !mends {
            let checked = check(loaded, &options);
            return Ok(Linted::new(input, home, lints, checked));
        }
        let before = loaded.source.text().to_owned();
        let most = if self.arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        let fixed = fix(loaded, &options, most);
        let mut linted = Linted::new(input, home, lints, fixed.checked);
        linted.fixed = fixed.applied.len();
        linted.change = Some((before, fixed.text));
        Ok(linted)
    }
}

/// Put what is known of a file now into the place of what was known before; where that is.
fn replace(all: &mut [Linted], mut linted: Linted) -> Option<usize> {
    let index = all.iter().position(|old| old.input.path == linted.input.path)?;
    linted.fixed += all[index].fixed;
    all[index] = linted;
    Some(index)
}

/// Show what is left, and with `--diff` what would be mended.
fn show_all(arguments: &Lint, all: &[Linted], session: &mut Session) -> Result<Outcome, Problem> {
    let mut outcome = Outcome::Fine;
    for linted in all {
        if let Some((before, after)) =
            linted.change.as_ref().filter(|(before, after)| arguments.diff && before != after)
        {
            let name = linted.input.name.display().to_string();
            show_patch(&name, before, after)?;
            outcome = Outcome::Mistakes;
        }
        session.findings(&linted.findings, linted.dropped, &linted.sources);
    }
    say_fixed(arguments, all, session);
    Ok(outcome)
}

fn say_fixed(arguments: &Lint, all: &[Linted], session: &Session) {
    let fixed: usize = all.iter().map(|linted| linted.fixed).sum();
    if fixed == 0 {
        return;
    }
    let files = all.iter().filter(|linted| linted.fixed > 0).map(|linted| &linted.input.name).collect::<HashSet<_>>();
    let would = if arguments.diff { "would be mended" } else { "mended" };
    session.hint(&format!("{} {would} in {}", counted(fixed, "finding"), counted(files.len(), "file")));
}
