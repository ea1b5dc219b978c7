//! The personas of a file beside the others of its project: copies, and those inside each other.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use super::view::View;
use crate::audience::Audience;
use crate::check::Checked;
use crate::lint::{Allowed, Finding, Library, Lints, Member, compare};
use crate::resolve::Atoms;
use crate::source::SourceFile;

/// Personas are compared with those of so many other files; in a larger project `personac lint` does it.
const MOST_FILES: usize = 500;

/// The personas of the files of projects, as they are on the disk.
#[derive(Debug, Default)]
pub struct Neighbours {
    files: RefCell<HashMap<PathBuf, Known>>,
    roots: RefCell<HashMap<PathBuf, (u64, Vec<PathBuf>)>>,
}

/// The personas of a file, and the text they were read from.
#[derive(Debug)]
struct Known {
    source: Arc<SourceFile>,
    personas: Vec<Persona>,
}

/// The key of a persona, and whom it asks for.
type Persona = (Option<String>, Audience);

impl Neighbours {
    /// The persona files of a project, looked for once an epoch of the disk.
    pub fn files(&self, root: &Path, epoch: u64) -> Vec<PathBuf> {
        let mut roots = self.roots.borrow_mut();
        let (known, files) = roots.entry(root.to_owned()).or_insert_with(|| (epoch, walk(root)));
        if *known != epoch {
            (*known, *files) = (epoch, walk(root));
        }
        files.clone()
    }

    /// The personas of a file that is not the one of `view`.
    fn members(&self, view: &View, path: &Path, texts: &mut Atoms) -> Vec<Member> {
        let Ok(other) = view.server.view_at(path) else { return vec![] };
        let mut files = self.files.borrow_mut();
        if let Some(known) = files.get(path).filter(|known| Arc::ptr_eq(&known.source, &other.source)) {
            return members(&known.source, known.personas.clone(), texts);
        }
        let personas = personas(&other.check_with(Lints::of_build()));
        files.insert(path.to_owned(), Known { source: Arc::clone(&other.source), personas: personas.clone() });
        members(&other.source, personas, texts)
    }
}

/// Add what is found about the personas of a file among the others.
pub fn add_findings(view: &View, lints: &Lints, checked: &mut Checked) {
    if !lints.compare() || checked.personas.is_empty() {
        return;
    }
    let mut texts = Atoms::default();
    let mut all: Vec<Member> = neighbours(view, &mut texts);
    let others = all.len();
    all.extend(members(&view.source, personas(checked), &mut texts));
    let allowed = Allowed::default();
    for finding in compare(&Library::new(all)).into_iter().filter(|finding| finding.member >= others) {
        let Some(diagnostic) = lints.judge_one_of_many(finding.diagnostic, &view.source, &allowed) else { continue };
        let settled = Finding { diagnostic, ..finding }.settle(&mut checked.sources);
        checked.diagnostics.push(settled);
    }
    checked.diagnostics.sort_by_key(|finding| (finding.location(), finding.rule.code));
}

/// The personas of the other files of the project.
fn neighbours(view: &View, texts: &mut Atoms) -> Vec<Member> {
    if !view.home.project_file().is_file() {
        return vec![];
    }
    let server = view.server;
    let own = view.path.as_ref().and_then(|path| std::fs::canonicalize(path).ok());
    let files = server.neighbours.files(&view.home.root, server.disk_epoch);
    if files.len() > MOST_FILES {
        return vec![];
    }
    let others = files.iter().filter(|file| Some(*file) != own.as_ref());
    others.flat_map(|file| server.neighbours.members(view, file, texts)).collect()
}

fn walk(root: &Path) -> Vec<PathBuf> {
    let root = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let walk = WalkBuilder::new(root).require_git(false).sort_by_file_path(Ord::cmp).build();
    let files = walk.filter_map(Result::ok).map(ignore::DirEntry::into_path);
    files.filter(|path| path.extension().is_some_and(|ending| ending == "persona")).take(MOST_FILES + 1).collect()
}

fn personas(checked: &Checked) -> Vec<Persona> {
    checked.personas.iter().map(|one| (one.key.clone(), one.audience.clone())).collect()
}

fn members(source: &Arc<SourceFile>, personas: Vec<Persona>, texts: &mut Atoms) -> Vec<Member> {
    personas.into_iter().map(|(key, audience)| Member::new(source, key, audience, texts)).collect()
}
