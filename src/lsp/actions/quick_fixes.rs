//! What can be done about findings: their fixes, allowing them, all safe fixes of a file at once.

use gen_lsp_types::{CodeAction, CodeActionKind, Range};

use super::super::edits::{between, edited};
use super::super::findings::shown;
use super::super::proof::{checked_as, lints, loaded_as, with_options};
use super::super::view::View;
use super::action;
use super::refactoring::takes_long;
use super::resolving::{later, resolves};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Edit, Safety};
use crate::fix::fix;
use crate::lint::{is_about_comments, reaches_from};
use crate::rule::Rule;
use crate::source::{FileId, Span};

/// What can be done about the findings at a place.
pub fn at(view: &View, span: Span) -> Vec<CodeAction> {
    let checked = view.checked();
    let here = checked.diagnostics.iter().filter(|finding| is_here(finding, span));
    here.flat_map(|finding| {
        let mut actions: Vec<CodeAction> = fixes(view, &checked, finding).collect();
        actions.extend(allowances(view, &checked, finding));
        actions
    })
    .collect()
}

fn is_here(finding: &Diagnostic, span: Span) -> bool {
    let at = finding.location();
    at.file == FileId(0) && at.span.start <= span.end && span.start <= at.span.end
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
    let kind = CodeActionKind::QuickFix;
    let is_later = resolves(view.server);
    let one = |(title, edit): (String, Edit)| match is_later {
        true => may_help(view, finding, &edit)
            .then(|| later(view, view.range(finding.location().span), title, kind.clone())),
        // A file that was given up on takes too long to be checked again and again.
        false if takes_long(view) => {
            may_help(view, finding, &edit).then(|| action(view, title, kind.clone(), vec![edit]))
        }
        false => helps(view, checked, finding, &edit).then(|| action(view, title, kind.clone(), vec![edit])),
    };
    let found = ways(view, finding).into_iter().filter_map(one);
    found
        .map(|action| CodeAction { diagnostics: Some(vec![shown(view, &checked.sources, finding)]), ..action })
        .collect()
}

/// The ways to allow a finding, each with its title.
fn ways(view: &View, finding: &Diagnostic) -> Vec<(String, Edit)> {
    if finding.rule.is_fixed() {
        return vec![];
    }
    let name = finding.rule.name;
    vec![
        (format!("allow `{name}` here"), above(view, finding, name)),
        (format!("allow `{name}` in this file"), on_top(view, name)),
    ]
}

/// The edits that allow a finding at this very place, if it is gone then.
pub fn allowing(view: &View, span: Span, title: &str) -> Option<Vec<Edit>> {
    let checked = view.checked();
    let here = checked.diagnostics.iter().filter(|finding| is_here(finding, span) && finding.location().span == span);
    let mut ways = here.flat_map(|finding| ways(view, finding).into_iter().map(move |way| (finding, way)));
    let (finding, (_, edit)) = ways.find(|(_, (own, _))| own == title)?;
    helps(view, &checked, finding, &edit).then(|| vec![edit])
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

/// Whether a comment on a line of its own is about the finding; that it is gone then is proved when somebody wants it.
fn may_help(view: &View, finding: &Diagnostic, comment: &Edit) -> bool {
    let is_for_all = comment.text.contains("allow-file");
    let (items, place) = (&view.parsed.file.items, finding.location().span);
    !is_about_comments(finding.rule) && (is_for_all || reaches_from(&view.source, items, comment.span.start, place))
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
pub fn fix_all(view: &View, range: Range) -> Option<CodeAction> {
    let checked = view.checked();
    let mut fixes = checked.diagnostics.iter().flat_map(|finding| &finding.fixes);
    if !fixes.any(|fix| fix.safety == Safety::Safe) {
        return None;
    }
    let (title, kind) = ("apply all safe fixes of personac".to_owned(), CodeActionKind::SourceFixAll);
    if resolves(view.server) {
        return Some(later(view, range, title, kind));
    }
    Some(all_safe(view)).filter(|edits| !edits.is_empty()).map(|edits| action(view, title, kind, edits))
}

/// What all safe fixes of the file change together.
pub fn all_safe(view: &View) -> Vec<Edit> {
    let text = view.source.text();
    let fixed = with_options(view, &lints(view), |options| fix(loaded_as(view, text), options, Safety::Safe));
    between(text, &fixed.text)
}
