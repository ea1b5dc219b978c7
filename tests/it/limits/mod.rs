//! What hostile files cannot do: grow without a bound, speak to the terminal, write or read elsewhere.

mod bounds;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(unix)]
mod places;
mod terminal;
