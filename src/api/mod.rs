//! The lead-search API: what is asked of it, how fast, and what it answered. This is an edge: the network, the clock and
//! the files that several processes share are met here.

#![allow(clippy::disallowed_methods, reason = "this is the edge: the network, the clock and shared files are met here")]

pub mod journal;
mod lock;
pub mod pace;
