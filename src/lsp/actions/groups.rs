//! Parentheses, which the tree does not hold.

use crate::source::Span;
use crate::syntax::code_after;

/// The parentheses around a span, if there is nothing but blanks and comments between. `comments` are all of the text's.
pub fn enclosing(text: &str, comments: &[Span], span: Span) -> Option<Span> {
    let before = code_before(text, comments, span.start)?;
    let behind = code_after(text, comments, span.end);
    let is = |at: u32, sign: u8| text.as_bytes().get(at as usize) == Some(&sign);
    (is(before, b'(') && is(behind, b')')).then_some(Span { start: before, end: behind + 1 })
}

/// The span with all the parentheses around it.
pub fn outermost(text: &str, comments: &[Span], span: Span) -> Span {
    let mut outer = span;
    while let Some(wider) = enclosing(text, comments, outer) {
        outer = wider;
    }
    outer
}

/// The last byte of code before `at`.
fn code_before(text: &str, comments: &[Span], mut at: u32) -> Option<u32> {
    loop {
        let before = text.get(..at as usize)?.trim_end();
        let last = (before.len() as u32).checked_sub(1)?;
        let index = comments.partition_point(|comment| comment.start <= last);
        match index.checked_sub(1).and_then(|index| comments.get(index)).filter(|comment| last < comment.end) {
            Some(comment) => at = comment.start,
            None => return Some(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::comments;

    #[test]
    fn parentheses_are_found_behind_comments() {
        let text = "( # (\n a or b # )\n) and (c) or d";
        let around = |part: &str| {
            let start = text.find(part).unwrap();
            let span = Span::new(start, start + part.len());
            enclosing(text, &comments(text), span).map(|outer| &text[outer.range()])
        };
        assert_eq!(around("a or b"), Some("( # (\n a or b # )\n)"));
        assert_eq!(around("c"), Some("(c)"));
        assert_eq!(around("a"), None);
        assert_eq!(around("d"), None);
    }
}
