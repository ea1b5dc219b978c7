//! What the API answered about a persona, as a finding that points into it.

use super::endpoint::Endpoint;
use super::exchange::{NO_TLS, NotSent};
use super::key::VARIABLES;
use super::verdict::{Doubt, Refusal, Why};
use crate::algebra::Literal;
use crate::audience::Audience;
use crate::diagnostic::Diagnostic;
use crate::emit::Body;
use crate::rule::{self, Rule};
use crate::settings::SETTINGS;
use crate::source::Location;

/// A request, and the persona it comes from.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// What was sent.
    pub body: &'a Body,
    /// What it was made of.
    pub audience: &'a Audience,
}

/// Words about a refusal: what is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The kind of finding.
    pub rule: &'static Rule,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Refusal {
    /// The refusal in words that need no persona.
    pub fn words(&self, endpoint: &Endpoint) -> Words {
        let words = |rule, message: String, help: &str| Words { rule, message, help: help.to_owned() };
        let with = |what: &str| match (self.status, &self.said) {
            (Some(status), Some(said)) => format!("{what} ({status}): {said}"),
            (Some(status), None) => format!("{what} ({status})"),
            (None, _) => what.to_owned(),
        };
        let origin = endpoint.origin();
        match &self.why {
            Why::Request => words(&rule::REFUSED, with("the API refused the request"), "change what it names"),
            Why::Key => words(
                &rule::WRONG_KEY,
                with("the API key is missing or wrong"),
                &format!("`export {}=…` with a key from the API's settings", VARIABLES[0]),
            ),
            Why::Access => words(
                &rule::NO_ACCESS,
                with("the API key may not do this"),
                "look at the key and the connected accounts in the API's settings",
            ),
            Why::Credits => words(
                &rule::NO_CREDITS,
                with("the account has too few credits"),
                "buy credits or lower the `limit`; the same command goes on from here",
            ),
            Why::Plan => words(
                &rule::NO_CREDITS,
                with("the plan of the account allows no more"),
                "wait for the next period; the same command goes on from here",
            ),
            Why::Rate(wait) => words(&rule::RATE_LIMITED, with("the API has too many requests"), &rate_help(*wait)),
            Why::Nowhere => words(
                &rule::NOT_THE_API,
                with(&format!("`{endpoint}` has no lead search")),
                "look at `--endpoint` and `PRONTO_BASE_URL`: the base address ends before `/leads`",
            ),
            Why::Elsewhere(place) => words(
                &rule::NOT_THE_API,
                match place.as_str() {
                    "" => format!("`{origin}` sends elsewhere instead of answering"),
                    place => format!("`{origin}` sends to `{place}` instead of answering"),
                },
                "the key does not follow: if that is where the API is now, name it with `--endpoint`",
            ),
            Why::NotSent(why) => {
                words(&rule::UNREACHABLE, format!("`{origin}` cannot be reached: {why}"), unreachable_help(why))
            }
        }
    }

    /// The refusal as a finding.
    pub fn finding(&self, request: Request, endpoint: &Endpoint) -> Diagnostic {
        let words = self.words(endpoint);
        if self.why != Why::Request {
            return about(request, &words, "not submitted");
        }
        let status = self.status.unwrap_or_default();
        let Some(said) = self.said.as_deref() else {
            return Diagnostic::new(
                words.rule,
                format!("the API refused this persona ({status}) and does not say why"),
            )
            .label(request.audience.location, "not accepted")
            .help("nothing was started; look whether `personac preview`, which is free, says more");
        };
        let places = named(said, request);
        let (message, label) = match places.as_slice() {
            [(key, _)] => {
                (format!("the API refused `{key}` ({status}): {}", without_key(said, key)), "this is what it refused")
            }
            _ => (format!("the API refused this persona ({status}): {said}"), "named in the answer"),
        };
        let finding = Diagnostic::new(words.rule, message);
        match places.is_empty() {
            true => finding
                .label(request.audience.location, "not accepted")
                .help("nothing was started; the next run sends it again, changed or not"),
            false => places
                .iter()
                .fold(finding, |finding, (_, at)| finding.label(*at, label))
                .help("change what it names; nothing was started, and the next run sends it again"),
        }
    }
}

impl Doubt {
    /// The doubt as a finding, with what to do about it.
    pub fn finding(&self, request: Request, help: String) -> Diagnostic {
        Diagnostic::new(&rule::UNKNOWN_OUTCOME, format!("sent, and the search may be running: {}", self.what))
            .label(request.audience.location, "may be started and paid for")
            .help(help)
    }
}

fn about(request: Request, words: &Words, label: &str) -> Diagnostic {
    Diagnostic::new(words.rule, words.message.clone()).label(request.audience.location, label).help(words.help.clone())
}

fn rate_help(wait: Option<u64>) -> String {
    match wait.filter(|seconds| *seconds > 0) {
        Some(seconds) => format!("it asks to wait {}; then run the same command again", time(seconds)),
        None => "wait some minutes and run the same command again: it goes on from here".to_owned(),
    }
}

/// A time as people say it.
pub fn time(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7200 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    }
}

fn unreachable_help(why: &NotSent) -> &'static str {
    match why {
        NotSent::NoSuchHost => "look at the address, at `--endpoint` and at `PRONTO_BASE_URL`; nothing was sent",
        NotSent::NotTrusted(why) if why == NO_TLS => "nothing was sent; look at the address and its port",
        NotSent::NotTrusted(_) => {
            "nothing was sent. Behind a proxy that reads along, add its certificate to those of the system"
        }
        NotSent::Proxy(_) => "nothing was sent; look at `HTTPS_PROXY` and `NO_PROXY`",
        _ => "nothing was sent; look at the network and the address, and run the same command again",
    }
}

/// A file as an argument that can be pasted into a shell.
pub fn shell_word(file: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "./_-+,@%:".contains(letter);
    match !file.is_empty() && file.chars().all(plain) {
        true => file.to_owned(),
        false => format!("'{}'", file.replace('\'', r"'\''")),
    }
}

/// Places that a finding points at.
const MOST_PLACES: usize = 4;

/// The keys of the request that are named, and what fills each.
fn named<'a>(said: &str, request: Request<'a>) -> Vec<(&'a str, Location)> {
    let keys = request.body.members().map(|(key, _)| key).filter(|key| names(said, key));
    keys.take(MOST_PLACES).map(|key| (key, filled_by(key, said, request.audience))).collect()
}

/// What fills a key: a setting, or of several conditions the one with a value that is named.
fn filled_by(key: &str, said: &str, audience: &Audience) -> Location {
    if let Some(place) = audience.settings.place(key) {
        return place;
    }
    let filling: Vec<&Literal> = audience.literals.iter().filter(|literal| literal.fills(key)).collect();
    let has_named_value = |literal: &&&Literal| {
        literal.listed.iter().any(|value| has_word(said, &audience.atoms.wire(literal.field, *value)))
    };
    let literal = filling.iter().find(has_named_value).or(filling.first());
    literal.map_or(audience.location, |literal| literal.location)
}

/// What is said of a key, where the key comes first and is in the message already.
fn without_key<'s>(said: &'s str, key: &str) -> &'s str {
    let rest = said.strip_prefix(key).map(str::trim_start);
    rest.and_then(|rest| rest.strip_prefix(':')).map_or(said, str::trim_start)
}

/// Whether a text names a key. Options are called by everyday words, so one of them has to stand where keys stand: at
/// the beginning, before a colon, after `Invalid` or in quotes.
fn names(said: &str, key: &str) -> bool {
    let is_everyday = !key.contains('_') && SETTINGS.iter().any(|row| row.key == Some(key));
    if !is_everyday {
        return has_word(said, key);
    }
    let stands_out = |part: &str| {
        let rest = part.strip_prefix("Invalid ").unwrap_or(part);
        rest.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
    };
    let is_quoted = ['`', '"', '\''].iter().any(|quote| said.contains(&format!("{quote}{key}{quote}")));
    is_quoted || has_word(said, &format!("{key}:")) || said.split("; ").any(stands_out)
}

/// Whether a text holds a word.
fn has_word(text: &str, word: &str) -> bool {
    let inside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    !word.is_empty()
        && text
            .match_indices(word)
            .any(|(at, _)| !inside(text[..at].chars().next_back()) && !inside(text[at + word.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        assert!(has_word("Invalid functions: [27]", "functions"));
        assert!(has_word("Invalid functions: [27]", "27"));
        assert!(!has_word("excluded_job_titles is bad", "job_titles"));
        assert!(!has_word("127 is bad", "27"));
        assert!(!has_word("anything", ""));
        assert_eq!(without_key("functions: 27 is no function", "functions"), "27 is no function");
        assert_eq!(without_key("27 is no function", "functions"), "27 is no function");
    }

    #[test]
    fn everyday_words_are_not_keys() {
        for said in [
            "limit must be less than 50",
            "Invalid limit: 5",
            "the `limit` is too large",
            "a is bad; limit is",
            "limit",
        ] {
            assert!(names(said, "limit"), "{said}");
        }
        for said in ["the limit of searches is reached", "limits are bad", "no live data", "limitless"] {
            assert!(!names(said, "limit") && !names(said, "live"), "{said}");
        }
        assert!(names("the webhook_url cannot be reached", "webhook_url"));
        assert!(names("no such functions are known", "functions"));
    }

    #[test]
    fn files_are_pasted_whole() {
        assert_eq!(shell_word("personas/é.persona"), "personas/é.persona");
        assert_eq!(shell_word("my file's.persona"), r"'my file'\''s.persona'");
    }

    #[test]
    fn times_are_said_as_people_do() {
        assert_eq!([5, 119, 150, 86_400].map(time), ["5 s", "119 s", "3 min", "24 h"]);
    }
}
