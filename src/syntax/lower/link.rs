//! What joins clauses: links that are missing, doubled, of another language, or lead nowhere.

use super::Lower;
use super::run::Run;
use crate::source::Span;

impl Lower<'_> {
    pub(super) fn leading_link(&mut self, link: Span) {
        match self.place.slice(link) {
            "," | ";" => self.find(self.place.stray_comma(link, false)),
            word => {
                let sure = !word.eq_ignore_ascii_case("or") && !word.contains('|');
                self.find(self.place.stray_connective(link, "before", sure));
            }
        }
    }

    pub(super) fn double_link(&mut self, first: Span, second: Span) {
        match (self.place.slice(first), self.place.slice(second)) {
            ("," | ";", _) => self.find(self.place.stray_comma(first, false)),
            (_, "," | ";") => self.find(self.place.stray_comma(second, false)),
            _ => self.find(self.place.doubled_connective(first, second)),
        }
    }

    pub(super) fn foreign_link(&mut self, link: Span) {
        match self.place.slice(link) {
            "&&" | "&" => self.find(self.place.foreign_operator(link, "and", true)),
            "||" | "|" => self.find(self.place.foreign_operator(link, "or", true)),
            "," | ";" => self.find(self.place.stray_comma(link, true)),
            _ => {}
        }
    }

    pub(super) fn is_or(&self, link: Span) -> bool {
        let word = self.place.slice(link);
        word.eq_ignore_ascii_case("or") || word.starts_with('|')
    }

    /// Links with nothing after them.
    pub(super) fn links_at_end(&mut self, run: &Run) {
        let Some(&first) = run.links.first() else { return };
        match self.place.slice(first) {
            "," | ";" => self.find(self.place.stray_comma(first, false)),
            _ if run.last.is_none() && run.after_broken => {}
            _ => self.find(self.place.stray_connective(first, "after", run.last.is_some())),
        }
    }
}
