//! `textDocument/codeAction`: what can be done about findings, and refactorings that leave the requests what they are.

mod extract;
mod extractable;
mod groups;
mod here;
mod inline;
mod inline_everywhere;
mod labels;
mod layout;
mod moved;
mod names;
mod proof;
mod quick_fixes;
mod refactoring;
mod resolving;
mod same;
mod sense;
mod sort;
mod users;
mod written;

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse};

use super::edits::workspace_edit;
use super::failure::Failure;
use super::server::Server;
use super::view::View;
use crate::diagnostic::Edit;

pub use resolving::resolve;

/// The kinds of actions that there are.
pub fn kinds() -> Vec<CodeActionKind> {
    let refactorings =
        [CodeActionKind::RefactorRewrite, CodeActionKind::RefactorExtract, CodeActionKind::RefactorInline];
    [CodeActionKind::QuickFix, CodeActionKind::SourceFixAll].into_iter().chain(refactorings).collect()
}

/// What can be done at a place: each fix of each finding there, allowing what may be allowed, all safe fixes of the
/// file at once, and refactorings.
///
/// # Errors
///
/// If there is no such file.
pub fn actions(server: &Server, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let only = params.context.only.as_deref();
    let wants = |kind: &CodeActionKind| wanted(only, kind);
    let mut actions = vec![];
    if wants(&CodeActionKind::QuickFix) {
        actions.extend(quick_fixes::at(&view, view.span(params.range)));
    }
    if wants(&CodeActionKind::SourceFixAll) {
        actions.extend(quick_fixes::fix_all(&view, params.range));
    }
    actions.extend(refactoring::at(&view, params.range, &wants));
    Ok(Some(actions.into_iter().map(CodeActionResponse::CodeAction).collect()))
}

/// Whether a kind is asked for, by itself or by one that holds it.
fn wanted(only: Option<&[CodeActionKind]>, kind: &CodeActionKind) -> bool {
    let kind = kind.to_string();
    let holds = |wanted: &CodeActionKind| {
        let rest = kind.strip_prefix(&wanted.to_string());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    only.is_none_or(|only| only.iter().any(holds))
}

fn action(view: &View, title: String, kind: CodeActionKind, edits: Vec<Edit>) -> CodeAction {
    CodeAction {
        title,
        kind: Some(kind),
        edit: Some(workspace_edit(view.server, &[(view, edits)])),
        ..CodeAction::default()
    }
}
