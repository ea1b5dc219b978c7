//! Values, ranges, references and lists of them.

use super::cursor::is_keyword;
use super::{DEEP, Reader};
use crate::syntax::ast::{Element, ElementKind, Name, Reference, Text, Value, ValueKind};
use crate::syntax::lower::bare_kind;

/// Words that may follow a number.
const UNITS: [&str; 5] = ["years", "year", "employees", "employee", "people"];

impl Reader<'_> {
    /// `[ … ]`
    pub(super) fn list(&mut self) -> Option<Vec<Element>> {
        self.expect(b'[')?;
        self.separated(b']', Self::element)
    }

    /// A value, a range or a reference, with its unit.
    pub(super) fn element(&mut self) -> Option<Element> {
        let start = self.at;
        if self.byte() == b'$' {
            let reference = self.reference()?;
            return Some(Element { span: reference.span, kind: ElementKind::Reference(reference), unit: None });
        }
        let low = if self.byte() == b'.' { None } else { Some(self.value()?) };
        if self.byte() != b'.' {
            let low = low?;
            let unit = if low.text.quoted { None } else { self.unit() };
            return Some(Element { span: low.text.span, kind: ElementKind::Value(low), unit });
        }
        let kind = self.range(low)?;
        Some(Element { span: self.since(start), kind, unit: self.unit() })
    }

    /// The rest of a range, from its dots on.
    fn range(&mut self, low: Option<Value>) -> Option<ElementKind> {
        self.expect(b'.')?;
        self.expect(b'.')?;
        let ends = !matches!(self.byte(), b'"' | b'.') && self.ahead().is_empty();
        let high = if ends { None } else { Some(self.value()?) };
        (low.is_some() || high.is_some()).then_some(ElementKind::Range(low, high))
    }

    /// A string or a word.
    pub(super) fn value(&mut self) -> Option<Value> {
        if self.byte() == b'"' {
            return Some(Value { text: self.string()?, kind: ValueKind::Quoted });
        }
        let start = self.at;
        let word = self.word();
        if word.is_empty() || is_keyword(word) {
            return None;
        }
        while self.eat(b'+') || !self.word().is_empty() {}
        // Other signs may belong to it.
        if matches!(self.byte(), b'&' | b'/' | b'\'') || self.beyond_ascii().is_some() {
            return None;
        }
        let span = self.since(start);
        let kind = bare_kind(&self.text[span.range()])?;
        Some(Value { text: Text { span, decoded: None, quoted: false }, kind })
    }

    /// The unit behind blanks, if there is one.
    fn unit(&mut self) -> Option<Name> {
        let before = self.at;
        self.blanks();
        let start = self.at;
        let word = if start > before { self.word() } else { "" };
        if UNITS.iter().any(|unit| word.eq_ignore_ascii_case(unit)) {
            return Some(Name { span: self.since(start) });
        }
        self.at = before;
        None
    }

    /// `$name` or `$alias.name`
    pub(super) fn reference(&mut self) -> Option<Reference> {
        let start = self.at;
        self.expect(b'$')?;
        let first = self.name()?;
        if !self.eat(b'.') {
            return Some(Reference { span: self.since(start), alias: None, name: first });
        }
        let name = self.name()?;
        Some(Reference { span: self.since(start), alias: Some(first), name })
    }

    /// Read what is nested `levels` deeper, if that is not too deep.
    pub(super) fn deeper<T>(&mut self, levels: usize, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += levels;
        let read = if self.depth < DEEP { read(self) } else { None };
        self.depth -= levels;
        read
    }
}
