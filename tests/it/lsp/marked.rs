//! Texts in which `‸` marks where the cursor is.

use serde_json::{Value, json};

/// The mark.
const MARK: char = '‸';

/// The text without its marks, and the places of the marks as most editors count them.
pub fn marked(text: &str) -> (String, Vec<Value>) {
    let (mut line, mut character, mut plain, mut places) = (0, 0, String::new(), vec![]);
    for letter in text.chars() {
        match letter {
            MARK => places.push(json!({ "line": line, "character": character })),
            '\n' => (line, character) = (line + 1, 0),
            _ => character += letter.len_utf16(),
        }
        if letter != MARK {
            plain.push(letter);
        }
    }
    (plain, places)
}

/// What stands in a range of a text.
pub fn at(text: &str, range: &Value) -> String {
    let offset = |place: &Value| offset(text, place);
    text[offset(&range["start"])..offset(&range["end"])].to_owned()
}

/// The byte at a place.
fn offset(text: &str, place: &Value) -> usize {
    let line = place["line"].as_u64().expect("a line") as usize;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut left = place["character"].as_u64().expect("a column") as usize;
    for (index, letter) in text[start..].char_indices() {
        if left == 0 {
            return start + index;
        }
        left -= letter.len_utf16();
    }
    text.len()
}
