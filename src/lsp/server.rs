//! The state of the server, and what notifications do to it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{
    ClientCapabilities, Diagnostic, DidChangeTextDocumentParams, DidOpenTextDocumentParams, PublishDiagnosticsParams,
    Uri,
};
use lsp_server::Notification;

use super::checks::Checks;
use super::document::Document;
use super::failure::Failure;
use super::findings;
use super::home::Homes;
use super::library::Neighbours;
use super::overlay::Disk;
use super::pages::Pages;
use super::position::Encoding;
use super::transport::Client;
use super::uri::{path_of, uri_of};
use super::view::{View, name_of};
use crate::check::Checked;
use crate::rule::MISSING_FILE;

/// The state of the server.
pub struct Server {
    /// Where answers go.
    pub client: Client,
    /// What the client can do.
    pub capabilities: ClientCapabilities,
    /// The units of columns.
    pub encoding: Encoding,
    /// The folders that are open.
    pub folders: Vec<PathBuf>,
    /// The files that are open.
    pub documents: HashMap<Uri, Document>,
    /// The other files.
    pub disk: Disk,
    /// The projects.
    pub homes: Homes,
    /// What checks said.
    pub checks: Checks,
    /// Counts changes of anything that a check may see.
    pub epoch: u64,
    /// Counts the moments at which the disk may have changed.
    pub disk_epoch: u64,
    /// The personas of other files.
    pub neighbours: Neighbours,
    /// The pages behind the codes of findings.
    pub pages: Pages,
    /// Files that are to be checked again.
    dirty: HashSet<Uri>,
    /// The files that each open file uses, by the names of the check.
    uses: HashMap<Uri, Vec<String>>,
    /// What the client was told last.
    told: HashMap<Uri, Vec<Diagnostic>>,
}

impl Server {
    /// A server without any file.
    pub fn new(client: Client, capabilities: ClientCapabilities, encoding: Encoding, folders: Vec<PathBuf>) -> Server {
        Server {
            client,
            capabilities,
            encoding,
            folders,
            documents: HashMap::new(),
            disk: Disk::default(),
            homes: Homes::default(),
            checks: Checks::default(),
            epoch: 0,
            disk_epoch: 0,
            neighbours: Neighbours::default(),
            pages: Pages::default(),
            dirty: HashSet::new(),
            uses: HashMap::new(),
            told: HashMap::new(),
        }
    }

    /// A file was opened.
    pub fn open(&mut self, params: DidOpenTextDocumentParams) {
        let item = params.text_document;
        let path = path_of(&item.uri);
        let name = path.as_deref().map_or_else(|| item.uri.to_string(), name_of);
        let document = Document::new(item.uri.clone(), path, &name, item.version, item.text);
        self.documents.insert(item.uri.clone(), document);
        self.changed(&item.uri);
    }

    /// A file was changed.
    pub fn change(&mut self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.text_document_identifier.uri;
        if let Some(document) = self.documents.get_mut(&uri) {
            document.change(params.text_document.version, params.content_changes, self.encoding);
            self.changed(&uri);
        }
    }

    /// A file was closed: what is on the disk counts again.
    pub fn close(&mut self, uri: &Uri) {
        let Some(document) = self.documents.get(uri) else { return };
        let name = document.source.name().to_owned();
        self.documents.remove(uri);
        self.checks.forget(uri);
        self.uses.remove(uri);
        self.dirty.remove(uri);
        self.tell(uri, None, vec![]);
        self.told.remove(uri);
        self.changed_named(&name);
    }

    /// Something on the disk has changed: all may look different.
    pub fn changed_all(&mut self) {
        self.epoch += 1;
        self.disk_epoch += 1;
        self.dirty = self.documents.keys().cloned().collect();
    }

    fn changed(&mut self, uri: &Uri) {
        let Some(document) = self.documents.get(uri) else { return };
        let name = document.source.name().to_owned();
        self.dirty.insert(uri.clone());
        self.changed_named(&name);
    }

    fn changed_named(&mut self, name: &str) {
        self.epoch += 1;
        let users = self.uses.iter().filter(|(_, uses)| uses.iter().any(|used| used == name || used == ANYTHING));
        self.dirty.extend(users.map(|(uri, _)| uri.clone()));
    }

    /// The file at an address, open or not.
    ///
    /// # Errors
    ///
    /// If it is not open and cannot be read.
    pub fn view(&self, uri: &Uri) -> Result<View<'_>, Failure> {
        if let Some(document) = self.documents.get(uri) {
            return Ok(self.view_of(document));
        }
        let path = path_of(uri).ok_or_else(|| Failure::invalid(format!("`{uri}` is not open")))?;
        self.view_at(&path)
    }

    /// The file at a path, open or not.
    ///
    /// # Errors
    ///
    /// If it is not open and cannot be read.
    pub fn view_at(&self, path: &Path) -> Result<View<'_>, Failure> {
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if let Some(document) = self.documents.values().find(|document| document.real_path.as_ref() == Some(&real)) {
            return Ok(self.view_of(document));
        }
        let read = self.disk.read(&real);
        let (source, parsed) = read.map_err(|error| {
            Failure::failed(format!("`{}` cannot be read: {}", path.display(), crate::disk::reason(&error)))
        })?;
        let home = self.homes.of(path.parent().unwrap_or(Path::new("")));
        Ok(View { server: self, uri: uri_of(path), path: Some(path.to_owned()), source, parsed, home })
    }

    fn view_of(&self, document: &Document) -> View<'_> {
        let folder = || self.folders.first().map(PathBuf::as_path);
        let directory = document.path.as_deref().and_then(Path::parent).or_else(folder).unwrap_or(Path::new(""));
        View {
            server: self,
            uri: document.uri.clone(),
            path: document.path.clone(),
            source: Arc::clone(&document.source),
            parsed: document.parsed(),
            home: self.homes.of(directory),
        }
    }

    /// Check what is to be checked again, and tell the client what was found.
    pub fn publish(&mut self) {
        let mut dirty: Vec<Uri> = std::mem::take(&mut self.dirty).into_iter().collect();
        dirty.sort_by(|one, other| one.as_ref().cmp(other.as_ref()));
        let mut of_projects: BTreeMap<PathBuf, Vec<Diagnostic>> = BTreeMap::new();
        for uri in &dirty {
            let Ok(view) = self.view(uri) else { continue };
            let checked = view.checked();
            let own = findings::own(&view, &checked);
            of_projects.entry(view.home.project_file()).or_default().extend(findings::of_project(&view, &checked));
            let version = self.documents.get(uri).map(|document| document.version);
            self.uses.insert(uri.clone(), uses(&checked));
            if !self.pulls() {
                self.tell(uri, version, own);
            }
        }
        for (file, mut found) in of_projects {
            found.sort_by_key(|finding| finding.range);
            found.dedup();
            if file.is_file() {
                self.tell(&uri_of(&file), None, found);
            }
        }
    }

    /// Whether the client asks for findings itself.
    pub fn pulls(&self) -> bool {
        self.capabilities.text_document.as_ref().is_some_and(|text| text.diagnostic.is_some())
    }

    /// Whether the client shows where more is said of a code.
    pub fn links_codes(&self) -> bool {
        let text = self.capabilities.text_document.as_ref();
        let told =
            text.and_then(|text| text.publish_diagnostics.as_ref()?.diagnostics_capabilities.code_description_support);
        let asked = text.and_then(|text| text.diagnostic.as_ref()?.diagnostics_capabilities.code_description_support);
        told == Some(true) || asked == Some(true)
    }

    /// Tell what was found in a file, unless that is known.
    fn tell(&mut self, uri: &Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        if self.told.get(uri).map_or(diagnostics.is_empty() && version.is_none(), |told| *told == diagnostics) {
            return;
        }
        self.told.insert(uri.clone(), diagnostics.clone());
        let params = PublishDiagnosticsParams { uri: uri.clone(), version, diagnostics };
        self.client.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
    }
}

/// Stands for files that are not there yet.
const ANYTHING: &str = "";

/// The files that a check has seen; a file that could not be found may be any that comes.
fn uses(checked: &Checked) -> Vec<String> {
    let mut uses: Vec<String> = checked.sources.files.iter().skip(1).map(|file| file.name().to_owned()).collect();
    if checked.diagnostics.iter().any(|finding| finding.rule == &MISSING_FILE) {
        uses.push(ANYTHING.to_owned());
    }
    uses
}
