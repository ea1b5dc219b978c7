//! What the parser makes of good, broken and hostile texts.

mod dump;
mod valid;
