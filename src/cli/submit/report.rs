//! What became of every request of a run: told as it happens, and summed up at the end.

use std::rc::Rc;

use serde::Serialize;

use super::became::Became;
use super::job::{Job, Origin};
use super::plan::Fate;
use crate::api::journal::State;
use crate::api::{Endpoint, Request, Search, shell_word};
use crate::cli::Outcome;
use crate::cli::arguments::OutputFormat;
use crate::cli::messages::Problem;
use crate::cli::progress::Progress;
use crate::cli::session::{Session, print};
use crate::diagnostic::Diagnostic;
use crate::render::{json_document, on_one_line};
use crate::rule::{NO_SEARCH_ID, UNKNOWN_OUTCOME};
use crate::wording::{and, thousands};

/// What became of a request, for programs.
#[derive(Debug, Serialize)]
struct Line {
    file: String,
    persona: Option<String>,
    part: Option<usize>,
    name: Option<String>,
    digest: String,
    /// `accepted`, `refused`, `unknown`, `skipped` or `not_sent`.
    outcome: &'static str,
    /// Where it stood before, if it was skipped for that.
    stands: Option<&'static str>,
    id: Option<String>,
    expected_profiles_count: Option<u64>,
    search_url: Option<String>,
    status: Option<u16>,
    reason: Option<String>,
}

/// What became of every request of a run.
pub struct Report {
    lines: Vec<Line>,
    is_json: bool,
    /// Findings about what was left out because nobody knows what became of it, each with what it points into.
    unsettled: Vec<(Diagnostic, Rc<Origin>)>,
}

impl Report {
    /// Nothing yet.
    pub fn new(session: &Session) -> Report {
        Report { lines: vec![], is_json: session.global.output_format == OutputFormat::Json, unsettled: vec![] }
    }

    fn add(&mut self, job: &Job, outcome: &'static str) -> &mut Line {
        self.lines.push(Line {
            file: job.origin.file.clone(),
            persona: job.persona.clone(),
            part: job.part.map(|(part, _)| part),
            name: job.name().map(str::to_owned),
            digest: job.digest.clone(),
            outcome,
            stands: None,
            id: None,
            expected_profiles_count: None,
            search_url: None,
            status: None,
            reason: None,
        });
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    /// A request was sent.
    ///
    /// # Errors
    ///
    /// If nobody reads the output.
    pub fn sent(
        &mut self,
        job: &Job,
        became: &Became,
        endpoint: &Endpoint,
        progress: &Progress,
        session: &mut Session,
    ) -> Result<(), Problem> {
        let request = Request { body: &job.body, audience: &job.audience };
        match became {
            Became::Accepted(search) => {
                let line = self.add(job, "accepted");
                line.id.clone_from(&search.id);
                line.expected_profiles_count = search.expected;
                line.search_url.clone_from(&search.url);
                if !self.is_json {
                    progress.aside(|| print(accepted(job, search).as_bytes()))?;
                }
                if search.id.is_none() {
                    finding(job, no_id(job), progress, session);
                }
            }
            Became::Refused(refusal) => {
                // What never left this machine was refused by nobody.
                let line = self.add(job, if refusal.was_sent() { "refused" } else { "not_sent" });
                line.status = refusal.status;
                line.reason = Some(refusal.words(endpoint).message);
                finding(job, refusal.finding(request, endpoint), progress, session);
            }
            Became::Unknown(doubt) => {
                let line = self.add(job, "unknown");
                line.status = doubt.status;
                line.reason = Some(doubt.what.clone());
                finding(job, doubt.finding(request, way_out(job)), progress, session);
            }
        }
        Ok(())
    }

    /// A request was left out.
    pub fn skipped(&mut self, job: &Job, fate: &Fate, why: Option<String>) {
        let line = self.add(job, "skipped");
        line.reason = why;
        if let Fate::Accepted(standing) | Fate::Unknown(standing) = fate {
            line.stands = Some(standing.state().name());
            if let Some(search) = standing.search() {
                line.id.clone_from(&search.id);
                line.expected_profiles_count = search.expected;
                line.search_url.clone_from(&search.search_url);
            }
        }
        if let Fate::Unknown(standing) = fate {
            let is_being_sent = standing.state() == State::Intent;
            let found = unsettled_finding(job, &super::plan::day(&standing.last), is_being_sent);
            self.unsettled.push((of_part(job, found), Rc::clone(&job.origin)));
        }
    }

    /// A request was not come to.
    pub fn not_sent(&mut self, job: &Job) {
        self.add(job, "not_sent");
    }

    /// Sum up: findings about what was left out because nobody knows what became of it, the document for programs, and
    /// a line for people.
    ///
    /// # Errors
    ///
    /// If nobody reads the output.
    pub fn finish(self, session: &mut Session) -> Result<(), Problem> {
        for (found, origin) in &self.unsettled {
            session.findings(std::slice::from_ref(found), 0, &origin.sources);
            session.note(Outcome::Refused);
        }
        match self.is_json {
            true => print(json_document(&self.lines).as_bytes())?,
            false => session.hint(&self.sum()),
        }
        Ok(())
    }

    /// Such as `2 accepted, 1 refused and 5 skipped`.
    fn sum(&self) -> String {
        let count = |outcome: &str| self.lines.iter().filter(|line| line.outcome == outcome).count();
        let words = [
            ("accepted", "accepted"),
            ("refused", "refused"),
            ("unknown", "unknown"),
            ("skipped", "left out"),
            ("not_sent", "not sent"),
        ];
        let parts: Vec<String> = words
            .into_iter()
            .filter_map(|(outcome, word)| Some((count(outcome), word)).filter(|(count, _)| *count > 0))
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        and(&parts)
    }
}

fn finding(job: &Job, found: Diagnostic, progress: &Progress, session: &mut Session) {
    progress.aside(|| session.findings(&[of_part(job, found)], 0, &job.origin.sources));
    session.note(Outcome::Refused);
}

fn accepted(job: &Job, Search { id, expected, url }: &Search) -> String {
    let id = id.as_deref().unwrap_or("without an ID");
    let people = expected.map_or_else(String::new, |count| format!("  {} people", thousands(count)));
    let url = url.as_ref().map_or_else(String::new, |url| format!("  {}\n", on_one_line(url)));
    format!("started {}{people}  {}\n{url}", on_one_line(id), on_one_line(&job.title()))
}

fn no_id(job: &Job) -> Diagnostic {
    Diagnostic::new(&NO_SEARCH_ID, "the search was started, and the answer does not say its ID")
        .label(job.audience.location, "started, and not to be followed")
        .help(format!(
            "find it in the API's own list, then `personac journal settle {} --accepted --id ID`",
            job.short_digest()
        ))
}

/// The finding about a request of an earlier run of which nobody knows what became.
fn unsettled_finding(job: &Job, day: &str, being_sent: bool) -> Diagnostic {
    if being_sent {
        return Diagnostic::new(&UNKNOWN_OUTCOME, "another personac is sending this at the moment")
            .label(job.audience.location, "left out")
            .help("run the command again when it is done");
    }
    Diagnostic::new(&UNKNOWN_OUTCOME, format!("sent on {day}, and whether a search was started is not known"))
        .label(job.audience.location, "left out: it may be running, and would be paid for twice")
        .help(way_out(job))
}

/// What to do about a request of which nobody knows what became. Where a file holds several, `--again` would send those
/// again as well that were accepted.
fn way_out(job: &Job) -> String {
    let (file, short) = (shell_word(&job.origin.file), job.short_digest());
    let settle = format!(
        "`personac status {file}` looks; `personac journal settle {short} --accepted` or `--refused` writes down what you find"
    );
    match job.is_alone {
        true => format!("{settle}; `personac submit --again {file}` sends it once more and may be paid for twice"),
        false => format!("{settle}, and what was refused is sent again by the next run"),
    }
}

/// The finding, with the number of the request where a persona has several: they all point at the same place.
fn of_part(job: &Job, found: Diagnostic) -> Diagnostic {
    match job.part {
        Some((part, of)) => Diagnostic { message: format!("request {part} of {of}: {}", found.message), ..found },
        None => found,
    }
}
