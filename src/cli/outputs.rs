//! The files of a build: each is written as soon as it is sure that no other persona claims it too.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::arguments::Build;
use super::compare::{differs, left_overs};
use super::inputs::{Input, Inputs};
use super::messages::Problem;
use super::session::Session;
use crate::disk::write_whole;

/// Files to be written or compared.
#[derive(Default)]
pub struct Outputs {
    /// Whether files are compared, and not written.
    checks: bool,
    /// Stems of personas whose files another one may claim.
    rivals: HashSet<PathBuf>,
    /// What those claim. It waits for the last persona.
    contest: Claims,
    /// Where left-overs are looked for, if they are.
    searched: Option<PathBuf>,
    /// Files that belong to a persona, where left-overs are looked for.
    known: HashSet<PathBuf>,
    /// Stems of personas with errors: what they would write is not known.
    failed: HashSet<PathBuf>,
    differs: bool,
}

/// Files that are claimed.
#[derive(Default)]
struct Claims {
    /// The persona that claims each.
    claimed: HashMap<PathBuf, String>,
    /// What they are to hold.
    waiting: Vec<(PathBuf, String)>,
    /// Those that several personas claim.
    contested: HashSet<PathBuf>,
}

impl Outputs {
    /// The files of these inputs, as the arguments say.
    pub fn new(arguments: &Build, inputs: &Inputs) -> Outputs {
        let searched = arguments.out_dir.clone().filter(|_| arguments.check && inputs.whole);
        let rivals = if arguments.out_dir.is_some() { rivals(&inputs.files) } else { HashSet::new() };
        Outputs { checks: arguments.check, rivals, searched, ..Outputs::default() }
    }

    /// A persona that has no output.
    pub fn failed(&mut self, input: &Input) {
        self.failed.insert(input.stem.clone());
    }

    /// Take the files of an input and what they are to hold.
    ///
    /// # Errors
    ///
    /// If a file cannot be compared.
    pub fn take(&mut self, input: &Input, files: Vec<(PathBuf, String)>, session: &mut Session) -> Result<(), Problem> {
        let name = input.name.display().to_string();
        let mut own = Claims::default();
        let claims = if self.rivals.contains(&input.stem) { &mut self.contest } else { &mut own };
        files.into_iter().for_each(|(path, text)| claims.add(path, text, &name, session));
        self.settle(own, session)
    }

    /// Write or compare the files that one persona alone claims.
    fn settle(&mut self, claims: Claims, session: &mut Session) -> Result<(), Problem> {
        for (path, text) in &claims.waiting {
            if claims.contested.contains(path) {
                continue;
            }
            if self.checks {
                self.differs |= differs(path, text)?;
            } else if let Err(error) = write_whole(path, text) {
                session.problem(&Problem::Unwritable { path: path.display().to_string(), error });
            } else {
                session.say(&format!("wrote `{}`", path.display()));
            }
        }
        if self.searched.is_some() {
            self.known.extend(claims.claimed.into_keys());
        }
        Ok(())
    }

    /// What can be done only when all personas are known. Whether something differs.
    ///
    /// # Errors
    ///
    /// If a file cannot be compared.
    pub fn finish(mut self, session: &mut Session) -> Result<bool, Problem> {
        let contest = std::mem::take(&mut self.contest);
        self.settle(contest, session)?;
        match &self.searched {
            Some(directory) => Ok(left_overs(directory, &self.known, &self.failed)? || self.differs),
            None => Ok(self.differs),
        }
    }
}

impl Claims {
    fn add(&mut self, path: PathBuf, text: String, name: &str, session: &mut Session) {
        if let Some(first) = self.claimed.get(&path) {
            let (first, second) = (first.clone(), name.to_owned());
            session.problem(&Problem::SameOutput { path: path.clone(), first, second });
            self.contested.insert(path);
            return;
        }
        self.claimed.insert(path.clone(), name.to_owned());
        self.waiting.push((path, text));
    }
}

/// The stems of inputs that may write the same file: equal ones, and those that go on from another with a dot, as the
/// output of the block `b` in `a.persona` is called like that of `a.b.persona`.
fn rivals(inputs: &[Input]) -> HashSet<PathBuf> {
    let (mut all, mut rivals): (HashSet<&Path>, _) = (HashSet::new(), HashSet::new());
    for input in inputs {
        if !all.insert(&input.stem) {
            rivals.insert(input.stem.clone());
        }
    }
    for input in inputs {
        let shorter = shorter(&input.stem).filter(|stem| all.contains(stem.as_path()));
        rivals.extend(shorter.flat_map(|stem| [stem, input.stem.clone()]));
    }
    rivals
}

/// A stem up to each dot in its name: `a` and `a.b` for `a.b.c`.
fn shorter(stem: &Path) -> impl Iterator<Item = PathBuf> {
    let name = stem.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.match_indices('.').filter(|(dot, _)| *dot > 0).map(|(dot, _)| stem.with_file_name(&name[..dot]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rivals_may_write_the_same_file() {
        let input = |stem: &str| Input { path: None, name: PathBuf::new(), stem: PathBuf::from(stem) };
        let inputs: Vec<Input> = ["a", "a.b", "b/a.b", "c", "c", "d.e", "ab", ".f"].into_iter().map(input).collect();
        let mut found: Vec<PathBuf> = rivals(&inputs).into_iter().collect();
        found.sort();
        assert_eq!(found, ["a", "a.b", "c"].map(PathBuf::from));
    }
}
