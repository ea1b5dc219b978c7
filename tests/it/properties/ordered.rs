//! Conditions on ordered fields: comparisons and ranges, in numbers or labels.

use super::dice::Dice;
use super::model::{Predicate, Writer};
use super::vocabulary::{FIELDS, Field};

impl Writer {
    /// A comparison or a range that covers the buckets from `first` to `last`.
    pub fn range(&mut self, field: usize, first: usize, last: usize, negated: bool, dice: &mut Dice) -> Predicate {
        let row = &FIELDS[field];
        let end = row.values.len() - 1;
        let name = *dice.pick(row.names);
        let low = |dice: &mut Dice| label(row, first, false, dice);
        let high = |dice: &mut Dice| label(row, last, true, dice);
        let range = match (first, last) {
            (0, last) if last == end => format!("{}..", low(dice)),
            (_, last) if last == end => format!("{}..", low(dice)),
            (0, _) if dice.percent(40) => format!("..{}", high(dice)),
            _ => format!("{}..{}", low(dice), high(dice)),
        };
        let comparison = match (first, last) {
            (first, last) if last == end && first > 0 && dice.percent(50) => {
                Some(format!("{name} > {}", label(row, first - 1, true, dice)))
            }
            (_, last) if last == end => Some(format!("{name} >= {}", low(dice))),
            (0, last) if dice.percent(50) => Some(format!("{name} < {}", label(row, last + 1, false, dice))),
            (0, _) => Some(format!("{name} <= {}", high(dice))),
            _ => None,
        };
        let in_numbers = !range.contains('"') && range.ends_with(|end: char| end.is_ascii_digit());
        let unit = match dice.percent(15) && in_numbers {
            true => row.units.first().map_or(String::new(), |unit| format!(" {unit}")),
            false => String::new(),
        };
        let text = match comparison {
            Some(comparison) if !negated && dice.percent(60) => comparison,
            _ if dice.percent(10) => {
                let range = self.name("r", format!("{range}{unit}"));
                format!("{name} {} {range}", if negated { "not in" } else { "in" })
            }
            _ if negated && dice.percent(50) => format!("{name} not in [{range}{unit}]"),
            _ if negated => format!("{name} not in {range}{unit}"),
            _ if dice.percent(30) => format!("{name} in {range}{unit}"),
            _ => format!("{name} {range}{unit}"),
        };
        Predicate { field, listed: (first..=last).collect(), negated, text }
    }

    /// A comparison that nobody passes.
    pub fn nobody(field: usize, dice: &mut Dice) -> Predicate {
        let row = &FIELDS[field];
        let name = *dice.pick(row.names);
        let text = match dice.percent(50) {
            true => format!("{name} < {}", label(row, 0, false, dice)),
            false => format!("{name} > {}", row.values[row.values.len() - 1].written[0]),
        };
        Predicate { field, listed: vec![], negated: false, text }
    }
}

/// One end of a bucket, or the bucket's label, which stands for either end.
fn label(row: &Field, bucket: usize, upper: bool, dice: &mut Dice) -> String {
    let labels = || row.values[bucket].written;
    let Some((low, high)) = row.buckets.get(bucket) else { return (*dice.pick(labels())).to_owned() };
    let number = if upper { *high } else { *low };
    if number == u64::MAX || dice.percent(15) {
        return (*dice.pick(labels())).to_owned();
    }
    match number {
        number if number % 1000 == 0 && number > 0 && dice.percent(50) => format!("{}k", number / 1000),
        number if number > 1000 && dice.percent(50) => format!("{}_{:03}", number / 1000, number % 1000),
        number => number.to_string(),
    }
}
