//! The items of a file or block: settings first, in the order of their table, an empty line between parts, and with
//! each item the comments that belong to it.

use std::mem::{Discriminant, discriminant, take};

use super::gap::Gap;
use super::piece::{Flat, Piece};
use super::printer::Printer;
use crate::settings::{SETTINGS, SettingRow};
use crate::source::SourceFile;
use crate::syntax::ast::Item;

/// An item that was written, and what stands before it.
struct Entry<'s> {
    rank: usize,
    kind: Discriminant<Item>,
    /// The comments above it.
    above: Gap<'s>,
    /// Whether it begins a part in the source.
    begins_part: bool,
    /// The item, and the comment behind it.
    pieces: Vec<Piece<'s>>,
}

/// Whether the settings of a scope, or of a block in it, stand elsewhere than they should.
pub(super) fn moves_settings(source: &SourceFile, items: &[Item]) -> bool {
    let inner = |item: &Item| matches!(item, Item::Persona(block) if moves_settings(source, &block.items));
    !items.is_sorted_by_key(|item| rank(source, item)) || items.iter().any(inner)
}

/// The place of an item: settings as in their table, then unknown ones, then all else.
pub(super) fn rank(source: &SourceFile, item: &Item) -> usize {
    let Item::Setting(setting) = item else { return SETTINGS.len() + 1 };
    let row = SettingRow::find(source.slice(setting.key.span));
    let place = row.and_then(|row| SETTINGS.iter().position(|other| std::ptr::eq(row, other)));
    place.unwrap_or(SETTINGS.len())
}

impl<'s> Printer<'s> {
    /// The items of a scope. `top` is the file itself, whose first comment may be about all of it.
    pub(super) fn scope(&mut self, items: &[Item], top: bool) {
        let before = take(&mut self.pieces);
        let mut first = self.take_gap();
        let mut pieces = before;
        pieces.extend(first.take_trailing().iter().flat_map(|comment| comment.pieces()));
        let header = if top { split_header(&mut first) } else { vec![] };
        pieces.extend(header.iter().copied());
        let mut entries = vec![];
        let rest = self.entries(items, first, &mut entries);
        entries.sort_by_key(|entry: &Entry| entry.rank);
        lay_entries(entries, !header.is_empty(), &mut pieces);
        self.pieces = pieces;
        self.end(&rest);
    }

    /// Write every item for itself; what is left behind the last one.
    fn entries(&mut self, items: &[Item], first: Gap<'s>, entries: &mut Vec<Entry<'s>>) -> Gap<'s> {
        let mut above = first;
        let mut last = None;
        for item in items {
            self.item(item);
            let mut below = self.take_gap();
            let trailing = below.take_trailing();
            self.pieces.extend(trailing.iter().flat_map(|comment| comment.pieces()));
            let kind = discriminant(item);
            let begins_part = last.replace(kind) != Some(kind);
            let (rank, pieces) = (rank(self.source, item), take(&mut self.pieces));
            entries.push(Entry { rank, kind, above, begins_part, pieces });
            above = below;
        }
        above
    }

    /// The comments behind the last item.
    fn end(&mut self, rest: &Gap<'s>) {
        if !rest.comments.is_empty() {
            self.push(Piece::Line(Flat::Never));
            self.pieces.extend(rest.comments.iter().flat_map(|comment| comment.pieces()));
        }
    }
}

/// The first comments of a file, if an empty line follows them.
fn split_header<'s>(first: &mut Gap<'s>) -> Vec<Piece<'s>> {
    let next = first.comments.iter().skip(1).position(|comment| comment.empty).map(|index| index + 1);
    let Some(end) = next.or(first.empty.then_some(first.comments.len())) else { return vec![] };
    first.comments.drain(..end).flat_map(|comment| comment.pieces().collect::<Vec<_>>()).collect()
}

fn lay_entries<'s>(entries: Vec<Entry<'s>>, header: bool, pieces: &mut Vec<Piece<'s>>) {
    let mut last = None;
    for mut entry in entries {
        let empty = match last.replace(entry.kind) {
            None => header,
            Some(kind) => entry.is_set_apart(kind),
        };
        entry.above.begin_empty(empty);
        pieces.push(Piece::Line(Flat::Never));
        pieces.extend(entry.above.pieces());
        pieces.extend(entry.pieces);
    }
}

impl Entry<'_> {
    /// Whether an empty line comes between an item of `kind` and what stands above this one.
    fn is_set_apart(&self, kind: Discriminant<Item>) -> bool {
        let is_setting = self.rank <= SETTINGS.len();
        let is_block = self.pieces.first() == Some(&Piece::Text("persona"));
        let author = self.above.begins_empty();
        match kind != self.kind || is_block {
            true => author || !self.above.has_empty(),
            false => author && !(self.begins_part && is_setting),
        }
    }
}
