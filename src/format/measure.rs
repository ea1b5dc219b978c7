//! How wide groups are.

use textwrap::core::display_width;

use super::piece::{Flat, Piece};

/// The columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { display_width(text) }
}

/// For each piece that opens a group, the columns that the group takes on one line together with what cannot be
/// parted from its end; `None` where the group must be broken. One pass, from the end.
pub(super) fn measure(pieces: &[Piece<'_>]) -> Vec<Option<usize>> {
    let mut widths = vec![None; pieces.len()];
    let mut measure = Measure::default();
    for (at, piece) in pieces.iter().enumerate().rev() {
        widths[at] = measure.before(*piece);
    }
    widths
}

#[derive(Default)]
struct Measure {
    /// Columns from here to the end, were everything on one line.
    flat: usize,
    /// Columns from here to the next place where the line may end.
    tail: usize,
    /// The groups around this place.
    groups: Vec<Group>,
}

/// What is known at the end of a group.
struct Group {
    flat: usize,
    tail: usize,
    broken: bool,
}

impl Measure {
    fn before(&mut self, piece: Piece<'_>) -> Option<usize> {
        match piece {
            Piece::Text(text) => self.text(width(text)),
            Piece::Space => self.text(1),
            Piece::LastComma => self.tail += 1,
            Piece::Line(flat) => self.line(flat),
            Piece::Comment { .. } => self.line(Flat::Never),
            Piece::Close => self.groups.push(Group { flat: self.flat, tail: self.tail, broken: false }),
            Piece::Open => return self.open(),
            Piece::Empty | Piece::Indent | Piece::Dedent => {}
        }
        None
    }

    fn text(&mut self, columns: usize) {
        self.flat += columns;
        self.tail += columns;
    }

    fn line(&mut self, flat: Flat) {
        self.flat += usize::from(flat == Flat::Blank);
        self.tail = 0;
        if flat == Flat::Never {
            self.groups.last_mut().into_iter().for_each(|group| group.broken = true);
        }
    }

    fn open(&mut self) -> Option<usize> {
        let group = self.groups.pop()?;
        if let Some(outer) = self.groups.last_mut() {
            outer.broken |= group.broken;
        }
        (!group.broken).then(|| self.flat - group.flat + group.tail)
    }
}
