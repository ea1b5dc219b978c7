//! A command with everything hidden that may be secret.

use super::options::{DATA, WITH_VALUE};
use super::shell::Command;
use crate::source::Span;

/// The command with a star for every byte of its words, but for the names of options and the places in `shown`.
pub fn masked(text: &str, found: &Command, shown: &[Span]) -> String {
    let mut bytes: Vec<u8> = text.bytes().map(|byte| if byte.is_ascii_whitespace() { byte } else { b'*' }).collect();
    let names = found.words.iter().enumerate().filter_map(|(index, word)| {
        let name = if index == 0 { word.text.as_str() } else { option_name(&word.text) };
        let end = word.span.start as usize + name.len();
        let is_plain = text.get(word.span.start as usize..end) == Some(name);
        is_plain.then(|| Span::new(word.span.start as usize, end))
    });
    for span in names.chain(shown.iter().copied()) {
        let (Some(own), Some(told)) = (bytes.get_mut(span.range()), text.as_bytes().get(span.range())) else {
            continue;
        };
        own.copy_from_slice(told);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The part of a word that names an option and cannot be secret.
fn option_name(text: &str) -> &str {
    match DATA.iter().chain(WITH_VALUE).find(|option| text == **option) {
        Some(option) => option,
        None if text.starts_with("-d") => "-d",
        None => "",
    }
}
