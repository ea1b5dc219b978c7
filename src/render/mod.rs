//! Findings as bytes: what people read at a terminal, what editors and scripts read.

mod concise;
mod human;
mod json;
mod snippet;
mod visible;

pub use concise::concise;
pub use human::{Human, summary};
pub use json::{json, json_problem};
use visible::brief;
pub use visible::{on_one_line, visible};
