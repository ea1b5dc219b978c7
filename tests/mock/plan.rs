//! Which request meets which behaviour: first what was scripted, then what chance says.

use std::collections::VecDeque;

use super::behaviour::Behaviour;

/// What is to become of the requests to come.
#[derive(Debug, Default)]
pub struct Plan {
    script: VecDeque<Behaviour>,
    chances: Vec<Chance>,
}

/// One behaviour at random.
#[derive(Debug)]
struct Chance {
    behaviour: Behaviour,
    probability: f64,
    random: Random,
}

impl Plan {
    /// Appends to the script.
    pub fn next(&mut self, behaviours: impl IntoIterator<Item = Behaviour>) {
        self.script.extend(behaviours);
    }

    /// Adds a chance.
    pub fn at_random(&mut self, behaviour: Behaviour, probability: f64, seed: u64) {
        self.chances.push(Chance { behaviour, probability, random: Random(seed) });
    }

    /// How much of the script is left.
    pub fn left(&self) -> usize {
        self.script.len()
    }

    /// What the request that just arrived meets. Every chance is drawn each time, so that one does not shift another.
    pub fn take(&mut self) -> Behaviour {
        if let Some(behaviour) = self.script.pop_front() {
            return behaviour;
        }
        let mut met = None;
        for chance in &mut self.chances {
            if chance.random.unit() < chance.probability && met.is_none() {
                met = Some(chance.behaviour.clone());
            }
        }
        met.unwrap_or(Behaviour::Documented)
    }
}

/// Numbers that look random and are the same for the same seed (`SplitMix64`).
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number from 0 up to, but without, 1.
    #[allow(clippy::cast_precision_loss, reason = "53 bits are what a fraction holds")]
    fn unit(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }
}
