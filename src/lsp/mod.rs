//! The language server: what the command line knows about personas, in an editor while they are written.
//!
//! Messages come from `transport` and are taken in order by `lifecycle`, which hands requests to `requests`. A request sees the
//! state as it is: a `View` of one file with its project. Everything that is said comes from `check`, the tables and the
//! pages of the rules. This is an edge: files and the other side of the protocol are met here.

#![allow(clippy::disallowed_methods, reason = "this is the edge: files and the editor are met here")]

mod actions;
mod capabilities;
mod changes;
mod checks;
mod code_lens;
mod commands;
mod completion;
mod definition;
mod document;
mod document_links;
mod edits;
mod failure;
mod findings;
mod folding;
mod formatting;
mod home;
mod hover;
mod inlay_hints;
mod lexis;
mod library;
mod lifecycle;
mod meaning;
mod names;
mod nodes;
mod overlay;
mod pages;
mod persona_files;
mod position;
mod proof;
mod pull;
mod references;
mod rename;
mod requests;
mod selection_ranges;
mod semantic_tokens;
mod server;
mod symbols;
mod text;
mod transport;
mod uri;
mod values;
mod view;

pub use lifecycle::{serve, serve_over};
pub use persona_files::MOST_FILES;
