//! `personac journal`

use super::Outcome;
use super::arguments::Journal;
use super::messages::Problem;
use super::session::Session;

/// Not there yet.
///
/// # Errors
///
/// Always.
pub fn run(_arguments: &Journal, _session: &mut Session) -> Result<Outcome, Problem> {
    Err(Problem::Usage("not there yet".to_owned()))
}
