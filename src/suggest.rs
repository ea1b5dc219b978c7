//! Did you mean: which known names are near enough to what was typed to be worth saying.
//!
//! Four layers, and the first that finds anything decides: the same letters and digits; the same words in another
//! order; few typing slips (a third of the length, four at most); every word typed begins or nearly is a word of the
//! name. Nothing is suggested for one or two letters, nor for a page of them. Tried on slips with a known answer, no single measure did as
//! well: those that find more also find nonsense.

use std::collections::HashSet;

use crate::tables::words_into;

/// Suggestions shown for one name.
pub const MOST: usize = 3;

/// The longest text that anything is suggested for, in letters: no label is half as long, and looking takes as many
/// steps as letters times labels.
pub const LONGEST: usize = 400;

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
/// belong to it.
pub fn rank<'a, T>(typed: &str, candidates: impl Iterator<Item = (&'a str, T)>) -> Vec<(T, Nearness)>
where
    T: Copy + Eq + std::hash::Hash,
{
    let Some(query) = Query::new(typed) else { return vec![] };
    let (mut found, mut best) = (Vec::new(), Nearness::Words(usize::MAX));
    let mut words = String::new();
    for (name, thing) in candidates {
        words_into(name, &mut words);
        let Some(nearness) = query.nearness(&words, best) else { continue };
        best = best.min(nearness);
        found.push((nearness, std::cmp::Reverse(query.common_start(&words)), thing));
    }
    found.retain(|(nearness, ..)| *nearness == best || (!best.is_sure() && !nearness.is_sure()));
    found.sort_by_key(|(nearness, common, _)| (*nearness, *common));
    let mut seen = HashSet::new();
    found.retain(|(.., thing)| seen.insert(*thing));
    found.into_iter().map(|(nearness, _, thing)| (thing, nearness)).collect()
}

/// What was typed, folded, with what the filters need.
struct Query {
    words: String,
    sorted: Vec<String>,
    letters: u64,
    limit: usize,
}

impl Query {
    fn new(typed: &str) -> Option<Query> {
        let mut words = String::new();
        words_into(typed, &mut words);
        let length = words.chars().count();
        if !(3..=LONGEST).contains(&length) {
            return None;
        }
        let sorted = sorted(&words).into_iter().map(str::to_owned).collect();
        Some(Query { letters: letters(&words), limit: limit(length), sorted, words })
    }

    /// How near a folded name is, if no farther than `best`.
    fn nearness(&self, name: &str, best: Nearness) -> Option<Nearness> {
        if name == self.words {
            return Some(Nearness::Same);
        }
        if name.len() == self.words.len() && letters(name) == self.letters && sorted(name) == self.sorted {
            return Some(Nearness::Reordered);
        }
        let limit = match best {
            Nearness::Same | Nearness::Reordered => return None,
            Nearness::Slips(slips) => slips,
            Nearness::Words(_) => self.limit,
        };
        let slips = slips(&self.words, self.letters, name, limit).map(Nearness::Slips);
        slips.or_else(|| if best.is_sure() { None } else { self.words_nearness(name).map(Nearness::Words) })
    }

    /// The slips and the words beyond, if every word typed is a word of `name` or nearly.
    fn words_nearness(&self, name: &str) -> Option<usize> {
        let beyond = name.split(' ').count().checked_sub(self.sorted.len())?;
        let cost = |word: &String| name.split(' ').filter_map(|other| word_cost(word, other)).min();
        self.sorted.iter().try_fold(beyond, |sum, word| Some(sum + cost(word)?))
    }

    fn common_start(&self, name: &str) -> usize {
        self.words.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count()
    }
}

/// How far a word typed is from a word of the name: it may be cut short (`Softw Dev`) or hold slips, which count
/// twice. Short words must be right.
fn word_cost(word: &str, other: &str) -> Option<usize> {
    if word == other {
        Some(0)
    } else if word.len() >= 4 && other.starts_with(word) {
        Some(1)
    } else if word.len() >= 4 && other.len() >= 4 {
        slips(word, letters(word), other, limit(word.chars().count())).map(|slips| 2 * slips)
    } else {
        None
    }
}

/// How many slips are forgiven in so many letters.
fn limit(length: usize) -> usize {
    (length.max(3) / 3).min(4)
}

/// The distance between two texts if it is at most `limit`. The cheap tests come first: most names differ too much
/// in length, or in the letters they use.
fn slips(text: &str, text_letters: u64, other: &str, limit: usize) -> Option<usize> {
    if text.len().abs_diff(other.len()) > limit * 4 || length(text).abs_diff(length(other)) > limit {
        return None;
    }
    let other_letters = letters(other);
    let only = |a: u64, b: u64| (a & !b).count_ones() as usize;
    if only(text_letters, other_letters).max(only(other_letters, text_letters)) > limit {
        return None;
    }
    Some(strsim::osa_distance(text, other)).filter(|distance| *distance <= limit)
}

fn length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// One bit for each letter that occurs; letters may share a bit.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |set, letter| set | 1 << (letter as u32 % 64))
}

fn sorted(words: &str) -> Vec<&str> {
    let mut words: Vec<&str> = words.split(' ').collect();
    words.sort_unstable();
    words
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
