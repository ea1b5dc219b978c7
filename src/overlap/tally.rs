//! How many pairs stand how to each other, and those that are shown.

use super::{Met, Personas, Row, Standing};

/// Two personas that meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Less, the more fields they ask alike on: those are shown first.
    rank: u8,
    /// The first; where one contains the other, that one.
    pub one: u32,
    /// The second.
    pub other: u32,
}

/// Pairs that stand to each other in one way.
#[derive(Debug, Default)]
pub struct Kin {
    /// How many there are.
    pub count: usize,
    /// The first of them; of those that overlap, those that ask alike on most fields.
    pub pairs: Vec<Pair>,
}

impl Kin {
    fn add(&mut self, pair: Pair, most: usize) {
        self.count += 1;
        self.pairs.push(pair);
        if self.pairs.len() >= most.saturating_mul(2).max(1) {
            self.settle(most);
        }
    }

    fn settle(&mut self, most: usize) {
        self.pairs.sort_unstable();
        self.pairs.truncate(most);
    }
}

/// How many times fewer pairs are kept of those that hardly overlap, unless all are.
const FEWER: usize = 4;

/// What became of all pairs. What is not shown is counted only, so that memory does not grow with the square of the
/// personas.
#[derive(Debug)]
pub struct Tally {
    most: usize,
    /// The same people.
    pub equal: Kin,
    /// All of the other's people, and more.
    pub contains: Kin,
    /// Somebody can be in both.
    pub overlaps: Kin,
    /// Somebody with several values of one field can be in both.
    pub barely: Kin,
    /// It takes too long to tell.
    pub too_complex: Kin,
    /// Pairs that share nobody.
    pub disjoint: usize,
    /// Pairs that cannot be compared.
    pub unknown: usize,
}

impl Tally {
    /// A tally that keeps at most so many pairs of each kind.
    pub fn keeping(most: usize) -> Tally {
        let kin = Kin::default;
        let (equal, contains, overlaps, barely, too_complex) = (kin(), kin(), kin(), kin(), kin());
        Tally { most, equal, contains, overlaps, barely, too_complex, disjoint: 0, unknown: 0 }
    }

    /// Count a row.
    pub fn add(&mut self, row: &Row) {
        self.disjoint += row.disjoint;
        self.unknown += row.unknown;
        let most = self.most;
        for met in &row.met {
            // What hardly overlaps is of less interest.
            let most = if met.standing == Standing::BarelyOverlaps { fewer(most) } else { most };
            if let Some(kin) = self.kin(met.standing) {
                kin.add(Pair::new(row.one, *met), most);
            }
        }
    }

    /// Put the pairs that are kept in their order, once all are counted.
    pub fn settle(&mut self) {
        let most = self.most;
        for kin in [&mut self.equal, &mut self.contains, &mut self.overlaps, &mut self.too_complex] {
            kin.settle(most);
        }
        self.barely.settle(fewer(most));
    }

    fn kin(&mut self, standing: Standing) -> Option<&mut Kin> {
        match standing {
            Standing::Equal => Some(&mut self.equal),
            Standing::Contains | Standing::Inside => Some(&mut self.contains),
            Standing::Overlaps => Some(&mut self.overlaps),
            Standing::BarelyOverlaps => Some(&mut self.barely),
            Standing::TooComplex => Some(&mut self.too_complex),
            Standing::Disjoint | Standing::Unknown => None,
        }
    }

    /// All pairs, in one line.
    pub fn summary(&self, personas: &Personas) -> String {
        let number = |count: usize| crate::wording::thousands(count as u64);
        let count = personas.all.len();
        if count < 2 {
            let what = if count == 0 { "no persona" } else { "one persona" };
            return format!("{what}: nothing to compare");
        }
        let kinds = [
            (self.equal.count, "equal"),
            (self.contains.count, "where one contains the other"),
            (self.overlaps.count + self.barely.count, "overlapping"),
            (self.too_complex.count, "too complex to compare"),
            (self.unknown, "unknown"),
            (self.disjoint, "disjoint"),
        ];
        let kinds =
            kinds.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{} {kind}", number(*count)));
        let pairs = count * (count - 1) / 2;
        let s = if pairs == 1 { "" } else { "s" };
        format!("{} personas, {} pair{s}: {}", number(count), number(pairs), kinds.collect::<Vec<_>>().join(", "))
    }
}

/// How many pairs are kept of those that hardly overlap.
fn fewer(most: usize) -> usize {
    if most == usize::MAX { most } else { most.div_ceil(FEWER) }
}

impl Pair {
    /// A pair of personas; the one that contains the other comes first.
    pub fn new(one: usize, met: Met) -> Pair {
        let (one, other) = if met.standing == Standing::Inside { (met.other, one) } else { (one, met.other) };
        let rank = u8::MAX.saturating_sub(u8::try_from(met.alike).unwrap_or(u8::MAX));
        Pair { rank, one: one as u32, other: other as u32 }
    }

    /// The numbers of both.
    pub fn both(self) -> (usize, usize) {
        (self.one as usize, self.other as usize)
    }
}
