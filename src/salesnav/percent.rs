//! Percent-encoding, with the place of every decoded byte.

use super::parse::{Fault, FaultKind};
use crate::source::Span;

/// A part of an address, decoded or not, that knows where each of its bytes comes from.
#[derive(Debug)]
pub struct Traced {
    /// The text.
    pub text: String,
    /// Where each byte comes from, and where the text ends.
    offsets: Vec<u32>,
}

impl Traced {
    /// The part of `source` at `span`, as it is.
    pub fn of(source: &str, span: Span) -> Traced {
        let text = source.get(span.range()).unwrap_or_default().to_owned();
        let offsets = (span.start..).take(text.len() + 1).collect();
        Traced { text, offsets }
    }

    /// Where the bytes `start..end` come from.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.offset(start), end: self.offset(end) }
    }

    fn offset(&self, at: usize) -> u32 {
        self.offsets.get(at).or(self.offsets.last()).copied().unwrap_or_default()
    }

    /// The bytes `start..end`, decoded once.
    pub fn decoded(&self, start: usize, end: usize) -> Result<Traced, Fault> {
        let mut rest = self.text.as_bytes().get(start..end).unwrap_or_default();
        let (mut bytes, mut offsets) = (Vec::with_capacity(rest.len()), Vec::with_capacity(rest.len() + 1));
        while let [first, after @ ..] = rest {
            let at = end - rest.len();
            offsets.push(self.offset(at));
            rest = after;
            bytes.push(match (first, after) {
                (b'%', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                    rest = after;
                    digit(*high) << 4 | digit(*low)
                }
                (b'%', _) => return Err(Fault { kind: FaultKind::Percent, span: self.span(at, at + 1) }),
                _ => *first,
            });
        }
        offsets.push(self.offset(end));
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Traced { text, offsets }),
            Err(error) => {
                let from = error.utf8_error().valid_up_to();
                let place = |at: usize| offsets.get(at).copied().unwrap_or_default();
                Err(Fault { kind: FaultKind::NotText, span: Span { start: place(from), end: place(from + 1) } })
            }
        }
    }
}

fn digit(hex: u8) -> u8 {
    (hex as char).to_digit(16).map_or(0, |digit| digit as u8)
}

/// Encode every byte that `keeps` does not keep.
fn encode(text: &str, keeps: impl Fn(u8) -> bool, out: &mut String) {
    for byte in text.bytes() {
        match keeps(byte) {
            true => out.push(byte as char),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// A text inside the notation.
pub fn encode_text(text: &str, out: &mut String) {
    encode(text, is_unreserved, out);
}

/// The whole notation inside an address, as JavaScript's `encodeURIComponent` writes it.
pub fn encode_query(query: &str) -> String {
    let mut out = String::with_capacity(query.len() * 2);
    encode(query, |byte| is_unreserved(byte) || b"()!*'".contains(&byte), &mut out);
    out
}
