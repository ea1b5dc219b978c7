//! One run of the program: where findings and problems go, and how many there were.

use std::collections::HashSet;
use std::io::Write;

use super::Outcome;
use super::arguments::{Global, OutputFormat};
use super::channel::tell;
pub use super::channel::{Channel, print, print_source};
use super::messages::Problem;
use super::tally::Tally;
use crate::diagnostic::Diagnostic;
use crate::render::{Concise, Format, Github, Gitlab, Human, Json, Junit, Sarif, Statistics, Trouble, visible};
use crate::source::Sources;

/// Findings of one file that people are shown.
pub const MOST_SHOWN: usize = 50;

/// Stands between what is wrong and what to do about it.
const HELP: &str = "\n  help: ";

/// What a command makes of findings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Where they go.
    pub channel: Channel,
    /// Whether they are only counted, by rule.
    pub statistics: bool,
    /// Whether people are told how many can be fixed.
    pub offers_fixes: bool,
}

/// One run of the program.
pub struct Session<'a> {
    /// The options of every command.
    pub global: &'a Global,
    manner: Manner,
    format: Box<dyn Format>,
    /// Where findings go.
    sink: Box<dyn Write>,
    tally: Tally,
    outcome: Outcome,
    /// Whether nobody reads the findings any more.
    closed: bool,
    /// What was shown: the findings of a used file come once for each file that uses it, and for itself.
    shown: HashSet<(String, u32, &'static str, String)>,
}

impl<'a> Session<'a> {
    /// A run with these options, of a command that treats findings in this manner.
    pub fn new(global: &'a Global, manner: Manner) -> Self {
        let (format, sink) = (format(global, manner), manner.channel.sink());
        let (outcome, shown) = (Outcome::Fine, HashSet::new());
        Session { global, manner, format, sink, tally: Tally::default(), outcome, closed: false, shown }
    }

    /// Whether findings can be written as they are asked for.
    ///
    /// # Errors
    ///
    /// If they are to be counted in a format that has findings only.
    pub fn is_possible(&self) -> Result<(), Problem> {
        let format = self.global.output_format;
        let lists = matches!(format, OutputFormat::Sarif | OutputFormat::Gitlab | OutputFormat::Junit);
        match self.manner.statistics && lists {
            true => Err(Problem::Usage(
                "`--statistics` is a table or JSON\n  help: use it with `--output-format human` or `json`".to_owned(),
            )),
            false => Ok(()),
        }
    }

    /// Show what was found in one file.
    pub fn findings(&mut self, diagnostics: &[Diagnostic], dropped: usize, sources: &Sources) {
        if let Some(file) = sources.files.first() {
            self.format.looked_at(file.name());
        }
        let wanted = diagnostics.iter().filter(|finding| !self.global.quiet || finding.is_error());
        let wanted: Vec<&Diagnostic> = wanted.collect();
        wanted.iter().for_each(|finding| self.tally.add_fixable(finding));
        let new = self.new_ones(wanted, sources);
        new.iter().for_each(|finding| self.tally.add(finding));
        let most = if self.is_read_by_people() { MOST_SHOWN } else { usize::MAX };
        let shown = if self.is_closed() { &[] } else { &new[..new.len().min(most)] };
        let mut text: String = shown.iter().map(|finding| self.format.finding(finding, sources)).collect();
        let more = new.len().saturating_sub(most) + dropped;
        if more > 0 && self.is_read_by_people() {
            text.push_str(&format!("  … and {more} more in this file\n\n"));
        }
        self.show(&text);
    }

    /// Whether the findings themselves are shown to people.
    fn is_read_by_people(&self) -> bool {
        self.global.output_format == OutputFormat::Human && !self.manner.statistics
    }

    /// The findings that were not shown for another file.
    fn new_ones<'d>(&mut self, findings: Vec<&'d Diagnostic>, sources: &Sources) -> Vec<&'d Diagnostic> {
        let identity = |finding: &Diagnostic| {
            let location = finding.location();
            let name = sources.get(location.file).map_or("", |file| file.name()).to_owned();
            (name, location.span.start, finding.rule.code, finding.message.clone())
        };
        let new = |finding: &&Diagnostic| !self.shown.contains(&identity(finding));
        let new: Vec<&Diagnostic> = findings.into_iter().filter(new).collect();
        self.shown.extend(new.iter().map(|finding| identity(finding)));
        new
    }

    /// Show what keeps the command from doing its work, and remember it.
    pub fn problem(&mut self, problem: &Problem) {
        self.outcome = Outcome::Unusable;
        self.trouble(&problem.to_string(), problem.file().as_deref());
    }

    /// Show an error that has no place in a file; what to do about it follows on a line of its own.
    pub fn error(&mut self, said: &str) {
        self.trouble(said, None);
    }

    fn trouble(&mut self, said: &str, file: Option<&str>) {
        let (message, help) = said.split_once(HELP).map_or((said, None), |(message, help)| (message, Some(help)));
        let text = self.format.trouble(&Trouble { message, help, file });
        if self.format.is_document() { self.show(&text) } else { tell(&text) }
    }

    /// Whether nobody reads the findings any more, so that looking for more is in vain.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Remember how a part of the command ended.
    pub fn note(&mut self, outcome: Outcome) {
        self.outcome = self.outcome.max(outcome);
    }

    /// Say something that is worth knowing, to people.
    pub fn hint(&self, message: &str) {
        if !self.global.quiet && self.global.output_format == OutputFormat::Human {
            tell(&format!("note: {}\n", visible(message)));
        }
    }

    /// Tell people more than a line of what is about to be done.
    #[cfg(feature = "http")]
    pub fn tell(&self, text: &str) {
        if !self.global.quiet && self.global.output_format == OutputFormat::Human {
            tell(&visible(text));
        }
    }

    /// Say what is done, with `-v`.
    pub fn say(&self, message: &str) {
        let would_disturb = self.format.is_document() && self.manner.channel == Channel::Error;
        if self.global.verbose && !would_disturb {
            tell(&format!("{}\n", visible(message)));
        }
    }

    /// End the findings, count them, and give the exit code.
    pub fn finish(&mut self, outcome: Outcome) -> Outcome {
        let end = self.format.finish();
        self.show(&end);
        if !self.is_closed() && !self.global.quiet && self.global.output_format == OutputFormat::Human {
            tell(&self.tally.sum(self.manner.offers_fixes));
        }
        self.outcome.max(outcome).max(self.tally.outcome())
    }

    /// Write to where findings go. A reader that goes away has seen enough.
    fn show(&mut self, text: &str) {
        if self.is_closed() || text.is_empty() {
            return;
        }
        let written = self.sink.write_all(text.as_bytes()).and_then(|()| self.sink.flush());
        let Err(error) = written else { return };
        self.closed = true;
        let problem = Problem::Output(error);
        if self.manner.channel == Channel::Output && !problem.is_broken_pipe() {
            self.note(Outcome::Unusable);
            tell(&format!("error: {}\n", visible(&problem.to_string())));
        }
    }
}

/// The format that is asked for.
fn format(global: &Global, manner: Manner) -> Box<dyn Format> {
    match global.output_format {
        format if manner.statistics => Box::new(Statistics::new(format == OutputFormat::Json)),
        // A review in Markdown goes to standard output; findings about its personas are for whoever asked for it.
        OutputFormat::Human | OutputFormat::Markdown => {
            Box::new(Human { color: manner.channel.wants_color(global.color), width: manner.channel.width() })
        }
        OutputFormat::Concise => Box::new(Concise),
        OutputFormat::Json => Box::new(Json::default()),
        OutputFormat::Sarif => Box::new(Sarif::default()),
        OutputFormat::Github => Box::new(Github),
        OutputFormat::Gitlab => Box::new(Gitlab::default()),
        OutputFormat::Junit => Box::new(Junit::default()),
    }
}

#[cfg(test)]
mod tests;
