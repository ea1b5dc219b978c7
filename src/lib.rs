//! personac compiles `.persona` files to the exact request body of the lead-search API.

#![forbid(unsafe_code)]

// The code that pest writes for a grammar names it so where pest is built without `std`.
extern crate alloc;

pub mod algebra;
#[cfg(feature = "http")]
pub mod api;
pub mod audience;
pub mod check;
pub mod cli;
pub mod compile;
pub mod describe;
pub mod diagnostic;
pub mod diff;
pub mod disk;
pub mod emit;
pub mod explain;
pub mod fields;
pub mod fix;
pub mod format;
pub mod import;
pub mod json;
pub mod lint;
#[cfg(feature = "lsp")]
pub mod lsp;
pub mod overlap;
pub mod project;
pub mod render;
pub mod report;
pub mod resolve;
pub mod rule;
pub mod salesnav;
pub mod schema;
pub mod settings;
pub mod source;
pub mod suggest;
pub mod syntax;
pub mod tables;
pub mod user;
pub mod wording;
pub mod workspace;
