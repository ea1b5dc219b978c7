//! What is said of a range or comparison that cuts a bucket in two.

use super::Scope;
use super::interval::Interval;
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::Field;
use crate::rule;
use crate::source::Span;
use crate::syntax::ast::{Element, Op, Predicate};

/// A range or comparison that ends where no bucket ends.
pub struct Cut<'a> {
    /// The field.
    pub field: &'static Field,
    /// The condition.
    pub predicate: &'a Predicate,
    /// The operand.
    pub element: &'a Element,
    /// Where it stands.
    pub scope: Scope<'a>,
    /// The numbers asked for.
    pub interval: Interval,
    /// The nearest wider range.
    pub wider: Interval,
    /// The nearest narrower one.
    pub narrower: Option<Interval>,
}

impl Cut<'_> {
    /// The finding, given the first and the last bucket that are touched.
    pub fn report(&self, first: Interval, last: Interval) -> Diagnostic {
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
