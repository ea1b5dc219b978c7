//! What the numbers in the algebra's sets mean, field by field.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::fields::{FieldId, Values};

/// Up to this many texts are looked through one by one.
const FEW: usize = 24;

/// The texts that stand for values of open fields.
///
/// A value of a closed field is its place in the vocabulary; of a listed field, LinkedIn's ID; of any other
/// field, the number of an interned text.
#[derive(Debug, Clone, Default)]
pub struct Atoms {
    texts: Vec<Box<str>>,
    /// The numbers by text, once there are too many texts to look through.
    numbers: FxHashMap<Box<str>, u32>,
}

impl Atoms {
    /// The number that stands for `text`.
    pub fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.find(text) {
            return number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.into());
        match self.texts.len() {
            count if count <= FEW => {}
            count if count == FEW + 1 => {
                let all = self.texts.iter().zip(0..);
                self.numbers = all.map(|(text, number)| (text.clone(), number)).collect();
            }
            _ => drop(self.numbers.insert(text.into(), number)),
        }
        number
    }

    fn find(&self, text: &str) -> Option<u32> {
        match self.texts.len() {
            count if count <= FEW => self.texts.iter().position(|own| **own == *text).map(|index| index as u32),
            _ => self.numbers.get(text).copied(),
        }
    }

    /// The value as the API wants it.
    pub fn wire(&self, field: FieldId, value: u32) -> Cow<'static, str> {
        match field.row().values {
            Values::Label(closed) | Values::Quantity(closed, _) => Cow::Borrowed(closed.rows()[value as usize].id),
            Values::Listed(_) => Cow::Owned(value.to_string()),
            Values::Signal(only) => Cow::Borrowed(only.unwrap_or("true")),
            Values::Text | Values::Company | Values::ListId | Values::Profile => {
                Cow::Owned(self.text(value).to_owned())
            }
        }
    }

    /// The text that `value` stands for, on a field whose values are texts.
    pub fn text(&self, value: u32) -> &str {
        self.texts.get(value as usize).map_or("", AsRef::as_ref)
    }

    /// The value as people know it.
    pub fn label(&self, field: FieldId, value: u32) -> Cow<'_, str> {
        match field.row().values {
            Values::Label(closed) => Cow::Borrowed(closed.rows()[value as usize].label),
            Values::Listed(table) => match table.row(value) {
                Some(row) => Cow::Borrowed(row.label),
                None => Cow::Owned(value.to_string()),
            },
            Values::Text | Values::Company | Values::ListId | Values::Profile => Cow::Borrowed(self.text(value)),
            Values::Quantity(..) | Values::Signal(_) => self.wire(field, value),
        }
    }
}
