//! The page of a rule.

use super::fence;
use crate::lint::lint_of;
use crate::rule::{ANSWERS, IMPORTS, Level, Rule, SUBMITTED_BEFORE};
use crate::wording::listed;

/// Whether there is a fix for findings of a rule, as far as its page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixable {
    /// One that may be applied unasked.
    Safe,
    /// One that a person must choose.
    Unsafe,
    /// None.
    No,
}

impl Fixable {
    /// `safe`, `unsafe` or nothing.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Fixable::Safe => Some("safe"),
            Fixable::Unsafe => Some("unsafe"),
            Fixable::No => None,
        }
    }
}

/// Whether there is a fix for findings of `rule`.
pub fn fixable(rule: &Rule) -> Fixable {
    match rule.page().split_once("## Fix\n").map(|(_, said)| said.trim_start()) {
        Some(said) if said.starts_with("Safe") => Fixable::Safe,
        Some(_) => Fixable::Unsafe,
        None => Fixable::No,
    }
}

/// `error`, `warning` or `off`: what its findings are where nobody says otherwise.
pub fn level_name(rule: &Rule) -> &'static str {
    if rule.level == Level::Allow { "off" } else { rule.severity().name() }
}

/// The page, with what can be done about its findings.
pub fn page(rule: &Rule) -> String {
    let heading = format!("# {} {} ({})", rule.code, rule.name, level_name(rule));
    let page = rule.page();
    let old = match rule.aliases {
        [] => String::new(),
        names => format!("\n## Older names\n\n{}\n", listed(names.iter().copied())),
    };
    format!("{heading}\n\n{}\n\n## Level\n\n{}{old}", page.trim_end(), level(rule))
}

fn level(rule: &Rule) -> String {
    let name = rule.name;
    if IMPORTS.into_iter().flatten().any(|own| own == &rule) {
        return level_of_import(rule);
    }
    if ANSWERS.contains(&rule) && rule.is_fixed() {
        return "It is an error and cannot be allowed.\n".to_owned();
    }
    if rule.is_fixed() {
        return "It is an error and cannot be allowed: as long as it is there, there is no request to send.\n"
            .to_owned();
    }
    let place = match lint_of(rule) {
        _ if rule == &SUBMITTED_BEFORE => "`personac submit` looks for it.",
        _ if ANSWERS.contains(&rule) => "`personac preview` looks for it.",
        Some(lint) if !lint.at_build => "`personac lint` looks for it; `personac build` does not.",
        _ => "`personac lint` and `personac build` look for it.",
    };
    let setting = |level: &str| fence("toml personac.toml", &format!("[lint]\n{name} = \"{level}\""));
    if rule.level == Level::Allow {
        return format!("It is off. {place} This turns it on, `\"deny\"` makes an error of it:\n\n{}", setting("warn"));
    }
    let comment = fence("persona", &format!("# personac: allow({name}) and why"));
    format!(
        "It is a warning. {place} To allow one finding write a comment on its line or above its item, or \
         `allow-file` for the whole file:\n\n{comment}\nTo allow all of them in a project, or to make errors of them with \
         `\"deny\"`:\n\n{}",
        setting("allow")
    )
}

/// Of rules that are not about personas as they are written.
fn level_of_import(rule: &Rule) -> String {
    let is_link = rule.code.starts_with("P72");
    let said = match (is_link, rule.is_fixed()) {
        (true, true) => "It is an error of `personac build --emit url`: there is no link to print.",
        (true, false) => "It is a warning of `personac build --emit url` and `--open`. The request is what it was.",
        (false, true) => "It is an error of `personac import`: nothing is written.",
        (false, false) => {
            "It is a warning of `personac import`; with `--strict` it is an error, and nothing is written."
        }
    };
    format!("{said}\n")
}
