//! The language server, spoken to as editors do.

mod agreement;
mod completing;
mod editor;
mod hints;
mod hovering;
mod lenses;
mod lifecycle;
mod links_folds;
mod marked;
#[cfg(feature = "http")]
mod previewing;
mod tokens;
mod told;
mod typing;
