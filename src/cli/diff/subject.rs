//! A file on one side of a comparison.

use std::sync::Arc;

use super::old_projects::OldHome;
use crate::check::{Checked, Compiled, Options, check};
use crate::cli::messages::Problem;
use crate::cli::projects::Home;
use crate::cli::session::Session;
use crate::diagnostic::Diagnostic;
use crate::diff::Side;
use crate::lint::Lints;
use crate::project::{LabelBook, Project};
use crate::settings::Overrides;
use crate::source::SourceFile;
use crate::workspace::{Loaded, Loader};

/// The project of a file: of today, or of a revision.
#[derive(Clone)]
pub enum Place {
    /// On the disk.
    Disk(Arc<Home>),
    /// In git.
    Revision(Arc<OldHome>),
}

impl Place {
    fn project(&self) -> &Project {
        match self {
            Place::Disk(home) => &home.project,
            Place::Revision(home) => &home.project,
        }
    }

    fn loader(&self) -> &dyn Loader {
        match self {
            Place::Disk(home) => &home.loader,
            Place::Revision(home) => home.as_ref(),
        }
    }
}

/// A file on one side: what it holds, or that it cannot be compared.
pub struct Subject {
    /// Its text; none if it could not be read.
    pub source: Option<Arc<SourceFile>>,
    /// Its personas; none if it has errors.
    pub personas: Vec<Compiled>,
    /// Whether it has errors, or could not be read.
    pub is_broken: bool,
    place: Option<Place>,
}

/// Check a file. What is doubtful in it is for `lint` to say: no lint and no level of one counts here.
pub fn look(loaded: Loaded, place: &Place, profile: Option<&str>, overrides: &Overrides) -> Checked {
    let options = Options {
        project: place.project(),
        profile,
        overrides,
        environment: None,
        loader: place.loader(),
        lints: Lints::of_build(),
    };
    check(loaded, &options)
}

impl Subject {
    /// What came of a check; the errors are shown.
    pub fn new(place: &Place, checked: Result<Checked, Problem>, session: &mut Session) -> Subject {
        let checked = match checked {
            Ok(checked) => checked,
            Err(problem) => {
                session.problem(&problem);
                return Subject::broken();
            }
        };
        let is_broken = checked.has_errors();
        let errors: Vec<Diagnostic> = checked.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        session.findings(&errors, checked.dropped, &checked.sources);
        let source = checked.sources.files.first().cloned();
        Subject { source, personas: checked.personas, is_broken, place: Some(place.clone()) }
    }

    /// A file that nothing is known of, which was shown.
    pub fn broken() -> Subject {
        Subject { source: None, personas: vec![], is_broken: true, place: None }
    }

    /// A file that is not there.
    pub fn nothing() -> Subject {
        Subject { is_broken: false, ..Subject::broken() }
    }

    /// As a side of a comparison.
    pub fn side<'a>(&'a self, no_book: &'a LabelBook) -> Side<'a> {
        let book = self.place.as_ref().map_or(no_book, |place| &place.project().labels);
        Side { personas: &self.personas, book }
    }

    /// Whether both hold the same text.
    pub fn has_text_of(&self, other: &Subject) -> bool {
        match (&self.source, &other.source) {
            (Some(own), Some(other)) => own.text() == other.text(),
            _ => false,
        }
    }
}
