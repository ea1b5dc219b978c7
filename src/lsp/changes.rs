//! Changes that no message tells of: those on the disk, and what the client has asked for before them.

use gen_lsp_types::WorkspaceClientCapabilities;
use lsp_server::{Request, RequestId};
use serde_json::{Value, json};

use super::server::Server;

/// Ask the client to tell what changes on the disk.
pub fn watch_files(server: &Server) {
    let watches =
        server.capabilities.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files.as_ref());
    if watches.and_then(|watches| watches.dynamic_registration) != Some(true) {
        return;
    }
    let watchers = ["**/personac.toml", "**/*.persona"].map(|glob| json!({ "globPattern": glob }));
    let registration = json!({
        "id": "files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    });
    let id = RequestId::from("watch files".to_owned());
    let params = json!({ "registrations": [registration] });
    server.client.send(Request::new(id, "client/registerCapability".to_owned(), params));
}

/// Ask the client to ask again for all that it asks for by itself, as far as it can be asked.
pub fn ask_again(server: &Server) {
    let Some(workspace) = server.capabilities.workspace.as_ref() else { return };
    for method in refreshed(workspace) {
        let id = RequestId::from(format!("{method} {}", server.epoch));
        server.client.send(Request::new(id, method.to_owned(), Value::Null));
    }
}

fn refreshed(workspace: &WorkspaceClientCapabilities) -> impl Iterator<Item = &'static str> {
    let known = [
        ("workspace/diagnostic/refresh", workspace.diagnostics.as_ref().and_then(|own| own.refresh_support)),
        ("workspace/codeLens/refresh", workspace.code_lens.as_ref().and_then(|own| own.refresh_support)),
        ("workspace/inlayHint/refresh", workspace.inlay_hint.as_ref().and_then(|own| own.refresh_support)),
        ("workspace/semanticTokens/refresh", workspace.semantic_tokens.as_ref().and_then(|own| own.refresh_support)),
    ];
    known.into_iter().filter(|(_, is_supported)| *is_supported == Some(true)).map(|(method, _)| method)
}
