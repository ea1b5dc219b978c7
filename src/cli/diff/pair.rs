//! Comparing two files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::old_projects::OldProjects;
use super::revision::Revision;
use super::subject::{Place, Subject, look};
use crate::cli::inputs::Input;
use crate::cli::messages::Problem;
use crate::cli::projects::Projects;
use crate::cli::session::Session;
use crate::cli::workers::load;
use crate::diff::{Change, Review, Reviewed, Scope, compare};
use crate::disk::{absolute, tidy};
use crate::project::LabelBook;
use crate::settings::Overrides;
use crate::wording::listed;

/// Compare two files; `None` if a project cannot be used, which is shown.
///
/// # Errors
///
/// If a file cannot be found.
pub fn review(names: [&String; 2], overrides: &Overrides, session: &mut Session) -> Result<Option<Review>, Problem> {
    let mut subjects = vec![];
    for name in names {
        let Some(subject) = subject(name, overrides, session)? else { return Ok(None) };
        subjects.push(subject);
    }
    let [before, after] = names.map(Clone::clone);
    let [old, new] = subjects.as_slice() else { return Ok(None) };
    if old.personas.is_empty() && new.personas.is_empty() && !old.is_broken && !new.is_broken {
        let names = listed([before.as_str(), after.as_str()].into_iter());
        return Err(Problem::Usage(format!("neither of {names} has a persona: they hold `let`s for others")));
    }
    let personas = compare_files(&after, old, new);
    Ok(Some(Review { scope: Scope::Pair, before, after, personas, unchanged: 0 }))
}

/// The personas of a file that is on both sides.
pub fn compare_files(file: &str, old: &Subject, new: &Subject) -> Vec<Reviewed> {
    let reviewed = |key, change| Reviewed { file: file.to_owned(), was: None, key, change, untouched: false };
    if old.is_broken || new.is_broken {
        return vec![reviewed(None, Change::Errors(old.is_broken, new.is_broken))];
    }
    let none = LabelBook::default();
    let entries = compare(old.side(&none), new.side(&none));
    entries.into_iter().map(|entry| reviewed(entry.key, entry.change)).collect()
}

fn subject(name: &str, overrides: &Overrides, session: &mut Session) -> Result<Option<Subject>, Problem> {
    match revision_and_path(name) {
        Some((revision, path)) => at_revision(revision, path, overrides, session),
        None => on_disk(name, overrides, session),
    }
}

/// `REVISION:PATH`, unless that is a file. A single letter before a slash is a drive.
fn revision_and_path(name: &str) -> Option<(&str, &str)> {
    let (revision, path) = name.split_once(':')?;
    let is_drive = revision.len() == 1 && path.starts_with(['/', '\\']);
    (!is_drive && !Path::new(name).exists()).then_some((revision, path))
}

fn on_disk(name: &str, overrides: &Overrides, session: &mut Session) -> Result<Option<Subject>, Problem> {
    let stdin = || session.global.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("<stdin>"));
    let input = match name {
        "-" => Input { path: None, name: stdin(), stem: PathBuf::new() },
        _ => Input { path: Some(PathBuf::from(name)), name: tidy(Path::new(name)), stem: PathBuf::new() },
    };
    let loaded = load(&input)?;
    let Some(home) = Projects::default().of(&input.name, session) else { return Ok(None) };
    let place = Place::Disk(home);
    let checked = look(loaded, &place, session.global.profile.as_deref(), overrides);
    Ok(Some(Subject::new(&place, Ok(checked), session)))
}

fn at_revision(
    name: &str,
    path: &str,
    overrides: &Overrides,
    session: &mut Session,
) -> Result<Option<Subject>, Problem> {
    if name.is_empty() {
        return Err(Problem::Usage(format!("`:{path}` names no revision\n  help: write it as `HEAD:{path}`")));
    }
    let revision = Arc::new(Revision::find(name)?);
    let file = from_top(&revision, path)?;
    let loaded = revision.load(&file).map_err(|error| unreadable(&revision, &file, path, error))?;
    let Some(home) = OldProjects::new(Arc::clone(&revision)).of(&file, session) else { return Ok(None) };
    let place = Place::Revision(home);
    let checked = look(loaded, &place, session.global.profile.as_deref(), overrides);
    Ok(Some(Subject::new(&place, Ok(checked), session)))
}

/// The path from the top of the repository, where it starts unless it begins with `./` or `../`, as in git.
fn from_top(revision: &Revision, path: &str) -> Result<PathBuf, Problem> {
    match path.starts_with("./") || path.starts_with("../") {
        true => below_top(revision, Path::new(path)),
        false => Ok(tidy(Path::new(path))),
    }
}

fn below_top(revision: &Revision, path: &Path) -> Result<PathBuf, Problem> {
    let here = std::env::current_dir().and_then(std::fs::canonicalize).map_err(Problem::unreadable("."))?;
    let whole = absolute(&here.join(path));
    whole.strip_prefix(&revision.repository.top).map(Path::to_owned).map_err(|_| {
        let top = revision.repository.top.display();
        Problem::Usage(format!("`{}` lies outside the git repository `{top}`", path.display()))
    })
}

/// No such file: it may be there as seen from the current directory.
fn unreadable(revision: &Revision, file: &Path, written: &str, error: std::io::Error) -> Problem {
    let path = revision.shown(file);
    let here = below_top(revision, Path::new(written)).ok().filter(|here| revision.files.contains_key(here));
    match here {
        Some(_) if error.kind() == std::io::ErrorKind::NotFound => {
            let near = vec![format!("`{}:./{written}`", revision.name)];
            Problem::Missing { path, near }
        }
        _ => Problem::Unreadable { path, error },
    }
}
