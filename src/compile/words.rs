//! Conditions of a persona in words, for messages.

use super::Persona;
use crate::algebra::Literal;
use crate::source::Location;

/// Characters of a label that lists values, so that it fits beside its place.
const WIDEST_VALUES: usize = 36;

impl Persona<'_> {
    /// The condition with this number.
    pub(super) fn literal(&self, origin: u32) -> Option<&Literal> {
        self.literals.get(origin as usize)
    }

    /// The text of a place, on one line and not too long.
    pub(super) fn written(&self, location: Location) -> String {
        let words: Vec<&str> = self.sources.slice(location).split_whitespace().collect();
        let text = words.join(" ");
        match text.char_indices().nth(60) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    /// The values of a condition, for a label.
    pub(super) fn values(&self, literal: &Literal) -> String {
        let mut shown = String::from(if literal.negated { "anything but " } else { "" });
        for (index, value) in literal.listed.iter().enumerate() {
            let label = self.atoms.label(literal.field, *value);
            if index > 0 && shown.chars().count() + label.chars().count() > WIDEST_VALUES {
                shown.push_str(", …");
                break;
            }
            shown.push_str(if index > 0 { ", " } else { "" });
            shown.push_str(&label);
        }
        if literal.listed.is_empty() { "no value is left".to_owned() } else { shown }
    }
}
