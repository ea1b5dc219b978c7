//! Intervals of whole numbers, and the buckets of ordered fields as such.

use crate::fields::{Field, Values};
use crate::syntax::ast::Op;

/// Numbers from `low` to `high`, both included; without `high` there is no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The smallest number.
    pub low: u64,
    /// The largest number.
    pub high: Option<u64>,
}

impl Interval {
    /// Every number.
    pub const EVERYTHING: Interval = Interval { low: 0, high: None };

    /// Whether there is no number.
    pub fn is_empty(self) -> bool {
        self.high.is_some_and(|high| high < self.low)
    }

    /// Whether all of `inner` is in it.
    pub fn holds(self, inner: Interval) -> bool {
        let ends_inside = match (inner.high, self.high) {
            (_, None) => true,
            (Some(inner), Some(own)) => inner <= own,
            (None, Some(_)) => false,
        };
        self.low <= inner.low && ends_inside
    }

    /// Whether they share a number.
    pub fn touches(self, other: Interval) -> bool {
        let begins_before_end_of = |end: Option<u64>, low: u64| end.is_none_or(|end| low <= end);
        begins_before_end_of(self.high, other.low) && begins_before_end_of(other.high, self.low)
    }

    /// The smallest interval that holds all of `parts`.
    pub fn around(parts: &[Interval]) -> Option<Interval> {
        let (first, last) = (parts.first()?, parts.last()?);
        Some(Interval { low: first.low, high: last.high })
    }
}

/// The fields' buckets: their place in the vocabulary and the numbers they hold.
pub fn buckets(field: &Field) -> Option<Vec<(u32, Interval)>> {
    let rows = field.vocabulary()?.rows();
    let is_quantity = matches!(field.values, Values::Quantity(..));
    let bucket = |index: usize| match is_quantity {
        true => Interval { low: rows[index].low, high: rows[index].high },
        false => Interval { low: index as u64, high: Some(index as u64) },
    };
    Some((0..rows.len()).map(|index| (index as u32, bucket(index))).collect())
}

/// The numbers that a comparison with `value` means.
pub fn compared(op: Op, value: Interval) -> Interval {
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
pub fn quantity(text: &str) -> Option<u64> {
    let (digits, factor) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1000),
        None => (text, 1),
    };
    let digits = digits.replace('_', "");
    let number: u64 = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    number.checked_mul(factor)
}
