//! `personac describe`

use super::Outcome;
use super::arguments::Describe;
use super::messages::Problem;
use super::session::Session;

/// To be written.
///
/// # Errors
///
/// Always.
pub fn run(_arguments: &Describe, _session: &mut Session) -> Result<Outcome, Problem> {
    Err(Problem::Usage("not yet".to_owned()))
}
