//! What a request sees: one file, its project, and the other files as they are in the editor.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use gen_lsp_types::{self as lsp, Position, Range, Uri};

use super::home::Home;
use super::library::add_findings;
use super::overlay::Overlay;
use super::position::Encoding;
use super::server::Server;
use super::uri::uri_of;
use crate::check::{Checked, Options, check};
use crate::disk::absolute;
use crate::lint::Lints;
use crate::report::Report;
use crate::settings::{Environment, Overrides};
use crate::source::{Location, PROJECT_FILE_ID, SourceFile, Sources, Span};
use crate::syntax::Parsed;
use crate::workspace::{Loaded, Unit, load_all};

/// One file as a request sees it.
pub struct View<'a> {
    /// Everything else.
    pub server: &'a Server,
    /// Its address.
    pub uri: Uri,
    /// Where it is; `None` for a buffer that was never saved.
    pub path: Option<PathBuf>,
    /// Its text.
    pub source: Arc<SourceFile>,
    /// Its tree.
    pub parsed: Arc<Parsed>,
    /// Its project.
    pub home: Rc<Home>,
}

impl View<'_> {
    /// The units of columns.
    pub fn encoding(&self) -> Encoding {
        self.server.encoding
    }

    /// The byte at a place of this file.
    pub fn offset(&self, position: Position) -> u32 {
        self.encoding().offset(&self.source, position)
    }

    /// The bytes of a range of this file.
    pub fn span(&self, range: Range) -> Span {
        self.encoding().span(&self.source, range)
    }

    /// The range of a span of this file.
    pub fn range(&self, span: Span) -> Range {
        self.encoding().range(&self.source, span)
    }

    /// The text of a span of this file.
    pub fn text(&self, span: Span) -> &str {
        self.source.slice(span)
    }

    /// What makes it the same file as another: its path without links.
    pub fn identity(&self) -> String {
        let real = self.path.as_ref().and_then(|path| std::fs::canonicalize(path).ok());
        real.map_or_else(|| self.source.name().to_owned(), |path| path.display().to_string())
    }

    /// The file for a check.
    pub fn loaded(&self) -> Loaded {
        Loaded { identity: self.identity(), source: Arc::clone(&self.source), parsed: Arc::clone(&self.parsed) }
    }

    /// Reads files of its project, as they are in the editor.
    pub fn loader(&self) -> Overlay<'_> {
        Overlay::new(&self.home.root, &self.server.disk, self.server.documents.values())
    }

    /// The file and all that it uses; the first one is the file.
    pub fn units(&self) -> Vec<Unit> {
        load_all(self.loaded(), &self.loader(), &mut Report::default())
    }

    /// The persona files of its project, by their paths without links.
    pub fn project_files(&self) -> Vec<PathBuf> {
        match self.home.project_file().is_file() {
            true => self.server.neighbours.files(&self.home.root, self.server.disk_epoch),
            false => self
                .server
                .neighbours
                .files(self.path.as_deref().and_then(Path::parent).unwrap_or(&self.home.root), self.server.disk_epoch),
        }
    }

    /// Everything that is known about the file, as `personac lint` knows it.
    pub fn checked(&self) -> Rc<Checked> {
        self.server.checks.of(&self.uri, self.server.epoch, || self.check())
    }

    fn check(&self) -> Checked {
        let lints = self.home.lints(self.path.as_deref().unwrap_or(Path::new("")));
        let mut checked = self.check_with(&lints);
        add_findings(self, &lints, &mut checked);
        checked
    }

    /// What a check with these lints says.
    pub fn check_with(&self, lints: &Lints) -> Checked {
        self.check_as(lints, &Overrides::default(), None)
    }

    /// What is sent if the file is built as it is now, with these settings.
    #[cfg(feature = "http")]
    pub fn check_to_send(&self, overrides: &Overrides) -> Checked {
        let environment = |name: &str| std::env::var(name).ok();
        self.check_as(Lints::of_build(), overrides, Some(&environment))
    }

    fn check_as(&self, lints: &Lints, overrides: &Overrides, environment: Option<&Environment>) -> Checked {
        let loader = self.loader();
        let project = &self.home.project;
        let options = Options { project, profile: None, overrides, environment, loader: &loader, lints };
        check(self.loaded(), &options)
    }

    /// A place of a check as the client knows it; `None` if it is in no file.
    pub fn location(&self, sources: &Sources, location: Location) -> Option<lsp::Location> {
        let source = sources.get(location.file)?;
        let range = self.encoding().range(source, location.span);
        let uri = match location.file {
            PROJECT_FILE_ID => uri_of(Path::new(source.name())),
            _ => self.uri_named(source.name()),
        };
        Some(lsp::Location { uri, range })
    }

    /// The address of the file that a check calls so: the client's own where it is open.
    pub fn uri_named(&self, name: &str) -> Uri {
        let open = self.server.documents.values().find(|document| document.source.name() == name);
        open.map_or_else(|| uri_of(&absolute(Path::new(name))), |document| document.uri.clone())
    }
}

/// How messages call a file: as it is seen from the current directory, or else whole.
pub fn name_of(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}
