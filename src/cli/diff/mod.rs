//! `personac diff`

mod git;
mod moves;
mod old_projects;
mod pair;
mod project;
mod revision;
mod subject;

use super::Outcome;
use super::arguments::{Diff, OutputFormat};
use super::messages::Problem;
use super::session::{Channel, Session, print};
use super::workers::overrides;
use crate::diff::{Change, Review, human, json, markdown};
use crate::explain::Terminal;

/// Compare what the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Diff, session: &mut Session) -> Result<Outcome, Problem> {
    is_possible(session)?;
    let Some(overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    let review = match (&arguments.git, &arguments.before, &arguments.after) {
        (Some(revision), ..) => project::review(revision, &overrides, session)?,
        (None, Some(before), Some(after)) => pair::review([before, after], &overrides, session)?,
        _ => return Err(Problem::Usage("name two personas, or a revision with `--git`".to_owned())),
    };
    let Some(review) = review else { return Ok(Outcome::Unusable) };
    print(shown(&review, session).as_bytes())?;
    let has_errors = review.personas.iter().any(|one| matches!(one.change, Change::Errors(..)));
    Ok(match has_errors || (arguments.exit_code && review.is_difference()) {
        true => Outcome::Mistakes,
        false => Outcome::Fine,
    })
}

fn shown(review: &Review, session: &Session) -> String {
    match session.global.output_format {
        OutputFormat::Json => json(review),
        OutputFormat::Markdown => markdown(review),
        _ => {
            let channel = Channel::Output;
            human(review, Terminal { color: channel.wants_color(session.global.color), width: channel.width() })
        }
    }
}

fn is_possible(session: &Session) -> Result<(), Problem> {
    match session.global.output_format {
        OutputFormat::Human | OutputFormat::Json | OutputFormat::Markdown => Ok(()),
        _ => Err(Problem::Usage("a comparison is written as `human`, `json` or `markdown`".to_owned())),
    }
}
