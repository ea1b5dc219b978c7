//! Laws that hold for every persona, tried on generated ones. An oracle of its own says which leads a source and
//! a body describe.

#![allow(clippy::print_stdout, reason = "how many cases compile is worth knowing")]
#![allow(clippy::panic, reason = "a law that fails must fail its test")]

mod bodies;
mod compiled;
pub mod dice;
mod differences;
mod disguise;
mod explosion;
mod fixes;
mod formatter;
mod formatter_mess;
mod generate;
mod laws;
mod leads;
mod links;
mod model;
mod oracle;
mod order;
mod ordered;
mod overlap;
mod plain;
mod possible;
mod regressions;
mod runner;
mod values;
mod vocabulary;

pub use compiled::check_source;
pub use runner::law;
