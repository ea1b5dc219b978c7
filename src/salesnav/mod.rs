//! The address of a Sales Navigator people search: finding its query, reading the notation it is written in, what
//! the search asks for, and writing all of it back.
//!
//! LinkedIn does not document any of this. What is known is from addresses that people published and from LinkedIn's
//! own answers; the tables name their sources.

mod address;
mod notation;
mod parse;
mod percent;
mod search;
mod vocabulary;

pub use address::{Address, Refusal, find, looks_like_address};
pub use notation::{Member, Node, Value, encoded};
pub use parse::{Fault, FaultKind, Parsed, parse};
pub use search::{Entry, Filter, Search, Text, Unknown, read};
pub use vocabulary::{Listed, Meaning, label, listed, listed_of_wire, meaning, without_wire};
