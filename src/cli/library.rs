//! Comparing the personas of a project with each other, those included that were not named on the command line.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::checking::Checking;
use super::inputs::{Input, find};
use super::linted::{Linted, members};
use super::messages::Problem;
use super::session::Session;
use super::workers::Workers;
use crate::disk::absolute;
use crate::lint::{Library, Member, compare};
use crate::resolve::Atoms;
use crate::settings::Overrides;

/// Personas of the projects of `all` that were not named, by the directory of their project. `texts` numbers those of
/// all personas alike.
///
/// # Errors
///
/// If there is no current directory, or threads cannot be started.
pub fn neighbours(
    all: &[Linted],
    named: &[PathBuf],
    overrides: &Overrides,
    texts: &mut Atoms,
    session: &mut Session,
) -> Result<BTreeMap<PathBuf, Vec<Member>>, Problem> {
    let mut files: Vec<Input> = vec![];
    for root in all.iter().filter(|linted| linted.compares).map(|linted| &linted.root).collect::<HashSet<_>>() {
        if !is_whole(root, named) && root.join(crate::project::PROJECT_FILE).is_file() {
            files.extend(find(&[directory(root)], None)?.files);
        }
    }
    // Most often the whole project was named.
    if files.is_empty() {
        return Ok(BTreeMap::new());
    }
    let known: HashSet<PathBuf> = all.iter().map(|linted| absolute(&linted.input.name)).collect();
    files.retain(|file| !known.contains(&absolute(&file.name)));
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let mut neighbours: BTreeMap<PathBuf, Vec<Member>> = BTreeMap::new();
    let checking = Checking::to_look(session, overrides);
    Workers::new(session, files.len())?.each(
        &files,
        session,
        |input, home| checking.check(input, home).map(|checked| (home.root.clone(), checked)),
        |_, found, _| {
            // What cannot be read is not compared; whoever names it is told.
            if let Some(Ok((root, checked))) = found
                && let Some(source) = checked.sources.files.first()
            {
                neighbours.entry(root).or_default().extend(members(source, checked.personas, texts));
            }
            Ok(())
        },
    )?;
    Ok(neighbours)
}

/// Whether the whole project was named.
fn is_whole(root: &Path, named: &[PathBuf]) -> bool {
    let root = absolute(&directory(root));
    named.is_empty() || named.iter().any(|path| path.is_dir() && root.starts_with(absolute(path)))
}

fn directory(root: &Path) -> PathBuf {
    if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_owned() }
}

/// Compare the personas of each project, and add what is found to the findings of the files.
pub fn compare_all(all: &mut [Linted], mut neighbours: BTreeMap<PathBuf, Vec<Member>>) {
    let mut projects: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
    for (index, linted) in all.iter().enumerate().filter(|(_, linted)| linted.compares) {
        projects.entry(linted.root.clone()).or_default().push(index);
    }
    for (root, files) in projects {
        let mut members = neighbours.remove(&root).unwrap_or_default();
        let mut homes: Vec<Option<usize>> = vec![None; members.len()];
        for index in files {
            let own = std::mem::take(&mut all[index].members);
            homes.extend(own.iter().map(|_| Some(index)));
            members.extend(own);
        }
        for finding in compare(&Library::new(members)) {
            if let Some(linted) = homes[finding.member].map(|index| &mut all[index]) {
                linted.add(finding);
            }
        }
    }
    for linted in all {
        linted.findings.sort_by_key(|finding| (finding.location(), finding.rule.code));
    }
}
