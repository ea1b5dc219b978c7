//! Did you mean: which known names are near enough to what was typed to be worth saying.
//!
//! Four layers, and the first that finds anything decides: the same letters and digits; the same words in another
//! order; few typing slips (a third of the length, four at most); every word typed begins or nearly is a word of the
//! name. Nothing is suggested for one or two letters, nor for a page of them. Tried on slips with a known answer, no single measure did as
//! well: those that find more also find nonsense.

mod folded;
mod names;
mod words;

pub use names::Names;

/// Suggestions shown for one name.
pub const MOST: usize = 3;

/// The longest text that anything is suggested for, in letters: no label is half as long, and looking takes as many
/// steps as letters times labels.
pub const LONGEST: usize = 400;

/// Steps of comparing one text with all names that it may mean: a step is a pair of letters. Many long names that nearly are
/// what was typed would take minutes.
pub const MAX_STEPS: usize = 500_000;

/// How near a candidate is; smaller is nearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The same letters and digits.
    Same,
    /// The same words in another order.
    Reordered,
    /// So many typing slips away: a letter missing, added, changed, or two swapped.
    Slips(usize),
    /// Each word typed begins a word of the candidate or is near it; so many slips and words beyond.
    Words(usize),
}

impl Nearness {
    /// Whether a single candidate this near surely is what was meant. A name that merely begins like it is not.
    pub fn is_sure(self) -> bool {
        !matches!(self, Nearness::Words(_))
    }
}

/// The names nearest to `typed`, best first, at most three.
pub fn nearest<'a>(typed: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    rank(typed, candidates.map(|name| (name, name))).into_iter().take(MOST).map(|(name, _)| name).collect()
}

/// The one name `typed` surely means, for a fix that a machine may apply; none if two are equally near.
pub fn certain<'a>(typed: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let ranked = rank(typed, candidates.map(|name| (name, name)));
    is_certain(typed, &ranked).then(|| ranked[0].0)
}

/// Whether the result of [`rank`] is one thing that `typed` surely means. A text with digits never is sure: a slip
/// in a number is another number.
pub fn is_certain<T>(typed: &str, ranked: &[(T, Nearness)]) -> bool {
    let only = matches!(ranked, [(_, nearness)] if nearness.is_sure());
    only && !typed.contains(|letter: char| letter.is_numeric())
}

/// What `typed` may mean, best first. A candidate is its name and what it stands for; several names may stand for
/// the same thing, which is listed once. All of the result is equally near, but for the words layer, where all
/// belong to it. Who asks more than once keeps the [`Names`].
pub fn rank<'a, T>(typed: &str, candidates: impl Iterator<Item = (&'a str, T)>) -> Vec<(T, Nearness)>
where
    T: Copy + Eq + std::hash::Hash,
{
    Names::new(candidates).rank(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["Sales", "Director", "Research", "Real Estate", "Arts and Design", "Vice President"];

    fn near(typed: &str) -> Vec<&'static str> {
        nearest(typed, NAMES.iter().copied())
    }

    #[test]
    fn slips_are_forgiven_by_length() {
        assert_eq!(near("Salez"), ["Sales"]);
        assert_eq!(near("Directr"), ["Director"]);
        assert_eq!(near("vize presidnt"), ["Vice President"]);
        assert_eq!(near("Sal"), Vec::<&str>::new());
        assert_eq!(near("foo"), Vec::<&str>::new());
        assert_eq!(near("xy"), Vec::<&str>::new());
        assert_eq!(near(""), Vec::<&str>::new());
    }

    #[test]
    fn order_and_case_of_words_do_not_matter() {
        assert_eq!(near("estate, REAL"), ["Real Estate"]);
        assert_eq!(near("Design & Arts"), ["Arts and Design"]);
    }

    #[test]
    fn a_part_of_a_name_is_near_but_not_certain() {
        assert_eq!(near("desing"), ["Arts and Design"]);
        assert_eq!(certain("Design", NAMES.iter().copied()), None);
        assert_eq!(certain("Salez", NAMES.iter().copied()), Some("Sales"));
        assert_eq!(certain("cat", ["bat", "hat"].into_iter()), None);
        assert_eq!(certain("51-250", ["51-200"].into_iter()), None);
    }

    #[test]
    fn a_thing_of_several_names_is_listed_once() {
        let names = [("Czechia", 1), ("Czech Republic", 1), ("Chechia", 2)];
        assert_eq!(rank("Czechla", names.into_iter()), [(1, Nearness::Slips(1))]);
    }
}
