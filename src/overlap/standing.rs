//! How two personas stand to each other: [`crate::algebra::relation`], asked only where shapes do not tell.

use super::common::alike;
use crate::algebra::{Budget, Request, Shape, is_inside};

/// Steps of the algebra that are shared out among all comparisons. Most need hardly any.
const ALL_STEPS: usize = 4_000_000_000;

/// Steps after which no comparison is begun that needs the algebra; some seconds of work.
pub const ENOUGH_STEPS: usize = 400_000_000;

/// Steps that any comparison may take.
const FEWEST_STEPS: usize = 20_000;

/// Steps that no comparison may take.
const MOST_STEPS: usize = 1_000_000;

/// How a persona stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Both find the same people.
    Equal,
    /// It finds everybody that the other finds, and more.
    Contains,
    /// The other finds everybody that it finds, and more.
    Inside,
    /// Somebody can be found by both, who need not have more than one value of a field for it.
    Overlaps,
    /// Somebody can be found by both, who has different values of the same field at once.
    BarelyOverlaps,
    /// Nobody can be found by both.
    Disjoint,
    /// The algebra would take too long to tell.
    TooComplex,
    /// One of the two sends keys that personac does not know.
    Unknown,
}

impl Standing {
    /// The standing seen from the other side.
    #[must_use]
    pub fn reversed(self) -> Standing {
        match self {
            Standing::Contains => Standing::Inside,
            Standing::Inside => Standing::Contains,
            same => same,
        }
    }
}

/// Steps for each comparison of so many personas: what they take together is bounded, and no clock decides.
pub fn budget(personas: usize) -> usize {
    let pairs = personas.saturating_mul(personas.saturating_sub(1)) / 2;
    (ALL_STEPS / pairs.max(1)).clamp(FEWEST_STEPS, MOST_STEPS)
}

/// A persona's requests, with texts numbered alike in all personas, and their shapes.
#[derive(Debug)]
pub struct Side {
    /// The requests.
    pub requests: Vec<Request>,
    shapes: Vec<Shape>,
    /// The shape of all of them together.
    union: Option<Shape>,
}

impl Side {
    /// The side of these requests.
    pub fn new(requests: Vec<Request>) -> Side {
        let (shapes, union) = (requests.iter().map(Shape::of).collect(), Shape::of_union(&requests));
        Side { requests, shapes, union }
    }

    /// How it stands to the other, within a budget; and on how many fields two of their requests ask alike, if the two
    /// overlap.
    pub fn to(&self, other: &Side, budget: &mut Budget) -> (Standing, usize) {
        let nobody = (Standing::Disjoint, 0);
        let (Some(own), Some(theirs)) = (self.union, other.union) else { return nobody };
        if !own.may_meet(theirs) {
            return nobody;
        }
        match (self.is_inside(other, budget), other.is_inside(self, budget)) {
            (Some(true), Some(true)) => (Standing::Equal, 0),
            (Some(true), Some(false)) => (Standing::Inside, 0),
            (Some(false), Some(true)) => (Standing::Contains, 0),
            (Some(false), Some(false)) => self.meets(other),
            _ => match self.meets(other) {
                // That much is sure, whatever the algebra had no time for.
                (Standing::Disjoint, _) => nobody,
                _ => (Standing::TooComplex, 0),
            },
        }
    }

    /// Whether the other finds everybody that is found here; nothing if it takes too long to tell.
    fn is_inside(&self, other: &Side, budget: &mut Budget) -> Option<bool> {
        let union = other.union?;
        match self.shapes.iter().all(|shape| shape.may_be_inside(union)) {
            true => is_inside(&self.requests, &other.requests, budget).ok(),
            false => Some(false),
        }
    }

    /// Overlapping or disjoint.
    fn meets(&self, other: &Side) -> (Standing, usize) {
        let mut standing = (Standing::Disjoint, 0);
        for (own, shape) in self.requests.iter().zip(&self.shapes) {
            for (theirs, their_shape) in other.requests.iter().zip(&other.shapes) {
                if !shape.may_meet(*their_shape) || !own.meets(theirs) {
                    continue;
                }
                let alike = alike(own, theirs);
                if alike.apart == 0 {
                    return (Standing::Overlaps, alike.both);
                }
                if standing.0 == Standing::Disjoint {
                    standing = (Standing::BarelyOverlaps, alike.both);
                }
            }
        }
        standing
    }
}
