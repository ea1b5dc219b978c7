//! The files that use a file: what changes in it may change what they ask for.

use std::path::Path;
use std::sync::Arc;

use super::super::view::View;
use crate::check::{Checked, Options, check};
use crate::lint::Lints;
use crate::settings::Overrides;
use crate::source::SourceFile;
use crate::syntax::ast::Item;
use crate::workspace::Loaded;

/// In a project of more files nobody looks for those that use one.
const MOST_FILES: usize = 500;

/// The other files of the project that use this one, directly or not; `None` if there are too many files to know.
pub fn users<'a>(view: &View<'a>) -> Option<Vec<View<'a>>> {
    let Some(path) = &view.path else { return Some(vec![]) };
    let own = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
    let files = view.project_files();
    if files.len() > MOST_FILES {
        return None;
    }
    let identity = view.loaded().identity;
    let others = files.iter().filter(|file| **file != own).filter_map(|file| view.server.view_at(file).ok());
    Some(others.filter(|other| uses(other, &identity)).collect())
}

fn uses(view: &View, identity: &str) -> bool {
    let uses_any = view.parsed.file.items.iter().any(|item| matches!(item, Item::Use(_)));
    uses_any && view.units().iter().any(|unit| unit.identity == identity)
}

/// Whether a file that uses another one asks for the same, and has as many errors, if that has this text.
pub fn is_untouched(user: &View, changed: &Loaded, same: impl Fn(&Checked, &Checked) -> bool) -> bool {
    let lints = Lints::of_build();
    let before = user.check_with(lints);
    let read = (Arc::clone(&changed.source), Arc::clone(&changed.parsed));
    let loader = user.loader().with(Path::new(&changed.identity), read);
    let options = Options {
        project: &user.home.project,
        profile: None,
        overrides: &Overrides::default(),
        environment: None,
        loader: &loader,
        lints,
    };
    same(&before, &check(user.loaded(), &options))
}

/// A view of the same file with another text.
pub fn changed<'a>(view: &View<'a>, loaded: &Loaded) -> View<'a> {
    View {
        server: view.server,
        uri: view.uri.clone(),
        path: view.path.clone(),
        source: Arc::<SourceFile>::clone(&loaded.source),
        parsed: Arc::clone(&loaded.parsed),
        home: view.home.clone(),
    }
}
