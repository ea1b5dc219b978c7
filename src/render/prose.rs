//! Prose in lines of a terminal.

use textwrap::{Options, WordSeparator, WordSplitter};

/// How prose is broken into lines of this width: at blanks only, so that what is copied from it is whole.
pub fn lines<'a>(width: usize, first: &'a str, rest: &'a str) -> Options<'a> {
    Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false)
}
