//! Deleting an item, and leaving the comments.

use crate::diagnostic::Edit;
use crate::source::{SourceFile, Span};

/// Delete `item`, with its line if nothing else is on it. `comments` are all of the file's; there is no way if one of
/// them is inside.
pub fn removal(source: &SourceFile, comments: &[Span], item: Span) -> Option<Edit> {
    let next = comments.get(comments.partition_point(|comment| comment.start < item.start));
    if next.is_some_and(|comment| comment.start < item.end) {
        return None;
    }
    let start = source.line_span(source.line_of(item.start)).start;
    let end = source.line_span(source.line_of(item.end)).end;
    let before = source.slice(Span { start, end: item.start });
    let after = source.slice(Span { start: item.end, end });
    let blanks_after = (after.len() - after.trim_start().len()) as u32;
    let blanks_before = (before.len() - before.trim_end().len()) as u32;
    let span = match (before.trim().is_empty(), after.trim().is_empty()) {
        (true, true) => Span { start, end: end + line_break(source, end) },
        (false, true) => Span { start: item.start - blanks_before, end: item.end },
        (_, false) => Span { start: item.start, end: item.end + blanks_after },
    };
    Some(Edit::delete(span))
}

fn line_break(source: &SourceFile, at: u32) -> u32 {
    let rest = source.text().get(at as usize..).unwrap_or_default();
    if rest.starts_with("\r\n") { 2 } else { u32::from(rest.starts_with('\n')) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::comments;

    fn without(text: &str, item: &str) -> Option<String> {
        let source = SourceFile::new("a", text);
        let start = text.find(item).unwrap();
        let edit = removal(&source, &comments(text), Span::new(start, start + item.len()))?;
        let mut text = text.to_owned();
        text.replace_range(edit.span.range(), &edit.text);
        Some(text)
    }

    #[test]
    fn what_is_left_of_the_line() {
        for (before, after) in [
            ("a\nlet x\nb\n", "a\nb\n"),
            ("a\r\n  let x  \r\nb", "a\r\nb"),
            ("\u{feff}let x\nb", "\u{feff}b"),
            ("a\nlet x", "a\n"),
            ("let x # why\nb", "# why\nb"),
            ("a let x\nb", "a\nb"),
            ("a let x b\n", "a b\n"),
            ("# one\nlet x\n", "# one\n"),
        ] {
            assert_eq!(without(before, "let x").as_deref(), Some(after), "{before:?}");
        }
        assert_eq!(without("let x [\n# why\n]", "let x [\n# why\n]"), None);
    }
}
