//! Searches that may be the one of a request whose outcome is not known.

use std::time::Duration;

use jiff::Timestamp;

use crate::api::{Caller, Followed, Question, SEARCHES_PATH, Verdict, searches};
use crate::cli::messages::Problem;
use crate::cli::patience::ask;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::render::{columns, on_one_line};

/// So much earlier or later than the request was sent the search may have begun: clocks differ.
const WITHIN: Duration = Duration::from_secs(600);

/// A request of whose search the ID is not known.
pub struct Lost<'a> {
    /// What it is called in messages.
    pub title: String,
    /// The name of the search, if it was given one.
    pub name: Option<&'a str>,
    /// SHA-256 of the request.
    pub digest: &'a str,
    /// When it was sent, or what became of it was written down.
    pub time: Timestamp,
    /// Whether the search was started for sure.
    pub is_started: bool,
}

/// Searches that may be the one of a request.
pub struct Candidates {
    /// Those that may be it; `None` if the API did not list its searches.
    pub may_be: Option<Vec<Followed>>,
}

impl Candidates {
    /// Look for the search of a request. Whether it is one of them is for a person to say.
    ///
    /// # Errors
    ///
    /// If the pace of requests cannot be kept.
    pub fn of(lost: &Lost, caller: &mut Caller, session: &mut Session) -> Result<Candidates, Problem> {
        let progress = Progress::spinner(session);
        let verdict = ask(caller, &Question::Get(SEARCHES_PATH), session, &progress)?;
        progress.finish();
        let said = match verdict {
            Verdict::Done { answer, .. } => match searches(&answer) {
                Some(all) => {
                    let may_be = |search: &Followed| search.may_be(lost.name, lost.time, WITHIN);
                    return Ok(Candidates { may_be: Some(all.into_iter().filter(may_be).collect()) });
                }
                None => "the API's list of searches cannot be read".to_owned(),
            },
            Verdict::Refused(refusal) => refusal.words(caller.client.endpoint()).message,
            Verdict::Unclear(doubt) => doubt.what,
        };
        session.error(&format!("the searches cannot be listed: {said}\n  help: look at them in the API's own list"));
        Ok(Candidates { may_be: None })
    }

    /// What may be it, and how to settle it.
    pub fn said(&self, lost: &Lost, width: usize) -> String {
        let what = if lost.is_started { "started, its ID is not known" } else { "unknown" };
        let mut text = format!("{what}: {}, {}\n", on_one_line(&lost.title), lost.time.strftime("%Y-%m-%d %H:%M UTC"));
        match self.may_be.as_deref() {
            None => {}
            Some([]) => text.push_str("  the API lists no search like it that began within 10 minutes\n"),
            Some(found) => {
                text.push_str("  it may be\n");
                let rows: Vec<[String; 3]> = found.iter().map(row).collect();
                columns(&rows, width.saturating_sub(4))
                    .lines()
                    .for_each(|line| text.push_str(&format!("    {line}\n")));
            }
        }
        let settle = format!("personac journal settle {}", lost.digest.get(..8).unwrap_or(lost.digest));
        text.push_str(&format!("  once you know it: `{settle} --accepted --id ID`\n"));
        if !lost.is_started {
            text.push_str(&format!("  if none was started: `{settle} --refused`\n"));
        }
        text
    }
}

fn row(search: &Followed) -> [String; 3] {
    [&search.id, &search.name, &search.created_at].map(|cell| cell.clone().unwrap_or_default())
}
