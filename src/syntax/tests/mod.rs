//! What the parser makes of good, broken and hostile texts.

mod broken;
mod dump;
mod random;
mod valid;
