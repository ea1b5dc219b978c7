//! Each table is canonical, each index is fresh, and labels mean what people expect.

mod canonical;
mod closed;
mod index;
mod labels;
