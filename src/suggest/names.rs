//! Names that are folded once, to be searched any number of times.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::hash::Hash;
use std::sync::OnceLock;

use super::folded::Folded;
use super::words::Words;
use super::{LONGEST, MAX_STEPS, Nearness};

/// Names, and what each stands for.
#[derive(Debug, Clone)]
pub struct Names<T> {
    /// By their length; those of the same length in their own order.
    names: Vec<Name<T>>,
    /// The words of them all; most searches end before anybody needs them.
    words: OnceLock<Words>,
}

#[derive(Debug, Clone)]
struct Name<T> {
    folded: Folded,
    thing: T,
    /// Which one of all it is.
    order: usize,
}

/// A name that is near: how near, how much of its beginning is what was typed, and which one it is.
type Near = (Nearness, Reverse<usize>, usize);

impl<T: Copy + Eq + Hash> Names<T> {
    /// Fold these names.
    pub fn new<'a>(names: impl Iterator<Item = (&'a str, T)>) -> Names<T> {
        let name = |(order, (name, thing))| Name { folded: Folded::new(name), thing, order };
        let mut names: Vec<Name<T>> = names.enumerate().map(name).collect();
        names.sort_by_key(|name| name.folded.length);
        Names { names, words: OnceLock::new() }
    }

    /// What `typed` may mean, best first; see [`super::rank`].
    pub fn rank(&self, typed: &str) -> Vec<(T, Nearness)> {
        let typed = Folded::new(typed);
        if !(3..=LONGEST).contains(&typed.length) {
            return vec![];
        }
        // Where none is left there were too many.
        let mut steps = MAX_STEPS + 1;
        let mut near = self.surely_near(&typed, &mut steps);
        if near.is_empty() {
            near = self.near_by_words(&typed, &mut steps);
        }
        if steps == 0 {
            return vec![];
        }
        near.sort_unstable_by_key(|(nearness, common, at)| (*nearness, *common, self.names[*at].order));
        let mut seen = HashSet::new();
        let thing = |(nearness, _, at): Near| (self.names[at].thing, nearness);
        near.into_iter().map(thing).filter(|(thing, _)| seen.insert(*thing)).collect()
    }

    /// The names that are nearest in the first three layers, all equally near.
    fn surely_near(&self, typed: &Folded, steps: &mut usize) -> Vec<Near> {
        let mut best = Nearness::Slips(typed.forgiven());
        let mut near = vec![];
        let from = self.names.partition_point(|name| name.folded.length + typed.forgiven() < typed.length);
        let to = self.names.partition_point(|name| name.folded.length <= typed.length + typed.forgiven());
        for at in from..to {
            let name = &self.names[at].folded;
            let Some(nearness) = nearness(typed, name, best, steps) else { continue };
            best = nearness;
            near.push((nearness, Reverse(common_start(typed, name)), at));
        }
        near.retain(|(nearness, ..)| *nearness == best);
        near
    }

    /// The names of which each word typed is a word, or nearly.
    fn near_by_words(&self, typed: &Folded, steps: &mut usize) -> Vec<Near> {
        let words = self.words.get_or_init(|| Words::new(self.names.iter().map(|name| &name.folded)));
        let near = |(at, cost): (usize, usize)| {
            (Nearness::Words(cost), Reverse(common_start(typed, &self.names[at].folded)), at)
        };
        words.near(typed, steps).into_iter().map(near).collect()
    }
}

/// How near a name is, if no farther than `best`.
fn nearness(typed: &Folded, name: &Folded, best: Nearness, steps: &mut usize) -> Option<Nearness> {
    if name.text == typed.text {
        return Some(Nearness::Same);
    }
    if best >= Nearness::Reordered && name.is_reordered(typed) {
        return Some(Nearness::Reordered);
    }
    match best {
        Nearness::Slips(limit) => typed.slips(name, limit, steps).map(Nearness::Slips),
        _ => None,
    }
}

fn common_start(typed: &Folded, name: &Folded) -> usize {
    typed.text.bytes().zip(name.text.bytes()).take_while(|(one, other)| one == other).count()
}
