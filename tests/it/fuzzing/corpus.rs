//! What fuzzing begins with: the files of the tests, and the words of the dictionaries.

use std::fs;
use std::path::Path;

/// Larger files make slow cases and tell nothing new.
const LARGEST: usize = 8192;

/// The texts of all files of these kinds below these directories.
pub fn files(directories: &[&str], kinds: &[&str]) -> Vec<Vec<u8>> {
    let mut found = vec![];
    directories.iter().for_each(|directory| collect(Path::new(directory), kinds, &mut found));
    found.retain(|text| text.len() <= LARGEST);
    found
}

fn collect(directory: &Path, kinds: &[&str], found: &mut Vec<Vec<u8>>) {
    let entries = fs::read_dir(directory).expect("a directory");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, kinds, found);
        } else if kinds.is_empty() || path.extension().is_some_and(|own| kinds.iter().any(|kind| own == *kind)) {
            found.push(fs::read(path).expect("a file"));
        }
    }
}

/// The inputs that were written for a target.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    files(&[&format!("fuzz/seeds/{target}")], &[])
}

/// Each line of a file that is not a comment; of a table each label.
pub fn lines(file: &str) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(file).expect("a file");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').nth(1).unwrap_or(line).as_bytes().to_vec()).collect()
}

/// Each text in the hands of an editor that asks for everything.
#[cfg(feature = "lsp")]
pub fn scripts(texts: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let questions = fs::read("fuzz/seeds/lsp/every_request").expect("a file");
    let one = |text: &Vec<u8>| {
        let escaped = String::from_utf8_lossy(text).replace('\\', "\\\\").replace('\r', "\\r").replace('\n', "\\n");
        [b"<", escaped.as_bytes(), b"\n", &questions].concat()
    };
    // Each costs as much as all requests of an editor together.
    texts.iter().step_by(20).map(one).collect()
}

/// The words of a dictionary, as libFuzzer reads it.
pub fn dictionary(name: &str) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(format!("fuzz/{name}.dict")).expect("a dictionary");
    let words = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    words.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut parts = word.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
        bytes.extend(rest.bytes());
    }
    bytes
}
