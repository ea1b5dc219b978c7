//! `personac submit`: searches are started, each once, whatever happens in between.
//!
//! `gather` compiles, `plan` compares with the journal, `show` and `confirm` tell what it is about to do, `send` does it:
//! under the lock of the journal a request is looked up, written down, sent, and what became of it is written down.

mod attempt;
mod became;
mod confirm;
mod dry_run;
pub mod gather;
pub mod job;
mod plan;
mod report;
mod send;
mod show;
mod stop;

use super::Outcome;
use super::access::way;
use super::arguments::Submit;
use super::messages::Problem;
use super::session::Session;
use confirm::confirm;
use dry_run::dry_run;
use gather::{Purpose, gather};
use plan::Plan;
use send::Sender;
use show::show;

/// Start the searches of the personas that the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Submit, session: &mut Session) -> Result<Outcome, Problem> {
    let way = way(&arguments.api, session)?;
    let Some(jobs) = gather(&arguments.paths, &arguments.journal, Purpose::ToSend, session)? else {
        session.hint("nothing was submitted: one of the personas cannot be");
        return Ok(Outcome::Mistakes);
    };
    if jobs.is_empty() {
        session.hint("nothing was submitted: no persona asks for anybody");
        return Ok(Outcome::Fine);
    }
    let service = way.endpoint.service().to_owned();
    let plan = Plan::new(jobs, &service, arguments.again)?;
    let mut denied = false;
    for (job, finding) in plan.submitted_before(&service) {
        denied |= finding.is_error();
        session.findings(&[finding], 0, &job.origin.sources);
    }
    session.tell(&show(&plan, &way.endpoint));
    if arguments.dry_run {
        dry_run(&plan, &way.endpoint, session)?;
        return Ok(Outcome::Fine);
    }
    if denied {
        session.hint("nothing was submitted");
        return Ok(Outcome::Mistakes);
    }
    if plan.sent() == 0 {
        return send::none(&plan, session);
    }
    let caller = way.with_key()?;
    if !arguments.yes && !confirm(&plan)? {
        session.hint("nothing was submitted");
        return Ok(Outcome::Fine);
    }
    Sender::new(&plan, caller, session).run(session)
}
