//! `personac describe`

use super::Outcome;
use super::arguments::{Describe, OutputFormat};
use super::checking::Checking;
use super::inputs::{Input, find};
use super::messages::Problem;
use super::projects::Home;
use super::session::{Channel, Session, print};
use super::workers::{Workers, overrides};
use crate::check::{Checked, Compiled};
use crate::describe::{Description, Document, Look, describe, document, markdown, terminal};
use crate::render::json_document;

/// Say in words whom the personas find that the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Describe, session: &mut Session) -> Result<Outcome, Problem> {
    let Some(overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let checking = Checking::to_look(session, &overrides);
    let one = |input: &Input, home: &Home| checking.check(input, home).map(|checked| in_words(checked, home));
    let mut page = Page::new(session);
    let mut workers = Workers::new(session, inputs.files.len())?;
    workers.each(&inputs.files, session, one, |input, done, session| match done {
        None => Ok(()),
        Some(Err(problem)) => {
            session.problem(&problem);
            Ok(())
        }
        Some(Ok((checked, personas))) => {
            session.findings(&checked.diagnostics, checked.dropped, &checked.sources);
            personas.into_iter().try_for_each(|(key, description)| page.add(input, key, description))
        }
    })?;
    page.finish()?;
    Ok(Outcome::Fine)
}

/// A persona's key, if it is a block, and whom it finds.
type Persona = (Option<String>, Description);

/// The personas of a file are taken away from what is known of it, and put in words.
fn in_words(mut checked: Checked, home: &Home) -> (Checked, Vec<Persona>) {
    let personas = std::mem::take(&mut checked.personas).into_iter();
    let one = |persona: Compiled| (persona.key, describe(&persona.audience, &home.project.labels));
    let personas = personas.map(one).collect();
    (checked, personas)
}

/// What is printed.
struct Page {
    format: OutputFormat,
    look: Look,
    /// Whether something was printed already.
    begun: bool,
    documents: Vec<Document>,
}

impl Page {
    fn new(session: &Session) -> Page {
        let look = Look {
            color: Channel::Output.wants_color(session.global.color),
            width: Channel::Output.width(),
            keys: session.global.verbose,
        };
        Page { format: session.global.output_format, look, begun: false, documents: vec![] }
    }

    fn add(&mut self, input: &Input, key: Option<String>, description: Description) -> Result<(), Problem> {
        let file = input.name.display().to_string();
        if self.format == OutputFormat::Json {
            self.documents.push(document(description, file, key));
            return Ok(());
        }
        let title = match &key {
            Some(key) => format!("{file}, {key}"),
            None => file,
        };
        let text = match self.format {
            OutputFormat::Markdown => markdown(&description, &title, self.look.keys),
            _ => terminal(&description, &title, self.look),
        };
        let between = if std::mem::replace(&mut self.begun, true) { "\n" } else { "" };
        print(format!("{between}{text}").as_bytes())
    }

    fn finish(self) -> Result<(), Problem> {
        match self.format {
            OutputFormat::Json => print(json_document(&self.documents).as_bytes()),
            _ => Ok(()),
        }
    }
}
