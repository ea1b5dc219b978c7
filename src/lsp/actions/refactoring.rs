//! Refactorings: changes of a text that leave the requests what they are.

use gen_lsp_types::{CodeAction, CodeActionKind, Range, Uri};
use lsp_server::ErrorCode;
use serde::{Deserialize, Serialize};

use super::super::edits::workspace_edit;
use super::super::failure::Failure;
use super::super::meaning::Meaning;
use super::super::server::Server;
use super::super::view::View;
use super::here::Here;
use super::proof::{Proof, Proved};
use super::{action, extract, inline, inline_everywhere, labels, sort};
use crate::diagnostic::Edit;
use crate::rule;

/// What a refactoring keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// Every byte of every body.
    Bodies,
    /// The values of every body, in whatever order.
    Values,
}

/// A change of a text, not proved yet.
#[derive(Debug, Clone)]
pub struct Refactoring {
    /// What it does.
    pub title: String,
    /// Its kind.
    pub kind: CodeActionKind,
    /// The edits; the layout comes later.
    pub edits: Vec<Edit>,
    /// What it keeps.
    pub keeps: Keeps,
}

impl Refactoring {
    /// One that keeps every byte of every body.
    pub fn new(title: impl Into<String>, kind: CodeActionKind, edits: Vec<Edit>) -> Refactoring {
        Refactoring { title: title.into(), kind, edits, keeps: Keeps::Bodies }
    }
}

/// What a client hands back when somebody has chosen an action.
#[derive(Debug, Serialize, Deserialize)]
struct Chosen {
    uri: Uri,
    range: Range,
    version: Option<i32>,
}

/// The refactorings at a place. A client that asks again for the edits gets them, and their proof, then.
pub fn at(view: &View, range: Range, wants: &dyn Fn(&CodeActionKind) -> bool) -> Vec<CodeAction> {
    if view.parsed.has_errors() || takes_long(view) {
        return vec![];
    }
    let meaning = Meaning::of(view);
    let proof = Proof::new(view, &meaning);
    let found = all(&Here::new(view, &meaning, view.span(range)), wants);
    // Where something is wrong, what is left to prove may fail: it is proved before it is offered.
    let is_later = resolves(view.server) && !view.checked().has_errors();
    let one = |refactoring: Refactoring| match (is_later, refactoring.keeps) {
        (true, Keeps::Bodies) => Some(later(view, range, refactoring.title, refactoring.kind)),
        (true, Keeps::Values) => {
            let title = titled(&refactoring.title, proof.reorders(&refactoring)?);
            Some(later(view, range, title, refactoring.kind))
        }
        (false, _) => {
            let Proved { edits, reorders } = proof.of(&refactoring)?;
            Some(action(view, titled(&refactoring.title, reorders), refactoring.kind, edits))
        }
    };
    found.into_iter().filter_map(one).collect()
}

/// Whether the file was given up on: it takes too long to be compiled again and again.
fn takes_long(view: &View) -> bool {
    let given_up = [&rule::TOO_COMPLEX, &rule::TOO_MANY_REQUESTS];
    view.checked().diagnostics.iter().any(|finding| given_up.contains(&finding.rule))
}

/// Every refactoring at a place.
fn all(here: &Here, wants: &dyn Fn(&CodeActionKind) -> bool) -> Vec<Refactoring> {
    let mut found = vec![];
    if wants(&CodeActionKind::RefactorRewrite) {
        found.extend(labels::labels(here, wants(&CodeActionKind::QuickFix)));
        found.extend(sort::sort(here));
    }
    if wants(&CodeActionKind::RefactorExtract) {
        found.extend(extract::extract(here));
    }
    if wants(&CodeActionKind::RefactorInline) {
        found.extend(inline::inline(here));
        found.extend(inline_everywhere::inline_everywhere(here));
    }
    found
}

fn titled(title: &str, reorders: bool) -> String {
    let more = if reorders { " (the request's values change order)" } else { "" };
    format!("{title}{more}")
}

/// Whether the client asks for the edits of the action that is chosen.
fn resolves(server: &Server) -> bool {
    let text = server.capabilities.text_document.as_ref();
    let actions = text.and_then(|text| text.code_action.as_ref());
    let asks = |actions: &gen_lsp_types::CodeActionClientCapabilities| {
        let properties = actions.resolve_support.as_ref().map(|resolve| &resolve.properties);
        actions.data_support == Some(true)
            && properties.is_some_and(|properties| properties.iter().any(|property| property == "edit"))
    };
    actions.is_some_and(asks)
}

/// The action without its edits.
fn later(view: &View, range: Range, title: String, kind: CodeActionKind) -> CodeAction {
    let version = view.server.documents.get(&view.uri).map(|document| document.version);
    let chosen = Chosen { uri: view.uri.clone(), range, version };
    CodeAction {
        title,
        kind: Some(kind),
        data: serde_json::to_value(chosen).ok().and_then(|data| serde_json::from_value(data).ok()),
        ..CodeAction::default()
    }
}

/// `codeAction/resolve`: the edits of an action.
///
/// # Errors
///
/// If the file has changed since, or if it cannot be proved that the requests stay what they are.
pub fn resolve(server: &Server, mut action: CodeAction) -> Result<CodeAction, Failure> {
    let Some(data) = action.data.as_ref().filter(|_| action.edit.is_none()) else { return Ok(action) };
    let chosen = serde_json::to_value(data).and_then(serde_json::from_value::<Chosen>);
    let chosen = chosen.map_err(|error| Failure::invalid(error.to_string()))?;
    let view = server.view(&chosen.uri)?;
    if server.documents.get(&view.uri).map(|document| document.version) != chosen.version {
        return Err(Failure::new(ErrorCode::ContentModified, "the file has changed since"));
    }
    let meaning = Meaning::of(&view);
    let here = Here::new(&view, &meaning, view.span(chosen.range));
    let found = all(&here, &|kind| action.kind.as_ref() == Some(kind));
    let is_it = |one: &&Refactoring| [false, true].map(|reorders| titled(&one.title, reorders)).contains(&action.title);
    let proved = found.iter().find(is_it).and_then(|one| Proof::new(&view, &meaning).of(one));
    let Some(proved) = proved else {
        let why = "it cannot be proved that the requests stay what they are";
        return Err(Failure::failed(format!("`{}` is left as it is: {why}", view.source.name())));
    };
    action.edit = Some(workspace_edit(server, &[(&view, proved.edits)]));
    Ok(action)
}
