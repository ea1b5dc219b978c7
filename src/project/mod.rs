//! `personac.toml`: defaults, profiles, the label book, which industry list decides, levels of lints.

mod book;
mod lint;
mod parse;
#[cfg(feature = "http")]
mod pin;
pub(crate) mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use book::{BookEntry, LabelBook};
pub use parse::{KEYS, parse_project};
pub(crate) use parse::{not_toml, unknown_key};
#[cfg(feature = "http")]
pub use pin::{Pin, PinProblem, pin};

use crate::lint::LintTable;
use crate::settings::Layer;
use crate::source::SourceFile;

/// The name of the project file.
pub const PROJECT_FILE: &str = "personac.toml";

/// Whose reading of the contested industry IDs and labels is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IndustryLabels {
    /// LinkedIn's, because nothing was chosen: contested labels are warned about.
    #[default]
    Unchosen,
    /// LinkedIn's, by choice.
    LinkedIn,
    /// The API reference's, by choice.
    Pronto,
}

impl IndustryLabels {
    /// Each choice by its name in `personac.toml`, and what it means.
    pub const CHOICES: [(&'static str, IndustryLabels, &'static str); 2] = [
        ("linkedin", IndustryLabels::LinkedIn, "LinkedIn's own reading"),
        ("pronto", IndustryLabels::Pronto, "The reading of the API's reference"),
    ];

    /// The choice called `name` in `personac.toml`.
    pub fn named(name: &str) -> Option<IndustryLabels> {
        IndustryLabels::CHOICES.iter().find(|(own, ..)| *own == name).map(|(_, choice, _)| *choice)
    }
}

/// What a project says about its personas. The default is a project without a file.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// The project file, for findings that concern it.
    pub source: Option<Arc<SourceFile>>,
    /// Settings of every persona.
    pub defaults: Layer,
    /// Settings of a profile, by its name.
    pub profiles: BTreeMap<String, Layer>,
    /// The project's own labels.
    pub labels: LabelBook,
    /// Which industry list decides.
    pub industry_labels: IndustryLabels,
    /// What is done with the rules.
    pub lint: LintTable,
}
