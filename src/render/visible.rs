//! Text that is safe to show: nothing in it moves the cursor, changes colours or turns the line around.

use std::borrow::Cow;

/// The text with every control character and every character that changes the direction of writing replaced by
/// a visible one. Line feeds and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_hidden(c) { stand_in(c) } else { c }).collect())
}

/// The same without line feeds and tabs.
pub fn on_one_line(text: &str) -> String {
    visible(text).replace('\n', "␊").replace('\t', "␉")
}

/// Whether a terminal must not see this character.
pub fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

/// The picture of a control character, such as `␛`.
pub fn stand_in(c: char) -> char {
    match u32::from(c) {
        code @ 0..=0x1f => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hidden_is_left() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c\td\n"), "a␛[31mb\u{fffd}c\td\n");
        assert!(matches!(visible("Île-de-France"), Cow::Borrowed(_)));
    }
}
