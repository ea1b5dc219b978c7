//! The persona files of projects and of the folders that are open, as they are in the editor.

use std::collections::HashSet;
use std::path::PathBuf;

use ignore::WalkBuilder;

use super::server::Server;
use super::view::View;
use crate::disk::is_persona;

/// Files that are looked at, at most.
pub const MOST_FILES: usize = 10_000;

/// All persona files of the folders that are open, and of the projects of open files. What is open comes first.
pub fn everywhere(server: &Server) -> Vec<View<'_>> {
    let open = server.documents.values().filter_map(|document| document.path.as_deref()?.parent());
    let homes = open.map(|directory| server.homes.of(directory).root.clone());
    below(server, homes.chain(server.folders.iter().cloned()).collect())
}

/// Each file below these directories once, open ones first and then in the order of the paths.
fn below(server: &Server, roots: Vec<PathBuf>) -> Vec<View<'_>> {
    let mut open: Vec<_> = server.documents.values().collect();
    open.sort_by(|one, other| one.uri.as_ref().cmp(other.uri.as_ref()));
    let mut known: HashSet<PathBuf> = open.iter().filter_map(|document| document.real_path.clone()).collect();
    let mut views: Vec<View> = open.into_iter().filter_map(|document| server.view(&document.uri).ok()).collect();
    for path in paths(roots) {
        let real = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        if known.insert(real) {
            views.extend(server.view_at(&path).ok());
        }
    }
    views
}

/// Persona files below these directories, as the command line finds them.
fn paths(mut roots: Vec<PathBuf>) -> Vec<PathBuf> {
    roots.retain(|root| root.is_absolute());
    roots.sort();
    roots.dedup_by(|inner, outer| inner.starts_with(outer));
    let walks =
        roots.iter().flat_map(|root| WalkBuilder::new(root).require_git(false).sort_by_file_path(Ord::cmp).build());
    walks.filter_map(Result::ok).filter(is_persona).map(ignore::DirEntry::into_path).take(MOST_FILES).collect()
}
