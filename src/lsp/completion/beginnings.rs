//! What an item or a condition may begin with.

use super::around::Around;
use super::item::{Item, Kind, rank};
use super::place::Place;
use super::references;
use crate::fields::FIELDS;
use crate::settings::{SETTINGS, SettingKind, SettingRow};
use crate::syntax::ast;

/// What may begin here.
pub fn items(around: &Around) -> Vec<Item> {
    let mut items = vec![];
    match around.typed.place {
        Place::Item { in_block, after_clause } => {
            let scope = Scope::of(around, in_block);
            items.extend(after_clause.then(links).into_iter().flatten());
            items.extend(scope.is_empty.then(|| template(in_block, around)));
            items.extend(scope.settings.iter().map(|row| setting(row, around)));
            if scope.takes_clauses {
                items.extend(conditions(around));
            }
            items.extend(keywords(in_block, scope.takes_blocks, around));
        }
        Place::LetValue(_) => {
            items.push(Item::new(Kind::Keyword, "[").detail("a list of values").insert("[]").snippet("[$0]"));
            items.extend(conditions(around));
        }
        _ => items.extend(conditions(around)),
    }
    items
}

/// What joins two conditions.
pub fn links() -> Vec<Item> {
    let word = |word: &str, detail: &str| Item::new(Kind::Keyword, word).detail(detail);
    vec![word("and", "both must hold; binds tighter than `or`"), word("or", "either is enough")]
}

/// Filters, `not`, and `let`s that name a filter.
fn conditions(around: &Around) -> Vec<Item> {
    let typed = around.typed.text.as_str();
    let names = |row: &'static crate::fields::Field| {
        // An alias is offered only to those who type it.
        let alias = |alias: &&&str| !typed.is_empty() && rank(typed, alias) == Some(0);
        let only = rank(typed, row.name) != Some(0);
        let aliases = row.aliases.iter().filter(alias).take(usize::from(only));
        std::iter::once(row.name).chain(aliases.copied()).map(move |name| (name, row))
    };
    let fields = FIELDS.iter().flat_map(names).map(|(name, row)| {
        let item = Item::new(Kind::Field, name).detail(row.doc).manual(row.name);
        if name == row.name { item } else { item.beside(row.name) }
    });
    let not = Item::new(Kind::Keyword, "not").detail("all but those for whom it holds");
    references::filters(around).into_iter().chain(fields).chain([not]).collect()
}

fn setting(row: &'static SettingRow, around: &Around) -> Item {
    let name = row.name;
    let item = Item::new(Kind::Setting, name).detail(row.doc).manual(name);
    if !around.is_line_end() {
        return item;
    }
    let item = item.insert(format!("{name}: "));
    match row.kind {
        SettingKind::Text => item.snippet(format!("{name}: \"$0\"")),
        SettingKind::Object => item.snippet(format!("{name}: {{ $0 }}")),
        _ => item,
    }
}

fn keywords(in_block: bool, takes_blocks: bool, around: &Around) -> Vec<Item> {
    let at_end = around.is_line_end();
    let word = |word: &str, detail: &str, rest: &str| {
        let item = Item::new(Kind::Keyword, word).detail(detail);
        if at_end { item.snippet(format!("{word} {rest}")) } else { item }
    };
    let mut words = vec![word("let", "name a list, a range, a value or a filter", "${1:name} = $0")];
    if !in_block {
        words.push(word("use", "the `let`s of another file", "\"$0\""));
    }
    if takes_blocks {
        words.push(word("persona", "one of several personas of this file", "${1:key} {\n\t$0\n}"));
    }
    words
}

/// A whole persona to fill in.
fn template(in_block: bool, around: &Around) -> Item {
    let hook =
        if around.project.defaults.get("webhook").is_some() { "" } else { "webhook: env(\"${2:WEBHOOK_URL}\")\n" };
    let snippet = format!(
        "name: \"${{1:Who they are}}\"\n{hook}limit: ${{3:500}}\n\ntitle in [${{4:\"VP of Sales\"}}]\nand seniority >= \
         ${{5:Director}}\nand location in [${{6:France}}]$0"
    );
    let detail = if in_block { "settings and conditions to fill in" } else { "a whole persona to fill in" };
    Item::new(Kind::Snippet, "new persona").detail(detail).insert(filled_in(&snippet)).snippet(snippet)
}

/// The text of a snippet for editors that know none.
fn filled_in(snippet: &str) -> String {
    let mut parts = snippet.split("${");
    let first = parts.next().unwrap_or_default().to_owned();
    let filled = parts.fold(first, |text, part| {
        let (field, rest) = part.split_once('}').unwrap_or((part, ""));
        text + field.split_once(':').map_or("", |(_, words)| words) + rest
    });
    filled.replace("$0", "")
}

/// What there is already in the file or the block.
struct Scope {
    is_empty: bool,
    settings: Vec<&'static SettingRow>,
    takes_clauses: bool,
    takes_blocks: bool,
}

impl Scope {
    fn of(around: &Around, in_block: bool) -> Scope {
        let items = match in_block {
            true => around.block(true).map_or(&[][..], |block| &block.items),
            false => around.items(),
        };
        let elsewhere = |item: &&ast::Item| !around.touches(item.span());
        let given = |row: &&SettingRow| {
            items.iter().filter(elsewhere).any(|item| match item {
                ast::Item::Setting(own) => row.names().any(|name| name.eq_ignore_ascii_case(around.text(own.key.span))),
                _ => false,
            })
        };
        let has = |wanted: fn(&ast::Item) -> bool| items.iter().filter(elsewhere).any(wanted);
        let has_clauses = has(|item| matches!(item, ast::Item::Clause(_)));
        Scope {
            is_empty: items.iter().filter(elsewhere).all(|item| matches!(item, ast::Item::Use(_))),
            settings: SETTINGS.iter().filter(|row| !given(row)).collect(),
            takes_clauses: in_block || !has(|item| matches!(item, ast::Item::Persona(_))),
            takes_blocks: !in_block && !has_clauses,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_are_texts_too() {
        assert_eq!(filled_in("a: \"${1:x y}\"\n${2:b}$0"), "a: \"x y\"\nb");
    }
}
