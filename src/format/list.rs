//! Lists and their elements.

use super::piece::{Flat, Piece};
use super::printer::Printer;
use crate::syntax::ast::Element;

impl Printer<'_> {
    /// `[ … ]`
    pub(super) fn list(&mut self, elements: &[Element]) {
        self.bracket(["[", "]"], Flat::Nothing, |printer| printer.separated(elements, Self::element));
    }

    /// A value, range or reference, with its unit.
    pub(super) fn element(&mut self, element: &Element) {
        self.atom(element.span);
        if let Some(unit) = element.unit {
            self.push(Piece::Space);
            self.atom(unit.span);
        }
    }
}
