//! Pages of the manual, as hovers show them.

use super::{Said, said};
use crate::explain::{Topic, not};
use crate::fields::FieldId;
use crate::lint::find_rule;
use crate::lsp::lexis::in_word;
use crate::lsp::values::code;
use crate::settings::SettingRow;
use crate::source::Span;
use crate::syntax::ast::Op;

/// The page of a field.
pub fn field(name: &str) -> Option<String> {
    FieldId::find(name).map(|field| quieter(&Topic::Field(field).page()))
}

/// The page of a setting.
pub fn setting(name: &str) -> Option<String> {
    SettingRow::find(name).map(|row| quieter(&Topic::Setting(row).page()))
}

/// What an operator does to a field, where that is worth a word.
pub fn operator(field: &str, op: Op) -> Option<String> {
    let field = FieldId::find(field)?.row();
    match op {
        Op::NotEqual | Op::NotIn => Some(format!("{}\n\n", not(field))),
        _ => None,
    }
}

/// Whether a variable of the environment is set, and not to what: it is most often a secret.
pub fn variable(name: &str) -> String {
    let state = match std::env::var_os(name) {
        Some(value) if value.is_empty() => "is set, and empty, where the editor runs",
        Some(_) => "is set where the editor runs",
        None => "is not set where the editor runs",
    };
    format!("The environment variable {} {state}. It is read when the request is built.\n", code(name))
}

/// The page of the rule that a comment allows at `offset`.
pub fn allowed(comment: &str, place: Span, offset: u32) -> Option<Said> {
    comment.trim_start_matches('#').trim_start().strip_prefix("personac:")?;
    let at = offset.checked_sub(place.start)? as usize;
    let (before, behind) = (comment.get(..at)?, comment.get(at..)?);
    let start = before.trim_end_matches(in_word).len();
    let end = comment.len() - behind.trim_start_matches(in_word).len();
    let rule = find_rule(comment.get(start..end)?)?;
    let about = Span { start: place.start + start as u32, end: place.start + end as u32 };
    said(about, Some(quieter(&Topic::Rule(rule).page())))
}

/// The page with headings that do not shout in a small window.
pub fn quieter(page: &str) -> String {
    let mut in_code = false;
    let line = |line: &str| {
        in_code ^= line.starts_with("```");
        match (in_code, line.strip_prefix("# "), line.strip_prefix("## ")) {
            (false, Some(title), _) => format!("### {title}\n"),
            (false, _, Some(heading)) => format!("**{heading}**\n"),
            _ => format!("{line}\n"),
        }
    };
    page.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_quiet_and_comments_stay() {
        assert_eq!(quieter("# A\n## B\n```\n# c\n```\n"), "### A\n**B**\n```\n# c\n```\n");
    }
}
