//! Counts, asked of a server that speaks as the API does.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::editor::Editor;
use crate::mock::{Behaviour, KEY, Mock};
use crate::tool::Room;

const TWO: &str = "persona either { split: any\n title = CEO or size 1..10 }\npersona one { function = Sales }\n";

struct Counting {
    mock: Mock,
    editor: Editor,
}

/// An API that finds so many people, and an editor whose server has these variables too.
fn counting(text: &str, variables: &[(&str, &str)]) -> Counting {
    let mock = Mock::builder().total(|_| 1234).interval(Duration::ZERO).start();
    let room = Room::empty();
    let (url, state) = (mock.url(), room.path("state").display().to_string());
    let ours = [("PRONTO_BASE_URL", url.as_str()), ("PERSONAC_PACE", "0"), ("PERSONAC_STATE_DIR", state.as_str())];
    let mut editor = Editor::with_variables(room, &[&ours, variables].concat());
    editor.open_file("a.persona", text);
    Counting { mock, editor }
}

impl Counting {
    fn ask(&mut self, key: Value) -> i64 {
        let arguments = json!([self.editor.uri("a.persona"), key]);
        self.editor.ask("workspace/executeCommand", json!({ "command": "personac.preview", "arguments": arguments }))
    }

    fn answer(&mut self, key: Value) -> Value {
        let id = self.ask(key);
        self.editor.response(&json!(id))
    }

    fn why(&mut self, key: Value) -> String {
        let answer = self.answer(key);
        assert!(!answer.to_string().contains(KEY), "the key is never shown");
        answer["error"]["message"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }
}

#[test]
fn a_persona_is_counted_as_it_is_in_the_editor() {
    let mut counting = counting(TWO, &[("PRONTO_API_KEY", KEY)]);
    let one = counting.answer(json!("one"))["result"].clone();
    assert_eq!([&one["text"], &one["total_count"]], [&json!("about 1,234 people"), &json!(1234)]);
    let message = counting.editor.notification("window/showMessage");
    assert_eq!(message["message"], "one: about 1,234 people");
    let both = counting.answer(json!("either"))["result"].clone();
    assert_eq!(both["text"], "about 2,468 people in 2 requests together");
    assert_eq!(both["requests"].as_array().map(Vec::len), Some(2));
    let sent: Vec<Vec<u8>> = counting.mock.requests().into_iter().filter_map(|request| request.body).collect();
    assert_eq!(sent[0], br#"{"functions":["25"]}"#);
}

#[test]
fn editing_goes_on_while_the_api_is_asked() {
    let mut counting = counting(TWO, &[("PRONTO_API_KEY", KEY)]);
    counting.mock.next([Behaviour::Slow(Duration::from_secs(2))]);
    let asked = Instant::now();
    let id = counting.ask(json!("one"));
    let place = counting.editor.at("a.persona", 2, 10);
    counting.editor.request("textDocument/hover", place);
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
    assert_eq!(counting.editor.response(&json!(id))["result"]["total_count"], 1234);
}

#[test]
fn the_server_ends_while_the_api_is_asked() {
    let mut counting = counting(TWO, &[("PRONTO_API_KEY", KEY)]);
    counting.mock.next([Behaviour::Slow(Duration::from_secs(30))]);
    counting.ask(json!("one"));
    let asked = Instant::now();
    assert_eq!(counting.editor.close(), 0);
    assert!(asked.elapsed() < Duration::from_secs(20), "{:?}", asked.elapsed());
}

#[test]
fn what_stands_in_the_way_is_said() {
    let mut keyless = counting(TWO, &[]);
    assert!(keyless.why(json!("one")).starts_with("there is no API key\n  help: "));
    assert!(keyless.mock.requests().is_empty());
    let mut refused = counting(TWO, &[("PRONTO_API_KEY", KEY)]);
    refused.mock.next([Behaviour::EchoKey]);
    assert!(refused.why(json!("one")).contains("(403)"));
    assert_eq!(refused.why(json!("three")), "no persona of `a.persona` is called `three`");
    let mut variable = counting("raw: { a: env(\"NOT_SET\") }\ntitle = CEO\n", &[("PRONTO_API_KEY", KEY)]);
    let unset = "`a.persona` has 1 error: the environment variable `NOT_SET` is not set";
    assert_eq!(variable.why(Value::Null), unset);
}

#[test]
fn neither_webhook_nor_its_variable_is_needed() {
    let mut counting = counting("webhook: env(\"NOT_SET\")\ntitle = CEO\n", &[("PRONTO_API_KEY", KEY)]);
    assert_eq!(counting.answer(Value::Null)["result"]["total_count"], 1234);
}
