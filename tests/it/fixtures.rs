//! Every file of `tests/fixtures` is a persona; beside it stands what personac says of it, as people see it at 80
//! columns, and the bodies it compiles to. Directories called `lib` hold files that others use; in `lint` every lint runs.

use std::fs;
use std::path::{Path, PathBuf};

use personac::check::{Checked, Options, check};
use personac::disk::{DiskLoader, identity, read_persona_file};
use personac::emit::pretty;
use personac::lint::Lints;
use personac::project::{Project, parse_project};
use personac::render::Human;
use personac::report::Report;
use personac::settings::Overrides;
use personac::source::SourceFile;
use personac::workspace::Loaded;

#[test]
fn fixtures() {
    // Tests run in the directory of the package, so that names are the same on every machine.
    let root = Path::new("tests/fixtures");
    let mut files = vec![];
    collect(root, &mut files);
    files.sort();
    assert!(files.len() > 50, "the fixtures are there");
    for file in &files {
        let stem = file.file_stem().expect("a name").to_string_lossy().into_owned();
        insta::with_settings!({
            snapshot_path => Path::new(env!("CARGO_MANIFEST_DIR")).join(file.parent().expect("a directory")),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(stem, shown(file)) });
    }
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "lib") {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "persona") {
            files.push(path);
        }
    }
}

/// The source, the findings and the bodies of one fixture.
fn shown(file: &Path) -> String {
    let checked = checked(file);
    let human = Human { color: false, width: 80 };
    let mut text = fs::read_to_string(file).map_or_else(|_| "(not UTF-8)\n".to_owned(), |text| text.replace('\r', "␍"));
    text.push_str("────────────────────────────────────────\n");
    for finding in &checked.diagnostics {
        text.push_str(&human.render(finding, &checked.sources));
        for fix in &finding.fixes {
            text.push_str(&format!("  fix ({:?}): {}\n", fix.safety, fix.title));
        }
        assert!(!finding.labels.is_empty(), "{}: {} has no place", file.display(), finding.message);
        assert!(finding.help.is_some(), "{}: {} has no help", file.display(), finding.message);
    }
    for persona in &checked.personas {
        for body in &persona.bodies() {
            text.push_str(&persona.key.as_ref().map_or(String::new(), |key| format!("{key}: ")));
            text.push_str(&pretty(body));
        }
    }
    text
}

fn checked(file: &Path) -> Checked {
    let name = file.display().to_string();
    let (source, parsed) = read_persona_file(&name, file).expect("a readable fixture");
    let directory = file.parent().expect("a directory");
    let project = project(&file.with_extension("toml"));
    let environment = |name: &str| (name == "HOOK").then(|| "https://hooks.example.com/secret".to_owned());
    let options = Options {
        project: &project,
        profile: None,
        overrides: &Overrides::default(),
        environment: Some(&environment),
        loader: &DiskLoader::new(directory),
        lints: &Lints::new(project.lint.levels(""), directory.ends_with("lint")),
    };
    check(Loaded { identity: identity(file), source, parsed }, &options)
}

/// The project file beside a fixture, if there is one.
fn project(file: &Path) -> Project {
    let Ok(text) = fs::read_to_string(file) else { return Project::default() };
    let mut report = Report::default();
    let project = parse_project(std::sync::Arc::new(SourceFile::new("personac.toml", text)), &mut report);
    assert_eq!(report.errors(), 0, "{} is a good project file", file.display());
    project
}
