//! Running what a page shows, from files on the disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use personac::check::{Checked, Options, check};
use personac::diagnostic::Safety;
use personac::disk::{DiskLoader, identity, read_persona_file};
use personac::fix::{Fixed, fix};
use personac::lint::{Levels, Lints};
use personac::project::{PROJECT_FILE, Project, parse_project};
use personac::report::Report;
use personac::rule::{Level, Rule};
use personac::settings::Overrides;
use personac::source::SourceFile;
use personac::workspace::Loaded;

use super::page::{MAIN, Sample};
use crate::tool::Room;

/// The only environment variable that is set where pages are run.
const VARIABLE: (&str, &str) = ("LEADS_WEBHOOK", "https://hooks.example.com/leads");

/// The codes of findings.
pub type Codes = BTreeSet<String>;

/// A page's project on the disk.
pub struct Place {
    room: Room,
    levels: Levels,
    is_imported: bool,
}

impl Place {
    /// Write the files; the rule that the page is about is turned on.
    pub fn new(sample: &Sample, rule: &Rule) -> Place {
        let room = Room::empty();
        room.write(MAIN, &sample.main);
        sample.others.iter().for_each(|(path, bytes)| room.write(path, bytes));
        let mut levels = Levels::default();
        if rule.level == Level::Allow {
            levels.set(rule, Level::Warn);
        }
        Place { room, levels, is_imported: sample.is_imported }
    }

    /// What checking says of the main file and the project file.
    pub fn check(&self) -> (Codes, Checked) {
        let (codes, checked) = self.with_options(check);
        let own = checked.diagnostics.iter().map(|finding| finding.rule.code.to_owned());
        (codes.into_iter().chain(own).collect(), checked)
    }

    /// The main file after its fixes.
    pub fn fix(&self, most: Safety) -> Fixed {
        self.with_options(|main, options| fix(main, options, most)).1
    }

    fn with_options<T>(&self, run: impl Fn(Loaded, &Options) -> T) -> (Codes, T) {
        let root = self.room.path("");
        let file = root.join(MAIN);
        let (source, parsed) = read_persona_file(&file.display().to_string(), &file).expect("the main file");
        let (codes, project) = project(&root.join(PROJECT_FILE));
        let environment = |name: &str| (name == VARIABLE.0).then(|| VARIABLE.1.to_owned());
        let options = Options {
            project: &project,
            profile: None,
            overrides: &Overrides::default(),
            environment: Some(&environment),
            loader: &DiskLoader::new(&root),
            lints: &Lints::new(self.levels.clone(), true),
        };
        (codes, run(Loaded { identity: identity(&file), source, parsed }, &options))
    }

    /// What importing says of the main file.
    pub fn import(&self) -> Codes {
        assert!(self.is_imported, "a persona is checked");
        self.run(&["import", "--output-format", "json", MAIN])
    }

    /// What making a link of the main file says.
    pub fn link(&self) -> Codes {
        self.run(&["build", "--emit", "url", "--output-format", "json", MAIN])
    }

    /// What the program says of the whole project.
    pub fn run_program(&self, command: &str, rule: &Rule) -> Codes {
        if rule.level == Level::Allow {
            let old = fs::read_to_string(self.room.path(PROJECT_FILE)).unwrap_or_default();
            self.room.write(PROJECT_FILE, format!("{old}\n[lint]\n{} = \"warn\"\n", rule.name));
        }
        self.run(&[command, "--output-format", "json", "."])
    }

    fn run(&self, arguments: &[&str]) -> Codes {
        let ran = self.room.run_with_variable(arguments, VARIABLE.0, VARIABLE.1);
        let list = [&ran.out, &ran.err].into_iter().find(|text| text.starts_with('[')).expect("a list of findings");
        let findings: serde_json::Value = serde_json::from_str(list).expect("JSON");
        let codes = findings.as_array().into_iter().flatten().filter_map(|finding| finding["code"].as_str());
        codes.map(str::to_owned).collect()
    }
}

fn project(file: &Path) -> (Codes, Project) {
    let Ok(text) = fs::read_to_string(file) else { return (Codes::new(), Project::default()) };
    let mut report = Report::default();
    let project = parse_project(Arc::new(SourceFile::new(PROJECT_FILE, text)), &mut report);
    let codes = report.finish().0.iter().map(|finding| finding.rule.code.to_owned()).collect();
    (codes, project)
}
