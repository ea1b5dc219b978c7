//! Checking files as all commands do that need what they compile to, each in its own project.

use std::sync::Arc;

use super::inputs::Input;
use super::messages::Problem;
use super::projects::Home;
use super::session::Session;
use super::workers::load;
use crate::check::{Checked, Options, check};
use crate::lint::Lints;
use crate::settings::Overrides;

/// How files are checked in a run.
pub struct Checking<'a> {
    profile: Option<String>,
    overrides: &'a Overrides,
    /// Whether something is built, for which the environment is needed.
    builds: bool,
}

impl<'a> Checking<'a> {
    /// Files are checked to build what is sent, with what the environment holds.
    pub fn to_build(session: &Session, overrides: &'a Overrides) -> Checking<'a> {
        Checking { profile: session.global.profile.clone(), overrides, builds: true }
    }

    /// Files are checked to be looked at; the environment is not asked for.
    pub fn to_look(session: &Session, overrides: &'a Overrides) -> Checking<'a> {
        Checking { builds: false, ..Checking::to_build(session, overrides) }
    }

    /// Check a file with the lints that `build` runs.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn check(&self, input: &Input, home: &Home) -> Result<Checked, Problem> {
        self.with_lints(input, home).map(|(checked, _)| checked)
    }

    /// As [`Checking::check`], with the lints, for whoever finds more later.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn with_lints(&self, input: &Input, home: &Home) -> Result<(Checked, Arc<Lints>), Problem> {
        let loaded = load(input)?;
        let environment = |name: &str| std::env::var(name).ok();
        let lints = home.lints(&input.name, |levels| Lints::new(levels, false));
        let options = Options {
            project: &home.project,
            profile: self.profile.as_deref(),
            overrides: self.overrides,
            environment: self.builds.then_some(&environment),
            loader: &home.loader,
            lints: &lints,
        };
        Ok((check(loaded, &options), lints))
    }
}
