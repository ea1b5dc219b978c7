//! From what people already have to a persona: request bodies, curl commands, Sales Navigator searches.

mod draft;
mod link;

pub use draft::{Draft, DraftFilter};
pub use link::link;
