//! The pieces of a sentence, each with the request key it comes from.

use crate::render::on_one_line;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words, with the punctuation before them; safe to show.
    pub text: String,
    /// The request key that they come from, if they say what a key says.
    pub key: Option<&'static str>,
}

impl Piece {
    /// Words that join others.
    pub fn joint(text: &str) -> Piece {
        Piece { text: on_one_line(text), key: None }
    }

    /// What a request key says.
    pub fn of(key: &'static str, text: &str) -> Piece {
        Piece { text: on_one_line(text), key: Some(key) }
    }
}

/// The sentence; with `keys` each piece is followed by the key it comes from.
pub fn in_words(pieces: &[Piece], keys: bool) -> String {
    let said = |piece: &Piece| match piece.key {
        Some(key) if keys => format!("{} [{key}]", piece.text),
        _ => piece.text.clone(),
    };
    pieces.iter().map(said).collect()
}
