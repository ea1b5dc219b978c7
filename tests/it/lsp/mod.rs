//! The language server, spoken to as editors do.

mod editor;
mod lifecycle;
mod links_folds;
mod marked;
mod tokens;
mod told;
