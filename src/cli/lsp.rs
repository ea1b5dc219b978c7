//! `personac lsp`

use super::Outcome;

/// Serve an editor on standard input and output.
pub fn run() -> Outcome {
    if crate::lsp::serve() { Outcome::Fine } else { Outcome::Mistakes }
}
