//! From paths on the command line to requests: all of them, or none if anything is wrong.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::job::{Job, Origin, jobs};
use crate::check::{Checked, Compiled};
use crate::cli::arguments::JournalFile;
use crate::cli::checking::Checking;
use crate::cli::inputs::{Input, find};
use crate::cli::journal::{journal_path, name_in};
use crate::cli::messages::Problem;
use crate::cli::projects::Home;
use crate::cli::session::Session;
use crate::cli::workers::{Workers, overrides};
use crate::diagnostic::Diagnostic;
use crate::lint::Lints;
use crate::rule::{NO_WEBHOOK, Severity};

/// What the requests are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// They are sent: each must have what the API wants.
    ToSend,
    /// They were sent, and somebody wants to know what became of them: what is doubtful in them was said then.
    ToKnow,
}

/// The requests of all personas that are named, or nothing if one of them cannot be submitted: whoever submits a library
/// wants all of it, and has not seen yet what it costs.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn gather(
    paths: &[PathBuf],
    journal: &JournalFile,
    purpose: Purpose,
    session: &mut Session,
) -> Result<Option<Vec<Job>>, Problem> {
    let Some(overrides) = overrides(session) else { return Ok(None) };
    let inputs = find(paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let mut gathered = Gathered { journal, purpose, jobs: vec![], failed: inputs.problems.len() };
    let checking = Checking::to_build(session, &overrides);
    let one = |input: &Input, home: &Home| checking.with_lints(input, home);
    Workers::new(session, inputs.files.len())?
        .each(&inputs.files, session, one, |input, done, session| gathered.take(input, done, session))?;
    let Gathered { jobs, failed, .. } = gathered;
    Ok((failed == 0).then_some(jobs))
}

struct Gathered<'a> {
    journal: &'a JournalFile,
    purpose: Purpose,
    jobs: Vec<Job>,
    failed: usize,
}

impl Gathered<'_> {
    fn take(
        &mut self,
        input: &Input,
        done: Option<Result<(Checked, Arc<Lints>), Problem>>,
        session: &mut Session,
    ) -> Result<(), Problem> {
        match done {
            None => self.failed += 1,
            Some(Err(problem)) => {
                session.problem(&problem);
                self.failed += 1;
            }
            Some(Ok((mut checked, lints))) => {
                match self.purpose {
                    Purpose::ToSend => want_webhooks(&mut checked),
                    Purpose::ToKnow => checked.diagnostics.retain(Diagnostic::is_error),
                }
                session.findings(&checked.diagnostics, checked.dropped, &checked.sources);
                match checked.has_errors() {
                    true => self.failed += 1,
                    false => self.jobs.extend(requests(input, checked, lints, self.journal)?),
                }
            }
        }
        Ok(())
    }
}

/// Without a webhook the API refuses the request, whatever is thought of that elsewhere.
fn want_webhooks(checked: &mut Checked) {
    let is_without = |persona: &&Compiled| persona.bodies().iter().any(|body| body.get("webhook_url").is_none());
    let missing: Vec<_> = checked.personas.iter().filter(is_without).map(|one| one.audience.location).collect();
    if missing.is_empty() {
        return;
    }
    checked.diagnostics.retain(|finding| finding.rule != &NO_WEBHOOK);
    checked.diagnostics.extend(missing.into_iter().map(|location| {
        let mut finding = Diagnostic::new(&NO_WEBHOOK, "this persona has no webhook to deliver to")
            .label(location, "the API does not start this search")
            .help("add `webhook: \"https://…\"` here or under `[defaults]` in `personac.toml`");
        finding.severity = Severity::Error;
        finding
    }));
}

fn requests(input: &Input, checked: Checked, lints: Arc<Lints>, journal: &JournalFile) -> Result<Vec<Job>, Problem> {
    let path = input.path.as_deref();
    let journal = journal_path(journal.file.as_deref(), path.unwrap_or(Path::new("")));
    let recorded = path.map(|path| name_in(&journal, path));
    let file = input.name.display().to_string();
    let origin = Rc::new(Origin { file, sources: checked.sources, lints, journal, recorded });
    Ok(checked.personas.into_iter().flat_map(|persona| jobs(&origin, persona)).collect())
}
