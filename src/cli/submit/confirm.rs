//! Asking before credits are spent.

use std::io::{IsTerminal, stderr, stdin};

use super::plan::Plan;
use super::show::searches;
use crate::cli::channel::tell;
use crate::cli::messages::Problem;

/// Whether somebody at the terminal wants the plan to be done.
///
/// # Errors
///
/// If nobody is there to be asked.
pub fn confirm(plan: &Plan) -> Result<bool, Problem> {
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return Err(Problem::Usage(
            "nothing was submitted: it costs credits, and nobody is here to be asked\n  help: add `--yes`, or look first with `--dry-run`"
                .to_owned(),
        ));
    }
    let again = match plan.sent_again() {
        0 => String::new(),
        count => format!(", {count} of them again and paid for again"),
    };
    tell(&format!("Start {}{again}? They cost credits. [y/N] ", searches(plan.sent())));
    let mut answer = String::new();
    stdin().read_line(&mut answer).map_err(Problem::unreadable("the answer"))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
