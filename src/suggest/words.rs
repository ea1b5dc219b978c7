//! The words of many names, each kept and compared once however many names hold it.

use std::collections::HashMap;

use super::folded::Folded;

/// No cost: the word is not in the name, nor anything like it.
const NEVER: u32 = u32::MAX;

/// Each word of all names.
#[derive(Debug, Clone)]
pub struct Words {
    words: Vec<Word>,
    /// How many words each name has.
    counts: Vec<u32>,
}

#[derive(Debug, Clone)]
struct Word {
    folded: Folded,
    /// The names that hold it.
    names: Vec<u32>,
}

impl Words {
    /// The words of these names.
    pub fn new<'a>(names: impl Iterator<Item = &'a Folded>) -> Words {
        let (mut words, mut counts): (Vec<Word>, _) = (vec![], vec![]);
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (name, at) in names.zip(0..) {
            counts.push(name.words().count() as u32);
            for text in name.words() {
                let word = *known.entry(text).or_insert(words.len());
                if word == words.len() {
                    words.push(Word { folded: Folded::of(text), names: vec![] });
                }
                words[word].names.push(at);
            }
        }
        Words { words, counts }
    }

    /// The names of which each word typed is a word or nearly, by their numbers; each with its slips and its words beyond.
    pub fn near(&self, typed: &Folded, steps: &mut usize) -> Vec<(usize, usize)> {
        let wanted = typed.words().count() as u32;
        // What no name can have as many words as is not looked for.
        let beyond = |count: &u32| count.checked_sub(wanted).unwrap_or(NEVER);
        let mut costs: Vec<u32> = self.counts.iter().map(beyond).collect();
        for word in typed.words() {
            if costs.iter().all(|cost| *cost == NEVER) {
                return vec![];
            }
            let word = self.costs_of(&Folded::of(word), steps);
            costs.iter_mut().zip(word).for_each(|(cost, word)| *cost = cost.saturating_add(word));
        }
        let near = costs.into_iter().enumerate().filter(|(_, cost)| *cost != NEVER);
        near.map(|(at, cost)| (at, cost as usize)).collect()
    }

    /// What a word typed costs in each name: the least of its words.
    fn costs_of(&self, typed: &Folded, steps: &mut usize) -> Vec<u32> {
        let mut costs = vec![NEVER; self.counts.len()];
        for word in &self.words {
            let Some(cost) = word_cost(typed, &word.folded, steps) else { continue };
            for name in &word.names {
                costs[*name as usize] = costs[*name as usize].min(cost as u32);
            }
        }
        costs
    }
}

/// How far a word typed is from a word of the name: it may be cut short (`Softw Dev`) or hold slips, which count
/// twice. Short words must be right.
fn word_cost(typed: &Folded, word: &Folded, steps: &mut usize) -> Option<usize> {
    if typed.text == word.text {
        Some(0)
    } else if typed.text.len() >= 4 && word.text.starts_with(&*typed.text) {
        Some(1)
    } else if typed.text.len() >= 4 && word.text.len() >= 4 {
        typed.slips(word, typed.forgiven(), steps).map(|slips| 2 * slips)
    } else {
        None
    }
}
