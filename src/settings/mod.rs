//! Settings: request options, never filters. [`SETTINGS`] holds one row a setting; layers of settings (defaults,
//! profile, file, persona block, command line) are laid over each other and become [`Settings`].

mod given;
mod layers;
mod mistakes;
mod secret;
mod table;
mod typed;
mod webhook;

pub use given::{Given, GivenKind, given};
pub use layers::{Entry, Layer, Overrides, unknown_setting};
pub use mistakes::{key_of_another, known_key};
pub use secret::{Secret, secret_of, secrets_of, without_secret};
pub use table::SETTINGS;
pub use typed::{Environment, Settings, Split, check_entry, settle};
pub use webhook::{WebhookProblem, check_webhook};

/// One setting, as people write it and as the API takes it.
#[derive(Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// The canonical name.
    pub name: &'static str,
    /// Other names for it.
    pub aliases: &'static [&'static str],
    /// The request key it fills, if it is sent.
    pub key: Option<&'static str>,
    /// What data it takes.
    pub kind: SettingKind,
    /// One sentence: what it does.
    pub doc: &'static str,
    /// Data it takes, as written in a persona.
    pub example: &'static str,
}

/// What data a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKind {
    /// A string.
    Text,
    /// A string that is an absolute `https` address.
    Webhook,
    /// A whole number, at least 1.
    Whole,
    /// `true` or `false`.
    Boolean,
    /// `false`, `any` or `disjoint`.
    Split,
    /// An object.
    Object,
}

impl SettingRow {
    /// The setting called `name`, by its canonical name or an alias, in any case.
    pub fn find(name: &str) -> Option<&'static SettingRow> {
        SETTINGS.iter().find(|row| row.names().any(|own| own.eq_ignore_ascii_case(name)))
    }

    /// The canonical name, then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.aliases.iter().copied())
    }
}
