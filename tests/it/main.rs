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
#[cfg(unix)]
mod curl;
mod describing;
mod differences;
mod differences_git;
mod explain;
mod fixing;
mod fixtures;
mod formats;
mod formats_hostile;
mod formats_of_lint;
mod formats_of_programs;
mod formatter;
mod formatter_command;
mod fuzzing;
mod generated_docs;
mod hostile;
mod hostile_lint;
mod hostile_paths;
mod import;
mod init_command;
mod inputs;
#[cfg(feature = "http")]
mod journal_command;
mod labels_command;
#[cfg(feature = "http")]
mod labels_online;
mod library;
mod limits;
mod links;
mod lint_command;
#[cfg(feature = "lsp")]
mod lsp;
#[cfg(feature = "http")]
#[path = "../mock/mod.rs"]
mod mock;
#[cfg(feature = "http")]
mod mock_server;
mod output_files;
mod overlapping;
#[cfg(feature = "http")]
mod preview_command;
mod project_file;
mod properties;
mod readme;
mod rule_pages;
mod schema;
#[cfg(feature = "http")]
mod service;
#[cfg(feature = "http")]
mod status_command;
#[cfg(feature = "http")]
mod submit;
mod tool;
mod watching;
