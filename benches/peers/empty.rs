//! What the start of any program takes.

fn main() {}
