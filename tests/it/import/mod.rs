//! From what people have to personas.

mod command;
mod drafts;
mod fixtures;
mod hostile;
mod laws;
mod random;
