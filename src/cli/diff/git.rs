//! Reading from git, by running it. No shell is between, and nothing that a user names can be taken for an option.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::cli::messages::Problem;
use crate::disk::absolute;
use crate::source::MAX_FILE_BYTES;

/// A file in a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its name in git's store.
    id: String,
    /// Whether it is a link, and holds the path it leads to.
    pub is_link: bool,
}

/// The repository around the current directory.
pub struct Repository {
    /// Its uppermost directory.
    pub top: PathBuf,
    objects: Mutex<Option<Objects>>,
}

impl Repository {
    /// Find it.
    ///
    /// # Errors
    ///
    /// If there is none, or no git.
    pub fn here() -> Result<Repository, Problem> {
        let top = run(&["rev-parse", "--show-toplevel"])?.map_err(|said| not_a_repository(&said))?;
        let top = path(top.strip_suffix(b"\n").unwrap_or(&top));
        Ok(Repository { top: absolute(&top), objects: Mutex::new(None) })
    }

    /// The files of a revision, by their paths from the top.
    ///
    /// # Errors
    ///
    /// If there is no such revision.
    pub fn files(&self, revision: &str) -> Result<BTreeMap<PathBuf, Object>, Problem> {
        let wanted = format!("{revision}^{{tree}}");
        let found = match revision.is_empty() || revision.contains(['\0', '\n']) {
            true => None,
            false => run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?.ok(),
        };
        let tree = found.map(|id| String::from_utf8_lossy(&id).trim().to_owned());
        let tree = tree.filter(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit()) && !id.is_empty());
        let Some(tree) = tree else { return Err(self.no_revision(revision)) };
        let listed = run(&["ls-tree", "-r", "-z", "--full-tree", &tree])?.map_err(|said| failed(&said))?;
        Ok(listed.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    fn no_revision(&self, revision: &str) -> Problem {
        let shallow = run(&["rev-parse", "--is-shallow-repository"]);
        let is_shallow = matches!(shallow, Ok(Ok(said)) if said.starts_with(b"true"));
        let help = match is_shallow {
            true => "this clone is shallow and may lack it: `git fetch --unshallow` gets all revisions",
            false => "name a branch, a tag or a commit: `git log --oneline` lists them",
        };
        Problem::Usage(format!("git knows no revision `{revision}` here\n  help: {help}"))
    }

    /// What a file of a revision holds; at most a byte more than a persona may have.
    ///
    /// # Errors
    ///
    /// If git does not give it.
    pub fn read(&self, object: &Object) -> std::io::Result<Vec<u8>> {
        let mut objects = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = match objects.take() {
            Some(running) => running,
            None => Objects::start()?,
        };
        let bytes = running.read(&object.id)?;
        *objects = Some(running);
        Ok(bytes)
    }
}

/// A running `git cat-file`, which is asked for one file after the other.
struct Objects {
    child: Child,
    wanted: Option<ChildStdin>,
    given: BufReader<ChildStdout>,
}

impl Objects {
    fn start() -> std::io::Result<Objects> {
        let mut command = git(&["cat-file", "--batch"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (wanted, given) = (child.stdin.take(), child.stdout.take());
        let given = given.ok_or_else(|| std::io::Error::other("git says nothing"))?;
        Ok(Objects { child, wanted, given: BufReader::new(given) })
    }

    fn read(&mut self, id: &str) -> std::io::Result<Vec<u8>> {
        let missing = || std::io::Error::other("git does not have it");
        let wanted = self.wanted.as_mut().ok_or_else(missing)?;
        wanted.write_all(format!("{id}\n").as_bytes())?;
        wanted.flush()?;
        let mut header = String::new();
        self.given.read_line(&mut header)?;
        // `<id> blob <size>`, or `<id> missing`.
        let size: u64 = header.split_whitespace().nth(2).and_then(|size| size.parse().ok()).ok_or_else(missing)?;
        let mut bytes = vec![];
        let most = size.min(MAX_FILE_BYTES + 1);
        self.given.by_ref().take(most).read_to_end(&mut bytes)?;
        // The rest, and the line feed after it.
        std::io::copy(&mut self.given.by_ref().take(size - most + 1), &mut std::io::sink())?;
        Ok(bytes)
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // Without input it ends by itself.
        drop(self.wanted.take());
        drop(self.child.wait());
    }
}

fn git(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.args(arguments).stdin(Stdio::null()).env("LC_ALL", "C");
    command
}

/// What git prints; or what it says is wrong.
fn run(arguments: &[&str]) -> Result<Result<Vec<u8>, String>, Problem> {
    let ran = git(arguments).output().map_err(|error| no_git(&error))?;
    match ran.status.success() {
        true => Ok(Ok(ran.stdout)),
        false => Ok(Err(String::from_utf8_lossy(&ran.stderr).trim().to_owned())),
    }
}

fn no_git(error: &std::io::Error) -> Problem {
    let why = match error.kind() {
        std::io::ErrorKind::NotFound => "it is not installed, or not on the `PATH`".to_owned(),
        _ => crate::disk::reason(error),
    };
    Problem::Usage(format!("git cannot be run: {why}\n  help: install git, or compare two files"))
}

fn not_a_repository(said: &str) -> Problem {
    match said.contains("not a git repository") {
        true => Problem::Usage(
            "this directory is in no git repository\n  help: go to the project, or compare two files".to_owned(),
        ),
        false => failed(said),
    }
}

fn failed(said: &str) -> Problem {
    let line = said.lines().next().unwrap_or("it does not say why");
    Problem::Usage(format!("git fails: {}", line.trim_start_matches("fatal: ")))
}

/// An entry of `ls-tree -z`: mode, kind and ID, a tab, the path. Submodules are no files.
fn entry(line: &[u8]) -> Option<(PathBuf, Object)> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let (about, name) = (line.get(..tab)?, line.get(tab + 1..)?);
    let about = String::from_utf8_lossy(about);
    let mut words = about.split(' ');
    let (mode, kind, id) = (words.next()?, words.next()?, words.next()?);
    (kind == "blob").then(|| (path(name), Object { id: id.to_owned(), is_link: mode == "120000" }))
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    Path::new(std::ffi::OsStr::from_bytes(bytes)).to_owned()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    Path::new(&*String::from_utf8_lossy(bytes)).to_owned()
}
