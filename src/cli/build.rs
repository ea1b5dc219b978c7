//! `personac build`

use clap::ValueEnum;

use super::Outcome;
use super::arguments::{Build, Emit};
use super::checking::Checking;
use super::deliver::Delivery;
use super::inputs::{Input, find};
use super::messages::Problem;
use super::projects::Home;
use super::session::Session;
use super::workers::{Workers, overrides};
use crate::check::Checked;

/// Lines that are collected before they are printed.
const BUFFER_BYTES: usize = 256 * 1024;

/// Compile what the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Build, session: &mut Session) -> Result<Outcome, Problem> {
    if arguments.out_dir.is_some() && arguments.emit != Emit::Json {
        let emit = arguments.emit.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        return Err(Problem::Usage(format!("`--emit {emit}` prints to standard output; leave out `--out-dir`")));
    }
    if arguments.open && matches!(arguments.emit, Emit::Ndjson | Emit::Curl) {
        return Err(Problem::Usage(
            "`--open` opens links and prints them; leave out `--emit`, or use `--emit url`".to_owned(),
        ));
    }
    let Some(overrides) = overrides(session) else { return Ok(Outcome::Unusable) };
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let mut delivery = Delivery::new(arguments, &inputs);
    let checking = Checking::to_build(session, &overrides);
    let one = |input: &Input, home: &Home| checking.check(input, home);
    let mut workers = Workers::new(session, inputs.files.len())?;
    workers.each(&inputs.files, session, one, |input, done, session| {
        deliver(input, done, &mut delivery, session)?;
        delivery.flush(BUFFER_BYTES)
    })?;
    delivery.finish(session)
}

fn deliver(
    input: &Input,
    done: Option<Result<Checked, Problem>>,
    delivery: &mut Delivery,
    session: &mut Session,
) -> Result<(), Problem> {
    match done {
        None => delivery.failed(input),
        Some(Err(problem)) => {
            session.problem(&problem);
            delivery.failed(input);
        }
        Some(Ok(checked)) => {
            session.findings(&checked.diagnostics, checked.dropped, &checked.sources);
            delivery.take(input, checked, session)?;
        }
    }
    Ok(())
}
