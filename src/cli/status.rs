//! `personac status`

use super::Outcome;
use super::arguments::Status;
use super::messages::Problem;
use super::session::Session;

/// Not there yet.
///
/// # Errors
///
/// Always.
pub fn run(_arguments: &Status, _session: &mut Session) -> Result<Outcome, Problem> {
    Err(Problem::Usage("not there yet".to_owned()))
}
