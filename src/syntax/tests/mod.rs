//! What the parser makes of good, broken and hostile texts.

mod broken;
mod dump;
mod plain;
mod random;
mod valid;
