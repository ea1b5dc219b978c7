//! Lines that a comment such as `# personac: allow(…)` concerns. Were what stands on one of them spread over several
//! lines, the comment would be about one of those only: so they stay whole.

use std::ops::Range;

use crate::syntax::comments;

/// What a comment that speaks to personac begins with, after its `#`.
const MARK: &str = "personac:";

/// The lines that stay whole, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Held(Vec<Range<usize>>);

impl Held {
    /// The lines of code that have such a comment at their end or above them.
    pub fn find(text: &str) -> Self {
        if memchr::memmem::find(text.as_bytes(), MARK.as_bytes()).is_none() {
            return Held::default();
        }
        let mut comments = comments(text).into_iter().peekable();
        let (mut held, mut above, mut start) = (vec![], false, 0);
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let comment = comments.next_if(|comment| comment.range().start < end);
            let code = comment.map_or(line, |comment| &text[start..comment.range().start]);
            above |= comment.is_some_and(|comment| speaks(&text[comment.range()]));
            if !code.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
                held.extend(above.then_some(start..end));
                above = false;
            }
            start = end;
        }
        Held(held)
    }

    /// Whether there is no such line.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `first` and `second` are on one line that stays whole.
    pub fn together(&self, first: usize, second: impl FnOnce() -> usize) -> bool {
        let line = self.0.get(self.0.partition_point(|line| line.end <= first));
        line.is_some_and(|line| line.start <= first && line.contains(&second()))
    }
}

fn speaks(comment: &str) -> bool {
    comment.trim_start_matches('#').trim_start().starts_with(MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_a_comment_to_personac() {
        let text = "\u{feff}# personac: a\n\n# b\nc\nd #personac: e\nf # g\n\"# personac: h\"\n## personac: i\n";
        let held = Held::find(text);
        let lines: Vec<&str> = held.0.iter().map(|line| text[line.clone()].trim_end()).collect();
        assert_eq!(lines, ["c", "d #personac: e"]);
    }
}
