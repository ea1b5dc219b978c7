//! The set algebra: from a filter expression to the fewest requests whose union is exactly that.

mod budget;
mod cover;
mod coverage;
mod disjoint;
mod filter;
mod grow;
mod normal;
mod places;
mod relation;
mod request;
mod set;
mod shape;
mod simplify;

pub use budget::{Budget, MAX_STEPS, TooComplex};
pub use disjoint::{Apart, Overlap, disjoint};
pub use filter::{Filter, holds, rest};
pub use normal::{Normal, OrNode, normalise};
pub use relation::{Relation, are_disjoint, is_inside, relation};
pub use request::{Branch, Conflict, Formula, Literal, Log, Request};
pub use set::ValueSet;
pub use shape::Shape;
