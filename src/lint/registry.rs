//! Every rule there is: what the stages find, the lints, what importing finds, and what the API answers.

use std::sync::LazyLock;

use super::LINTS;
use crate::rule::{ANSWERS, IMPORTS, Rule, STAGES};

/// Every rule, in the order of the codes.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let stages = STAGES.into_iter().flatten().copied();
    let imports = IMPORTS.into_iter().flatten().copied();
    let answers = ANSWERS.iter().copied();
    stages.chain(LINTS.iter().map(|lint| lint.rule)).chain(imports).chain(answers).collect()
});

/// The rule with this code or this name, one of today or an older one.
pub fn find_rule(wanted: &str) -> Option<&'static Rule> {
    let is_it =
        |rule: &&&Rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name == wanted || rule.aliases.contains(&wanted);
    RULES.iter().find(is_it).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_names_are_unique() {
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
        let mut names: Vec<_> = RULES.iter().flat_map(|rule| std::iter::once(&rule.name).chain(rule.aliases)).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
