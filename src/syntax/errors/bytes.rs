//! Files that are no text, or too much of it.

use crate::diagnostic::Diagnostic;
use crate::rule::{FILE_TOO_LARGE, NOT_UTF8};
use crate::source::{FileId, Location, MAX_FILE_BYTES, SourceFile, Span};

/// The source file that `bytes` hold, and what stops it from being read. What is not UTF-8 is shown as `�`.
pub fn check_bytes(name: &str, id: FileId, bytes: Vec<u8>) -> (SourceFile, Option<Diagnostic>) {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let place = Location { file: id, span: Span::default() };
        let size = bytes.len().div_ceil(1024 * 1024);
        let finding = Diagnostic::new(&FILE_TOO_LARGE, "the file is larger than 1 MiB")
            .label(place, format!("nothing of its {size} MiB is read"))
            .help("split it: one persona a file, and `use` for what they share");
        return (SourceFile::new(name, ""), Some(finding));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (SourceFile::new(name, text), None),
        Err(error) => not_utf8(name, id, &error),
    }
}

fn not_utf8(name: &str, id: FileId, error: &std::string::FromUtf8Error) -> (SourceFile, Option<Diagnostic>) {
    let bytes = error.as_bytes();
    let good = error.utf8_error().valid_up_to();
    let source = SourceFile::new(name, String::from_utf8_lossy(bytes));
    let place = Location { file: id, span: Span::new(good, good + '\u{fffd}'.len_utf8()) };
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let (message, label) = match bytes.get(good) {
        _ if utf16 => ("the file is UTF-16, not UTF-8".to_owned(), "the mark of a UTF-16 file".to_owned()),
        Some(byte) => ("the file is not UTF-8".to_owned(), format!("the byte {byte:#04x} is not part of UTF-8 text")),
        None => ("the file is not UTF-8".to_owned(), "not UTF-8 text".to_owned()),
    };
    let finding = Diagnostic::new(&NOT_UTF8, message).label(place, label).help("save the file as UTF-8");
    (source, Some(finding))
}
