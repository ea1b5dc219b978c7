//! What each fuzz target does with an input, one file a target. A target is a function that panics where what must hold
//! does not. libFuzzer calls it from `targets/`, and `tests/it/fuzzing` for a moment in every run of the tests.

#[cfg(feature = "http")]
mod answers;
pub mod body;
mod check;
mod configuration;
mod findings;
mod fix;
mod fmt;
mod import_body;
mod import_link;
#[cfg(feature = "http")]
mod journal;
mod labels;
#[cfg(feature = "lsp")]
mod lsp;
mod parse;
pub mod persona;
#[cfg(feature = "lsp")]
mod script;

#[cfg(feature = "http")]
pub use answers::answers;
pub use check::check;
pub use configuration::configuration;
pub use fix::fix;
pub use fmt::fmt;
pub use import_body::import_body;
pub use import_link::import_link;
#[cfg(feature = "http")]
pub use journal::journal;
pub use labels::labels;
#[cfg(feature = "lsp")]
pub use lsp::lsp;
pub use parse::parse;
