//! From what people have to personas.

mod drafts;
mod fixtures;
mod hostile;
mod laws;
