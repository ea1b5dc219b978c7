//! Whether two texts say the same, places aside: the trees, under the names that count, and the comments.

use super::scope::rank;
use crate::fields::FieldId;
use crate::settings::SettingRow;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::{
    Data, DataKind, Element, ElementKind, Expr, ExprKind, Item, Let, LetValue, Name, Predicate, Reference, Text, Value,
};
use crate::syntax::comments;

/// A file before and after.
pub(super) struct Pair<'s> {
    pub before: &'s SourceFile,
    pub after: &'s SourceFile,
}

/// The items in the order of the layout.
fn sorted<'i>(source: &SourceFile, items: &'i [Item]) -> Vec<&'i Item> {
    let mut sorted: Vec<&Item> = items.iter().collect();
    sorted.sort_by_key(|item| rank(source, item));
    sorted
}

impl Pair<'_> {
    /// Whether the same comments stand in both, `in_order` or not.
    pub fn same_comments(&self, in_order: bool) -> bool {
        let (mut before, mut after) = (texts(self.before), texts(self.after));
        if !in_order {
            before.sort_unstable();
            after.sort_unstable();
        }
        before == after
    }

    /// Whether the items say the same; settings may have moved.
    pub fn same_items(&self, before: &[Item], after: &[Item]) -> bool {
        let (before, after) = (sorted(self.before, before), sorted(self.after, after));
        all(&before, &after, |before, after| self.same_item(before, after))
    }

    fn same_item(&self, before: &Item, after: &Item) -> bool {
        match (before, after) {
            (Item::Setting(a), Item::Setting(b)) => self.same_key(a.key, b.key) && self.same_data(&a.value, &b.value),
            (Item::Clause(a), Item::Clause(b)) => self.same_expr(a, b),
            (Item::Let(a), Item::Let(b)) => self.same_name(a.name, b.name) && self.same_let(a, b),
            (Item::Use(a), Item::Use(b)) => self.same_text(&a.path, &b.path) && self.same_optional(a.alias, b.alias),
            (Item::Persona(a), Item::Persona(b)) => {
                self.same_text(&a.key, &b.key) && self.same_items(&a.items, &b.items)
            }
            _ => false,
        }
    }

    fn same_let(&self, before: &Let, after: &Let) -> bool {
        match (&before.value, &after.value) {
            (LetValue::List(_, a), LetValue::List(_, b)) => all(a, b, |a, b| self.same_element(a, b)),
            (LetValue::Element(a), LetValue::Element(b)) => self.same_element(a, b),
            (LetValue::Filter(a), LetValue::Filter(b)) => self.same_expr(a, b),
            _ => false,
        }
    }

    fn same_data(&self, before: &Data, after: &Data) -> bool {
        match (&before.kind, &after.kind) {
            (DataKind::Null, DataKind::Null) => true,
            (DataKind::Bool(a), DataKind::Bool(b)) => a == b,
            (DataKind::Number, DataKind::Number) | (DataKind::Word, DataKind::Word) => {
                self.same_slice(before.span, after.span)
            }
            (DataKind::Text(a), DataKind::Text(b)) | (DataKind::Env(a), DataKind::Env(b)) => self.same_text(a, b),
            (DataKind::Array(a), DataKind::Array(b)) => all(a, b, |a, b| self.same_data(a, b)),
            (DataKind::Object(a), DataKind::Object(b)) => {
                all(a, b, |a, b| self.same_text(&a.key, &b.key) && self.same_data(&a.value, &b.value))
            }
            _ => false,
        }
    }

    fn same_expr(&self, before: &Expr, after: &Expr) -> bool {
        match (&before.kind, &after.kind) {
            (ExprKind::And(a), ExprKind::And(b)) | (ExprKind::Or(a, _), ExprKind::Or(b, _)) => {
                all(a, b, |a, b| self.same_expr(a, b))
            }
            (ExprKind::Not(_, a), ExprKind::Not(_, b)) => self.same_expr(a, b),
            (ExprKind::Predicate(a), ExprKind::Predicate(b)) => self.same_predicate(a, b),
            (ExprKind::Reference(a), ExprKind::Reference(b)) => self.same_reference(*a, *b),
            _ => false,
        }
    }

    fn same_predicate(&self, before: &Predicate, after: &Predicate) -> bool {
        self.same_field(before.field, after.field)
            && before.op == after.op
            && before.list.is_some() == after.list.is_some()
            && all(&before.operands, &after.operands, |a, b| self.same_element(a, b))
    }

    fn same_element(&self, before: &Element, after: &Element) -> bool {
        let kind = match (&before.kind, &after.kind) {
            (ElementKind::Value(a), ElementKind::Value(b)) => self.same_value(a, b),
            (ElementKind::Range(low, high), ElementKind::Range(new_low, new_high)) => {
                self.same_end(low.as_ref(), new_low.as_ref()) && self.same_end(high.as_ref(), new_high.as_ref())
            }
            (ElementKind::Reference(a), ElementKind::Reference(b)) => self.same_reference(*a, *b),
            _ => false,
        };
        kind && self.same_optional(before.unit, after.unit)
    }

    fn same_end(&self, before: Option<&Value>, after: Option<&Value>) -> bool {
        match (before, after) {
            (Some(before), Some(after)) => self.same_value(before, after),
            (before, after) => before.is_none() && after.is_none(),
        }
    }

    fn same_value(&self, before: &Value, after: &Value) -> bool {
        before.kind == after.kind && self.same_text(&before.text, &after.text)
    }

    fn same_reference(&self, before: Reference, after: Reference) -> bool {
        self.same_name(before.name, after.name) && self.same_optional(before.alias, after.alias)
    }

    fn same_optional(&self, before: Option<Name>, after: Option<Name>) -> bool {
        match (before, after) {
            (Some(before), Some(after)) => self.same_name(before, after),
            (before, after) => before.is_none() && after.is_none(),
        }
    }

    /// Whether both are names of one field.
    fn same_field(&self, before: Name, after: Name) -> bool {
        let (old, new) = (self.before.slice(before.span), self.after.slice(after.span));
        old == new || FieldId::find(old).is_some_and(|field| FieldId::find(new) == Some(field))
    }

    /// Whether both are names of one setting.
    fn same_key(&self, before: Name, after: Name) -> bool {
        let (old, new) = (self.before.slice(before.span), self.after.slice(after.span));
        old == new
            || SettingRow::find(old).is_some_and(|row| SettingRow::find(new).is_some_and(|new| std::ptr::eq(row, new)))
    }

    fn same_name(&self, before: Name, after: Name) -> bool {
        self.same_slice(before.span, after.span)
    }

    fn same_text(&self, before: &Text, after: &Text) -> bool {
        self.same_slice(before.span, after.span)
    }

    fn same_slice(&self, before: Span, after: Span) -> bool {
        self.before.slice(before) == self.after.slice(after)
    }
}

fn all<A, B>(before: &[A], after: &[B], same: impl Fn(&A, &B) -> bool) -> bool {
    before.len() == after.len() && before.iter().zip(after).all(|(before, after)| same(before, after))
}

/// The comments of a file, without blanks at their ends.
fn texts(source: &SourceFile) -> Vec<&str> {
    let spans = comments(source.text()).into_iter();
    spans.map(|span| source.slice(span).trim_end_matches([' ', '\t', '\r'])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;
    use crate::syntax::parse;

    /// Whether the items, and whether the comments are the same.
    fn same(before: &str, after: &str) -> (bool, bool) {
        let (before, after) = (SourceFile::new("a", before), SourceFile::new("a", after));
        let trees = (parse(&before, FileId(0)), parse(&after, FileId(0)));
        let pair = Pair { before: &before, after: &after };
        (pair.same_items(&trees.0.file.items, &trees.1.file.items), pair.same_comments(true))
    }

    #[test]
    fn what_may_differ() {
        for (before, after) in [
            ("headcount>5", "size > 5"),
            ("a = b\nlimit: 5\nwebhook_url: x", "webhook: x\nlimit: 5\na = b"),
            ("custom: {a: 1,}", "custom: { a: 1 }"),
            ("persona p { a LIMIT: 5 }", "persona p { limit: 5\n a }"),
            ("a # x \t\r\n", "a # x"),
        ] {
            assert_eq!(same(before, after), (true, true), "{before}");
        }
    }

    #[test]
    fn what_may_not() {
        for (before, after) in [
            ("a and b or c", "a and (b or c)"),
            ("a\nb", "a and b"),
            ("a\nb", "b\na"),
            ("a = b", "a = \"b\""),
            ("a = 5 years", "a = 5"),
            ("a in [b]", "a = b"),
            ("a in [b, c]", "a in [c, b]"),
            ("let a = $b.c", "let a = $c"),
            ("use \"a\" as b", "use \"a\""),
            ("custom: { a: 1 }", "custom: { a: 1.0 }"),
            ("limit: 5", "limit: 50"),
            ("x: [1]", "x: [1, 1]"),
            ("a 1..2", "a 1.."),
            ("persona p { a }", "persona p {}"),
        ] {
            assert_eq!(same(before, after), (false, true), "{before}");
        }
        for (before, after) in [("a # x", "a"), ("# x\n# y\na", "# y\n# x\na"), ("# x\na", "# X\na")] {
            assert_eq!(same(before, after), (true, false), "{before}");
        }
    }
}
