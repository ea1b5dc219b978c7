//! What is looked for before the grammar reads a text: characters that are no blanks but look like them, and
//! nesting that would go too deep.

use std::borrow::Cow;

use crate::source::Span;

/// How deep brackets and `not` may nest.
pub const DEEPEST: usize = 128;

/// What the bytes of a text are, seen in one pass.
#[derive(Debug, Clone, Copy)]
pub(super) struct Survey {
    /// How many brackets open.
    pub brackets: usize,
    /// Whether there are control characters below the tab.
    pub controls: bool,
    /// Whether something may be a blank that is not plain.
    odd_blanks: bool,
}

impl Survey {
    pub(super) fn of(text: &str) -> Survey {
        let (mut kinds, mut brackets) = (0, 0);
        for byte in text.bytes() {
            let kind = KINDS[usize::from(byte)];
            kinds |= kind;
            brackets += usize::from(kind & OPENS);
        }
        Survey { brackets, controls: kinds & CONTROL != 0, odd_blanks: kinds & MAY_BE_BLANK != 0 }
    }
}

/// An opening bracket. It counts as one.
const OPENS: u8 = 1;
/// A control character below the tab.
const CONTROL: u8 = 2;
/// A byte with which an odd blank begins; `é` and its like begin with none.
const MAY_BE_BLANK: u8 = 4;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'(' | b'[' | b'{' => OPENS,
            0..b'\t' => CONTROL | MAY_BE_BLANK,
            0xb | 0xc | 0xe..0x20 | 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xe3 | 0xef => MAY_BE_BLANK,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// The text with a plain blank for every byte of a pasted one, so that all offsets stay, and where those were.
pub(super) fn plain_blanks(text: &str, survey: Survey) -> (Cow<'_, str>, Vec<(Span, char)>) {
    if !survey.odd_blanks {
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
pub(super) fn too_deep(text: &str, survey: Survey) -> Option<Span> {
    if survey.brackets <= DEEPEST {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn blanks(text: &str) -> (Cow<'_, str>, Vec<(Span, char)>) {
        plain_blanks(text, Survey::of(text))
    }

    fn deep(text: &str) -> Option<Span> {
        too_deep(text, Survey::of(text))
    }

    #[test]
    fn blanks_inside_strings_and_comments_stay() {
        let (plain, odd) = blanks("a\u{a0}= \"x\u{a0}y\" # \u{a0}\n\u{a0}");
        assert_eq!(plain, "a  = \"x\u{a0}y\" # \u{a0}\n  ");
        assert_eq!(odd.len(), 2);
    }

    #[test]
    fn brackets_in_strings_do_not_nest() {
        assert_eq!(deep(&"(".repeat(128)), None);
        assert_eq!(deep(&"(".repeat(129)), Some(Span::new(128, 129)));
        assert_eq!(deep(&format!("\"{}\"", "(".repeat(500))), None);
        assert_eq!(deep(&"()".repeat(500)), None);
    }
}
