//! The short way from text to tree, for items in which nothing is wrong.
//!
//! Nearly all that is ever read is well formed, and the grammar, which knows every slip, takes ten times as long for it
//! as this does. So each item is read here first. Whatever is not plainly right makes this give up, and the grammar
//! reads the item instead: it alone decides what is wrong, and what else is right. So this may know less than the
//! grammar, but never more: where it returns an item, the grammar reads the same one and finds nothing, which
//! [`parse_by_grammar`](super::parse_by_grammar) lets the tests compare.

mod clause;
mod cursor;
mod data;
mod item;
mod value;

use super::ast::Item;

/// Deeper nesting than this is the grammar's to judge.
const DEEP: usize = 64;

/// Reads plain items, one after the other. Every method that returns nothing may have read a part.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// How many brackets and `not`s are open.
    depth: usize,
}

impl<'t> Reader<'t> {
    /// A reader of `text`, which holds no control characters: they end comments.
    pub(super) fn new(text: &'t str) -> Self {
        Reader { text, at: 0, depth: 0 }
    }

    /// The start of the next item; none at the end of the text.
    pub(super) fn next_item(&mut self) -> Option<usize> {
        self.space();
        (self.at < self.text.len()).then_some(self.at)
    }

    /// Go on behind what another has read.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
        self.depth = 0;
    }

    /// The item that begins here, if it is plain.
    pub(super) fn item(&mut self) -> Option<Item> {
        self.any_item(false)
    }
}
