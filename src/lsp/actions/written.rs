//! Parts of a file as texts that can stand elsewhere.

use crate::source::{SourceFile, Span};
use crate::syntax::ast::{Element, Let};
use crate::syntax::{code_after, comments};

/// The longest text that a title shows, in characters.
const MOST_SHOWN: usize = 40;

/// Where an operand stands, its unit included.
pub fn whole(element: &Element) -> Span {
    element.unit.map_or(element.span, |unit| element.span.to(unit.span))
}

/// Operands with a comma between them.
pub fn listed(source: &SourceFile, elements: &[Element]) -> String {
    elements.iter().map(|element| source.slice(whole(element))).collect::<Vec<_>>().join(", ")
}

/// What stands behind the `=` of a `let`.
pub fn value_of(source: &SourceFile, named: &Let) -> Option<Span> {
    let comments = comments(source.text());
    let sign = code_after(source.text(), &comments, named.name.span.end);
    (source.text().as_bytes().get(sign as usize) == Some(&b'=')).then_some(())?;
    Some(Span { start: code_after(source.text(), &comments, sign + 1), end: named.span.end })
}

/// A text without its comments, and without the lines that held nothing else.
pub fn without_comments(text: &str) -> String {
    let comments = comments(text);
    if comments.is_empty() {
        return text.to_owned();
    }
    let (mut out, mut at) = (String::new(), 0);
    for comment in comments {
        let comment = comment.range();
        let code = text.get(at..comment.start).unwrap_or_default().trim_end_matches([' ', '\t']);
        out.push_str(code);
        at = comment.end;
        if out.is_empty() || out.ends_with('\n') {
            let rest = text.get(at..).unwrap_or_default();
            at += rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        }
    }
    out + text.get(at..).unwrap_or_default()
}

/// A text as a title shows it.
pub fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out() {
        assert_eq!(without_comments("a # x\nand b # y\n# z\nand c"), "a\nand b\nand c");
        assert_eq!(without_comments("# x\r\na\r\n# y\r\n# z\r\nor \"#b\""), "a\r\nor \"#b\"");
        assert_eq!(without_comments("a or b"), "a or b");
    }

    #[test]
    fn titles_are_one_short_line() {
        assert_eq!(shown("a\n  b"), "a b");
        assert_eq!(shown(&"é".repeat(41)), "é".repeat(40) + "…");
    }
}
