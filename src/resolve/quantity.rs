//! Ordered fields: values, comparisons and ranges become the buckets that they cover.
//!
//! Levels of seniority count as buckets that hold one number each, their place in the order.

use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::{Field, FieldId, Values};
use crate::rule;
use crate::source::{Location, Span};
use crate::syntax::ast::{Element, ElementKind, Op, Predicate, Value, ValueKind};
use crate::tables::Closed;
use crate::wording::did_you_mean;

/// Numbers from `low` to `high`, both included; without `high` there is no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Interval {
    low: u64,
    high: Option<u64>,
}

impl Interval {
    const EVERYTHING: Interval = Interval { low: 0, high: None };

    fn is_empty(self) -> bool {
        self.high.is_some_and(|high| high < self.low)
    }

    fn holds(self, inner: Interval) -> bool {
        let ends_inside = match (inner.high, self.high) {
            (_, None) => true,
            (Some(inner), Some(own)) => inner <= own,
            (None, Some(_)) => false,
        };
        self.low <= inner.low && ends_inside
    }

    fn touches(self, other: Interval) -> bool {
        let begins_before_end_of = |end: Option<u64>, low: u64| end.is_none_or(|end| low <= end);
        begins_before_end_of(self.high, other.low) && begins_before_end_of(other.high, self.low)
    }

    /// The smallest interval that holds all of `parts`.
    fn around(parts: &[Interval]) -> Option<Interval> {
        let (first, last) = (parts.first()?, parts.last()?);
        Some(Interval { low: first.low, high: last.high })
    }
}

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

/// The fields' buckets: their place in the vocabulary and the numbers they hold.
fn buckets(field: &Field) -> Option<Vec<(u32, Interval)>> {
    let rows = field.vocabulary()?.rows();
    let is_quantity = matches!(field.values, Values::Quantity(..));
    let bucket = |index: usize| match is_quantity {
        true => Interval { low: rows[index].low, high: rows[index].high },
        false => Interval { low: index as u64, high: Some(index as u64) },
    };
    Some((0..rows.len()).map(|index| (index as u32, bucket(index))).collect())
}

fn compared(op: Op, value: Interval) -> Interval {
    let nothing = Interval { low: 1, high: Some(0) };
    match op {
        Op::GreaterEqual => Interval { low: value.low, high: None },
        Op::Greater => match value.high {
            Some(high) => Interval { low: high.saturating_add(1), high: None },
            None => nothing,
        },
        Op::LessEqual => Interval { low: 0, high: value.high },
        Op::Less => match value.low.checked_sub(1) {
            Some(high) => Interval { low: 0, high: Some(high) },
            None => nothing,
        },
        _ => value,
    }
}

/// A whole number, in which `_` may separate digits and `k` means a thousand.
fn quantity(text: &str) -> Option<u64> {
    let (digits, factor) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1000),
        None => (text, 1),
    };
    let digits = digits.replace('_', "");
    let number: u64 = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    number.checked_mul(factor)
}

/// A range or comparison that ends where no bucket ends.
struct Cut<'a> {
    field: &'static Field,
    predicate: &'a Predicate,
    element: &'a Element,
    scope: Scope<'a>,
    interval: Interval,
    wider: Interval,
    narrower: Option<Interval>,
}

impl Cut<'_> {
    fn report(&self, first: Interval, last: Interval) -> Diagnostic {
        let written = self.written();
        let name = self.field.name;
        let starts = first.low < self.interval.low;
        let ends = !self.interval.holds(Interval { low: self.interval.low.max(last.low), high: last.high });
        let bucket = |bucket: Interval| format!("the {name} bucket {}", in_words(bucket));
        let message = match (starts, ends) {
            (true, true) if first == last => format!("`{written}` lies inside {}", bucket(first)),
            (true, true) => format!("`{written}` starts inside {} and ends inside {}", bucket(first), in_words(last)),
            (true, false) => format!("`{written}` starts inside {}", bucket(first)),
            _ => format!("`{written}` ends inside {}", bucket(last)),
        };
        let label = match (starts, self.interval.high) {
            (false, Some(high)) => told_apart(high, last.high.unwrap_or(last.low)),
            _ => told_apart(self.interval.low, first.low),
        };
        let diagnostic =
            Diagnostic::new(&rule::INSIDE_A_BUCKET, message).label(self.scope.at(self.element.span), label);
        let wider = self.rewrite(self.wider);
        let narrower = self.narrower.and_then(|narrower| self.rewrite(narrower));
        let ways = || [("wider", &wider), ("narrower", &narrower)].into_iter();
        let choices = || ways().filter_map(|(way, text)| text.as_ref().map(|(span, text)| (way, *span, text)));
        let help: Vec<String> = choices().map(|(way, _, text)| format!("{way}: `{}`", self.shown(text))).collect();
        choices().fold(diagnostic.help(help.join("; ")), |diagnostic, (way, span, text)| {
            let title = format!("use the nearest {way} range: `{}`", self.shown(text));
            diagnostic.unsafe_fix(title, vec![Edit::replace(span, text.as_str())])
        })
    }

    fn compares(&self) -> bool {
        matches!(self.predicate.op, Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual)
    }

    /// What is cut: the operand, with the operator of a comparison.
    fn written(&self) -> &str {
        let operand = self.element.span;
        let whole = if self.compares() { self.predicate.op_span.to(operand) } else { operand };
        self.scope.text(whole)
    }

    /// The new text, with the operator of a comparison.
    fn shown(&self, text: &str) -> String {
        match self.compares() {
            true => format!("{} {text}", self.scope.text(self.predicate.op_span)),
            false => text.to_owned(),
        }
    }

    /// How `interval` is written in place of what is there.
    fn rewrite(&self, interval: Interval) -> Option<(Span, String)> {
        let here = self.element.span;
        let operator = self.predicate.op_span.to(here);
        Some(match self.predicate.op {
            Op::GreaterEqual => (here, interval.low.to_string()),
            Op::Greater => (here, interval.low.checked_sub(1)?.to_string()),
            Op::LessEqual => (here, interval.high?.to_string()),
            Op::Less => (here, interval.high?.checked_add(1)?.to_string()),
            Op::Equal if self.predicate.list.is_none() => (operator, range(interval)),
            Op::NotEqual if self.predicate.list.is_none() => (operator, format!("not in {}", range(interval))),
            _ => (here, range(interval)),
        })
    }
}

fn range(interval: Interval) -> String {
    match interval.high {
        Some(high) => format!("{}..{high}", interval.low),
        None => format!("{}..", interval.low),
    }
}

fn in_words(bucket: Interval) -> String {
    match bucket.high {
        Some(high) if high == bucket.low => high.to_string(),
        Some(high) => format!("{}–{high}", bucket.low),
        None => format!("{} and more", bucket.low),
    }
}

fn told_apart(one: u64, other: u64) -> String {
    format!("LinkedIn cannot tell {one} from {other}")
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
