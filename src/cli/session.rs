//! One run of the program: where findings and problems go, and how many there were.

use std::collections::HashSet;
use std::io::{IsTerminal, Write, stderr, stdout};

use super::Outcome;
use super::arguments::{ColorChoice, Global, OutputFormat};
use super::messages::Problem;
use crate::diagnostic::Diagnostic;
use crate::render::{Human, concise, json, json_problem, on_one_line, summary, visible};
use crate::source::Sources;

/// Findings of one file that people are shown.
const MOST_SHOWN: usize = 50;

/// Stands between what is wrong and what to do about it.
const HELP: &str = "\n  help: ";

/// Columns of a report where no terminal says how many there are.
const WIDTH: usize = 80;

/// One run of the program.
pub struct Session<'a> {
    /// The options of every command.
    pub global: &'a Global,
    human: Human,
    errors: usize,
    warnings: usize,
    outcome: Outcome,
    listed: bool,
    /// Findings in used files come once for each file that uses them.
    shown: HashSet<(String, u32, &'static str)>,
}

impl<'a> Session<'a> {
    /// A run with these options.
    pub fn new(global: &'a Global) -> Self {
        let human = Human { color: wants_color(global.color), width: width() };
        let (outcome, shown) = (Outcome::Fine, HashSet::new());
        Session { global, human, errors: 0, warnings: 0, outcome, listed: false, shown }
    }

    /// Show what was found in one file.
    pub fn findings(&mut self, diagnostics: &[Diagnostic], dropped: usize, sources: &Sources) {
        let mut text = String::new();
        let mut shown = 0;
        for diagnostic in diagnostics.iter().filter(|finding| !self.global.quiet || finding.is_error()) {
            if !self.is_new(diagnostic, sources) {
                continue;
            }
            self.count(diagnostic);
            shown += 1;
            if shown <= MOST_SHOWN || self.global.output_format != OutputFormat::Human {
                self.render(diagnostic, sources, &mut text);
            }
        }
        let more = shown.saturating_sub(MOST_SHOWN) + dropped;
        if more > 0 && self.global.output_format == OutputFormat::Human {
            text.push_str(&format!("  … and {more} more in this file\n\n"));
        }
        self.write(&text);
    }

    fn is_new(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> bool {
        let location = diagnostic.location();
        if location.file.0 == 0 {
            return true;
        }
        let name = sources.get(location.file).map_or("", |file| file.name()).to_owned();
        self.shown.insert((name, location.span.start, diagnostic.rule.code))
    }

    fn count(&mut self, diagnostic: &Diagnostic) {
        match diagnostic.is_error() {
            true => self.errors += 1,
            false => self.warnings += 1,
        }
        if diagnostic.is_error() {
            self.outcome = self.outcome.max(Outcome::Mistakes);
        }
    }

    fn render(&mut self, diagnostic: &Diagnostic, sources: &Sources, text: &mut String) {
        match self.global.output_format {
            OutputFormat::Human => text.push_str(&self.human.render(diagnostic, sources)),
            OutputFormat::Concise => text.push_str(&concise(diagnostic, sources)),
            OutputFormat::Json => self.list(&json(diagnostic, sources), text),
        }
    }

    /// Add an object to the one array.
    fn list(&mut self, object: &str, text: &mut String) {
        text.push_str(if self.listed { ",\n " } else { "[" });
        text.push_str(object);
        self.listed = true;
    }

    /// Show what keeps the command from doing its work, and remember it.
    pub fn problem(&mut self, problem: &Problem) {
        self.outcome = Outcome::Unusable;
        self.error(&problem.to_string());
    }

    /// Show an error that has no place in a file; what to do about it follows on a line of its own.
    pub fn error(&mut self, said: &str) {
        let (message, help) = said.split_once(HELP).map_or((said, None), |(message, help)| (message, Some(help)));
        let mut text = String::new();
        match self.global.output_format {
            OutputFormat::Human => text = format!("error: {}\n", visible(said)),
            OutputFormat::Concise => text = format!("error: {}\n", on_one_line(message)),
            OutputFormat::Json => self.list(&json_problem(message, help), &mut text),
        }
        self.write(&text);
    }

    /// Remember how a part of the command ended.
    pub fn note(&mut self, outcome: Outcome) {
        self.outcome = self.outcome.max(outcome);
    }

    /// Say something that is worth knowing, to people.
    pub fn hint(&self, message: &str) {
        if !self.global.quiet && self.global.output_format == OutputFormat::Human {
            self.write(&format!("note: {}\n", visible(message)));
        }
    }

    /// Say what is done, with `-v`.
    pub fn say(&self, message: &str) {
        if self.global.verbose && self.global.output_format != OutputFormat::Json {
            self.write(&format!("{}\n", visible(message)));
        }
    }

    /// Close the list of findings, count them, and give the exit code.
    pub fn finish(&mut self, outcome: Outcome) -> Outcome {
        match self.global.output_format {
            OutputFormat::Json => self.write(if self.listed { "]\n" } else { "[]\n" }),
            OutputFormat::Human if !self.global.quiet => {
                let summary = summary(self.errors, self.warnings);
                if !summary.is_empty() {
                    self.write(&format!("{summary}\n"));
                }
            }
            OutputFormat::Human | OutputFormat::Concise => {}
        }
        self.outcome.max(outcome)
    }

    /// Write to standard error; if nobody reads it, nobody can be told.
    fn write(&self, text: &str) {
        drop(stderr().lock().write_all(text.as_bytes()));
    }
}

fn wants_color(choice: ColorChoice) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        ColorChoice::Auto if set("CLICOLOR_FORCE") => true,
        ColorChoice::Auto => stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
    }
}

fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(stderr()).map(|(width, _)| usize::from(width.0));
    terminal.map_or(WIDTH, |width| width.clamp(50, 120))
}

/// Write to standard output.
///
/// # Errors
///
/// If nobody reads it any more.
pub fn print(text: &[u8]) -> Result<(), Problem> {
    stdout().lock().write_all(text).map_err(Problem::Output)
}
