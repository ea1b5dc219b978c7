//! Where the bodies of a build go: standard output, files, or a comparison with files.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Outcome;
use super::arguments::{Build, Emit};
use super::browser::open;
use super::commands::Commands;
use super::inputs::{Input, Inputs};
use super::messages::Problem;
use super::outputs::Outputs;
use super::session::{Session, print};
use crate::check::{Checked, Compiled};
use crate::emit::{Body, link, pretty};
use crate::render::json_line;

/// Searches that are opened in the browser at once.
pub const MOST_OPENED: usize = 5;

/// Where bodies go.
pub struct Delivery<'a> {
    arguments: &'a Build,
    /// Whether a directory was named.
    whole: bool,
    /// The body for standard output, if it is the only one.
    only: Option<String>,
    count: usize,
    /// The addresses of the same searches in Sales Navigator.
    links: Vec<String>,
    commands: Commands,
    /// Lines that are not printed yet.
    lines: Vec<u8>,
    outputs: Outputs,
}

/// A line of `--emit ndjson`.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    persona: Option<&'a str>,
    part: Option<usize>,
    body: &'a Body,
}

impl<'a> Delivery<'a> {
    /// Deliver what comes of the inputs as the arguments say.
    pub fn new(arguments: &'a Build, inputs: &Inputs) -> Self {
        Delivery {
            arguments,
            whole: inputs.whole,
            only: None,
            count: 0,
            links: vec![],
            commands: Commands::default(),
            lines: vec![],
            outputs: Outputs::new(arguments, inputs),
        }
    }

    /// A persona that has no output.
    pub fn failed(&mut self, input: &Input) {
        self.outputs.failed(input);
    }

    /// Take the bodies of one file.
    ///
    /// # Errors
    ///
    /// If a file cannot be compared with its body.
    pub fn take(&mut self, input: &Input, checked: Checked, session: &mut Session) -> Result<(), Problem> {
        if checked.has_errors() {
            self.failed(input);
            return Ok(());
        }
        let name = input.name.display().to_string();
        if checked.personas.is_empty() && !self.whole {
            session.hint(&format!("`{name}` only names things with `let`: there is nothing to build"));
        }
        let mut files = vec![];
        for persona in &checked.personas {
            for (index, body) in persona.bodies().iter().enumerate() {
                let part = (persona.count() > 1).then_some(index + 1);
                self.count += 1;
                match (&self.arguments.out_dir, self.arguments.emit) {
                    (Some(directory), _) => {
                        files.push((directory.join(output_name(&input.stem, persona, part)), pretty(body)));
                    }
                    (None, emit) if emit == Emit::Url || self.arguments.open => {
                        let (address, found) = link(body, &persona.audience);
                        session.findings(&found, 0, &checked.sources);
                        self.links.extend(address);
                    }
                    (None, Emit::Json) => self.only = (self.count == 1).then(|| pretty(body)),
                    (None, Emit::Ndjson) => {
                        line(&mut self.lines, &Line { file: &name, persona: persona.key.as_deref(), part, body })
                    }
                    (None, Emit::Curl) => {
                        let ready = self.commands.add(&name, persona, index, body);
                        self.lines.extend(ready.into_bytes());
                    }
                    // Handled above.
                    (None, Emit::Url) => {}
                }
            }
        }
        if files.is_empty() { Ok(()) } else { self.outputs.take(input, files, session) }
    }

    /// Print the lines that are ready.
    ///
    /// # Errors
    ///
    /// If nobody reads the output.
    pub fn flush(&mut self, least: usize) -> Result<(), Problem> {
        if self.lines.len() < least {
            return Ok(());
        }
        let lines = std::mem::take(&mut self.lines);
        print(&lines)
    }

    /// Print the addresses, and open them if that is asked for.
    fn links(&self, session: &mut Session) -> Result<(), Problem> {
        let count = self.links.len();
        let opens = self.arguments.open;
        if opens && count > MOST_OPENED {
            return Err(Problem::TooManyToOpen { count, most: MOST_OPENED });
        }
        let lines: String = self.links.iter().map(|address| format!("{address}\n")).collect();
        print(lines.as_bytes())?;
        for address in self.links.iter().filter(|_| opens) {
            if let Err(error) = open(address) {
                session.problem(&Problem::NoBrowser(error));
                break;
            }
        }
        Ok(())
    }

    /// What can be done only when all personas are known.
    ///
    /// # Errors
    ///
    /// If the output cannot be written, or several bodies are for standard output.
    pub fn finish(mut self, session: &mut Session) -> Result<Outcome, Problem> {
        let differs = std::mem::take(&mut self.outputs).finish(session)?;
        self.lines.extend(self.commands.only().into_bytes());
        self.flush(0)?;
        if let Some(only) = &self.only {
            print(only.as_bytes())?;
        }
        self.links(session)?;
        let prints_json = self.arguments.emit == Emit::Json && !self.arguments.open;
        let to_stdout = self.arguments.out_dir.is_none() && prints_json;
        if to_stdout && self.count > 1 {
            session.problem(&Problem::SeveralBodies(self.count));
        }
        Ok(if differs { Outcome::Mistakes } else { Outcome::Fine })
    }
}

fn line(lines: &mut Vec<u8>, line: &Line) {
    lines.extend(json_line(line).into_bytes());
    lines.push(b'\n');
}

/// `<stem>.json`, with the key of a persona block and the number of a part before the ending.
fn output_name(stem: &Path, persona: &Compiled, part: Option<usize>) -> PathBuf {
    let mut name = stem.as_os_str().to_owned();
    if let Some(key) = &persona.key {
        name.push(".");
        name.push(key);
    }
    if let Some(part) = part {
        name.push(format!(".{part}"));
    }
    name.push(".json");
    PathBuf::from(name)
}
