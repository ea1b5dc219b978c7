//! Edits that take time are made when somebody has chosen their action, where the client asks for them then.

use gen_lsp_types::{CodeAction, CodeActionKind, Range, Uri};
use lsp_server::ErrorCode;
use serde::{Deserialize, Serialize};

use super::super::edits::workspace_edit;
use super::super::failure::Failure;
use super::super::server::Server;
use super::super::view::View;
use super::{quick_fixes, refactoring};

/// What a client hands back when somebody has chosen an action.
#[derive(Debug, Serialize, Deserialize)]
struct Chosen {
    uri: Uri,
    range: Range,
    version: Option<i32>,
}

/// Whether the client asks for the edits of the action that is chosen.
pub fn resolves(server: &Server) -> bool {
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
pub fn later(view: &View, range: Range, title: String, kind: CodeActionKind) -> CodeAction {
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
/// If the file has changed since, or if the action would not do what it says.
pub fn resolve(server: &Server, mut action: CodeAction) -> Result<CodeAction, Failure> {
    let Some(data) = action.data.as_ref().filter(|_| action.edit.is_none()) else { return Ok(action) };
    let chosen = serde_json::to_value(data).and_then(serde_json::from_value::<Chosen>);
    let chosen = chosen.map_err(|error| Failure::invalid(error.to_string()))?;
    let view = server.view(&chosen.uri)?;
    if server.documents.get(&view.uri).map(|document| document.version) != chosen.version {
        return Err(Failure::new(ErrorCode::ContentModified, "the file has changed since"));
    }
    let title = &action.title;
    let (edits, why) = match &action.kind {
        Some(CodeActionKind::SourceFixAll) => (Some(quick_fixes::all_safe(&view)), ""),
        Some(CodeActionKind::QuickFix) => {
            (quick_fixes::allowing(&view, view.span(chosen.range), title), "the finding would not be gone")
        }
        Some(kind) => {
            let edits = refactoring::edits_of(&view, chosen.range, title, kind);
            (edits, "it cannot be proved that the requests stay what they are")
        }
        None => (None, "it is not known what was chosen"),
    };
    let Some(edits) = edits else {
        return Err(Failure::failed(format!("`{}` is left as it is: {why}", view.source.name())));
    };
    action.edit = Some(workspace_edit(server, &[(&view, edits)]));
    Ok(action)
}
