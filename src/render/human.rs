//! Findings as people read them: miette's graphical report.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles};

use super::snippet::Snippet;
use super::{Format, Trouble, brief, visible};
use crate::diagnostic::{Diagnostic, Label};
use crate::rule::Severity;
use crate::source::{FileId, Sources};
use crate::wording::counted;

/// Renders findings for people.
#[derive(Debug, Clone, Copy)]
pub struct Human {
    /// Whether to use colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Human {
    /// The report of one finding.
    pub fn render(&self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let mut text = String::new();
        let home = diagnostic.location().file;
        let here: Vec<&Label> = diagnostic.labels.iter().filter(|label| label.location.file == home).collect();
        let header = header(diagnostic);
        let finding =
            Finding::new(diagnostic.severity, &diagnostic.message, &here, home, sources, diagnostic.help.as_deref());
        self.write(&finding, &header, &mut text);
        for label in diagnostic.labels.iter().filter(|label| label.location.file != home) {
            let elsewhere = Finding::new(Severity::Warning, &label.text, &[label], label.location.file, sources, None);
            self.write(&elsewhere, "elsewhere:", &mut text);
        }
        text
    }

    fn write(&self, finding: &Finding, header: &str, text: &mut String) {
        let styles = if self.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
        let mut characters = ThemeCharacters::unicode();
        header.clone_into(&mut characters.error);
        header.clone_into(&mut characters.warning);
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
            .with_links(false)
            .with_width(self.width)
            .with_break_words(false)
            .with_word_splitter(textwrap::WordSplitter::NoHyphenation)
            .with_word_separator(textwrap::WordSeparator::AsciiSpace)
            .with_context_lines(0);
        // Writing to a string cannot fail; a report that miette gives up on still shows its message.
        let mut report = String::new();
        if handler.render_report(&mut report, finding).is_err() {
            report = format!("  {header} {}\n", finding.message);
        }
        text.push_str(&report.replace(UNBROKEN_BLANK, " "));
        text.push('\n');
    }
}

impl Format for Human {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        self.render(diagnostic, sources)
    }

    fn trouble(&mut self, said: &Trouble) -> String {
        trouble(said)
    }
}

/// What kept the command from doing its work, and what to do about it on a line of its own.
pub fn trouble(trouble: &Trouble) -> String {
    let help = trouble.help.map(|help| format!("\n  help: {}", visible(help))).unwrap_or_default();
    format!("error: {}{help}\n", visible(trouble.message))
}

/// Stands for a blank at which no line may be broken, until the report is laid out.
const UNBROKEN_BLANK: char = '\u{e000}';

/// The longest text in backticks that is kept on one line.
const LONGEST_UNBROKEN: usize = 60;

/// Keep what stands in backticks on one line, so that it can be copied.
fn unbroken(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let code = |index: usize| index % 2 == 1 && index + 1 < parts.len();
    let part = |(index, part): (usize, &&str)| match code(index) && part.chars().count() <= LONGEST_UNBROKEN {
        true => part.replace(' ', &UNBROKEN_BLANK.to_string()),
        false => (*part).to_owned(),
    };
    parts.iter().enumerate().map(part).collect::<Vec<_>>().join("`")
}

/// `error[P201 unknown-field]:`
fn header(diagnostic: &Diagnostic) -> String {
    format!("{}[{} {}]:", diagnostic.severity.name(), diagnostic.rule.code, diagnostic.rule.name)
}

/// What miette renders.
struct Finding<'a> {
    severity: Severity,
    message: String,
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    snippet: Option<Snippet<'a>>,
}

impl<'a> Finding<'a> {
    fn new(
        severity: Severity,
        message: &str,
        labels: &[&Label],
        file: FileId,
        sources: &'a Sources,
        help: Option<&str>,
    ) -> Self {
        let spans: Vec<_> = labels.iter().map(|label| label.location.span).collect();
        let snippet = sources.get(file).map(|source| Snippet::new(source, &spans));
        let labelled = |(index, label): (usize, &&Label)| {
            let span = snippet.as_ref()?.place(label.location.span);
            let text = Some(brief(&label.text).into_owned()).filter(|text| !text.is_empty());
            Some(match index {
                0 => LabeledSpan::new_primary_with_span(text, span),
                _ => LabeledSpan::new_with_span(text, span),
            })
        };
        let labels = labels.iter().enumerate().filter_map(labelled).collect();
        let help = help.map(|help| unbroken(&brief(help)));
        Finding { severity, message: unbroken(&brief(message)), help, labels, snippet }
    }
}

impl fmt::Debug for Finding<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl fmt::Display for Finding<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Finding<'_> {}

impl miette::Diagnostic for Finding<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| snippet as &dyn SourceCode)
    }
}

/// `2 errors and 1 warning`; empty if there is nothing.
pub fn summary(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => String::new(),
        (0, warnings) => counted(warnings, "warning"),
        (errors, 0) => counted(errors, "error"),
        (errors, warnings) => format!("{} and {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

/// How many findings `personac lint --fix` mends.
pub fn fixable(count: usize) -> String {
    format!("{count} can be fixed with `personac lint --fix`")
}
