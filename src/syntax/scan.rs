//! What is looked for before the grammar reads a text: characters that are no blanks but look like them, and
//! nesting that would go too deep.

use std::borrow::Cow;

use crate::source::Span;

/// How deep brackets and `not` may nest.
pub const DEEPEST: usize = 128;

/// The text with a plain blank for every byte of a pasted one, so that all offsets stay, and where those were.
pub(super) fn plain_blanks(text: &str) -> (Cow<'_, str>, Vec<(Span, char)>) {
    if !text.bytes().any(may_begin_odd_blank) {
        return (Cow::Borrowed(text), vec![]);
    }
    let mut plain = String::new();
    let (mut odd, mut copied) = (vec![], 0);
    for (at, character) in code(text).filter(|(_, character)| is_odd_blank(*character)) {
        plain.push_str(&text[copied..at]);
        plain.extend(std::iter::repeat_n(' ', character.len_utf8()));
        copied = at + character.len_utf8();
        if at > 0 || character != '\u{feff}' {
            odd.push((Span::new(at, copied), character));
        }
    }
    if copied == 0 {
        return (Cow::Borrowed(text), vec![]);
    }
    plain.push_str(&text[copied..]);
    (Cow::Owned(plain), odd)
}

/// The first bracket that opens one level too many.
pub(super) fn too_deep(text: &str) -> Option<Span> {
    if text.bytes().filter(|byte| matches!(byte, b'(' | b'[' | b'{')).count() <= DEEPEST {
        return None;
    }
    let mut depth = 0_usize;
    for (at, character) in code(text) {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(Span::new(at, at + 1));
        }
    }
    None
}

/// The characters outside strings and comments.
fn code(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut until, mut escaped) = (None, false);
    text.char_indices().filter(move |(_, character)| {
        let Some(end) = until else {
            until = match character {
                '"' => Some('"'),
                '“' | '„' => Some('”'),
                '#' => Some('\n'),
                _ => None,
            };
            return true;
        };
        let curly = end == '”' && matches!(character, '“' | '"');
        if *character == '\n' || (*character == end && !escaped) || curly {
            until = None;
        }
        escaped = *character == '\\' && !escaped;
        false
    })
}

fn is_odd_blank(character: char) -> bool {
    let blank = character.is_whitespace() && !matches!(character, ' ' | '\t' | '\n' | '\r');
    let control = character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    blank
        || control
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character that begins with this byte can be an odd blank; `é` and its like cannot.
fn may_begin_odd_blank(byte: u8) -> bool {
    const PLAIN: [bool; 256] = {
        let mut table = [false; 256];
        let mut at = 0;
        while at < 256 {
            table[at] = (at < 0x20 && at != 0x9 && at != 0xa && at != 0xd)
                || matches!(at, 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xe3 | 0xef);
            at += 1;
        }
        table
    };
    PLAIN[byte as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_inside_strings_and_comments_stay() {
        let (plain, odd) = plain_blanks("a\u{a0}= \"x\u{a0}y\" # \u{a0}\n\u{a0}");
        assert_eq!(plain, "a  = \"x\u{a0}y\" # \u{a0}\n  ");
        assert_eq!(odd.len(), 2);
    }

    #[test]
    fn brackets_in_strings_do_not_nest() {
        assert_eq!(too_deep(&"(".repeat(128)), None);
        assert_eq!(too_deep(&"(".repeat(129)), Some(Span::new(128, 129)));
        assert_eq!(too_deep(&format!("\"{}\"", "(".repeat(500))), None);
        assert_eq!(too_deep(&"()".repeat(500)), None);
    }
}
