//! `textDocument/codeAction`: what can be done about findings.

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse};

use super::edits::{between, edited, workspace_edit};
use super::failure::Failure;
use super::findings::shown;
use super::proof::{checked_as, lints, loaded_as, with_options};
use super::server::Server;
use super::view::View;
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Edit, Safety};
use crate::fix::fix;
use crate::rule::Rule;
use crate::source::{FileId, Span};

/// What can be done at a place: each fix of each finding there, allowing what may be allowed, and all safe fixes of the
/// file at once.
///
/// # Errors
///
/// If there is no such file.
pub fn actions(server: &Server, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let (span, checked) = (view.span(params.range), view.checked());
    let wants = |kind: &CodeActionKind| wanted(params.context.only.as_deref(), kind);
    let mut actions = vec![];
    let here = checked.diagnostics.iter().filter(|finding| is_here(finding, span));
    if wants(&CodeActionKind::QuickFix) {
        for finding in here {
            actions.extend(fixes(&view, &checked, finding));
            actions.extend(allowances(&view, &checked, finding));
        }
    }
    if wants(&CodeActionKind::SourceFixAll) {
        actions.extend(fix_all(&view, &checked));
    }
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

fn is_here(finding: &Diagnostic, span: Span) -> bool {
    let at = finding.location();
    at.file == FileId(0) && at.span.start <= span.end && span.start <= at.span.end
}

fn action(view: &View, title: String, kind: CodeActionKind, edits: Vec<Edit>) -> CodeAction {
    CodeAction {
        title,
        kind: Some(kind),
        edit: Some(workspace_edit(view.server, &[(view, edits)])),
        ..CodeAction::default()
    }
}

/// An action for each fix of a finding. The one that may be applied unasked is preferred.
fn fixes<'a>(view: &'a View, checked: &'a Checked, finding: &'a Diagnostic) -> impl Iterator<Item = CodeAction> + 'a {
    finding.fixes.iter().map(move |fix| CodeAction {
        diagnostics: Some(vec![shown(view, &checked.sources, finding)]),
        is_preferred: Some(fix.safety == Safety::Safe),
        ..action(view, fix.title.clone(), CodeActionKind::QuickFix, fix.edits.clone())
    })
}

/// Allowing a finding here or in the whole file, where that can be done and helps.
fn allowances(view: &View, checked: &Checked, finding: &Diagnostic) -> Vec<CodeAction> {
    if finding.rule.is_fixed() {
        return vec![];
    }
    let name = finding.rule.name;
    let ways = [
        (format!("allow `{name}` here"), above(view, finding, name)),
        (format!("allow `{name}` in this file"), on_top(view, name)),
    ];
    let works = |edit: &Edit| helps(view, checked, finding, edit);
    let action = |(title, edit): (String, Edit)| CodeAction {
        diagnostics: Some(vec![shown(view, &checked.sources, finding)]),
        ..action(view, title, CodeActionKind::QuickFix, vec![edit])
    };
    ways.into_iter().filter(|(_, edit)| works(edit)).map(action).collect()
}

/// A comment on a line of its own above the finding.
fn above(view: &View, finding: &Diagnostic, name: &str) -> Edit {
    let line = view.source.line_span(view.source.line_of(finding.location().span.start));
    let text = view.text(line);
    let indent = &text[..text.len() - text.trim_start().len()];
    Edit::insert(line.start, format!("{indent}# personac: allow({name})\n"))
}

/// A comment for the whole file.
fn on_top(view: &View, name: &str) -> Edit {
    Edit::insert(view.source.byte_order_mark() as u32, format!("# personac: allow-file({name})\n"))
}

/// Whether the finding is gone after an edit, and no other comes.
fn helps(view: &View, before: &Checked, finding: &Diagnostic, edit: &Edit) -> bool {
    let text = edited(view.source.text(), std::slice::from_ref(edit));
    let after = checked_as(view, &text, &lints(view));
    let count = |checked: &Checked, rule: &Rule| checked.diagnostics.iter().filter(|one| one.rule == rule).count();
    let total = |checked: &Checked| checked.diagnostics.len() + checked.dropped;
    count(&after, finding.rule) < count(before, finding.rule) && total(&after) < total(before)
}

/// All safe fixes of the file, as `personac lint --fix` applies them.
fn fix_all(view: &View, checked: &Checked) -> Option<CodeAction> {
    let fixes = checked.diagnostics.iter().flat_map(|finding| &finding.fixes);
    if !fixes.into_iter().any(|fix| fix.safety == Safety::Safe) {
        return None;
    }
    let text = view.source.text();
    let fixed = with_options(view, &lints(view), |options| fix(loaded_as(view, text), options, Safety::Safe));
    if fixed.text == text {
        return None;
    }
    let title = "apply all safe fixes of personac".to_owned();
    Some(action(view, title, CodeActionKind::SourceFixAll, between(text, &fixed.text)))
}
