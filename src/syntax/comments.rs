//! Where comments stand. The tree does not hold them: the formatter and what a comment may allow look for them here.

use memchr::{memchr, memchr2};

use crate::source::Span;

/// The comments of a text that has no syntax error, in its order: each from `#` to the end of its line, without
/// the line break.
pub fn comments(text: &str) -> Vec<Span> {
    let (bytes, mut at, mut found) = (text.as_bytes(), 0, vec![]);
    while let Some(next) = memchr2(b'"', b'#', &bytes[at..]).map(|next| at + next) {
        at = match bytes[next] {
            b'#' => line_end(bytes, next),
            _ => string_end(bytes, next),
        };
        if bytes[next] == b'#' {
            found.push(Span::new(next, next + text[next..at].trim_end_matches('\r').len()));
        }
    }
    found
}

/// The first byte of code at `at` or behind it: neither blank nor in one of the `comments`, which are all of the text's.
pub fn code_after(text: &str, comments: &[Span], mut at: u32) -> u32 {
    loop {
        let rest = text.get(at as usize..).unwrap_or_default();
        at += (rest.len() - rest.trim_start().len()) as u32;
        match comments.binary_search_by_key(&at, |comment| comment.start) {
            Ok(index) => at = comments[index].end,
            Err(_) => return at,
        }
    }
}

/// For each of all comments of a text, the first byte of code behind it.
pub fn code_behind(text: &str, comments: &[Span]) -> Vec<u32> {
    let mut behind: Vec<u32> = vec![];
    let mut next: Option<(u32, u32)> = None;
    for comment in comments.iter().rev() {
        let rest = text.get(comment.end as usize..).unwrap_or_default();
        let at = comment.end + (rest.len() - rest.trim_start().len()) as u32;
        let code = next.filter(|(start, _)| *start == at).map_or(at, |(_, code)| code);
        next = Some((comment.start, code));
        behind.push(code);
    }
    behind.reverse();
    behind
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |end| from + end)
}

/// The end of the string that begins at `from`: behind its closing quote, or at the end of its line.
fn string_end(bytes: &[u8], from: usize) -> usize {
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate().skip(from + 1) {
        match byte {
            b'\n' => return at,
            b'"' if !escaped => return at + 1,
            _ => escaped = *byte == b'\\' && !escaped,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_found_behind_many_comments() {
        let text = "a # one\n # two\n\n# three\nb # four";
        let all = comments(text);
        let each: Vec<u32> = all.iter().map(|comment| code_after(text, &all, comment.end)).collect();
        assert_eq!(code_behind(text, &all), each);
        let b = text.find("b #").unwrap() as u32;
        assert_eq!(each, [b, b, b, text.len() as u32]);
    }

    #[test]
    fn a_hash_inside_a_string_is_no_comment() {
        let text = "a = \"#x \\\" # y\" # one\r\n# two\nb = \"open # \n#three";
        let found: Vec<&str> = comments(text).iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, ["# one", "# two", "#three"]);
    }
}
