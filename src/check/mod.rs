//! The one front door: everything that is known about a persona file.

mod persona;
mod personas;
mod uses;

use std::sync::Arc;

use crate::audience::Audience;
use crate::diagnostic::Diagnostic;
use crate::emit::{Body, body, pretty};
use crate::lint::{File, Lints, suppress};
use crate::project::Project;
use crate::report::Report;
use crate::settings::{Environment, Overrides};
use crate::source::Sources;
use crate::workspace::{Loaded, Loader, Unit, load_all};
use personas::Checker;
pub use personas::is_file_name;
use uses::report_broken_uses;

/// What a check depends on, beside the file.
pub struct Options<'a> {
    /// The project of the file.
    pub project: &'a Project,
    /// The profile of the project that is chosen.
    pub profile: Option<&'a str>,
    /// Settings of the command line, the strongest layer.
    pub overrides: &'a Overrides,
    /// The environment; `None` where nothing is built and its variables are not needed.
    pub environment: Option<&'a Environment<'a>>,
    /// Reads used files.
    pub loader: &'a dyn Loader,
    /// Which lints run.
    pub lints: &'a Lints,
}

/// Everything that is known about a persona file.
#[derive(Debug)]
pub struct Checked {
    /// The files that findings point into.
    pub sources: Sources,
    /// What was found, in the order of the places.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings beyond those kept.
    pub dropped: usize,
    /// The personas that compiled; empty if there is any error.
    pub personas: Vec<Compiled>,
}

/// A persona that compiled.
#[derive(Debug)]
pub struct Compiled {
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// Whom it asks for, to be sent, or compared with others.
    pub audience: Audience,
}

impl Compiled {
    /// The bodies of its requests.
    pub fn bodies(&self) -> Vec<Body> {
        let Audience { requests, literals, atoms, settings, .. } = &self.audience;
        let count = requests.len();
        let part = |index: usize| (count > 1).then_some((index + 1, count));
        let one = |(index, request)| body(request, literals, atoms, settings, part(index));
        requests.iter().enumerate().map(one).collect()
    }

    /// How many requests it takes.
    pub fn count(&self) -> usize {
        self.audience.requests.len()
    }
}

impl Checked {
    /// Whether anything stops the file from compiling.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// How many findings stop it from compiling; any of those that were not kept may.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|finding| finding.is_error()).count() + self.dropped
    }

    /// The bodies of each persona as they are sent, with its key.
    pub fn bodies(&self) -> Vec<(Option<&str>, Vec<String>)> {
        let of = |persona: &Compiled| persona.bodies().iter().map(pretty).collect();
        self.personas.iter().map(|persona| (persona.key.as_deref(), of(persona))).collect()
    }

    /// Whether the file compiles to the same bodies as another text of it, and has no more errors.
    pub fn is_as(&self, other: &Checked) -> bool {
        self.errors() == other.errors() && self.bodies() == other.bodies()
    }
}

/// Read, resolve, normalise and emit a file.
pub fn check(main: Loaded, options: &Options) -> Checked {
    let mut report = Report::default();
    let units = load_all(main, options.loader, &mut report);
    let sources = Sources {
        files: units.iter().map(|unit| Arc::clone(&unit.source)).collect(),
        project: options.project.source.clone(),
        command_line: options.overrides.source.clone(),
    };
    report_syntax(&units, &mut report);
    let personas =
        Checker { units: &units, sources: &sources, options, report: &mut report, settings_wrong: false }.personas();
    options.lints.file(&File::new(&units), &mut report);
    report_broken_uses(&units, &mut report);
    let errors = report.errors();
    let (mut diagnostics, dropped) = report.finish();
    options.lints.levels.apply(&mut diagnostics);
    suppress(&mut diagnostics, &units, options.lints);
    let denied = diagnostics.iter().any(Diagnostic::is_error);
    let personas = if errors == 0 && !denied { personas } else { vec![] };
    Checked { sources, diagnostics, dropped, personas }
}

fn report_syntax(units: &[Unit], report: &mut Report) {
    for unit in units {
        for finding in &unit.parsed.diagnostics {
            let mut finding = finding.clone();
            finding.labels.iter_mut().for_each(|label| label.location.file = unit.id);
            report.push(finding);
        }
    }
}
