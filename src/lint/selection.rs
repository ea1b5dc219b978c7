//! What the command line says of the rules: `--select`, `--ignore`, `--deny`.

use super::Levels;
use crate::lint::{RULES, find_rule};
use crate::rule::{Level, Rule};
use crate::suggest::nearest;
use crate::wording::or;

/// Rules that are chosen, left out, or made errors.
#[derive(Debug, Default)]
pub struct Selection {
    select: Vec<Selector>,
    ignore: Vec<Selector>,
    deny: Vec<Selector>,
}

/// Some rules.
#[derive(Debug)]
enum Selector {
    /// `all`, or `warnings`.
    All,
    /// The beginning of codes, such as `P6`.
    Beginning(String),
    /// One rule.
    Only(&'static Rule),
}

impl Selection {
    /// Read the arguments of the three options.
    ///
    /// # Errors
    ///
    /// What to tell people, if one of them names no rule.
    pub fn parse(select: &[String], ignore: &[String], deny: &[String]) -> Result<Selection, String> {
        let all = |given: &[String]| given.iter().map(|one| Selector::parse(one)).collect::<Result<Vec<_>, _>>();
        Ok(Selection { select: all(select)?, ignore: all(ignore)?, deny: all(deny)? })
    }

    /// Change the levels accordingly. What is chosen is at least a warning; what is left out wins over that; what is
    /// denied by name is looked for even if it is off.
    pub fn apply(&self, levels: &mut Levels) {
        let has = |selectors: &[Selector], rule: &Rule| selectors.iter().any(|selector| selector.has(rule));
        let named = |rule: &Rule| self.deny.iter().any(|one| !matches!(one, Selector::All) && one.has(rule));
        levels.change(|rule, level| {
            let chosen = match self.select.is_empty() {
                true => level,
                false if has(&self.select, rule) => level.max(Level::Warn),
                false => Level::Allow,
            };
            let left = if has(&self.ignore, rule) { Level::Allow } else { chosen };
            match named(rule) || (left == Level::Warn && has(&self.deny, rule)) {
                true => Level::Deny,
                false => left,
            }
        });
    }
}

impl Selector {
    fn parse(given: &str) -> Result<Selector, String> {
        let is_beginning = given.len() < 4 && given.to_ascii_uppercase().starts_with('P');
        match given {
            "all" | "warnings" => Ok(Selector::All),
            _ if is_beginning => Ok(Selector::Beginning(given.to_ascii_uppercase())),
            _ => find_rule(given).map(Selector::Only).ok_or_else(|| unknown(given)),
        }
    }

    fn has(&self, rule: &Rule) -> bool {
        match self {
            Selector::All => true,
            Selector::Beginning(beginning) => rule.code.starts_with(beginning),
            Selector::Only(only) => *only == rule,
        }
    }
}

fn unknown(given: &str) -> String {
    let near = nearest(given, RULES.iter().flat_map(|rule| [rule.name, rule.code]));
    let shown: Vec<String> = near.into_iter().map(|name| format!("`{name}`")).collect();
    let help = match shown.is_empty() {
        true => "name a code, such as `P612`, the beginning of codes, such as `P6`, or a name, such as `no-limit`"
            .to_owned(),
        false => format!("did you mean {}?", or(&shown)),
    };
    format!("no finding is called `{given}`\n  help: {help}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{NO_WEBHOOK, UNKNOWN_FIELD, UNLISTED_ID};

    fn levels(select: &[&str], ignore: &[&str], deny: &[&str]) -> Levels {
        let owned = |given: &[&str]| given.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let mut levels = Levels::default();
        Selection::parse(&owned(select), &owned(ignore), &owned(deny)).expect("rules").apply(&mut levels);
        levels
    }

    #[test]
    fn what_is_selected_is_all_there_is() {
        let levels = levels(&["P5"], &[], &[]);
        assert_eq!([levels.of(&NO_WEBHOOK), levels.of(&UNLISTED_ID)], [Level::Warn, Level::Allow]);
        assert_eq!(levels.of(&UNKNOWN_FIELD), Level::Deny, "errors stay");
    }

    #[test]
    fn what_is_ignored_is_not_denied_with_the_rest() {
        let levels = levels(&[], &["no-webhook"], &["warnings"]);
        assert_eq!([levels.of(&NO_WEBHOOK), levels.of(&UNLISTED_ID)], [Level::Allow, Level::Deny]);
    }

    #[test]
    fn a_misspelt_name_is_not_ignored() {
        let wrong = Selection::parse(&[], &["no-webhok".to_owned()], &[]).expect_err("no such rule");
        assert!(wrong.contains("did you mean `no-webhook`?"), "{wrong}");
    }
}
