//! What editors do with edits, and texts with marks in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// What marks a place in a text: one is a cursor, two are a selection.
const MARK: char = '‸';

/// The text without its marks, and the range between them.
pub fn marked(text: &str) -> (String, Value) {
    let places: Vec<usize> =
        text.match_indices(MARK).enumerate().map(|(index, (at, _))| at - index * MARK.len_utf8()).collect();
    let plain = text.replace(MARK, "");
    let first = place(&plain, *places.first().expect("a mark"));
    let last = place(&plain, *places.last().expect("a mark"));
    (plain, json!({ "start": first, "end": last }))
}

/// A byte of a text as most editors count.
pub fn place(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": line, "character": before[start..].encode_utf16().count() })
}

/// The byte at a place.
fn offset(text: &str, place: &Value) -> usize {
    let number = |key: &str| place[key].as_u64().expect("a number") as usize;
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let mut units = 0;
    for (at, letter) in line.char_indices() {
        if units >= number("character") {
            return start + at;
        }
        units += letter.len_utf16();
    }
    start + line.len()
}

/// The text after edits, which must not overlap.
pub fn applied(text: &str, edits: &Value) -> String {
    let edits = edits.as_array().expect("edits");
    let mut spans: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let (start, end) = (offset(text, &edit["range"]["start"]), offset(text, &edit["range"]["end"]));
            (start, end, edit["newText"].as_str().expect("a text"))
        })
        .collect();
    spans.sort_by_key(|(start, end, _)| (*start, *end));
    assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "edits overlap: {edits:?}");
    let (mut out, mut at) = (String::new(), 0);
    for (start, end, new) in spans {
        out += &text[at..start];
        out += new;
        at = end;
    }
    out + &text[at..]
}

/// The edits of a workspace edit by file: the last part of its address.
pub fn by_file(edit: &Value) -> BTreeMap<String, Value> {
    let name = |uri: &str| uri.rsplit('/').next().unwrap_or_default().to_owned();
    if let Some(changes) = edit["documentChanges"].as_array() {
        let one = |change: &Value| {
            let uri = change["textDocument"]["uri"].as_str().expect("an address");
            (name(uri), change["edits"].clone())
        };
        return changes.iter().map(one).collect();
    }
    let changes = edit["changes"].as_object().expect("changes");
    changes.iter().map(|(uri, edits)| (name(uri), edits.clone())).collect()
}

/// Copy a directory with all below it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let path: PathBuf = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}
