//! Request options.

use super::hint::{mistyped, shown};
use super::node::{Kind, Node};
use super::whole::Reading;
use crate::diagnostic::Diagnostic;
use crate::json::Json;
use crate::rule;
use crate::settings::{SettingKind, SettingRow, WebhookProblem, check_webhook};

/// The value of an option; `None` if it is not what the API takes, which is reported.
pub fn setting(reading: &mut Reading, row: &SettingRow, node: &Node, path: &str) -> Option<Json> {
    let (what, write) = match (row.kind, &node.kind) {
        (SettingKind::Text, Kind::Text(_)) | (SettingKind::Boolean, Kind::Bool(_)) => return Some(node.json()),
        (SettingKind::Object, Kind::Object(_)) => return Some(node.json()),
        (SettingKind::Webhook, Kind::Text(address)) => return webhook(reading, address, node, path),
        (SettingKind::Whole, Kind::Number(digits)) if is_whole(digits) => return Some(node.json()),
        (SettingKind::Whole, Kind::Text(text)) => ("a whole number of leads, at least 1", whole(text)),
        (SettingKind::Whole, Kind::Number(digits)) => ("a whole number of leads, at least 1", whole(digits)),
        (SettingKind::Whole, _) => ("a whole number of leads, at least 1", None),
        (SettingKind::Boolean, Kind::Text(text)) => ("`true` or `false`", boolean(text)),
        (SettingKind::Boolean, _) => ("`true` or `false`", None),
        (SettingKind::Text, Kind::Number(digits)) => ("text", Some(format!("\"{digits}\""))),
        (SettingKind::Text, _) => ("text", None),
        (SettingKind::Webhook, _) => ("an `https` address", None),
        (SettingKind::Object | SettingKind::Split, _) => ("an object", None),
    };
    let help = match (write, &node.kind) {
        (Some(write), _) => format!("write `{write}`"),
        (None, Kind::Null) => "leave the key out".to_owned(),
        (None, _) => format!("write it like `{}`", example(row)),
    };
    reading.fail(mistyped(node, path, what, reading.at(node.span)).help(help))
}

fn webhook(reading: &mut Reading, address: &str, node: &Node, path: &str) -> Option<Json> {
    let Err(problem) = check_webhook(address) else { return Some(node.json()) };
    let help = match (problem, address.get("http".len()..)) {
        (WebhookProblem::Plain, Some(rest)) => format!("if the server speaks `https`, write `\"https{rest}\"`"),
        _ => "write it like `\"https://hooks.example.com/leads\"`".to_owned(),
    };
    let found = Diagnostic::new(&rule::BAD_ADDRESS_IN_BODY, format!("{problem}: `{path}` is {}", shown(address)))
        .label(reading.at(node.span), "leads are delivered to this address")
        .help(help);
    reading.fail(found)
}

/// Whether a persona can say it.
fn is_whole(digits: &str) -> bool {
    digits.parse::<u64>().is_ok_and(|number| number >= 1) && !digits.starts_with('+')
}

/// The number that was meant.
fn whole(written: &str) -> Option<String> {
    let number: f64 = written.trim().parse().ok()?;
    let is_one = number.fract() == 0.0 && (1.0..1e15).contains(&number);
    is_one.then(|| format!("{number:.0}"))
}

fn boolean(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    matches!(text.as_str(), "true" | "false").then_some(text)
}

/// The setting as JSON writes it.
fn example(row: &SettingRow) -> String {
    let value = if row.kind == SettingKind::Object { "{ \"hubspot_id\": \"134567\" }" } else { row.example };
    format!("\"{}\": {value}", row.key.unwrap_or(row.name))
}
