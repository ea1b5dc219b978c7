//! `personac status`: following a search that was started until it ends.

mod candidates;
mod file;
mod follow;
mod said;

use std::path::Path;

use super::Outcome;
use super::access::access;
use super::arguments::{OutputFormat, Status};
use super::messages::Problem;
use super::session::{Session, print};
use crate::api::search_path;
use crate::render::json_document;
use follow::Follower;

/// The ending of persona files.
const ENDING: &str = "persona";

/// Follow the search that the argument names, or those of the persona that it names.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Status, session: &mut Session) -> Result<Outcome, Problem> {
    let path = Path::new(&arguments.search);
    if path.is_file() || path.extension().is_some_and(|ending| ending == ENDING) {
        return file::run(path, arguments, session);
    }
    if search_path(&arguments.search).is_none() {
        return Err(Problem::Usage(format!(
            "`{}` is neither the ID of a search nor a persona file\n  help: copy the ID from `personac journal`",
            arguments.search
        )));
    }
    let caller = access(&arguments.api, session)?;
    let ended = Follower::new(caller, arguments).follow(&arguments.search, None, session)?;
    if let Some(found) = &ended.found {
        match session.global.output_format {
            OutputFormat::Json => print(json_document(found).as_bytes())?,
            _ => print(said::line(found, &arguments.search).as_bytes())?,
        }
    }
    Ok(ended.outcome)
}
