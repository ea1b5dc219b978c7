//! Buckets of a quantity as people count: neighbours are one range.

use crate::tables::Closed;
use crate::wording::{or, thousands};

/// The buckets, with their unit: `51 to 1,000 employees`, `less than one year or 3 to 5 years`.
pub fn ranges(closed: &'static Closed, values: impl Iterator<Item = u32>, units: &[&str]) -> String {
    let (one, many) = (units.first().copied().unwrap_or_default(), units.last().copied().unwrap_or_default());
    let ranges = merged(closed, values);
    let said: Vec<String> = ranges.iter().map(|range| range.in_words(one)).collect();
    let between = if said.len() > 1 && said.iter().any(|range| range.contains(" or ")) { ", " } else { "" };
    let said = match said.as_slice() {
        [first @ .., last] if !between.is_empty() => format!("{}{between}or {last}", first.join(", ")),
        all => or(all),
    };
    // "less than one year" has its unit already, and is the first if there are others.
    let has_unit = ranges.last().is_some_and(|range| range.high == Some(0));
    if has_unit { said } else { format!("{said} {many}") }
}

/// Buckets without a gap between them.
struct Range {
    low: u64,
    high: Option<u64>,
}

impl Range {
    fn in_words(&self, one: &str) -> String {
        match (self.low, self.high) {
            (0, Some(0)) => format!("less than one {one}"),
            (0, Some(high)) => format!("up to {}", thousands(high)),
            (low, Some(high)) => format!("{} to {}", thousands(low), thousands(high)),
            (low, None) if low > 10 && low % 10 == 1 => format!("more than {}", thousands(low - 1)),
            (1, None) => "one or more".to_owned(),
            (low, None) => format!("{} or more", thousands(low)),
        }
    }
}

fn merged(closed: &'static Closed, values: impl Iterator<Item = u32>) -> Vec<Range> {
    let mut ranges: Vec<Range> = vec![];
    for row in values.filter_map(|value| closed.rows().get(value as usize)) {
        match ranges.last_mut() {
            Some(last) if last.high.is_some_and(|high| high + 1 == row.low) => last.high = row.high,
            _ => ranges.push(Range { low: row.low, high: row.high }),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{SIZES, YEARS};

    fn sizes(values: &[u32]) -> String {
        ranges(&SIZES, values.iter().copied(), &["employee", "employees"])
    }

    fn years(values: &[u32]) -> String {
        ranges(&YEARS, values.iter().copied(), &["year", "years"])
    }

    #[test]
    fn neighbours_are_one_range() {
        assert_eq!(sizes(&[2, 3, 4]), "51 to 1,000 employees");
        assert_eq!(sizes(&[0, 2]), "1 to 10 or 51 to 200 employees");
        assert_eq!(sizes(&[0, 2, 3, 7]), "1 to 10, 51 to 500 or more than 10,000 employees");
        assert_eq!(sizes(&[7]), "more than 10,000 employees");
        assert_eq!(sizes(&[5, 6, 7]), "more than 1,000 employees");
    }

    #[test]
    fn years_are_whole_ones() {
        assert_eq!(years(&[0]), "less than one year");
        assert_eq!(years(&[0, 1]), "up to 2 years");
        assert_eq!(years(&[0, 2]), "less than one year or 3 to 5 years");
        assert_eq!(years(&[2, 3, 4]), "3 or more years");
        assert_eq!(years(&[1, 3, 4]), "1 to 2, or 6 or more years");
        assert_eq!(years(&[1, 2, 3, 4]), "one or more years");
        assert_eq!(years(&[4]), "more than 10 years");
        assert_eq!(years(&[0, 4]), "less than one year or more than 10 years");
    }
}
