//! Comments that speak to personac: which rules may be allowed.

use super::around::Around;
use super::item::{Choices, Item, Kind, answering, rank};
use crate::lint::RULES;
use crate::rule::{IMPORTS, Rule};
use crate::source::Span;

const MARK: &str = "personac:";

/// What such a comment can do.
const WORDS: &[(&str, &str)] = &[
    ("allow", "leave findings of a rule out, here"),
    ("allow-file", "leave findings of a rule out, in the whole file"),
];

/// What may be chosen in a comment; nothing in those for people.
pub fn choices(around: &Around, comment: Span) -> Choices {
    let written = around.source.slice(Span { start: comment.start, end: around.offset });
    let said = written.trim_start_matches('#').trim_start();
    let Some(rest) = said.strip_prefix(MARK) else {
        return if MARK.starts_with(said) { marks(around, said, written) } else { Choices::default() };
    };
    match rest.split_once('(') {
        None if rest.trim().contains(|letter: char| !letter.is_alphanumeric() && letter != '-') => Choices::default(),
        None => {
            let blank = if rest.is_empty() { " " } else { "" };
            found(around, rest.trim_start(), directives(blank, around))
        }
        Some((word, inside)) if WORDS.iter().any(|(own, _)| *own == word.trim()) && !inside.contains(')') => {
            let (before, typed) = inside.rsplit_once(',').unwrap_or(("", inside));
            found(around, typed.trim_start(), rules(before))
        }
        Some(_) => Choices::default(),
    }
}

fn marks(around: &Around, said: &str, written: &str) -> Choices {
    let blank = if written.trim_end() == written && said.is_empty() { " " } else { "" };
    let items = directives("", around).into_iter().map(|item| {
        let label = format!("{MARK} {}", item.label);
        let insert = format!("{blank}{MARK} {}", item.insert);
        let snippet = item.snippet.as_ref().map(|snippet| format!("{blank}{MARK} {snippet}"));
        Item { filter: label.clone(), label, insert, snippet, ..item }
    });
    let items = items.collect();
    found(around, said, items)
}

fn directives(blank: &str, around: &Around) -> Vec<Item> {
    let item = |(word, detail): &(&str, &str)| {
        let item = Item::new(Kind::Keyword, format!("{word}(…)")).detail(*detail).filter(*word);
        match around.is_line_end() {
            true => item.insert(format!("{blank}{word}()")).snippet(format!("{blank}{word}($0)")),
            false => item.insert(format!("{blank}{word}")),
        }
    };
    WORDS.iter().map(item).collect()
}

/// The rules that a comment may allow and that it does not name yet.
fn rules(before: &str) -> Vec<Item> {
    let named: Vec<&str> = before.split(',').map(str::trim).collect();
    let can_be = |rule: &&&Rule| {
        let about_imports = IMPORTS.iter().any(|rules| rules.contains(*rule));
        !rule.is_fixed() && !about_imports && !named.contains(&rule.name) && !named.contains(&rule.code)
    };
    let item =
        |rule: &&Rule| Item::new(Kind::Rule, rule.name).detail(rule.summary()).beside(rule.code).manual(rule.name);
    RULES.iter().filter(can_be).map(item).collect()
}

fn found(around: &Around, typed: &str, items: Vec<Item>) -> Choices {
    let start = around.offset - u32::try_from(typed.len()).unwrap_or_default().min(around.offset);
    let rest = around.source.text().get(around.offset as usize..).unwrap_or_default();
    let behind = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-').unwrap_or(rest.len());
    let end = if typed.is_empty() { around.offset } else { around.offset + u32::try_from(behind).unwrap_or_default() };
    let typed = super::typed::Typed { text: typed.to_owned(), ..around.typed.clone() };
    let mut items = answering(&typed, items);
    items.retain(|item| rank(&typed.text, &item.filter) < Some(3));
    Choices { span: Span { start, end }, items, incomplete: false }
}
