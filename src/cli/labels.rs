//! `personac labels`
use super::Outcome;
use super::arguments::Labels;
use super::messages::Problem;
use super::session::Session;

/// Search the labels.
///
/// # Errors
///
/// If the field is not known, or nobody reads the output.
pub fn run(_arguments: &Labels, _session: &mut Session) -> Result<Outcome, Problem> {
    Ok(Outcome::Fine)
}
