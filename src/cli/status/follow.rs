//! Asking about one search, again and again until it ends.

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::said::title;
use crate::api::{Caller, Followed, Question, Refusal, Stage, Verdict, Why, followed, search_path, time};
use crate::cli::Outcome;
use crate::cli::arguments::Status;
use crate::cli::messages::Problem;
use crate::cli::patience::ask;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::render::on_one_line;

/// The first wait, and the longest, in units of [`Follower::unit`]. A search takes minutes, or hours.
const WAITS: (u32, u32) = (2, 30);

/// The usual unit of waits. A test, or a server that allows a faster pace, has a shorter one.
const SECOND: Duration = Duration::from_secs(1);

/// The shortest unit of waits: nobody is asked without a pause.
const SHORTEST: Duration = Duration::from_millis(5);

/// Looks in a row that may fail once there was a good answer: a search outlives a short failure of the API.
const MOST_FAILURES: u32 = 3;

/// Follows searches.
pub struct Follower {
    /// The way to the API.
    pub caller: Caller,
    waits: bool,
    until: Option<Instant>,
    timeout: u64,
}

/// How following a search ended.
#[derive(Default)]
pub struct Ended {
    /// The last that is known of it.
    pub found: Option<Followed>,
    /// How the command ends.
    pub outcome: Outcome,
}

impl Follower {
    /// Follow as the arguments say; the time begins now.
    pub fn new(caller: Caller, arguments: &Status) -> Follower {
        let timeout = arguments.timeout.unwrap_or_default();
        // A time that no clock can hold is no limit.
        let until = arguments.timeout.and_then(|seconds| Instant::now().checked_add(Duration::from_secs(seconds)));
        Follower { caller, waits: !arguments.no_wait, until, timeout }
    }

    /// Follow a search until it ends, or look once. `name` is what it is called if the API does not say.
    ///
    /// # Errors
    ///
    /// If the pace of requests cannot be kept.
    pub fn follow(&mut self, id: &str, name: Option<&str>, session: &mut Session) -> Result<Ended, Problem> {
        let progress = Progress::spinner(session);
        progress.begin(&format!("asking about {}", name.unwrap_or(id)));
        let mut course = Course { id, name, waits: self.waits, found: None, failures: 0 };
        let mut wait = self.unit() * WAITS.0;
        let over = loop {
            let over = match self.look(id, session, &progress)? {
                Ok(found) => course.saw(found, session, &progress),
                Err(why) => course.missed(why),
            };
            match over {
                Some(over) => break over,
                None if !self.rest(wait) => break Over::TooLong(self.timeout),
                None => wait = (wait * 3 / 2).min(self.unit() * WAITS.1),
            }
        };
        progress.finish();
        Ok(Ended { outcome: over.tell(&course, session), found: course.found })
    }

    fn unit(&self) -> Duration {
        self.caller.pace.interval().clamp(SHORTEST, SECOND)
    }

    /// Wait so long, or until the time is over; whether there is time left to look again.
    fn rest(&self, wait: Duration) -> bool {
        let left = self.until.map(|until| until.saturating_duration_since(Instant::now()));
        if left == Some(Duration::ZERO) {
            return false;
        }
        sleep(left.map_or(wait, |left| left.min(wait)));
        true
    }

    fn look(
        &mut self,
        id: &str,
        session: &Session,
        progress: &Progress,
    ) -> Result<Result<Followed, NoAnswer>, Problem> {
        let Some(path) = search_path(id) else { return Ok(Err(NoAnswer::Final(no_id(id)))) };
        let verdict = ask(&mut self.caller, &Question::Get(&path), session, progress)?;
        let endpoint = self.caller.client.endpoint();
        Ok(match verdict {
            Verdict::Refused(Refusal { why: Why::Nowhere, .. }) => Err(NoAnswer::Final(format!(
                "`{endpoint}` knows no search with the ID `{}`\n  help: look at the ID and at `--endpoint`; a key sees the searches of its own account only",
                on_one_line(id)
            ))),
            Verdict::Refused(refusal) => {
                let words = refusal.words(endpoint);
                let said = format!("{}\n  help: {}", words.message, words.help);
                Err(if refusal.may_pass() { NoAnswer::MayPass(said) } else { NoAnswer::Final(said) })
            }
            Verdict::Unclear(doubt) => Err(NoAnswer::MayPass(format!(
                "no good answer, however often it is asked: {}\n  help: the search goes on without you; look again later",
                doubt.what
            ))),
            Verdict::Done { status, answer } => followed(&answer).ok_or_else(|| {
                NoAnswer::MayPass(format!(
                    "`{}` answers ({status}) without a search\n  help: look whether `--endpoint` and `PRONTO_BASE_URL` name the API",
                    endpoint.origin()
                ))
            }),
        })
    }
}

/// What was seen of a search so far.
struct Course<'a> {
    id: &'a str,
    name: Option<&'a str>,
    waits: bool,
    found: Option<Followed>,
    /// Looks in a row without an answer.
    failures: u32,
}

impl Course<'_> {
    /// The search was seen; why that is the end, if it is.
    fn saw(&mut self, mut found: Followed, session: &Session, progress: &Progress) -> Option<Over> {
        self.failures = 0;
        found.name = found.name.or_else(|| self.name.map(str::to_owned));
        let is_new = self.found.as_ref().is_none_or(|before| !same_status(before, &found));
        let stage = found.stage();
        let is_over = !self.waits || stage != Stage::Running;
        if is_new && !is_over {
            tell(&found, self.id, session, progress);
        }
        self.found = Some(found);
        is_over.then_some(Over::At(stage))
    }

    /// There was no answer; why that is the end, if it is.
    fn missed(&mut self, why: NoAnswer) -> Option<Over> {
        self.failures += 1;
        let passes = matches!(why, NoAnswer::MayPass(_));
        let goes_on = self.waits && passes && self.found.is_some() && self.failures < MOST_FAILURES;
        (!goes_on).then(|| Over::Lost(why.words()))
    }
}

/// Why nobody looks any more.
enum Over {
    /// The search is at this stage.
    At(Stage),
    /// There is no answer.
    Lost(String),
    /// The seconds to wait are over.
    TooLong(u64),
}

impl Over {
    /// Say it, and how the command ends.
    fn tell(self, course: &Course, session: &mut Session) -> Outcome {
        let (said, outcome) = match self {
            Over::At(Stage::Finished | Stage::Running) => return Outcome::Fine,
            Over::At(Stage::NotKnown) if !course.waits => return Outcome::Fine,
            Over::At(Stage::NotKnown) => (not_known(course.id), Outcome::Refused),
            Over::At(Stage::Failed(failure)) => {
                (format!("the search failed: {}\n  help: {}", failure.why, failure.help), Outcome::Refused)
            }
            Over::Lost(why) => (why, Outcome::Refused),
            Over::TooLong(seconds) => (still_running(seconds), Outcome::Unusable),
        };
        session.error(&said);
        outcome
    }
}

fn not_known(id: &str) -> String {
    format!(
        "the API does not say where the search `{}` stands\n  help: its leads come to the webhook all the same; `--no-wait` looks without waiting",
        on_one_line(id)
    )
}

fn still_running(seconds: u64) -> String {
    format!(
        "the search is still running after {}\n  help: it goes on without you; the same command looks again",
        time(seconds)
    )
}

fn same_status(one: &Followed, other: &Followed) -> bool {
    let word = |found: &Followed| found.status.as_deref().unwrap_or_default().to_lowercase();
    word(one) == word(other)
}

/// Why nothing is known of a search now.
enum NoAnswer {
    /// It may well be answered a little later.
    MayPass(String),
    /// It will not.
    Final(String),
}

impl NoAnswer {
    fn words(self) -> String {
        match self {
            NoAnswer::MayPass(said) | NoAnswer::Final(said) => said,
        }
    }
}

fn no_id(id: &str) -> String {
    format!("`{}` is not the ID of a search\n  help: look at it in `personac journal`", on_one_line(id))
}

/// Where it stands now, for who waits.
fn tell(found: &Followed, id: &str, session: &Session, progress: &Progress) {
    let status = found.status.as_deref().unwrap_or_default();
    let said = format!("{}: {}", title(found, id), on_one_line(status));
    match progress.is_shown() {
        true => progress.begin(&said),
        false => session.hint(&said),
    }
}
