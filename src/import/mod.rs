//! From what people already have to a persona: request bodies, curl commands, Sales Navigator searches.

mod body;
mod draft;
mod link;
mod write;

pub use body::{Bodies, bodies};
pub use draft::{Draft, DraftFilter, RawKey};
pub use link::{Linked, link};
pub use write::{Labels, Style, blocks};
