//! Everything that is tested from outside, in one program.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests stop at what they do not expect"
)]

mod check_files;
mod command_line;
mod configuration;
mod explain;
mod fixtures;
mod formats;
mod generated_docs;
mod hostile;
mod hostile_paths;
mod inputs;
mod labels_command;
mod library;
mod output_files;
mod project_file;
mod properties;
mod readme;
mod rule_pages;
mod tool;
