//! Whether another text of a file would still ask for the same people.

use std::path::Path;
use std::sync::Arc;

use super::view::View;
use crate::check::{Checked, Options, check};
use crate::lint::Lints;
use crate::settings::Overrides;
use crate::source::{FileId, SourceFile};
use crate::syntax::parse;
use crate::workspace::Loaded;

/// What a check would say of the file if this were its text.
pub fn checked_as(view: &View, text: &str, lints: &Lints) -> Checked {
    with_options(view, lints, |options| check(loaded_as(view, text), options))
}

/// Do something with what checks of the file depend on.
pub fn with_options<T>(view: &View, lints: &Lints, work: impl FnOnce(&Options) -> T) -> T {
    let loader = view.loader();
    work(&Options {
        project: &view.home.project,
        profile: None,
        overrides: &Overrides::default(),
        environment: None,
        loader: &loader,
        lints,
    })
}

/// The lints that run for the file.
pub fn lints(view: &View) -> Lints {
    view.home.lints(view.path.as_deref().unwrap_or(Path::new("")))
}

/// The file with another text.
pub fn loaded_as(view: &View, text: &str) -> Loaded {
    let source = Arc::new(SourceFile::new(view.source.name(), text));
    let parsed = Arc::new(parse(&source, FileId(0)));
    Loaded { source, parsed, ..view.loaded() }
}

/// Whether the file would compile to the same bodies with this text, with as many errors as it has.
pub fn same_bodies(view: &View, text: &str) -> bool {
    let lints = Lints::of_build();
    checked_as(view, text, lints).is_as(&checked_as(view, view.source.text(), lints))
}
