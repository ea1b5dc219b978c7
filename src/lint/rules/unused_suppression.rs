use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::Rule;
use crate::source::{Location, SourceFile, Span};

lint! {
    /// A comment allows a finding that is not there.
    ///
    /// What it was written for is gone, and the comment would hide the next mistake of that kind.
    ///
    /// ## Example
    ///
    /// ```persona
    /// # personac: allow(duplicate-value)
    /// title in [CEO, CFO]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in [CEO, CFO]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it removes the name, or the comment if that was its only one, with the reason it gives.
    Warning "P630" "unused-suppression" in lint: Look::Elsewhere
}

/// The comment names the rule for nothing; perhaps it is the `only` one it names.
pub fn unused(rule: &Rule, comment: Span, name: Location, only: bool, source: &SourceFile) -> Diagnostic {
    let (title, edit) = match only {
        true => ("remove the comment", Edit::delete(with_its_line(source, comment))),
        false => ("remove the name", Edit::delete(with_its_comma(source, name.span))),
    };
    Diagnostic::new(&RULE, format!("there is no `{}` here to allow", rule.name))
        .label(name, "allows nothing")
        .help(format!("{title}: it would hide the next one"))
        .safe_fix(title, vec![edit])
}

/// The comment with the blanks before it, and the line if nothing else is on it.
fn with_its_line(source: &SourceFile, comment: Span) -> Span {
    let line = source.line_span(source.line_of(comment.start));
    let before = source.slice(Span { start: line.start, end: comment.start });
    let start = line.start + before.trim_end().len() as u32;
    let rest = source.text().get(line.end as usize..).unwrap_or_default();
    let line_break = if rest.starts_with("\r\n") { 2 } else { u32::from(rest.starts_with('\n')) };
    Span { start, end: if start == line.start { line.end + line_break } else { comment.end } }
}

/// The name with the comma that parts it from the next one, or from the one before.
fn with_its_comma(source: &SourceFile, name: Span) -> Span {
    let (before, after) = source.text().split_at(name.end as usize);
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        return Span { start: name.start, end: (source.text().len() - rest.trim_start().len()) as u32 };
    }
    let before = before[..name.start as usize].trim_end().trim_end_matches(',');
    Span { start: before.len() as u32, end: name.end }
}
