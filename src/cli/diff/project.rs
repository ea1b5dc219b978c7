//! Comparing all personas of a project with what they were at a revision.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::moves::moves;
use super::old_projects::OldProjects;
use super::pair::compare_files;
use super::revision::Revision;
use super::subject::{Place, Subject, look};
use crate::check::Checked;
use crate::cli::inputs::{Input, Inputs, find, project_directory};
use crate::cli::messages::Problem;
use crate::cli::projects::Projects;
use crate::cli::session::Session;
use crate::cli::workers::{load, threads};
use crate::diff::{Change, Review, Reviewed, Scope};
use crate::disk::tidy;
use crate::settings::Overrides;

/// Files by their paths from the directory of the project.
pub type Subjects = BTreeMap<PathBuf, Subject>;

/// Compare the personas of the project, or of this directory where there is no project, with those of a revision;
/// `None` if a project cannot be used, which is shown.
///
/// # Errors
///
/// If there is no such revision, no repository, or no git.
pub fn review(name: &str, overrides: &Overrides, session: &mut Session) -> Result<Option<Review>, Problem> {
    let revision = Arc::new(Revision::find(name)?);
    let here = std::env::current_dir().map_err(Problem::unreadable("."))?;
    let directory = project_directory(&here).unwrap_or_else(|_| PathBuf::from("."));
    let root = below_top(&directory, &revision)?;
    let old = old_files(&revision, &root);
    let inputs = new_files(&directory, &old, session)?;
    let compare = Both { overrides, profile: session.global.profile.clone() };
    let Some(old) = compare.before(&revision, &root, old, session)? else { return Ok(None) };
    let Some(new) = compare.after(&directory, inputs, session)? else { return Ok(None) };
    Ok(Some(reviewed(name, &directory, &old, &new)))
}

/// The path of a directory from the top of the repository.
fn below_top(directory: &Path, revision: &Revision) -> Result<PathBuf, Problem> {
    let top = &revision.repository.top;
    let whole = std::fs::canonicalize(directory).map_err(Problem::unreadable(directory.display()))?;
    whole.strip_prefix(top).map(Path::to_owned).map_err(|_| {
        let (project, top) = (directory.display(), top.display());
        Problem::Usage(format!("the project `{project}` lies outside the git repository `{top}`"))
    })
}

/// The personas of the revision below `root`; what is hidden on the disk is hidden there too.
fn old_files(revision: &Revision, root: &Path) -> BTreeSet<PathBuf> {
    let below = revision.files.keys().filter_map(|file| file.strip_prefix(root).ok());
    let is_hidden = |file: &Path| file.iter().any(|part| part.to_string_lossy().starts_with('.'));
    let is_persona = |file: &&Path| file.extension().is_some_and(|ending| ending == "persona") && !is_hidden(file);
    below.filter(is_persona).map(Path::to_owned).collect()
}

/// The personas of the working tree. A file that git knows counts even where `.gitignore` names it.
fn new_files(directory: &Path, old: &BTreeSet<PathBuf>, session: &mut Session) -> Result<Vec<Input>, Problem> {
    let Inputs { mut files, problems, .. } = find(&[directory.to_owned()], None)?;
    let nobody = |problem: &Problem| matches!(problem, Problem::NoPersonas(_)) && !old.is_empty();
    problems.iter().filter(|problem| !nobody(problem)).for_each(|problem| session.problem(problem));
    let known: BTreeSet<PathBuf> = files.iter().filter_map(|input| place(input, directory)).collect();
    for file in old.iter().filter(|file| !known.contains(*file)) {
        let path = directory.join(file);
        if path.is_file() {
            files.push(Input { name: tidy(&path), path: Some(path), stem: PathBuf::new() });
        }
    }
    Ok(files)
}

fn place(input: &Input, directory: &Path) -> Option<PathBuf> {
    input.path.as_ref()?.strip_prefix(directory).ok().map(Path::to_owned)
}

/// Compiles both sides, each with its own project files.
struct Both<'a> {
    overrides: &'a Overrides,
    profile: Option<String>,
}

impl Both<'_> {
    fn before(
        &self,
        revision: &Arc<Revision>,
        root: &Path,
        files: BTreeSet<PathBuf>,
        session: &mut Session,
    ) -> Result<Option<Subjects>, Problem> {
        let mut projects = OldProjects::new(Arc::clone(revision));
        let mut places = vec![];
        for file in files {
            let whole = root.join(&file);
            let Some(home) = projects.of(&whole, session) else { return Ok(None) };
            places.push((file, whole, Place::Revision(home)));
        }
        let read = |whole: &PathBuf| revision.load(whole).map_err(Problem::unreadable(revision.shown(whole)));
        self.all(places, read, session).map(Some)
    }

    fn after(&self, directory: &Path, inputs: Vec<Input>, session: &mut Session) -> Result<Option<Subjects>, Problem> {
        let mut projects = Projects::default();
        let mut places = vec![];
        for input in inputs {
            let Some(home) = projects.of(&input.name, session) else { return Ok(None) };
            places.extend(place(&input, directory).map(|file| (file, input, Place::Disk(home))));
        }
        self.all(places, load, session).map(Some)
    }

    fn all<T: Sync>(
        &self,
        files: Vec<(PathBuf, T, Place)>,
        read: impl Fn(&T) -> Result<crate::workspace::Loaded, Problem> + Sync,
        session: &mut Session,
    ) -> Result<Subjects, Problem> {
        let one = |(_, file, place): &(PathBuf, T, Place)| -> Result<Checked, Problem> {
            Ok(look(read(file)?, place, self.profile.as_deref(), self.overrides))
        };
        let checked: Vec<Result<Checked, Problem>> = match threads(session, files.len())? {
            Some(pool) => pool.install(|| files.par_iter().map(one).collect()),
            None => files.iter().map(one).collect(),
        };
        let done = files.into_iter().zip(checked);
        Ok(done.map(|((path, _, place), checked)| (path, Subject::new(&place, checked, session))).collect())
    }
}

/// Everything that differs or moved, in the order of the files.
fn reviewed(name: &str, directory: &Path, old: &Subjects, new: &Subjects) -> Review {
    let shown = |path: &Path| tidy(&directory.join(path)).display().to_string();
    let nothing = Subject::nothing();
    let moves = moves(old, new);
    let mut personas: Vec<Reviewed> = vec![];
    for (path, now) in new {
        let moved_from = moves.get(path).copied();
        let before = old.get(moved_from.unwrap_or(path));
        let mut found = compare_files(&shown(path), before.unwrap_or(&nothing), now);
        for one in &mut found {
            one.was = moved_from.map(|was| shown(was.as_path()));
            one.untouched = before.is_some_and(|before| before.has_text_of(now));
        }
        personas.extend(found);
    }
    let gone = |path: &&PathBuf| !new.contains_key(*path) && moves.values().all(|was| was != path);
    for path in old.keys().filter(gone) {
        let before = old.get(path).unwrap_or(&nothing);
        personas.extend(match before.is_broken {
            true => vec![Reviewed::removed(shown(path))],
            false => compare_files(&shown(path), before, &nothing),
        });
    }
    personas.sort_by(|one, other| one.file.cmp(&other.file));
    let all = personas.len();
    personas.retain(|one| one.was.is_some() || one.change.is_difference());
    let unchanged = all - personas.len();
    let (before, after) = (name.to_owned(), "the working tree".to_owned());
    Review { scope: Scope::Project, before, after, personas, unchanged }
}

/// Whether nothing differs between the personas of two files but where they are.
pub fn are_the_same(old: &Subject, new: &Subject) -> bool {
    let found = compare_files("", old, new);
    !found.is_empty() && found.iter().all(|one| matches!(one.change, Change::Both(_)) && !one.change.is_difference())
}
