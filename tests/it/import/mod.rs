//! From what people have to personas.

mod drafts;
