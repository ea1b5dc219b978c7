//! Free text.

use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::rule;
use crate::syntax::ast::{Value, ValueKind};

impl<'a> Resolver<'a> {
    /// The value of a free text.
    pub(super) fn text(&mut self, field: FieldId, value: &Value, scope: Scope<'a>) -> Option<u32> {
        let name = field.row().name;
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        if text.trim().is_empty() {
            let blank = Diagnostic::new(&rule::WRONG_VALUE, format!("a blank `{name}` finds nobody"))
                .label(at, "nothing in it")
                .help("write the text to look for, or drop it");
            return self.fail(blank);
        }
        if matches!(value.kind, ValueKind::Number | ValueKind::Bucket) {
            let quoted = format!("\"{text}\"");
            let number = Diagnostic::new(&rule::WRONG_VALUE, format!("`{name}` is text, and `{text}` is a number"))
                .label(at, "a number")
                .help(format!("write `{quoted}`"))
                .safe_fix("add quotes", vec![Edit::replace(at.span, quoted)]);
            return self.fail(number);
        }
        Some(self.atoms.intern(text))
    }
}
