//! What a layout is made of: a flat run of texts and of places where a line may end.

/// Columns of a line.
pub(super) const WIDTH: usize = 100;

/// Columns of one level.
pub(super) const INDENT: usize = 4;

/// A part of a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'s> {
    /// Code, without a line break.
    Text(&'s str),
    /// A blank.
    Space,
    /// A place where the line ends if its group is broken.
    Line(Flat),
    /// A comma at the end of a list that is broken.
    LastComma,
    /// An empty line, where a line ends here anyway.
    Empty,
    /// A comment; the line ends behind it.
    Comment {
        /// From `#` to its last character that is no blank.
        text: &'s str,
        /// Whether it has a line of its own.
        own: bool,
    },
    /// The start of a group: it stays on one line, or each of its own lines ends.
    Open,
    /// The end of a group.
    Close,
    /// Lines that begin from here on stand further to the right.
    Indent,
    /// The end of that.
    Dedent,
}

/// What stands in the place of a line break where the group is not broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flat {
    /// Nothing.
    Nothing,
    /// A blank.
    Blank,
    /// Such a group is always broken.
    Never,
}
