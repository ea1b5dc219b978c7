//! Descriptions as people read them at a terminal.

use super::piece::{Piece, in_words};
use super::{Description, Told};
use crate::render::{lines, on_one_line};
use crate::wording::and;

/// How a terminal shows descriptions.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether to use colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether the request key of each phrase is shown.
    pub keys: bool,
}

/// The description of the persona called `title`.
pub fn terminal(description: &Description, title: &str, look: Look) -> String {
    let heading = match &description.name {
        Some(name) => on_one_line(&format!("{title}: {name}")),
        None => on_one_line(title),
    };
    let (bold, plain) = if look.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let mut text = format!("{bold}{heading}{plain}\n");
    match description.requests.as_slice() {
        [only] => text.push_str(&look.paragraph(&format!("{}.", sentence(only, look.keys)), "  ", "  ")),
        several => {
            text.push_str(&look.paragraph(&introduction(description), "  ", "  "));
            for (index, told) in several.iter().enumerate() {
                let end = if index + 1 < several.len() { ", or" } else { "." };
                let said = format!("{}{end}", in_words(&told.people, look.keys));
                let number = format!("{:>4}. ", index + 1);
                text.push_str(&look.paragraph(&said, &number, "      "));
            }
        }
    }
    for said in last_words(description, look.keys) {
        text.push_str(&look.paragraph(&said, "  ", "  "));
    }
    text
}

/// What several requests have to do with each other.
pub fn introduction(description: &Description) -> String {
    let any = if description.requests.len() > 2 { "Any" } else { "Either" };
    let share = if description.apart { "which share nobody" } else { "which may share people" };
    format!("{any} of these groups, {share}:")
}

/// The request as a sentence that begins with a capital letter, without a full stop.
pub fn sentence(told: &Told, keys: bool) -> String {
    capital(&in_words(&told.people, keys))
}

/// What is said beside the people, a sentence each.
pub fn last_words(description: &Description, keys: bool) -> Vec<String> {
    let unknown: Vec<String> = description.unknown_keys.iter().map(|key| format!("`{}`", on_one_line(key))).collect();
    let unknown = match unknown.as_slice() {
        [] => None,
        [only] => Some(format!("And a key personac does not know, which may be a filter: {only}.")),
        several => Some(format!("And keys personac does not know, which may be filters: {}.", and(several))),
    };
    let delivery: &[Piece] = &description.delivery;
    unknown.into_iter().chain([format!("{}.", in_words(delivery, keys))]).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl Look {
    fn paragraph(self, text: &str, first: &str, rest: &str) -> String {
        format!("{}\n", textwrap::fill(text, lines(self.width, first, rest)))
    }
}
