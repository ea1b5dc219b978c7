//! `personac labels --online`
