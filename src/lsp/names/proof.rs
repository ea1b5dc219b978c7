//! Whether every name still means what it meant, once something is called otherwise.

use std::path::Path;

use super::{Occurrence, Thing, occurrences};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Lints;
use crate::lsp::edits::edited;
use crate::lsp::failure::Failure;
use crate::lsp::overlay::Overlay;
use crate::lsp::proof::{checked_as, loaded_as};
use crate::lsp::view::View;
use crate::report::Report;
use crate::workspace::{Loaded, load_all};

/// A file as it will be.
struct Changed<'a> {
    view: &'a View<'a>,
    file: Loaded,
}

/// Prove that after these edits, which write `new`, every name in these files means the same thing as before. The first
/// file is the one that makes the name.
///
/// # Errors
///
/// If a name would mean something else, or is taken.
pub fn stays(files: &[(&View, Vec<Edit>)], new: &str) -> Result<(), Failure> {
    let changed = |(view, edits): &(&'_ View<'_>, Vec<Edit>)| edited(view.source.text(), edits);
    if let Some(first @ (view, _)) = files.first() {
        no_new_error(view, &changed(first))?;
    }
    let changed: Vec<Changed> =
        files.iter().map(|file| Changed { view: file.0, file: loaded_as(file.0, &changed(file)) }).collect();
    changed.iter().try_for_each(|file| same_names(file, &changed, new))
}

fn no_new_error(view: &View, text: &str) -> Result<(), Failure> {
    let of_build = Lints::of_build();
    let (before, after) = (checked_as(view, view.source.text(), of_build), checked_as(view, text, of_build));
    let is_new = |finding: &&Diagnostic| {
        let same = |other: &Diagnostic| other.rule == finding.rule && other.message == finding.message;
        finding.is_error() && !before.diagnostics.iter().any(same)
    };
    match after.diagnostics.iter().find(is_new) {
        Some(finding) if after.errors() > before.errors() => Err(Failure::failed(finding.message.clone())),
        _ => Ok(()),
    }
}

fn same_names(file: &Changed, changed: &[Changed], new: &str) -> Result<(), Failure> {
    let before = occurrences(&file.view.units());
    let loader = changed.iter().fold(file.view.loader(), |loader: Overlay, other| {
        let read = (other.file.source.clone(), other.file.parsed.clone());
        loader.with(Path::new(&other.file.identity), read)
    });
    let after = occurrences(&load_all(file.file.clone(), &loader, &mut Report::default()));
    let meant: fn(&Occurrence) -> (&Thing, bool) = |one| (&one.thing, one.makes);
    if before.iter().map(meant).eq(after.iter().map(meant)) {
        return Ok(());
    }
    let other = before.iter().zip(&after).find(|(before, after)| meant(before) != meant(after));
    let at = other.map_or(0, |(before, _)| before.span.start);
    let (name, line) = (file.view.source.name(), file.view.source.line_of(at) + 1);
    Err(Failure::failed(format!("`{new}` is taken: with it, line {line} of `{name}` would mean something else")))
}
