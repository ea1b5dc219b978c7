//! What is said of settings that are not what they must be.

use super::webhook::WebhookProblem;
use super::{Entry, Given, GivenKind, SETTINGS, SettingKind};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FIELDS;
use crate::rule;
use crate::source::{COMMAND_LINE_ID, Location, PROJECT_FILE_ID};
use crate::wording::quoted;

/// The finding for a key in `raw` that a filter or a setting of the persona fills.
pub fn key_of_another(key: &str, location: Location) -> Diagnostic {
    let help = known_key(key).unwrap_or_else(|| format!("take `{key}` out of `raw`"));
    Diagnostic::new(&rule::KNOWN_KEY_IN_RAW, format!("`{key}` is a key that personac fills"))
        .label(location, "not for `raw`")
        .help(help)
}

/// How a request key is filled by a filter or a setting, if it is.
pub fn known_key(key: &str) -> Option<String> {
    if let Some(row) = SETTINGS.iter().find(|row| row.key == Some(key)) {
        return Some(format!("use the setting: `{}: {}`", row.name, row.example));
    }
    if let Some(field) = FIELDS.iter().find(|field| field.include == key) {
        return Some(format!("use the filter, such as `{}`", field.example));
    }
    let field = FIELDS.iter().find(|field| field.exclude == Some(key))?;
    Some(format!("use the filter: `{} not in […]`", field.name))
}

pub fn mistyped(entry: &Entry) -> Diagnostic {
    let name = entry.row.name;
    let message = match entry.row.kind {
        SettingKind::Text => format!("`{name}` is text"),
        SettingKind::Webhook => format!("`{name}` is an `https` address"),
        SettingKind::Whole => format!("`{name}` is a whole number of leads, at least 1"),
        SettingKind::Boolean => format!("`{name}` is `true` or `false`"),
        SettingKind::Split => format!("`{name}` is `false`, `any` or `disjoint`"),
        SettingKind::Object => format!("`{name}` is an object"),
    };
    let diagnostic = Diagnostic::new(&rule::MISTYPED_SETTING, message)
        .label(entry.value.location, format!("this is {}", described(&entry.value)));
    match certain(entry) {
        Some(text) => {
            let edit = Edit::replace(entry.value.location.span, text.clone());
            diagnostic
                .help(format!("write `{}`", written(entry, &text)))
                .safe_fix(format!("write `{text}`"), vec![edit])
        }
        None => diagnostic.help(format!("write it like `{}`", written(entry, entry.row.example))),
    }
}

/// The setting as it is written where it was given: in a persona, in the project file, or on the command line.
fn written(entry: &Entry, value: &str) -> String {
    let name = entry.row.name;
    match entry.value.location.file {
        // The shell takes quotes away, and words apart.
        COMMAND_LINE_ID if value.contains(['"', ' ']) => format!("--set '{name}={value}'"),
        COMMAND_LINE_ID => format!("--set {name}={value}"),
        PROJECT_FILE_ID if entry.row.kind == SettingKind::Split => format!("{name} = \"{value}\""),
        PROJECT_FILE_ID => format!("{name} = {}", value.replace(": ", " = ")),
        _ => format!("{name}: {value}"),
    }
}

fn described(value: &Given) -> String {
    match &value.kind {
        GivenKind::Number(digits) => format!("the number {digits}"),
        GivenKind::Word(word) => format!("the word `{word}`"),
        _ => value.noun().to_owned(),
    }
}

/// What the author surely meant, where quotes are the only mistake.
fn certain(entry: &Entry) -> Option<String> {
    match (&entry.value.kind, entry.row.kind) {
        (GivenKind::Text(text) | GivenKind::Word(text), SettingKind::Boolean) => {
            let text = text.to_ascii_lowercase();
            (text == "true" || text == "false").then_some(text)
        }
        (GivenKind::Text(text), SettingKind::Whole) => {
            text.parse::<u64>().ok().filter(|n| *n >= 1).map(|n| n.to_string())
        }
        (GivenKind::Word(text) | GivenKind::Number(text), SettingKind::Text) => Some(quoted(text)),
        (GivenKind::Text(text), SettingKind::Split) if text == "false" => Some("false".to_owned()),
        _ => None,
    }
}

pub fn bad_webhook(entry: &Entry, address: &str, problem: WebhookProblem) -> Diagnostic {
    let diagnostic = Diagnostic::new(&rule::BAD_WEBHOOK, problem.to_string());
    if let GivenKind::Env(name) = &entry.value.kind {
        return diagnostic
            .label(entry.value.location, format!("the value of `{name}`"))
            .help("set it to an address like `https://hooks.example.com/leads`");
    }
    let diagnostic = diagnostic.label(entry.value.location, "leads are delivered to this address");
    if problem != WebhookProblem::Plain {
        return diagnostic.help(format!("write it like `{}`", written(entry, entry.row.example)));
    }
    let secure = format!("https{}", &address["http".len()..]);
    diagnostic
        .help(format!("if the server speaks `https`, write `{secure}`"))
        .unsafe_fix("use `https`", vec![Edit::replace(entry.value.location.span, quoted(&secure))])
}
