//! Titles by their words: which title LinkedIn finds inside another.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Boolean, Kind};

/// Words of the longest exclusion that is looked for inside other titles.
const LONGEST: usize = 12;

/// Excluded titles by their words.
pub struct Excluded {
    by_words: HashMap<String, u32>,
    longest: usize,
}

impl Excluded {
    /// Titles and what they say.
    pub fn new<'t>(titles: impl Iterator<Item = (u32, Cow<'t, str>)>) -> Self {
        let (mut by_words, mut longest) = (HashMap::new(), 0);
        for (value, title) in titles {
            for words in alternatives(&title) {
                let count = words.split(' ').count();
                if count <= LONGEST && !words.is_empty() {
                    longest = longest.max(count);
                    by_words.entry(words).or_insert(value);
                }
            }
        }
        Excluded { by_words, longest }
    }

    /// Those whose words stand in `title`, one after the other.
    pub fn inside(&self, title: &str) -> Vec<u32> {
        let mut found = vec![];
        for words in alternatives(title) {
            let starts: Vec<usize> =
                std::iter::once(0).chain(words.match_indices(' ').map(|(blank, _)| blank + 1)).collect();
            for (index, start) in starts.iter().enumerate() {
                let ends = starts.iter().skip(index + 1).map(|next| next - 1).chain([words.len()]);
                let runs = ends.take(self.longest).filter_map(|end| self.by_words.get(&words[*start..end]));
                found.extend(runs.copied());
            }
        }
        found
    }
}

/// Whether the words of `excluded` may stand in `title`: in most pairs none of them does, which is seen at once.
pub fn may_hold<'a>(title: &'a str, excluded: &'a str) -> bool {
    let plain = title.is_ascii() && excluded.is_ascii();
    let in_word = |byte: &u8| byte.is_ascii_alphanumeric();
    let words = |text: &'a str| text.as_bytes().split(move |byte| !in_word(byte)).filter(|word| !word.is_empty());
    let begins = |word: &[u8], with: &[u8]| word.get(..with.len()).is_some_and(|run| run.eq_ignore_ascii_case(with));
    !plain || words(title).any(|word| words(excluded).any(|other| begins(word, other)))
}

/// The titles that LinkedIn looks for, each as words in small letters with one blank between them: several where they
/// are joined by OR, none where AND or NOT say more than words.
fn alternatives(title: &str) -> Vec<String> {
    let text = Boolean::of_text(title);
    if text.operators().any(|operator| operator.word() != Some("OR")) {
        return vec![];
    }
    let mut all = vec![String::new()];
    for token in &text.tokens {
        match (&token.kind, all.last_mut()) {
            (Kind::Word(word), _) if word == "OR" => all.push(String::new()),
            (Kind::Word(said) | Kind::Phrase(said), Some(words)) => add_words(said, words),
            _ => {}
        }
    }
    all
}

fn add_words(said: &str, words: &mut String) {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#');
    for word in said.split(|c| !in_word(c)).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swallows(exclude: &str, include: &str) -> bool {
        !Excluded::new([(7, exclude.into())].into_iter()).inside(include).is_empty()
    }

    #[test]
    fn most_pairs_are_told_apart_at_once() {
        assert!(may_hold("VP of Sales", "sales INTERN") && may_hold("Élu", "élu"));
        assert!(!may_hold("VP of Sales", "Intern") && !may_hold("VP", "&"));
    }

    #[test]
    fn whole_words_one_after_the_other() {
        for (exclude, include) in [
            ("Sales", "VP of Sales"),
            ("sales", "VP, SALES & Marketing"),
            ("of Sales", "VP of Sales"),
            ("vp of sales", "VP of Sales"),
            ("Founder", "Co-Founder"),
            ("Sales", "CEO OR \"VP of Sales\""),
            ("Intern OR Sales", "VP of Sales"),
            ("\"VP of\"", "VP of Sales"),
        ] {
            assert!(swallows(exclude, include), "{exclude} / {include}");
        }
        for (exclude, include) in [
            ("Intern", "Internal Auditor"),
            ("VP Sales", "VP of Sales"),
            ("VP of Sales", "Sales"),
            ("Sales NOT VP", "VP of Sales"),
            ("Sales", "VP NOT Sales"),
            ("C", "C++ Developer"),
            ("&", "Sales & Marketing"),
            ("", "Sales"),
        ] {
            assert!(!swallows(exclude, include), "{exclude} / {include}");
        }
    }
}
