//! Ordered fields: values, comparisons and ranges become the buckets that they cover.
//!
//! Levels of seniority count as buckets that hold one number each, their place in the order.

use super::cut::Cut;
use super::interval::{Interval, buckets, compared, quantity};
use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::{Field, FieldId, Values};
use crate::rule;
use crate::source::Location;
use crate::syntax::ast::{Element, ElementKind, Op, Predicate, Value, ValueKind};
use crate::tables::Closed;
use crate::wording::did_you_mean;

impl<'a> Resolver<'a> {
    /// The buckets that an operand of an ordered field covers, in their order.
    pub(super) fn ordered(
        &mut self,
        field: FieldId,
        predicate: &Predicate,
        element: &Element,
        scope: Scope<'a>,
    ) -> Option<Vec<u32>> {
        let interval = self.interval(field, predicate.op, element, scope)?;
        if interval.is_empty() {
            return Some(vec![]);
        }
        let buckets = buckets(field.row())?;
        let inside = |bucket: &&(u32, Interval)| interval.holds(bucket.1);
        let touched: Vec<(u32, Interval)> =
            buckets.iter().filter(|bucket| interval.touches(bucket.1)).copied().collect();
        if touched.iter().all(|bucket| inside(&bucket)) {
            return Some(touched.iter().map(|bucket| bucket.0).collect());
        }
        let narrower: Vec<Interval> = touched.iter().filter(inside).map(|bucket| bucket.1).collect();
        let touched: Vec<Interval> = touched.iter().map(|bucket| bucket.1).collect();
        let wider = Interval::around(&touched)?;
        let cut = Cut {
            field: field.row(),
            predicate,
            element,
            scope,
            interval,
            wider,
            narrower: Interval::around(&narrower),
        };
        self.fail(cut.report(touched[0], *touched.last()?))
    }

    fn interval(&mut self, field: FieldId, op: Op, element: &Element, scope: Scope<'a>) -> Option<Interval> {
        match &element.kind {
            ElementKind::Value(value) => {
                let value = self.end(field, value, scope)?;
                Some(compared(op, value))
            }
            ElementKind::Range(..) if !matches!(op, Op::Equal | Op::NotEqual | Op::In | Op::NotIn | Op::Range) => {
                self.fail(range_compared(field.row(), scope.at(element.span)))
            }
            ElementKind::Range(low, high) => {
                let low = low.as_ref().map(|value| self.end(field, value, scope));
                let high = high.as_ref().map(|value| self.end(field, value, scope));
                let (low, high) =
                    (low.unwrap_or(Some(Interval::EVERYTHING))?, high.unwrap_or(Some(Interval::EVERYTHING))?);
                let range = Interval { low: low.low, high: high.high };
                if range.is_empty() { self.fail(backwards(element, scope)) } else { Some(range) }
            }
            ElementKind::Reference(_) => None,
        }
    }

    /// The numbers that one end of a range stands for: a quantity is one number, a label is its bucket.
    fn end(&mut self, field: FieldId, value: &Value, scope: Scope<'a>) -> Option<Interval> {
        let closed = match field.row().values {
            Values::Quantity(closed, _) => closed,
            Values::Label(closed) => {
                let level = self.closed_label(field, closed, value, scope)? as u64;
                return Some(Interval { low: level, high: Some(level) });
            }
            _ => return None,
        };
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        if let Some(quantity) = quantity(text) {
            return Some(Interval { low: quantity, high: Some(quantity) });
        }
        if value.kind == ValueKind::Number {
            return self.fail(too_large(field.row(), text, at));
        }
        match closed.lookup(text) {
            crate::tables::ClosedLookup::Found(index) => {
                let row = &closed.rows()[index];
                Some(Interval { low: row.low, high: row.high })
            }
            _ => {
                let finding = not_a_quantity(field.row(), closed, text, at);
                let reference = self.reference_named(text, scope);
                self.fail(match reference {
                    Some(reference) => did_you_mean(finding, at, &[reference], false, ""),
                    None => finding,
                })
            }
        }
    }
}

fn backwards(element: &Element, scope: Scope) -> Diagnostic {
    let written = scope.text(element.span);
    let turned = written.split_once("..").map(|(low, high)| format!("{high}..{low}")).unwrap_or_default();
    Diagnostic::new(&rule::BACKWARDS_RANGE, format!("`{written}` ends before it begins"))
        .label(scope.at(element.span), "the smaller end comes first")
        .help(format!("write `{turned}`"))
        .safe_fix(format!("write `{turned}`"), vec![Edit::replace(element.span, turned)])
}

fn range_compared(field: &Field, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::WRONG_OPERATOR, "a comparison needs one value, not a range")
        .label(at, "a range")
        .help(format!("write the range alone, such as `{}`", field.example))
}

fn too_large(field: &Field, text: &str, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::WRONG_VALUE, format!("`{text}` is too large for `{}`", field.name))
        .label(at, "larger than any company or career")
        .help("leave the upper end out, such as `10001..`")
}

fn not_a_quantity(field: &Field, closed: &'static Closed, text: &str, at: Location) -> Diagnostic {
    let labels: Vec<&str> = closed.rows().iter().map(|row| row.label).collect();
    Diagnostic::new(&rule::WRONG_VALUE, format!("`{}` is a whole number, and `{text}` is none", field.name))
        .label(at, "not a number")
        .help(format!("write it like `{}`; LinkedIn's buckets are {}", field.example, labels.join(", ")))
}
