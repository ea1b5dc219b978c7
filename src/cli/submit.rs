//! `personac submit`

use super::Outcome;
use super::arguments::Submit;
use super::messages::Problem;
use super::session::Session;

/// Not there yet.
///
/// # Errors
///
/// Always.
pub fn run(_arguments: &Submit, _session: &mut Session) -> Result<Outcome, Problem> {
    Err(Problem::Usage("not there yet".to_owned()))
}
