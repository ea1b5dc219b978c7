//! Text that is safe to show: nothing in it moves the cursor, changes colours or turns the line around.

use std::borrow::Cow;

use serde::Serialize;

/// The text with every control character and every character that changes the direction of writing replaced by
/// a visible one. Line feeds and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_hidden(c) { stand_in(c) } else { c }).collect())
}

/// The longest text of a finding that is shown whole, in characters.
const LONGEST: usize = 1000;

/// What is shown of a longer one, in characters from its start and its end.
const ENDS: (usize, usize) = (600, 200);

/// The text of a finding, safe to show. Of one that repeats half a file, the middle is left out.
pub fn brief(text: &str) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= LONGEST {
        return visible(text);
    }
    let (start, end) = (text.chars().take(ENDS.0), text.chars().skip(length - ENDS.1));
    Cow::Owned(visible(&start.chain(['…']).chain(end).collect::<String>()).into_owned())
}

/// The text, safe to show, without line feeds and tabs.
pub fn on_one_line(text: &str) -> String {
    visible(text).replace('\n', "␊").replace('\t', "␉")
}

/// The value as an indented JSON document with a newline at its end. Characters that a terminal must not see stand
/// there as escapes, which programs read as what they are.
pub fn json_document(value: &impl Serialize) -> String {
    let mut text = escaped(serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// As [`json_document`], on one line without an end.
pub fn json_line(value: &impl Serialize) -> String {
    escaped(serde_json::to_string(value).unwrap_or_default())
}

/// JSON with escapes for what a terminal must not see; such characters are in strings only.
fn escaped(json: String) -> String {
    if !json.bytes().any(may_begin_hidden) || !json.chars().any(is_hidden) {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match is_hidden(c) {
            true => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => text.push(c),
        }
    }
    text
}

/// Whether a terminal must not see this character: it is a control character, or turns the direction of writing, or
/// ends a line for some programs and not for others.
pub fn is_hidden(c: char) -> bool {
    match c {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => c.is_control() && c != '\n' && c != '\t',
    }
}

/// Whether a hidden character of JSON, in which controls of one byte but the last are escaped, can begin with this byte.
fn may_begin_hidden(byte: u8) -> bool {
    matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef)
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
    fn the_middle_of_a_long_text_is_left_out() {
        let long = format!("no label is called `{}`", "é".repeat(5000));
        let shown = brief(&long);
        assert_eq!(shown.chars().count(), 801);
        assert!(shown.starts_with("no label is called `é") && shown.contains("é…é") && shown.ends_with("é`"));
        assert!(matches!(brief("short"), Cow::Borrowed("short")));
    }

    #[test]
    fn json_hides_nothing_either() {
        let json = json_document(&"a\u{1b}\u{202e}\u{9b}é");
        assert_eq!(json, "\"a\\u001b\\u202e\\u009bé\"\n");
        for hidden in (0..=0xffff).filter_map(char::from_u32).filter(|c| is_hidden(*c)) {
            let json = json_line(&hidden);
            assert!(json.starts_with("\"\\") && json.is_ascii(), "{json:?}");
        }
    }

    #[test]
    fn nothing_hidden_is_left() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c\td\n"), "a␛[31mb\u{fffd}c\td\n");
        assert!(matches!(visible("Île-de-France"), Cow::Borrowed(_)));
    }
}
