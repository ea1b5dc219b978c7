//! The canonical layout. Every `tests/fixtures_fmt/<name>.persona` stands beside `<name>.formatted`, which
//! `UPDATE_FORMATTED=1` writes anew; and whatever persona there is keeps what it says.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use personac::check::{Options, check};
use personac::disk::{DiskLoader, identity};
use personac::emit::pretty;
use personac::format::format;
use personac::lint::Lints;
use personac::project::{Project, parse_project};
use personac::report::Report;
use personac::settings::Overrides;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac::workspace::Loaded;

/// The text in the canonical layout; `None` if it does not parse. It is the same the next time.
pub fn formatted(text: &str) -> Option<String> {
    let once = pass(text)?;
    assert_eq!(pass(&once).as_ref(), Some(&once), "the second time it changes");
    Some(once)
}

fn pass(text: &str) -> Option<String> {
    let source = SourceFile::new("test.persona", text);
    let parsed = parse(&source, FileId(0));
    let format = || format(&source, &parsed).unwrap_or_else(|refusal| panic!("{refusal}: {text}"));
    (!parsed.has_errors()).then(format)
}

#[test]
fn fixtures_get_the_canonical_layout() {
    let files = personas_below("tests/fixtures_fmt");
    assert!(files.len() > 10, "the fixtures are there");
    for file in files {
        let text = fs::read_to_string(&file).expect("a fixture");
        let formatted = formatted(&text).unwrap_or_else(|| panic!("{} parses", file.display()));
        let expected = file.with_extension("formatted");
        if std::env::var_os("UPDATE_FORMATTED").is_some() {
            fs::write(&expected, &formatted).expect("a snapshot");
        }
        assert_eq!(formatted, fs::read_to_string(&expected).unwrap_or_default(), "{}", file.display());
        assert_eq!(said(&file, &text), said(&file, &formatted), "{}", file.display());
    }
}

#[test]
fn every_persona_there_is_keeps_what_it_says() {
    let mut tried = 0;
    for file in ["tests/fixtures", "personas"].into_iter().flat_map(personas_below) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let Some(formatted) = formatted(&text) else { continue };
        assert_eq!(said(&file, &text), said(&file, &formatted), "{}", file.display());
        tried += 1;
    }
    assert!(tried > 80, "{tried} personas parse");
}

#[test]
fn the_library_is_formatted() {
    for file in personas_below("personas") {
        let text = fs::read_to_string(&file).expect("a persona");
        assert_eq!(formatted(&text), Some(text), "{}", file.display());
    }
}

#[test]
fn carriage_returns_and_marks_go() {
    let text = "\u{feff}# one \r\nname: \"x\"\r\n\r\n\r\ntitle in [CEO, # two\r\nCTO]\r\n";
    let expected = "# one\nname: \"x\"\n\ntitle in [\n    CEO, # two\n    CTO,\n]\n";
    assert_eq!(formatted(text).as_deref(), Some(expected));
    assert_eq!(formatted("\u{feff}").as_deref(), Some(""));
    assert_eq!(formatted("\u{feff}# only").as_deref(), Some("# only\n"));
}

#[test]
fn what_does_not_parse_has_no_layout() {
    for text in ["title = = CEO", "(", "title in [", "title = VP Sales", "// x"] {
        assert_eq!(formatted(text), None, "{text}");
    }
}

#[test]
fn the_deepest_nesting_there_can_be() {
    let parentheses = format!("{}title = CEO{}", "(".repeat(128), ")".repeat(128));
    let commented = format!("{}title = CEO # x\n{}", "( # y\n".repeat(128), ")".repeat(128));
    let chains = format!("{}a{}", "a or (b and ".repeat(128), ")".repeat(128));
    let data = format!("custom: {}{}", "{ a: [".repeat(64), "]}".repeat(64));
    let nots = format!("{}a", "not ".repeat(128));
    for text in [parentheses, commented, chains, data, nots] {
        assert!(formatted(&text).is_some(), "{text}");
    }
}

#[test]
fn a_megabyte_is_laid_out() {
    for line in
        ["title in [CEO, \"VP of Sales\"] # c\n", "title = CEO and (size 1..10 or not $x)\n", "# c\n\n", "limit: 5\n"]
    {
        let text = line.repeat(1_000_000 / line.len() / 4);
        assert!(formatted(&text).is_some(), "{line}");
    }
    let list = format!("title in [{}]", "CEO, ".repeat(50_000));
    let chain = format!("title = CEO{}", " or title = CTO".repeat(30_000));
    assert!(formatted(&list).is_some() && formatted(&chain).is_some());
}

/// The personas below a directory, sorted.
fn personas_below(directory: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    collect(Path::new(directory), &mut found);
    found.sort();
    found
}

fn collect(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "persona") {
            found.push(path);
        }
    }
}

/// The codes of the findings, and the bodies.
fn said(file: &Path, text: &str) -> (Vec<&'static str>, Vec<String>) {
    let source = Arc::new(SourceFile::new(file.display().to_string(), text));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let options = Options {
        project: &project(file),
        profile: None,
        overrides: &Overrides::default(),
        environment: None,
        loader: &DiskLoader::new(Path::new(file.components().next().expect("a directory").as_os_str())),
        lints: Lints::of_build(),
    };
    let checked = check(Loaded { identity: identity(file), source, parsed }, &options);
    let mut codes: Vec<_> = checked.diagnostics.iter().map(|finding| finding.rule.code).collect();
    codes.sort_unstable();
    let bodies = checked.personas.iter().flat_map(|persona| persona.bodies().iter().map(pretty).collect::<Vec<_>>());
    (codes, bodies.collect())
}

/// The project of a fixture or of the library.
fn project(file: &Path) -> Project {
    let own = file.with_extension("toml");
    let path = if own.is_file() { own } else { PathBuf::from("personas/personac.toml") };
    let text = fs::read_to_string(path).expect("a project file");
    parse_project(Arc::new(SourceFile::new("personac.toml", text)), &mut Report::default())
}
