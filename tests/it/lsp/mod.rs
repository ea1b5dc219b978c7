//! The language server, spoken to as editors do.

mod acting;
mod agreement;
mod applying;
mod completing;
mod editor;
mod formatting;
mod hints;
mod hovering;
mod lenses;
mod lifecycle;
mod links_folds;
mod marked;
mod navigating;
#[cfg(feature = "http")]
mod previewing;
mod refactoring;
mod refactoring_everywhere;
mod renaming;
mod tokens;
mod told;
mod typing;
