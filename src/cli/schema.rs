//! `personac schema`: what editors and validators check bodies and project files with.

use super::Outcome;
use super::arguments::{Schema, SchemaOf};
use super::messages::Problem;
use super::session::{Session, print};
use crate::schema::{body, project};

/// Print the schema.
///
/// # Errors
///
/// If nobody reads the output.
pub fn run(arguments: &Schema, _session: &mut Session) -> Result<Outcome, Problem> {
    let schema = match arguments.of {
        SchemaOf::Body => body(),
        SchemaOf::Project => project(),
    };
    print(schema.pretty().as_bytes())?;
    Ok(Outcome::Fine)
}
