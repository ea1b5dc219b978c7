//! Walks the source along the tree, so that no comment is passed by.

use super::gap::Gap;
use super::held::Held;
use super::piece::{Flat, Piece};
use crate::source::{SourceFile, Span};

/// Writes the pieces of a layout.
pub(super) struct Printer<'s> {
    pub source: &'s SourceFile,
    /// How far the source is read.
    at: usize,
    held: Held,
    /// What is written.
    pub pieces: Vec<Piece<'s>>,
}

impl<'s> Printer<'s> {
    pub fn new(source: &'s SourceFile) -> Self {
        Printer { source, at: 0, held: Held::find(source.text()), pieces: vec![] }
    }

    /// What was written.
    pub fn finish(self) -> Vec<Piece<'s>> {
        self.pieces
    }

    pub fn push(&mut self, piece: Piece<'s>) {
        self.pieces.push(piece);
    }

    /// Go to the next piece of code.
    pub fn take_gap(&mut self) -> Gap<'s> {
        let gap = Gap::read(self.source.text(), self.at);
        self.at = gap.end;
        gap
    }

    /// A place where the line may end, unless it must stay whole.
    pub fn line(&mut self, flat: Flat) {
        match flat {
            Flat::Nothing if self.stays() => {}
            Flat::Blank | Flat::Never if self.stays() => self.push(Piece::Space),
            _ => self.push(Piece::Line(flat)),
        }
    }

    /// Whether the next piece of code must stay on the line of the last one.
    fn stays(&self) -> bool {
        self.held.together(self.at, || self.peek())
    }

    /// Where the next piece of code begins.
    pub fn peek(&self) -> usize {
        Gap::read(self.source.text(), self.at).end
    }

    /// Go to the next piece of code, and write the comments before it.
    pub fn gap(&mut self) {
        let gap = self.take_gap();
        self.pieces.extend(gap.pieces());
    }

    /// The next piece of code, as it is.
    pub fn atom(&mut self, span: Span) {
        self.renamed(span, self.source.slice(span));
    }

    /// The next piece of code, under its canonical name.
    pub fn renamed(&mut self, span: Span, name: &'s str) {
        self.gap();
        self.push(Piece::Text(name));
        self.at = span.range().end;
    }

    /// A keyword or sign, the next piece of code whatever its case.
    pub fn word(&mut self, word: &'static str) {
        self.gap();
        self.push(Piece::Text(word));
        self.at += word.len();
    }

    /// Pass a keyword without writing it.
    pub fn pass(&mut self, word: &str) {
        self.at += word.len();
    }

    /// A blank, then a keyword or sign.
    pub fn then(&mut self, word: &'static str) {
        self.push(Piece::Space);
        self.word(word);
    }

    /// A group that takes one line or is broken. Comments before it are outside.
    pub fn group(&mut self, inner: impl FnOnce(&mut Self)) {
        self.gap();
        self.push(Piece::Open);
        inner(self);
        self.push(Piece::Close);
    }

    /// A group in brackets, with `flat` at its ends where it takes one line.
    pub fn bracket(&mut self, [open, close]: [&'static str; 2], flat: Flat, inner: impl FnOnce(&mut Self)) {
        self.group(|printer| {
            printer.word(open);
            printer.push(Piece::Indent);
            printer.line(flat);
            inner(printer);
            printer.line(flat);
            printer.gap();
            printer.push(Piece::Dedent);
            printer.word(close);
        });
    }

    /// `all` with commas between them, and behind the last one where each has a line of its own.
    pub fn separated<T>(&mut self, all: &[T], mut one: impl FnMut(&mut Self, &T)) {
        for (index, value) in all.iter().enumerate() {
            if index > 0 {
                self.push(Piece::Text(","));
                self.line(Flat::Blank);
            }
            one(self, value);
        }
        if !all.is_empty() && !self.stays() {
            self.push(Piece::LastComma);
        }
    }
}
