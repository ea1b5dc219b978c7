//! A persona file and all the files it uses, read and checked for circles.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule;
use crate::source::{FileId, Location, SourceFile, Span};
use crate::syntax::Parsed;
use crate::syntax::ast::{Item, Let, Name, Use};
use crate::wording::{Choice, did_you_mean, quoted};

/// A file that was read for a check.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What makes it the same file as another, however it was reached.
    pub identity: String,
    /// Its text.
    pub source: Arc<SourceFile>,
    /// Its tree. The locations of its findings count as file 0.
    pub parsed: Arc<Parsed>,
}

/// Why a used file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// It does not exist, or reading failed for this reason; and names that it may be meant by.
    #[error("{0}")]
    Unreadable(String, Vec<String>),
    /// It lies outside the project; the project's directory.
    #[error("it lies outside the project `{0}`")]
    Outside(String),
}

/// Reads the files that personas use.
pub trait Loader: Sync {
    /// Read `path`, which the file called `from` uses.
    ///
    /// # Errors
    ///
    /// [`LoadError`] says why it cannot be read.
    fn load(&self, from: &str, path: &str) -> Result<Loaded, LoadError>;
}

/// A file of the workspace.
#[derive(Debug)]
pub struct Unit {
    /// What makes it the same file as another.
    pub identity: String,
    /// Its number in this check.
    pub id: FileId,
    /// Its text.
    pub source: Arc<SourceFile>,
    /// Its tree.
    pub parsed: Arc<Parsed>,
    /// The files it uses.
    pub uses: Vec<UsedFile>,
    /// Which of its items are `let`s, by their names. Made when one is looked for among many.
    lets: OnceLock<HashMap<String, usize>>,
}

/// So many items are looked through one by one.
pub const FEW_ITEMS: usize = 32;

impl Unit {
    /// The `let` of the file, outside its persona blocks, that bears this name; the first of several.
    pub fn find_let(&self, name: &str) -> Option<&Let> {
        let items = &self.parsed.file.items;
        if items.len() <= FEW_ITEMS {
            return items.iter().filter_map(Item::as_let).find(|named| self.source.slice(named.name.span) == name);
        }
        let places = self.lets.get_or_init(|| {
            let lets = items.iter().enumerate().filter_map(|(place, item)| Some((place, item.as_let()?)));
            // The first of a name comes last, and stays.
            lets.rev().map(|(place, named)| (self.source.slice(named.name.span).to_owned(), place)).collect()
        });
        places.get(name).and_then(|place| items.get(*place)?.as_let())
    }
}

/// A `use` that was followed.
#[derive(Debug, Clone, Copy)]
pub struct UsedFile {
    /// The path of the `use`.
    pub span: Span,
    /// Its alias.
    pub alias: Option<Name>,
    /// The index of the used file; `None` if it could not be read, which is reported.
    pub unit: Option<usize>,
}

/// Files that are read at most for one persona, with its own.
pub const MAX_FILES: usize = 256;

/// How much text they may hold together, in bytes: 16 MiB.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Read everything that `main` uses, directly or not. The first unit is `main`.
pub fn load_all(main: Loaded, loader: &dyn Loader, report: &mut Report) -> Vec<Unit> {
    let mut workspace = Workspace { units: vec![], loader, report };
    workspace.add(main, &mut vec![]);
    workspace.units
}

struct Workspace<'a> {
    units: Vec<Unit>,
    loader: &'a dyn Loader,
    report: &'a mut Report,
}

impl Workspace<'_> {
    fn add(&mut self, file: Loaded, path: &mut Vec<usize>) -> usize {
        let index = self.units.len();
        let id = FileId(u16::try_from(index).unwrap_or(u16::MAX));
        let Loaded { identity, source, parsed } = file;
        self.units.push(Unit {
            identity,
            id,
            source,
            parsed: Arc::clone(&parsed),
            uses: vec![],
            lets: OnceLock::new(),
        });
        path.push(index);
        for item in &parsed.file.items {
            if let Item::Use(used) = item {
                self.follow(index, used, path);
            }
        }
        path.pop();
        index
    }

    fn follow(&mut self, from: usize, used: &Use, path: &mut Vec<usize>) {
        let unit = &self.units[from];
        let at = Location { file: unit.id, span: used.path.span };
        let written = used.path.read(&unit.source);
        let unit = match self.loader.load(unit.source.name(), written) {
            Ok(file) => self.open(file, at, path),
            Err(error) => {
                let unreadable = unreadable(written, at, &error);
                self.report.push(unreadable);
                None
            }
        };
        self.units[from].uses.push(UsedFile { span: used.path.span, alias: used.alias, unit });
    }

    /// The index of a used file, read already or not; `None` if it must not be used here.
    fn open(&mut self, file: Loaded, at: Location, path: &mut Vec<usize>) -> Option<usize> {
        let known = self.units.iter().position(|unit| unit.identity == file.identity);
        match known {
            Some(index) if path.contains(&index) => self.circle(index, at, path),
            Some(index) => return Some(index),
            None if self.units.len() >= MAX_FILES => {
                self.report.push(too_many(at, format!("more than {MAX_FILES} files are used")));
            }
            None if self.bytes() + file.source.text().len() > MAX_BYTES => {
                self.report
                    .push(too_many(at, format!("the files used hold more than {} MiB", MAX_BYTES / 1024 / 1024)));
            }
            None => return Some(self.add(file, path)),
        }
        None
    }

    fn bytes(&self) -> usize {
        self.units.iter().map(|unit| unit.source.text().len()).sum()
    }

    fn circle(&mut self, back_to: usize, at: Location, path: &[usize]) {
        let round = path.iter().skip_while(|index| **index != back_to).chain(std::iter::once(&back_to));
        let names: Vec<String> = round.map(|index| format!("`{}`", self.units[*index].source.name())).collect();
        let circular =
            Diagnostic::new(&rule::CIRCULAR_USE, format!("files use each other in a circle: {}", names.join(" uses ")))
                .label(at, "closes the circle")
                .help("move what both need into a file of its own");
        self.report.push(circular);
    }
}

fn unreadable(written: &str, at: Location, error: &LoadError) -> Diagnostic {
    match error {
        LoadError::Unreadable(reason, near) => {
            let diagnostic =
                Diagnostic::new(&rule::MISSING_FILE, format!("`{written}` cannot be read")).label(at, reason.clone());
            let choices: Vec<Choice> = near.iter().map(|name| Choice::name(&quoted(name))).collect();
            match choices.is_empty() {
                true => diagnostic.help("a `use` path starts at the directory of the file that it stands in"),
                false => did_you_mean(diagnostic, at, &choices, false, ""),
            }
        }
        LoadError::Outside(root) => {
            Diagnostic::new(&rule::OUTSIDE_PROJECT, format!("`{written}` lies outside the project"))
                .label(at, format!("not inside `{root}`"))
                .help("a project is the directory of its `personac.toml`, or of the persona where there is none")
        }
    }
}

fn too_many(at: Location, what: String) -> Diagnostic {
    Diagnostic::new(&rule::MISSING_FILE, what).label(at, "not read").help("use fewer files")
}
