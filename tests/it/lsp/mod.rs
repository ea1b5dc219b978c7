//! The language server, spoken to as editors do.

mod agreement;
mod editor;
mod lifecycle;
mod told;
mod typing;
