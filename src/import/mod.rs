//! From what people already have to a persona: request bodies, curl commands, Sales Navigator searches.

mod draft;

pub use draft::{Draft, DraftFilter};
