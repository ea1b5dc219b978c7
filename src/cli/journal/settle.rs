//! `personac journal settle`: what a person found out about a request whose outcome is not known.

use std::path::Path;

use super::place::is_in;
use super::table::{DIGITS, minute, origin, short};
use crate::api::journal::{Entry, Journal, Ledger, Standing, State};
use crate::cli::Outcome;
use crate::cli::arguments::Settle;
use crate::cli::messages::Problem;
use crate::cli::session::Session;
use crate::render::on_one_line;

/// Write down what became of a request.
///
/// # Errors
///
/// If it is not exactly one request whose outcome is not known, or the journal cannot be read or written.
pub fn run(settle: &Settle, path: &Path, session: &Session) -> Result<Outcome, Problem> {
    if !path.exists() {
        return Err(Problem::Usage(format!(
            "nothing was submitted: there is no journal `{}`\n  help: name another with `--journal FILE`",
            path.display()
        )));
    }
    let mut journal = Journal::open(path)?;
    let mut locked = journal.lock(&mut || session.hint("another personac is submitting: this waits for it"))?;
    let standing = Choice { settle, path }.of(locked.ledger())?.clone();
    let state = if settle.accepted { State::Accepted } else { State::Refused };
    let last = &standing.last;
    locked.append(&Entry { id: settle.id.clone(), settled: true, ..Entry::new(state, &last.digest, &last.service) })?;
    let again = if settle.accepted { "it is not sent again unasked" } else { "it is sent the next time" };
    session.hint(&format!("{} counts as {}: {again}", title(&standing, DIGITS), state.name()));
    Ok(Outcome::Fine)
}

/// Which request is meant.
struct Choice<'a> {
    settle: &'a Settle,
    path: &'a Path,
}

impl Choice<'_> {
    /// The one whose outcome is not known, or of whose search the ID is not.
    fn of<'l>(&self, ledger: &'l Ledger) -> Result<&'l Standing, Problem> {
        let named = self.named(ledger);
        let is_unknown = |standing: &&Standing| standing.state() == State::Unknown;
        let mut open: Vec<&Standing> = named.iter().copied().filter(is_unknown).collect();
        if open.is_empty() && self.settle.id.is_some() {
            open = named.iter().copied().filter(lacks_id).collect();
        }
        match (&open[..], &named[..]) {
            ([one], _) => Ok(one),
            ([], []) => Err(self.nothing()),
            ([], [one]) => Err(settled_already(one)),
            ([], _) => Err(Problem::Usage(format!(
                "no request for `{request}` is unknown: there is nothing to settle\n  help: `personac journal {request}` shows where \
                 they stand",
                request = self.settle.request
            ))),
            (several, _) => Err(self.ambiguous(several)),
        }
    }

    /// Those whose digest begins so; if there are none, those of the file.
    fn named<'l>(&self, ledger: &'l Ledger) -> Vec<&'l Standing> {
        let request = self.settle.request.to_ascii_lowercase();
        let by_digest: Vec<&Standing> =
            self.at_endpoint(ledger).filter(|standing| standing.last.digest.starts_with(&request)).collect();
        if !by_digest.is_empty() {
            return by_digest;
        }
        let file = Path::new(&self.settle.request);
        let is_of_it =
            |standing: &&Standing| standing.last.file.as_deref().is_some_and(|named| is_in(self.path, named, file));
        self.at_endpoint(ledger).filter(is_of_it).collect()
    }

    /// The requests, of one API if one is named.
    fn at_endpoint<'l>(&self, ledger: &'l Ledger) -> impl Iterator<Item = &'l Standing> {
        let plain = |service: &str| service.trim_end_matches('/').to_owned();
        let endpoint = self.settle.endpoint.as_deref().map(plain);
        let all = ledger.all().iter();
        all.filter(move |standing| endpoint.as_ref().is_none_or(|endpoint| plain(&standing.last.service) == *endpoint))
    }

    fn nothing(&self) -> Problem {
        Problem::Usage(format!(
            "the journal `{}` has no request for `{}`\n  help: name a file or the beginning of a digest, as `personac journal` has it",
            self.path.display(),
            self.settle.request
        ))
    }

    fn ambiguous(&self, several: &[&Standing]) -> Problem {
        let (digits, help) = match digits(several) {
            Some(digits) => (digits, "name one by its digest"),
            None => (DIGITS, "name the API that it was sent to with `--endpoint URL`"),
        };
        let titles: Vec<String> = several.iter().map(|standing| title(standing, digits)).collect();
        let count = several.len();
        Problem::Usage(format!(
            "{count} requests for `{}` are unknown:\n  {}\n  help: {help}",
            self.settle.request,
            titles.join("\n  ")
        ))
    }
}

/// Whether the search was started and its ID is not known.
fn lacks_id(standing: &&Standing) -> bool {
    standing.state() == State::Accepted && standing.search().is_some_and(|search| search.id.is_none())
}

/// How many digits tell these requests apart; nothing if they only differ in where they were sent.
fn digits(several: &[&Standing]) -> Option<usize> {
    let beginning = |standing: &Standing, digits: usize| standing.last.digest.get(..digits).map(str::to_owned);
    let differ = |digits: &usize| {
        let beginnings = several.iter().map(|standing| beginning(standing, *digits));
        beginnings.collect::<std::collections::HashSet<_>>().len() == several.len()
    };
    (DIGITS..=64).find(differ)
}

/// A request in a message: `1a2b3c4d` of sales.persona:vp.
fn title(standing: &Standing, digits: usize) -> String {
    let last = &standing.last;
    let origin = origin(last).map(|origin| format!(" of {origin}")).unwrap_or_default();
    format!("`{}`{origin}", last.digest.get(..digits).unwrap_or(&last.digest))
}

/// A request whose outcome is known.
fn settled_already(standing: &Standing) -> Problem {
    let search = standing.search().filter(|_| standing.state() == State::Accepted);
    let (was, time) = search.map_or(("refused", standing.last.time), |search| ("accepted", search.time));
    let id = search.and_then(|search| search.id.as_deref());
    let id = id.map(|id| format!("; its search is\n        `{}`", on_one_line(id))).unwrap_or_default();
    Problem::Usage(format!(
        "`{}` was {was} on {}: there is nothing to settle\n  help: only what is unknown can be settled{id}",
        short(&standing.last),
        minute(time)
    ))
}
