//! Any text as a request body, a list of them, one a line, or a curl command: findings, or a persona that compiles to the
//! same body.

use personac::diagnostic::Diagnostic;
use personac::import::{blocks, bodies};
use serde_json::Value;

use super::body::plain;
use super::findings::drawn;
use super::persona::{PROJECT, bodies_of};

/// Import it, and compile what is written.
pub fn import_body(text: &str) {
    let read = bodies("body.json", text.to_owned(), "body", false);
    drawn(&read.findings, &read.sources);
    if read.drafts.is_empty() {
        assert!(read.findings.iter().any(Diagnostic::is_error), "nothing, and no word why");
        return;
    }
    let persona = match read.drafts.as_slice() {
        [(_, only)] if read.is_single => only.text(&PROJECT),
        several => blocks(several, &PROJECT),
    };
    // A text that is too large for a persona is refused.
    let Ok(persona) = persona else { return };
    let built: Vec<Value> = bodies_of(&persona).iter().map(plain).collect();
    assert_eq!(built.len(), read.drafts.len(), "{persona}");
    if let Some(given) = given(text) {
        assert_eq!(built, given.iter().map(plain).collect::<Vec<_>>(), "{persona}");
    }
}

/// The bodies of a text that is JSON through and through, as another reader reads them.
fn given(text: &str) -> Option<Vec<Value>> {
    let values = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}')).into_iter::<Value>();
    let values = values.collect::<Result<Vec<_>, _>>().ok()?;
    let several = match values.as_slice() {
        [Value::Array(several)] => several.clone(),
        _ => values,
    };
    Some(several.into_iter().map(unwrapped).collect())
}

/// The body of a line as `build --emit ndjson` prints it.
fn unwrapped(line: Value) -> Value {
    match line.get("body") {
        Some(body) if line.get("file").is_some() => body.clone(),
        _ => line,
    }
}
