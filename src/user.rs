//! The configuration of a user, `config.toml`: where the API is and how its key is got. A project says none of that:
//! whoever clones one must not run its commands, nor send the key where it says.

use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::project::value::{location, members};
use crate::project::{not_toml, unknown_key};
use crate::report::Report;
use crate::rule;
use crate::source::{Location, SourceFile};

/// The name of the file, in the user's directory of configuration.
pub const USER_FILE: &str = "config.toml";

/// What it may hold.
pub const KEYS: &[&str] = &["endpoint", "api_key_command", "pace", "timeout"];

/// How the key is got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyCommand {
    /// A line for the shell.
    Shell(String),
    /// A program and its arguments.
    Program(Vec<String>),
}

/// What a user has configured.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct User {
    /// The base address of the API.
    pub endpoint: Option<String>,
    /// What prints the key.
    pub api_key_command: Option<KeyCommand>,
    /// The time from one request to the next.
    pub pace: Option<Duration>,
    /// How long an answer may take.
    pub timeout: Option<Duration>,
}

/// Read the configuration. Whatever is wrong is reported; the rest counts.
pub fn parse_user(source: &Arc<SourceFile>, report: &mut Report) -> User {
    let mut user = User::default();
    match DeTable::parse(source.text()) {
        Err(error) => report.push(not_toml("the configuration", &error, source)),
        Ok(table) => {
            for (key, at, value) in members(table.get_ref()) {
                read_key(key, at, value, &mut user, report);
            }
        }
    }
    user
}

/// The text as it may be shown, each byte at its place: who writes a key into it, under whatever name, is not shown it.
pub fn without_strange_values(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.split_once('=') {
            Some((key, value)) if !KEYS.contains(&key.trim()) => format!("{key}={}", masked(value)),
            _ => line.to_owned(),
        })
        .collect()
}

fn masked(text: &str) -> String {
    let mask = |letter: char| if letter.is_whitespace() { letter.to_string() } else { "*".repeat(letter.len_utf8()) };
    text.chars().map(mask).collect()
}

fn read_key(key: &str, at: Location, value: &Spanned<DeValue>, user: &mut User, report: &mut Report) {
    let understood = match key {
        "endpoint" => text(value).map(|text| user.endpoint = Some(text)),
        "api_key_command" => command(value).map(|command| user.api_key_command = Some(command)),
        "pace" => seconds(value).map(|pace| user.pace = Some(pace)),
        "timeout" => seconds(value).filter(|time| !time.is_zero()).map(|time| user.timeout = Some(time)),
        "api_key" | "apikey" | "key" | "token" => return report.push(a_key_itself(key, at)),
        _ => return report.push(unknown_key(&format!("no key of the configuration is called `{key}`"), key, at, KEYS)),
    };
    if understood.is_none() {
        report.push(mistyped(key, value));
    }
}

fn a_key_itself(key: &str, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::UNKNOWN_SETTING, format!("the configuration holds no API key, and `{key}` would be one"))
        .label(at, "not known")
        .help(
            "set `PRONTO_API_KEY`, or name what prints the key: `api_key_command = \"op read op://Sales/Pronto/key\"`",
        )
}

fn text(value: &Spanned<DeValue>) -> Option<String> {
    value.get_ref().as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

fn command(value: &Spanned<DeValue>) -> Option<KeyCommand> {
    match value.get_ref() {
        DeValue::Array(words) => {
            let words: Option<Vec<String>> = words.iter().map(text).collect();
            words.filter(|words| !words.is_empty()).map(KeyCommand::Program)
        }
        _ => text(value).map(KeyCommand::Shell),
    }
}

/// The longest time that makes sense, in seconds.
const AN_HOUR: f64 = 3600.0;

/// A number of seconds, as the configuration or a variable says it.
pub fn read_seconds(text: &str) -> Option<Duration> {
    let seconds: f64 = text.trim().parse().ok()?;
    (0.0..=AN_HOUR).contains(&seconds).then(|| Duration::from_secs_f64(seconds))
}

fn seconds(value: &Spanned<DeValue>) -> Option<Duration> {
    match value.get_ref() {
        DeValue::Integer(number) => read_seconds(number.as_str()),
        DeValue::Float(number) => read_seconds(number.as_str()),
        _ => None,
    }
}

fn mistyped(key: &str, value: &Spanned<DeValue>) -> Diagnostic {
    let (is, example) = match key {
        "endpoint" => ("the base address of the API", "\"https://app.prontohq.com/api/v2\""),
        "api_key_command" => (
            "a command that prints the key: a line for the shell, or a list of words",
            "\"op read op://Sales/Pronto/key\"",
        ),
        "pace" => ("the number of seconds from one request to the next", "1.5"),
        _ => ("the number of seconds that an answer may take", "60"),
    };
    Diagnostic::new(&rule::MISTYPED_SETTING, format!("`{key}` is {is}"))
        .label(location(value), "this is not")
        .help(format!("write `{key} = {example}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (User, Vec<String>) {
        let mut report = Report::default();
        let user = parse_user(&Arc::new(SourceFile::new("config.toml", text)), &mut report);
        (user, report.finish().0.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn a_whole_configuration() {
        let (user, findings) =
            read("endpoint = 'https://a.example/v2'\napi_key_command = ['pass', 'pronto']\npace = 1.5\ntimeout = 90\n");
        assert_eq!(findings, Vec::<String>::new());
        assert_eq!(user.endpoint.as_deref(), Some("https://a.example/v2"));
        assert_eq!(user.api_key_command, Some(KeyCommand::Program(vec!["pass".into(), "pronto".into()])));
        assert_eq!((user.pace, user.timeout), (Some(Duration::from_millis(1500)), Some(Duration::from_secs(90))));
    }

    #[test]
    fn a_key_is_not_shown() {
        let text = "timeout = 5\r\napi_key = 'é1' # x\n[more]\nkey = 1";
        assert_eq!(without_strange_values(text), "timeout = 5\r\napi_key = ***** * *\n[more]\nkey = *");
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, message) in [
            ("endpont = 'x'", "no key of the configuration is called `endpont`"),
            ("endpoint = 1", "`endpoint` is the base address of the API"),
            (
                "api_key_command = []",
                "`api_key_command` is a command that prints the key: a line for the shell, or a list of words",
            ),
            ("pace = -1", "`pace` is the number of seconds from one request to the next"),
            ("pace = nan", "`pace` is the number of seconds from one request to the next"),
            ("timeout = 0", "`timeout` is the number of seconds that an answer may take"),
            ("pace =", "the configuration is not TOML: string values must be quoted"),
        ] {
            assert_eq!(read(text).1, [message], "{text}");
        }
    }
}
