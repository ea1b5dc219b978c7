//! The embedded vocabularies: what people write, and the IDs the API wants.
//!
//! The facts are the files of `tables/`, one vocabulary a file, tab separated, with a header line. They are
//! compiled into the program as text. Nothing is done when the program starts: the small closed tables are read on
//! their first use, the two large open ones are searched in place.
//!
//! * `functions`, `seniority`, `years`, `sizes`, `company_types`, `relationships`: the tables of the API's own
//!   reference, with the aliases people use.
//! * `industries`: LinkedIn's list (public page "Industry Codes V2" and Sales Navigator), and where the API's
//!   reference reads an ID differently.
//! * `locations`: LinkedIn's location IDs, collected from public lists. Its `parents` are the containments that are
//!   certain; a missing one costs a hint, a wrong one would cost leads.
//! * `hints`: words that are no label, and what those who write them may mean; only ever a suggestion.
//! * `ambiguous`: every label that several rows bear, reviewed by hand.
//! * `*.keys`: generated indexes of the open tables, one line for each folded label.

mod closed;
mod fold;
mod keys;
mod known;
mod lookup;
mod open;
mod row;
mod search;
mod spelling;
#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests compare the files of `tables/`")]
mod tests;
mod text;
mod tree;
mod typing;

pub use closed::{CLOSED, COMPANY_TYPES, FUNCTIONS, RELATIONSHIPS, SENIORITIES, SIZES, YEARS};
pub use closed::{Closed, ClosedLookup, ClosedRow};
pub use fold::{fold, fold_into, words_into};
pub use keys::How;
pub use lookup::{Match, OpenLookup};
pub use open::{INDUSTRIES, LOCATIONS, Open};
pub use row::{Kind, OpenRow};
pub use search::{Hit, Suggestion};
