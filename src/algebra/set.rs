//! A set of values of one field. A value is a number whose meaning the field decides: a place in a closed
//! vocabulary, a LinkedIn ID, or an interned text.

/// Values, sorted and unique.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ValueSet(Vec<u32>);

impl ValueSet {
    /// No value.
    pub fn empty() -> Self {
        ValueSet::default()
    }

    /// Every value below `count`: a whole closed vocabulary.
    pub fn whole(count: usize) -> Self {
        (0..count as u32).collect()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether `value` is one of them.
    pub fn contains(&self, value: u32) -> bool {
        self.0.binary_search(&value).is_ok()
    }

    /// The values, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }

    /// Values in either.
    pub fn union(&self, other: &ValueSet) -> ValueSet {
        let mut both = self.0.clone();
        merge_sorted(&mut both, &other.0);
        ValueSet(both)
    }

    /// The values for which `keep` holds.
    pub fn filter(&self, keep: impl Fn(u32) -> bool) -> ValueSet {
        ValueSet(self.iter().filter(|value| keep(*value)).collect())
    }

    /// Values in both.
    pub fn intersection(&self, other: &ValueSet) -> ValueSet {
        self.filter(|value| other.contains(value))
    }
}

impl FromIterator<u32> for ValueSet {
    fn from_iter<I: IntoIterator<Item = u32>>(values: I) -> Self {
        let mut values: Vec<u32> = values.into_iter().collect();
        values.sort_unstable();
        values.dedup();
        ValueSet(values)
    }
}

/// Add the ascending `more` to the ascending `all`; what is in both is kept once.
pub fn merge_sorted(all: &mut Vec<u32>, more: &[u32]) {
    match (all.last(), more.first()) {
        (Some(last), Some(first)) if last >= first => *all = merged(all, more),
        _ => all.extend_from_slice(more),
    }
}

fn merged(one: &[u32], other: &[u32]) -> Vec<u32> {
    let mut both = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one, other);
    while let (Some(left), Some(right)) = (one.first(), other.first()) {
        both.push(*left.min(right));
        let (skip_one, skip_other) = (usize::from(left <= right), usize::from(right <= left));
        one = &one[skip_one..];
        other = &other[skip_other..];
    }
    both.extend_from_slice(one);
    both.extend_from_slice(other);
    both
}
