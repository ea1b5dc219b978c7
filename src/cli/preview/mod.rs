//! `personac preview`: how many people personas find.

mod findings;
mod output;
mod subject;

#[cfg(feature = "lsp")]
pub use findings::people;

use super::Outcome;
use super::access::access;
use super::arguments::Preview;
use super::checking::Checking;
use super::inputs::{Input, find};
use super::messages::Problem;
use super::patience::ask;
use super::progress::Progress;
use super::projects::Home;
use super::session::Session;
use super::workers::{Workers, overrides};
use crate::api::{Caller, PREVIEW_PATH, Question, Request, Verdict, preview, preview_body};
use crate::diagnostic::Diagnostic;
use crate::settings::Overrides;
use subject::{Asked, Subject};

/// Settings that a preview needs nothing of: they need not be given, nor what they take from the environment be set.
pub const NOT_NEEDED: &[&str] = &["webhook", "custom"];

/// Ask how many people the personas find that the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Preview, session: &mut Session) -> Result<Outcome, Problem> {
    let Some(mut overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    overrides.layer.leave_out(NOT_NEEDED);
    let Some(mut subjects) = compile(arguments, &overrides, session)? else { return Ok(Outcome::Mistakes) };
    let count: usize = subjects.iter().map(Subject::requests).sum();
    if count == 0 {
        subjects.into_iter().for_each(|subject| subject.show(session));
        session.hint("there is no persona to preview");
        return Ok(Outcome::Fine);
    }
    let mut caller = access(&arguments.api, session)?;
    let progress = Progress::new(session, count as u64, "previewing");
    let outcome = ask_all(&mut subjects, &mut caller, session, &progress)?;
    progress.finish();
    output::show(&subjects, session)?;
    for mut subject in subjects {
        subject.judge(arguments.max);
        subject.show(session);
    }
    Ok(outcome)
}

/// What the arguments name, compiled; `None` if anything of it cannot be, which is shown: then nobody is asked.
fn compile(arguments: &Preview, overrides: &Overrides, session: &mut Session) -> Result<Option<Vec<Subject>>, Problem> {
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let mut sound = inputs.problems.is_empty();
    let checking = Checking::to_build(session, overrides);
    let one = |input: &Input, home: &Home| {
        let (checked, lints) = checking.with_lints(input, home)?;
        Ok((checked.has_errors(), Subject::new(input, lints, checked)))
    };
    let mut subjects = vec![];
    Workers::new(session, inputs.files.len())?.each(&inputs.files, session, one, |_, done, session| {
        match done {
            None => sound = false,
            Some(Err(problem)) => {
                sound = false;
                session.problem(&problem);
            }
            Some(Ok((has_errors, subject))) => {
                sound &= !has_errors;
                subjects.push(subject);
            }
        }
        Ok(())
    })?;
    if !sound {
        subjects.into_iter().for_each(|subject| subject.show(session));
        return Ok(None);
    }
    Ok(Some(subjects))
}

/// Ask for every request, until an answer says that the others are in vain.
fn ask_all(
    subjects: &mut [Subject],
    caller: &mut Caller,
    session: &Session,
    progress: &Progress,
) -> Result<Outcome, Problem> {
    let mut outcome = Outcome::Fine;
    for subject in subjects {
        for asked in &mut subject.personas {
            for index in 0..asked.bodies.len() {
                progress.begin(&asked.title(&subject.name));
                let verdict = ask_one(asked, index, caller, session, progress)?;
                progress.done();
                let Err((finding, is_last)) = verdict else { continue };
                outcome = Outcome::Refused;
                subject.findings.push(finding);
                if is_last {
                    return Ok(outcome);
                }
            }
        }
    }
    Ok(outcome)
}

/// Why there is no count, and whether there would be none for any other request.
type NoCount = (Diagnostic, bool);

fn ask_one(
    asked: &mut Asked,
    index: usize,
    caller: &mut Caller,
    session: &Session,
    progress: &Progress,
) -> Result<Result<(), NoCount>, Problem> {
    let Some(body) = asked.bodies.get(index) else { return Ok(Ok(())) };
    let sent = preview_body(body);
    let verdict = ask(caller, &Question::Post(PREVIEW_PATH, &sent), session, progress)?;
    let (at, endpoint) = (asked.audience.location, caller.client.endpoint());
    let found = match verdict {
        Verdict::Refused(refusal) => {
            let request = Request { body, audience: &asked.audience };
            return Ok(Err((findings::refused(&refusal, request, endpoint), refusal.concerns_all())));
        }
        Verdict::Unclear(doubt) => return Ok(Err((findings::failed(&doubt, at), false))),
        Verdict::Done { status, answer } => match preview(&answer) {
            Some(found) => found,
            None => return Ok(Err((findings::not_a_preview(status, endpoint, at), false))),
        },
    };
    if let Some(place) = asked.found.get_mut(index) {
        *place = Some(found);
    }
    Ok(Ok(()))
}
