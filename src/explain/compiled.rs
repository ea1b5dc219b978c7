//! Examples, compiled as they stand.

use std::sync::Arc;

use crate::check::{Compiled, Options, check};
use crate::emit::pretty;
use crate::lint::Lints;
use crate::project::Project;
use crate::settings::Overrides;
use crate::source::{FileId, SourceFile};
use crate::syntax::parse;
use crate::workspace::{LoadError, Loaded, Loader};

/// Examples use no other files.
struct NoFiles;

impl Loader for NoFiles {
    fn load(&self, _from: &str, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Unreadable("an example uses no other file".to_owned(), vec![]))
    }
}

/// The bodies of the requests that a persona takes, as JSON; none if it does not compile.
pub fn bodies(persona: &str) -> Vec<String> {
    let source = Arc::new(SourceFile::new("example.persona", persona));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let (project, overrides) = (Project::default(), Overrides::default());
    let options = Options {
        project: &project,
        profile: None,
        overrides: &overrides,
        environment: None,
        loader: &NoFiles,
        lints: Lints::of_build(),
    };
    let checked = check(Loaded { identity: "example".to_owned(), source, parsed }, &options);
    checked.personas.iter().flat_map(Compiled::bodies).map(|body| pretty(&body)).collect()
}
