//! `personac overlap`

use super::Outcome;
use super::arguments::Overlap;
use super::messages::Problem;
use super::session::Session;

/// To be written.
///
/// # Errors
///
/// Always.
pub fn run(_arguments: &Overlap, _session: &mut Session) -> Result<Outcome, Problem> {
    Err(Problem::Usage("not yet".to_owned()))
}
