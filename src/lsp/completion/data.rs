//! The data of settings, and the names of variables in it.

use super::around::Around;
use super::item::{Item, Kind};
use crate::settings::{SettingKind, SettingRow};
use crate::wording::quoted;

/// The data that a setting takes.
pub fn items(around: &Around, row: &'static SettingRow) -> Vec<Item> {
    let words: &[(&str, &str)] = match row.kind {
        SettingKind::Boolean => &[("true", "yes"), ("false", "no")],
        SettingKind::Split => &[
            ("any", "as many requests as it takes; a lead may be in several"),
            ("disjoint", "later requests leave out whom earlier ones find"),
            ("false", "one request, or an error"),
        ],
        SettingKind::Webhook => return webhooks(around, row),
        SettingKind::Text | SettingKind::Whole | SettingKind::Object => &[],
    };
    words.iter().map(|(word, detail)| Item::new(Kind::Keyword, *word).detail(*detail).manual(row.name)).collect()
}

fn webhooks(around: &Around, row: &'static SettingRow) -> Vec<Item> {
    let named = around.outside.variables().into_iter().map(|variable| {
        let form = format!("env({})", quoted(&variable.name));
        Item::new(Kind::Variable, form).detail(variable.from)
    });
    let any = Item::new(Kind::Keyword, "env").detail("the address from a variable of the environment");
    let any = any.insert("env(\"\")").snippet("env(\"$0\")").manual(row.name);
    named.chain([any]).collect()
}

/// The names of variables, inside of `env(…)`.
pub fn variables(around: &Around) -> Vec<Item> {
    let typed = &around.typed;
    let quote = typed.text.chars().next().filter(|_| typed.quoted).map(String::from).unwrap_or_default();
    let item = |variable: super::around::Variable| {
        let filter = format!("{quote}{}", variable.name);
        let insert = quoted(&variable.name);
        Item::new(Kind::Variable, variable.name).detail(variable.from).insert(insert).filter(filter)
    };
    around.outside.variables().into_iter().map(item).collect()
}
