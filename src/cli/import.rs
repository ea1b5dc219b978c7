//! `personac import`

use super::Outcome;
use super::arguments::Import;
use super::messages::Problem;
use super::session::Session;

/// To be written.
///
/// # Errors
///
/// Always.
pub fn run(_arguments: &Import, _session: &mut Session) -> Result<Outcome, Problem> {
    Err(Problem::Usage("not yet".to_owned()))
}
