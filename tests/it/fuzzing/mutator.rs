//! New inputs of old ones: bytes flipped, tokens swapped, words put in, pieces cut, repeated and taken from elsewhere.

use std::ops::Range;

use crate::properties::dice::Dice;

/// The longest input that is made.
const LONGEST: usize = 8192;

/// Makes inputs.
pub struct Mutator<'c> {
    dice: Dice,
    corpus: &'c [Vec<u8>],
    words: Vec<Vec<u8>>,
}

impl<'c> Mutator<'c> {
    pub fn new(seed: u64, corpus: &'c [Vec<u8>], words: Vec<Vec<u8>>) -> Self {
        Mutator { dice: Dice(seed), corpus, words }
    }

    /// Another input: one of the corpus, changed a little or a lot.
    pub fn input(&mut self) -> Vec<u8> {
        let mut input = self.dice.pick(self.corpus).clone();
        for _ in 0..1 + self.up_to(&[2, 4, 12]) {
            self.change(&mut input);
        }
        input.truncate(LONGEST);
        input
    }

    /// A number below one of these.
    fn up_to(&mut self, ends: &[usize]) -> usize {
        let end = *self.dice.pick(ends);
        self.dice.below(end)
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        match self.dice.below(8) {
            0 => self.flip(input),
            1 => self.swap(input),
            2 => self.splice(input),
            3 => self.cut(input),
            4 => self.repeat(input),
            5 => self.number(input),
            _ => self.word(input),
        }
    }

    /// One bit is another, or one byte any.
    fn flip(&mut self, input: &mut [u8]) {
        if !input.is_empty() {
            let at = self.dice.below(input.len());
            input[at] =
                if self.dice.percent(50) { input[at] ^ (1 << self.dice.below(8)) } else { self.dice.below(256) as u8 };
        }
    }

    /// Two tokens change places.
    fn swap(&mut self, input: &mut Vec<u8>) {
        let tokens = tokens(input);
        if tokens.len() < 2 {
            return;
        }
        let first = self.dice.below(tokens.len() - 1);
        let second = first + 1 + self.dice.below((tokens.len() - first - 1).min(8));
        let (one, other) = (tokens[first].clone(), tokens[second].clone());
        let new = [&input[other.clone()], &input[one.end..other.start], &input[one.clone()]].concat();
        input.splice(one.start..other.end, new);
    }

    /// A piece of another input stands in the place of one of this.
    fn splice(&mut self, input: &mut Vec<u8>) {
        let other = self.dice.pick(self.corpus);
        let (piece, place) = (self.piece(other), self.piece(input));
        input.splice(place, other[piece].iter().copied());
    }

    fn cut(&mut self, input: &mut Vec<u8>) {
        let piece = self.piece(input);
        input.drain(piece);
    }

    /// A piece stands there several times.
    fn repeat(&mut self, input: &mut Vec<u8>) {
        let piece = self.piece(input);
        let times = 1 + self.up_to(&[2, 2, 100]);
        let new = input[piece.clone()].repeat(times);
        input.splice(piece.end..piece.end, new.into_iter().take(LONGEST));
    }

    /// A digit is another one, or begins a number that is too large.
    fn number(&mut self, input: &mut Vec<u8>) {
        let digits: Vec<usize> = (0..input.len()).filter(|at| input[*at].is_ascii_digit()).collect();
        if !digits.is_empty() {
            let at = *self.dice.pick(&digits);
            let new = self.dice.pick(&["0", "9", "1", "-1", "18446744073709551616", "1e999", "0.5"]);
            input.splice(at..at + 1, new.bytes());
        }
    }

    /// A word of the dictionary stands before a token, or instead of it.
    fn word(&mut self, input: &mut Vec<u8>) {
        let tokens = tokens(input);
        let mut place = if tokens.is_empty() { 0..0 } else { self.dice.pick(&tokens).clone() };
        if self.dice.percent(50) {
            place.end = place.start;
        }
        let word = self.dice.pick(&self.words).clone();
        input.splice(place, word);
    }

    /// Some bytes in a row: a few, or up to all of them; a line now and then.
    fn piece(&mut self, input: &[u8]) -> Range<usize> {
        let start = self.dice.below(input.len() + 1);
        let left = input.len() - start;
        if self.dice.percent(30) {
            let end = input[start..].iter().position(|byte| *byte == b'\n');
            return start..end.map_or(input.len(), |end| start + end + 1);
        }
        let most = if self.dice.percent(70) { left.min(24) } else { left };
        start..start + self.dice.below(most + 1)
    }
}

/// Words, blanks and single signs.
fn tokens(input: &[u8]) -> Vec<Range<usize>> {
    let kind = |byte: u8| match byte {
        b'_' | 0x80.. => 1,
        _ if byte.is_ascii_alphanumeric() => 1,
        _ if byte.is_ascii_whitespace() => 2,
        _ => 0,
    };
    let mut start = 0;
    let same = |one: &u8, other: &u8| kind(*one) == kind(*other) && kind(*one) > 0;
    input
        .chunk_by(same)
        .map(|chunk| {
            let range = start..start + chunk.len();
            start = range.end;
            range
        })
        .collect()
}
