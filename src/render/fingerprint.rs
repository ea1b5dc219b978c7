//! What a finding is recognised by from one run to the next, though lines move.

use std::collections::HashMap;

use super::place::slashed;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// Where the 128 bits of FNV-1a start.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;

/// What they are multiplied with for each byte.
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// No byte of a text: it stands after each part, so that no two lists of parts are the same bytes.
const END: u8 = 0xff;

/// The fingerprints of one run: no two of them are the same.
#[derive(Debug, Default)]
pub struct Fingerprints {
    seen: HashMap<u128, u32>,
}

impl Fingerprints {
    /// The fingerprint of a finding: its file, its code, the text concerned, and how often the three were there
    /// before.
    pub fn of(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let location = diagnostic.location();
        let file = sources.get(location.file).map_or("", |file| file.name());
        self.of_parts(&[&slashed(file), diagnostic.rule.code, sources.slice(location)])
    }

    /// The fingerprint of something with these parts.
    pub fn of_parts(&mut self, parts: &[&str]) -> String {
        let identity = parts.iter().fold(BASIS, |hash, part| add(hash, part.bytes().chain([END])));
        let before = self.seen.entry(identity).or_default();
        let fingerprint = add(identity, before.to_le_bytes());
        *before += 1;
        format!("{fingerprint:032x}")
    }
}

fn add(hash: u128, bytes: impl IntoIterator<Item = u8>) -> u128 {
    bytes.into_iter().fold(hash, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(add(BASIS, *b""), BASIS);
        assert_eq!(add(BASIS, *b"foobar"), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn what_is_the_same_is_counted() {
        let mut first = Fingerprints::default();
        let same = [first.of_parts(&["a", "b"]), first.of_parts(&["a", "b"]), first.of_parts(&["ab", ""])];
        assert!(same[0] != same[1] && same[0] != same[2] && same[1] != same[2]);
        let mut second = Fingerprints::default();
        second.of_parts(&["something", "else"]);
        assert_eq!([second.of_parts(&["a", "b"]), second.of_parts(&["a", "b"])], same[..2]);
    }
}
