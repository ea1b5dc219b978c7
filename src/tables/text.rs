//! Binary search over the lines of an embedded text.

use std::cmp::Ordering;
use std::ops::Range;

use memchr::{memchr, memrchr};

/// The line that `order` calls equal, in a text whose lines ascend in that order. `order` compares a line with
/// what is looked for.
pub(super) fn find_line(text: &str, order: impl Fn(&str) -> Ordering) -> Option<&str> {
    let (mut low, mut high) = (0, text.len());
    while low < high {
        let line = line_around(text, low, high);
        match order(&text[line.clone()]) {
            Ordering::Equal => return Some(&text[line]),
            Ordering::Less => low = line.end + 1,
            Ordering::Greater => high = line.start,
        }
    }
    None
}

/// Where the first line begins that is not `before` what is looked for, in a text whose lines are sorted.
pub(super) fn lower_bound(text: &str, before: impl Fn(&str) -> bool) -> usize {
    let (mut low, mut high) = (0, text.len());
    while low < high {
        let line = line_around(text, low, high);
        match before(&text[line.clone()]) {
            true => low = line.end + 1,
            false => high = line.start,
        }
    }
    low
}

/// The line in the middle of the whole lines `low..high`, without its line ending.
fn line_around(text: &str, low: usize, high: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let middle = low + (high - low) / 2;
    let start = memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
    let end = memchr(b'\n', &bytes[middle..high]).map_or(high, |at| middle + at);
    start..end
}

/// What stands before the first tab.
pub(super) fn first_field(line: &str) -> &str {
    memchr(b'\t', line.as_bytes()).map_or(line, |tab| &line[..tab])
}

/// A table without its header line.
pub(super) fn body(table: &str) -> &str {
    table.split_once('\n').map_or("", |(_, body)| body)
}

/// The parts of a list column; none if it is empty.
pub(super) fn list(column: &str) -> impl Iterator<Item = &str> {
    column.split('|').filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let text = "a\t1\nbb\t2\nc\t3\nd\t4\n";
        for key in ["a", "bb", "c", "d"] {
            assert_eq!(find_line(text, |line| first_field(line).cmp(key)).map(first_field), Some(key));
        }
        for key in ["", "b", "bbb", "e"] {
            assert_eq!(find_line(text, |line| first_field(line).cmp(key)), None, "{key}");
        }
        assert_eq!(find_line("", |line| line.cmp("a")), None);
    }
}
