//! The searches that were started for a persona file, as the journal knows them.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::candidates::{Candidates, Lost};
use super::follow::Follower;
use super::said::line;
use crate::api::Followed;
use crate::api::journal::{Entry, Records, Standing, State};
use crate::api::shell_word;
use crate::cli::Outcome;
use crate::cli::access::way;
use crate::cli::arguments::{OutputFormat, Status};
use crate::cli::messages::Problem;
use crate::cli::session::{Channel, Session, print};
use crate::cli::submit::gather::{Purpose, gather};
use crate::cli::submit::job::Job;
use crate::render::json_document;

/// One request and what is known of its search, for programs.
#[derive(Serialize)]
struct Document {
    file: String,
    persona: Option<String>,
    part: Option<usize>,
    digest: String,
    state: State,
    search: Option<Followed>,
    candidates: Vec<Followed>,
}

/// Follow the searches of a persona file.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(path: &Path, arguments: &Status, session: &mut Session) -> Result<Outcome, Problem> {
    let way = way(&arguments.api, session)?;
    let Some(jobs) = gather(&[PathBuf::from(path)], &arguments.journal, Purpose::ToKnow, session)? else {
        return Ok(Outcome::Mistakes);
    };
    let started = started(jobs, way.endpoint.service())?;
    if started.is_empty() {
        let (shown, file) = (path.display(), shell_word(&path.display().to_string()));
        session.error(&format!(
            "no search was started for `{shown}` as it is now\n  help: `personac submit {file}` starts it; `personac journal {file}` shows what it was before"
        ));
        return Ok(Outcome::Mistakes);
    }
    let mut follower = Follower::new(way.with_key()?, arguments);
    let mut documents = vec![];
    let mut outcome = Outcome::Fine;
    for (job, standing) in &started {
        let (document, ended) = one(job, standing, &mut follower, session)?;
        outcome = outcome.max(ended);
        documents.push(document);
    }
    if session.global.output_format == OutputFormat::Json {
        print(json_document(&documents).as_bytes())?;
    }
    Ok(outcome)
}

/// The requests for which a search was or may have been started.
fn started(jobs: Vec<Job>, service: &str) -> Result<Vec<(Job, Standing)>, Problem> {
    let Some(first) = jobs.first() else { return Ok(vec![]) };
    let records = Records::read(&first.origin.journal)?;
    let of = |job: &Job| {
        let is_it = |standing: &&Standing| standing.last.digest == job.digest && standing.last.service == service;
        records.standings.iter().find(is_it).filter(|standing| standing.may_have_started()).cloned()
    };
    Ok(jobs.into_iter().filter_map(|job| of(&job).map(|standing| (job, standing))).collect())
}

fn one(
    job: &Job,
    standing: &Standing,
    follower: &mut Follower,
    session: &mut Session,
) -> Result<(Document, Outcome), Problem> {
    let (title, is_json) = (job.title(), session.global.output_format == OutputFormat::Json);
    let mut document = Document {
        file: job.origin.file.clone(),
        persona: job.persona.clone(),
        part: job.part.map(|(part, _)| part),
        digest: job.digest.clone(),
        state: standing.state(),
        search: None,
        candidates: vec![],
    };
    let accepted = standing.search().filter(|_| standing.state() == State::Accepted);
    let entry: &Entry = match (standing.state(), accepted) {
        (State::Intent, _) => {
            session.hint(&format!("{title} is being sent now: look again in a moment"));
            return Ok((document, Outcome::Fine));
        }
        (_, Some(Entry { id: Some(id), .. })) => {
            let ended = follower.follow(id, job.name(), session)?;
            if let Some(found) = ended.found.as_ref().filter(|_| !is_json) {
                print(line(found, id).as_bytes())?;
            }
            document.search = ended.found;
            return Ok((document, ended.outcome));
        }
        (_, accepted) => accepted.unwrap_or(&standing.last),
    };
    let (name, digest, is_started) = (job.name(), job.digest.as_str(), accepted.is_some());
    let lost = Lost { title, name, digest, time: entry.time, is_started };
    let candidates = Candidates::of(&lost, &mut follower.caller, session)?;
    if !is_json {
        print(candidates.said(&lost, Channel::Output.width()).as_bytes())?;
    }
    document.candidates = candidates.may_be.unwrap_or_default();
    Ok((document, Outcome::Refused))
}
