//! `textDocument/rename` and `textDocument/prepareRename`: another name for a `let`, an alias or a persona block, in all
//! files at once.

use gen_lsp_types::{PrepareRenameParams, PrepareRenamePlaceholder, PrepareRenameResult, RenameParams, WorkspaceEdit};

use super::edits::workspace_edit;
use super::failure::Failure;
use super::lexis::{Kind, tokens};
use super::names::{Occurrence, Thing, Written, everywhere, new_name, occurrence_at, occurrences, stays};
use super::persona_files::MOST_FILES;
use super::server::Server;
use super::view::View;
use crate::diagnostic::Edit;
use crate::wording::thousands;

/// What would be called otherwise, if something can be.
///
/// # Errors
///
/// If there is no such file.
pub fn prepare(server: &Server, params: PrepareRenameParams) -> Result<Option<PrepareRenameResult>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    let here = occurrence_at(&view.units(), view.offset(place.position));
    let renamed = |here: Occurrence| PrepareRenamePlaceholder {
        range: view.range(here.span),
        placeholder: view.text(here.span).trim_matches('"').to_owned(),
    };
    Ok(here.filter(|here| matches!(here.thing, Thing::Made(..))).map(|here| renamed(here).into()))
}

/// The edits that give something another name wherever it is named. They are proved: every name means afterwards what
/// it meant before.
///
/// # Errors
///
/// If there is no such file, nothing there has a name, or the new name cannot be had.
pub fn rename(server: &Server, params: RenameParams) -> Result<Option<WorkspaceEdit>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    let here = occurrence_at(&view.units(), view.offset(place.position));
    let here = here.filter(|here| matches!(here.thing, Thing::Made(..))).ok_or_else(|| {
        Failure::failed("nothing with a name of its own stands here: put the cursor on a `let`, an alias or a persona")
    })?;
    let old = view.text(here.span);
    let new = new_name(&params.new_name, is_persona(&view, &here))?;
    let files = everywhere(&view, &here.thing, &[old, &new]);
    whole(&files, old)?;
    let edits: Vec<(&View, Vec<Edit>)> = files.iter().map(|file| (&file.view, edits(file, &new))).collect();
    stays(&edits, &new)?;
    let changed: Vec<_> = edits.into_iter().filter(|(_, edits)| !edits.is_empty()).collect();
    Ok(Some(workspace_edit(server, &changed)))
}

/// Whether a name is the key of a persona block: what makes it is no `let` and no alias.
fn is_persona(view: &View, here: &Occurrence) -> bool {
    let before = view.source.text().get(..here.span.start as usize).unwrap_or_default();
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    here.makes && word.eq_ignore_ascii_case("persona")
}

fn edits(file: &Written, new: &str) -> Vec<Edit> {
    file.places.iter().map(|place| Edit::replace(place.span, new)).collect()
}

/// That all places are known: no file was left out, and none is too broken to be read.
fn whole(files: &[Written], old: &str) -> Result<(), Failure> {
    if files.len() >= MOST_FILES {
        return Err(Failure::failed(format!("there are more than {} persona files", thousands(MOST_FILES as u64))));
    }
    match files.iter().find(|file| may_hide(&file.view, old)) {
        None => Ok(()),
        Some(file) => Err(Failure::failed(format!(
            "`{}` has mistakes that hide whether it names `{old}`: mend them first",
            file.view.source.name()
        ))),
    }
}

/// Whether a file cannot be read whole, and a reference in it that was not understood may be one to `old`.
fn may_hide(view: &View, old: &str) -> bool {
    if !view.parsed.has_errors() {
        return false;
    }
    let known = occurrences(&view.units());
    tokens(view.source.text()).iter().filter(|token| token.kind == Kind::Reference).any(|token| {
        let names = view.text(token.span).trim_start_matches('$').split('.').any(|name| name == old);
        names && !known.iter().any(|one| token.span.start <= one.span.start && one.span.end <= token.span.end)
    })
}
