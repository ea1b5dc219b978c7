//! `personac import`

use std::fs::File;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Outcome;
use super::arguments::Import;
use super::messages::Problem;
use super::projects::Projects;
use super::session::{Session, print_source};
use crate::diagnostic::Diagnostic;
use crate::disk::{tidy, too_large, write_new};
use crate::format::Refusal;
use crate::import::{Bodies, Linked, blocks, bodies, link};
use crate::project::Project;
use crate::salesnav::looks_like_address;
use crate::source::{MAX_FILE_BYTES, SourceFile, Sources};

/// Stands for the persona while it has no file: its project is the one around the current directory.
const NO_FILE: &str = "imported.persona";

/// How messages call an address of the command line.
const ADDRESS: &str = "<address>";

/// Write a persona from what somebody has already.
///
/// # Errors
///
/// [`Problem`] if it cannot be read or written.
pub fn run(arguments: &Import, session: &mut Session) -> Result<Outcome, Problem> {
    if looks_like_address(&arguments.source) {
        return address(ADDRESS, arguments.source.clone(), arguments, session);
    }
    let source = Source::read(&arguments.source, session)?;
    if looks_like_address(&source.text) {
        return address(&source.name, source.text, arguments, session);
    }
    let read = bodies(&source.name, source.text, &source.stem, arguments.strict);
    session.findings(&read.findings, read.dropped, &read.sources);
    if read.drafts.is_empty() {
        return Ok(Outcome::Mistakes);
    }
    deliver(arguments, session, &source.name, |project| persona(&read, project))
}

/// Import a Sales Navigator people search; `name` is what messages call its address.
fn address(name: &str, text: String, arguments: &Import, session: &mut Session) -> Result<Outcome, Problem> {
    let source = Arc::new(SourceFile::new(name, text));
    let Linked { draft, findings, dropped } = link(&source, arguments.strict);
    session.findings(&findings, dropped, &Sources { files: vec![source], ..Sources::default() });
    match findings.iter().any(Diagnostic::is_error) {
        true => Ok(Outcome::Mistakes),
        false => deliver(arguments, session, name, |project| draft.text(project)),
    }
}

/// The text of the persona, or of a file of several.
fn persona(read: &Bodies, project: &Project) -> Result<String, Refusal> {
    match read.drafts.as_slice() {
        [(_, only)] if read.is_single => only.text(project),
        several => blocks(several, project),
    }
}

/// Write what `text` makes in the project of its file: to that file, if it is new, or to standard output. `name` is
/// what it was imported from.
fn deliver(
    arguments: &Import,
    session: &mut Session,
    name: &str,
    text: impl FnOnce(&Project) -> Result<String, Refusal>,
) -> Result<Outcome, Problem> {
    let own = arguments.out.as_deref().unwrap_or(Path::new(NO_FILE));
    let Some(home) = Projects::default().of(own, session) else { return Ok(Outcome::Unusable) };
    let text = text(&home.project).map_err(|refusal| Problem::Refused { path: name.to_owned(), refusal })?;
    let Some(out) = &arguments.out else {
        print_source(&text)?;
        return Ok(Outcome::Fine);
    };
    let shown = tidy(out).display().to_string();
    match write_new(out, &text).map_err(|error| Problem::Unwritable { path: shown.clone(), error })? {
        true => session.hint(&format!("wrote `{shown}`")),
        false => return Err(there_already(&shown)),
    }
    Ok(Outcome::Fine)
}

fn there_already(path: &str) -> Problem {
    Problem::Usage(format!(
        "`{path}` is there already, and an import never overwrites\n  help: give `-o` another name, or move the file away"
    ))
}

/// What is imported.
struct Source {
    /// How messages call it.
    name: String,
    /// What a persona without a name is called after.
    stem: String,
    text: String,
}

impl Source {
    fn read(argument: &str, session: &Session) -> Result<Source, Problem> {
        let is_stdin = argument == "-";
        let path = match (is_stdin, &session.global.stdin_filename) {
            (true, Some(name)) => name.clone(),
            (true, None) => PathBuf::from("<stdin>"),
            (false, _) => tidy(Path::new(argument)),
        };
        let name = path.display().to_string();
        let text = match is_stdin {
            true => text(stdin().lock()),
            false => File::open(argument).and_then(text),
        };
        let stem = path.file_stem().filter(|_| name != "<stdin>").map(|stem| stem.to_string_lossy().into_owned());
        Ok(Source { text: text.map_err(Problem::unreadable(&name))?, stem: stem.unwrap_or_default(), name })
    }
}

/// A text of at most as many bytes as a persona may have.
fn text(reader: impl Read) -> std::io::Result<String> {
    let mut text = String::new();
    reader.take(MAX_FILE_BYTES + 1).read_to_string(&mut text)?;
    match text.len() as u64 > MAX_FILE_BYTES {
        true => Err(too_large(MAX_FILE_BYTES)),
        false => Ok(text),
    }
}
