//! Descriptions as Markdown, for a review.

use super::terminal::{introduction, last_words, sentence};
use super::{Description, Filtered, Told};
use crate::render::markdown as escaped;

/// The description of the persona called `title`, with a table of what its requests hold.
pub fn markdown(description: &Description, title: &str, keys: bool) -> String {
    let mut text = match &description.name {
        Some(name) => format!("## {}\n\n{}\n\n", escaped(name), escaped(title)),
        None => format!("## {}\n\n", escaped(title)),
    };
    match description.requests.as_slice() {
        [only] => text.push_str(&format!("{}.\n\n{}", escaped(&sentence(only, keys)), table(only))),
        several => {
            text.push_str(&format!("{}\n", introduction(description)));
            for (index, told) in several.iter().enumerate() {
                let number = index + 1;
                text.push_str(&format!("\n{number}. {}.\n\n{}", escaped(&sentence(told, keys)), table(told)));
            }
        }
    }
    for said in last_words(description, keys) {
        text.push_str(&format!("\n{}\n", escaped(&said)));
    }
    text
}

fn table(told: &Told) -> String {
    let lines: String = told.filters.iter().map(line).collect();
    format!("| filter | values | key |\n|---|---|---|\n{lines}")
}

fn line(filter: &Filtered) -> String {
    let not = if filter.excluded { "not " } else { "" };
    let value = |value: &super::Named| match value.label == value.id {
        true => escaped(&value.label),
        false => format!("{} ({})", escaped(&value.label), escaped(&value.id)),
    };
    let values = match filter.values.is_empty() {
        true => "yes".to_owned(),
        false => filter.values.iter().map(value).collect::<Vec<_>>().join("; "),
    };
    format!("| {not}{} | {values} | `{}` |\n", escaped(filter.field), filter.key)
}
