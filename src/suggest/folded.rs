//! A text in the form in which it is compared, and how many slips two of them are apart.

use crate::tables::words_into;

/// A name, or a word of one, folded, with what tells most pairs apart without a look at their letters.
#[derive(Debug, Clone)]
pub struct Folded {
    /// Its words, with one blank between them.
    pub text: Box<str>,
    /// How many letters there are.
    pub length: usize,
    /// How often each letter occurs; letters may share a place.
    letters: [u8; 32],
}

impl Folded {
    /// A name, folded.
    pub fn new(name: &str) -> Folded {
        let mut words = String::new();
        words_into(name, &mut words);
        Folded::of(&words)
    }

    /// A text that is folded already.
    pub fn of(text: &str) -> Folded {
        let length = text.chars().count();
        let mut letters = [0; 32];
        for letter in text.chars() {
            let count: &mut u8 = &mut letters[letter as usize % 32];
            *count = count.saturating_add(1);
        }
        Folded { text: text.into(), length, letters }
    }

    /// How many slips are forgiven in it.
    pub fn forgiven(&self) -> usize {
        (self.length.max(3) / 3).min(4)
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ')
    }

    /// Whether both are made of the same words.
    pub fn is_reordered(&self, other: &Folded) -> bool {
        let sorted = |folded: &'_ Folded| {
            let mut words: Vec<Box<str>> = folded.words().map(Into::into).collect();
            words.sort_unstable();
            words
        };
        self.text.len() == other.text.len() && self.letters == other.letters && sorted(self) == sorted(other)
    }

    /// The distance of two texts if it is at most `limit`. The cheap test comes first: most names differ too much in
    /// the letters they use. Where more `steps` are needed than are left, none is left, and nothing is known.
    pub fn slips(&self, other: &Folded, limit: usize, steps: &mut usize) -> Option<usize> {
        if lacking(&self.letters, &other.letters).max(lacking(&other.letters, &self.letters)) > limit {
            return None;
        }
        let (one, other) = different(&self.text, &other.text);
        *steps = steps.saturating_sub(one.len() * other.len());
        if *steps == 0 {
            return None;
        }
        Some(strsim::osa_distance(one, other)).filter(|distance| *distance <= limit)
    }
}

/// How many letters of the one the other has not.
fn lacking(letters: &[u8; 32], others: &[u8; 32]) -> usize {
    letters.iter().zip(others).map(|(own, other)| usize::from(own.saturating_sub(*other))).sum()
}

/// What is left of two texts without what they begin and end with alike.
fn different<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let same = |(one, other): &(char, char)| one == other;
    let length = |(letter, _): (char, char)| letter.len_utf8();
    let start: usize = one.chars().zip(other.chars()).take_while(same).map(length).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let end: usize = one.chars().rev().zip(other.chars().rev()).take_while(same).map(length).sum();
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The tests that come first leave nothing out.
        #[test]
        fn slips_are_the_distance(one in "[abé ]{0,9}", other in "[abé ]{0,9}", limit in 0..5_usize) {
            let distance = strsim::osa_distance(&one, &other);
            let slips = Folded::of(&one).slips(&Folded::of(&other), limit, &mut 1000);
            prop_assert_eq!(slips, Some(distance).filter(|distance| *distance <= limit));
        }
    }
}
