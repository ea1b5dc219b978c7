//! personac compiles `.persona` files to the exact request body of the lead-search API.

pub mod diagnostic;
pub mod rule;
pub mod source;
pub mod suggest;
pub mod syntax;
pub mod tables;
