//! `personac init`

use std::path::Path;

use super::Outcome;
use super::arguments::Init;
use super::messages::Problem;
use super::session::{Session, print};
use crate::disk::{read_text, tidy, write_new};
use crate::project::PROJECT_FILE;

/// The hooks, for a repository that has a configuration of its own.
const HOOKS: &str = include_str!("starter/pre-commit-config.yaml");

/// Where the hooks are configured.
const HOOKS_FILE: &str = ".pre-commit-config.yaml";

/// The first persona.
const PERSONA_FILE: &str = "personas/sales_leaders.persona";

/// Write a project that can be used at once. What is there already stays as it is.
///
/// # Errors
///
/// [`Problem`] if something cannot be written.
pub fn run(arguments: &Init, session: &mut Session) -> Result<Outcome, Problem> {
    let directory = arguments.directory.as_deref().unwrap_or(Path::new(""));
    start(directory, PROJECT_FILE, include_str!("starter/personac.toml"), session)?;
    start(directory, PERSONA_FILE, include_str!("starter/sales_leaders.persona"), session)?;
    if !start(directory, HOOKS_FILE, HOOKS, session)? && !lints_already(&directory.join(HOOKS_FILE)) {
        session.hint("to check personas before every commit, add this to it:");
        print(HOOKS.as_bytes())?;
    }
    let persona = tidy(&directory.join(PERSONA_FILE)).display().to_string();
    session.hint(&format!("`personac build {persona}` prints its request; `personac lint` looks for mistakes"));
    Ok(Outcome::Fine)
}

/// Write a file unless it is there; whether it was written.
fn start(directory: &Path, name: &str, text: &str, session: &Session) -> Result<bool, Problem> {
    let path = tidy(&directory.join(name));
    let shown = path.display().to_string();
    let written = write_new(&path, text).map_err(|error| Problem::Unwritable { path: shown.clone(), error })?;
    session.hint(&match written {
        true => format!("wrote `{shown}`"),
        false => format!("`{shown}` is there already and stays as it is"),
    });
    Ok(written)
}

fn lints_already(hooks: &Path) -> bool {
    read_text(hooks).is_ok_and(|text| text.contains("personac-lint"))
}
