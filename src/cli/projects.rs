//! Finding the project of a persona: the nearest `personac.toml` in its directory or above it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::messages::Problem;
use super::session::Session;
pub use crate::disk::find_upwards;
use crate::disk::{DiskLoader, absolute, read_text};
use crate::lint::{Levels, Lints};
use crate::project::{Project, parse_project};
use crate::report::Report;
use crate::source::{SourceFile, Sources};
use crate::suggest;
use crate::wording::{listed, or};

/// A project and the reader of its files.
pub struct Home {
    /// What the project says.
    pub project: Project,
    /// Reads files inside the project.
    pub loader: DiskLoader,
    /// The directory of the project.
    pub root: PathBuf,
    /// The lints of a file that no pattern names.
    lints: OnceLock<Arc<Lints>>,
}

impl Home {
    fn new(root: &Path, project: Project) -> Home {
        Home { loader: DiskLoader::new(root), root: root.to_owned(), lints: OnceLock::new(), project }
    }

    /// The lints for a file of the project, made of its levels in one way for all files of a run.
    pub fn lints(&self, name: &Path, make: impl Fn(Levels) -> Lints) -> Arc<Lints> {
        let lint = &self.project.lint;
        match lint.paths.is_empty() {
            true => Arc::clone(self.lints.get_or_init(|| Arc::new(make(lint.levels(""))))),
            false => Arc::new(make(lint.levels(&below(&self.root, name)))),
        }
    }
}

/// The path of a file as it is seen from `root`, with `/` between its parts.
pub fn below(root: &Path, name: &Path) -> String {
    let (root, name) = (absolute(&root.join(".")), absolute(name));
    let parts = name.strip_prefix(&root).unwrap_or(&name).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// The projects of one run, each read once.
#[derive(Default)]
pub struct Projects {
    by_directory: HashMap<PathBuf, Option<Arc<Home>>>,
    by_file: HashMap<PathBuf, Option<Arc<Home>>>,
}

impl Projects {
    /// The project of a persona called `name`; `None` if it cannot be used, which is shown once.
    pub fn of(&mut self, name: &Path, session: &mut Session) -> Option<Arc<Home>> {
        let directory = name.parent().unwrap_or(Path::new("")).to_owned();
        if let Some(home) = self.by_directory.get(&directory) {
            return home.clone();
        }
        let home = match session.global.config.clone().or_else(|| find_upwards(&directory)) {
            Some(file) => self.read(&file, session),
            None => without_file(&directory, session),
        };
        self.by_directory.insert(directory, home.clone());
        home
    }

    fn read(&mut self, file: &Path, session: &mut Session) -> Option<Arc<Home>> {
        if let Some(home) = self.by_file.get(file) {
            return home.clone();
        }
        let home = read_project(file, session);
        self.by_file.insert(file.to_owned(), home.clone());
        home
    }
}

fn without_file(directory: &Path, session: &mut Session) -> Option<Arc<Home>> {
    bare(session).map(|project| Arc::new(Home::new(directory, project)))
}

/// A project without a file; `None` if a profile is asked for, which is shown.
pub fn bare(session: &mut Session) -> Option<Project> {
    let project = Project::default();
    check_profile(&project, session).then_some(project)
}

fn read_project(file: &Path, session: &mut Session) -> Option<Arc<Home>> {
    let name = file.display().to_string();
    session.say(&format!("using the project file `{name}`"));
    let text = match read_text(file) {
        Ok(text) => text,
        Err(error) => {
            session.problem(&Problem::Unreadable { path: name, error });
            return None;
        }
    };
    let root = file.parent().unwrap_or(Path::new(""));
    understand(name, text, session).map(|project| Arc::new(Home::new(root, project)))
}

/// The project that a project file describes; `None` if it cannot be used, which is shown.
pub fn understand(name: String, text: String, session: &mut Session) -> Option<Project> {
    let mut report = Report::default();
    let project = parse_project(Arc::new(SourceFile::new(name, text)), &mut report);
    let broken = report.errors() > 0;
    let (findings, dropped) = report.finish();
    session.findings(&findings, dropped, &Sources { project: project.source.clone(), ..Sources::default() });
    if broken {
        session.note(super::Outcome::Unusable);
        return None;
    }
    check_profile(&project, session).then_some(project)
}

fn check_profile(project: &Project, session: &mut Session) -> bool {
    let Some(profile) = &session.global.profile else { return true };
    if project.profiles.contains_key(profile) {
        return true;
    }
    let Some(file) = project.source.as_ref().map(|source| source.name()) else {
        session.problem(&Problem::Usage(format!(
            "no profile is called `{profile}`: there is no `personac.toml`\n  help: write one, with a `[profile.{profile}]` section"
        )));
        return false;
    };
    let names = || project.profiles.keys().map(String::as_str);
    let near: Vec<String> = suggest::nearest(profile, names()).iter().map(|name| format!("`{name}`")).collect();
    let help = match (near.is_empty(), project.profiles.is_empty()) {
        (false, _) => format!("did you mean {}?", or(&near)),
        (true, false) => format!("the profiles are {}", listed(names())),
        (true, true) => format!("write a `[profile.{profile}]` section"),
    };
    session.problem(&Problem::Usage(format!("no profile is called `{profile}` in `{file}`\n  help: {help}")));
    false
}
