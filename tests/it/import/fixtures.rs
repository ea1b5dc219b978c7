//! Every file of `tests/fixtures/import` is something people have; beside it stands what it is imported as, and what
//! is said of it, as people see it at 80 columns. A file whose name ends in `_strict` is imported with `--strict`.

use std::fs;
use std::path::Path;

use personac::import::{Bodies, blocks, bodies};
use personac::project::Project;
use personac::render::Human;
use personac::source::Location;

#[test]
fn fixtures() {
    let root = Path::new("tests/fixtures/import");
    let mut files: Vec<_> =
        fs::read_dir(root).expect("a directory").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension != "snap"));
    files.sort();
    assert!(files.len() > 20, "the fixtures are there");
    for file in &files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        insta::with_settings!({
            snapshot_path => Path::new(env!("CARGO_MANIFEST_DIR")).join(root),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(name, shown(file)) });
    }
}

/// The input, the findings and the persona.
fn shown(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("text");
    let stem = file.file_stem().expect("a name").to_string_lossy();
    let read = bodies(&file.display().to_string(), text.clone(), &stem, stem.ends_with("_strict"));
    let human = Human { color: false, width: 80 };
    let line = "────────────────────────────────────────\n";
    let findings: String = read.findings.iter().map(|finding| human.render(finding, &read.sources)).collect();
    assert!(read.findings.iter().all(|finding| finding.help.is_some()), "{}: every finding has help", file.display());
    let is_there =
        |at: Location| read.sources.get(at.file).is_some_and(|source| source.text().get(at.span.range()).is_some());
    let mut places = read.findings.iter().flat_map(|finding| &finding.labels).map(|label| label.location);
    assert!(places.all(is_there), "{}: every finding is about a place of the file", file.display());
    // Whatever a command holds beside its body may be secret.
    assert!(!findings.contains("s3cr3t") && !written(&read).contains("s3cr3t"), "{} tells a secret", file.display());
    format!("{text}{line}{findings}{line}{}", written(&read))
}

fn written(read: &Bodies) -> String {
    match read.drafts.as_slice() {
        [] => String::new(),
        [(_, only)] if read.is_single => only.text(&Project::default()).expect("a persona"),
        several => blocks(several, &Project::default()).expect("personas"),
    }
}
