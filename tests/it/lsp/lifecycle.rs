//! From `initialize` to `exit`, and what is no message at all.

use serde_json::{Value, json};

use super::editor::Editor;
use crate::tool::Room;

#[test]
fn it_ends_as_the_protocol_has_it() {
    assert_eq!(Editor::open(Room::empty()).close(), 0);
}

#[test]
fn an_exit_without_a_shutdown_is_a_failure() {
    let mut editor = Editor::open(Room::empty());
    editor.notify("exit", Value::Null);
    assert_eq!(editor.ended(), 1);
    assert_eq!(Editor::open(Room::empty()).vanish(), 1);
}

#[test]
fn nothing_is_answered_before_initialize_and_after_shutdown() {
    let mut editor = Editor::start(Room::empty());
    let id = editor.ask("textDocument/hover", editor.at("a.persona", 0, 0));
    assert_eq!(editor.response(&json!(id))["error"]["code"], -32002);
    editor.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    editor.request("shutdown", Value::Null);
    let id = editor.ask("textDocument/hover", editor.at("a.persona", 0, 0));
    assert_eq!(editor.response(&json!(id))["error"]["code"], -32600);
}

#[test]
fn what_is_no_message_gets_an_error_and_nothing_ends() {
    let mut editor = Editor::open(Room::empty());
    for text in ["{", "[]", "{\"jsonrpc\": \"2.0\"}", "\u{0}"] {
        editor.send_text(text);
        assert_eq!(editor.response(&Value::Null)["error"]["code"], -32700, "{text:?}");
    }
    let id = editor.ask("textDocument/unheardOf", json!({}));
    assert_eq!(editor.response(&json!(id))["error"]["code"], -32601);
    let id = editor.ask("textDocument/diagnostic", json!({ "textDocument": 7 }));
    assert_eq!(editor.response(&json!(id))["error"]["code"], -32602);
    editor.notify("textDocument/didChange", json!({ "nonsense": true }));
    assert_eq!(editor.close(), 0);
}

#[test]
fn no_room_is_made_for_a_message_that_is_too_long() {
    let mut editor = Editor::open(Room::empty());
    for length in ["99999999999999", "18446744073709551615"] {
        editor.send_bytes(format!("Content-Length: {length}\r\n\r\n").as_bytes());
        let answer = editor.response(&Value::Null);
        assert_eq!(answer["error"]["code"], -32700, "{answer}");
    }
    assert_eq!(editor.close(), 0);
}

#[test]
fn columns_are_counted_as_the_client_offers() {
    for (offered, chosen) in
        [(json!(["utf-16", "utf-8"]), "utf-8"), (json!(["utf-16"]), "utf-16"), (json!(null), "utf-16")]
    {
        let mut editor = Editor::start(Room::empty());
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let params =
            if offered.is_null() { json!({ "processId": null, "rootUri": null, "capabilities": {} }) } else { params };
        assert_eq!(editor.request("initialize", params)["capabilities"]["positionEncoding"], chosen);
    }
}
