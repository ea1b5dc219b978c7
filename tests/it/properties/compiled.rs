//! The front door of the crate, for generated sources.

use std::sync::Arc;

use personac::check::{Checked, Options, check};
use personac::emit::pretty;
use personac::lint::Lints;
use personac::project::Project;
use personac::settings::Overrides;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac::workspace::{LoadError, Loaded, Loader};

use super::bodies::Body;

/// What became of a source.
#[derive(Debug)]
pub struct Compiled {
    /// The bodies, as they are sent.
    pub texts: Vec<String>,
    /// The codes of all errors.
    pub errors: Vec<&'static str>,
}

impl Compiled {
    /// The bodies, read.
    pub fn bodies(&self) -> Result<Vec<Body>, String> {
        self.texts.iter().map(|text| Body::read(text)).collect()
    }

    pub fn has(&self, code: &str) -> bool {
        self.errors.contains(&code)
    }
}

struct NoFiles;

impl Loader for NoFiles {
    fn load(&self, _: &str, path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Unreadable(path.to_owned(), vec![]))
    }
}

/// Calls `then` with the options of a check that reads no other file and no environment.
pub fn with_options<T>(project: &Project, lints: &Lints, then: impl FnOnce(&Options) -> T) -> T {
    let overrides = Overrides::default();
    then(&Options { project, profile: None, overrides: &overrides, environment: None, loader: &NoFiles, lints })
}

/// What checking says of a source.
pub fn check_source(source: &str) -> Checked {
    let source = Arc::new(SourceFile::new("test.persona", source));
    let parsed = Arc::new(parse(&source, FileId(0)));
    with_options(&Project::default(), Lints::of_build(), |options| {
        check(Loaded { identity: "test.persona".to_owned(), source, parsed }, options)
    })
}

/// Compile a source of one persona.
pub fn compile(source: &str) -> Compiled {
    let checked = check_source(source);
    let errors = checked.diagnostics.iter().filter(|finding| finding.is_error());
    let errors = errors.map(|finding| finding.rule.code).collect();
    let texts =
        checked.personas.iter().flat_map(|persona| persona.bodies().iter().map(pretty).collect::<Vec<_>>()).collect();
    Compiled { texts, errors }
}
