//! `personac overlap`

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rayon::ThreadPool;

use super::Outcome;
use super::arguments::{OutputFormat, Overlap};
use super::checking::Checking;
use super::inputs::{Input, find};
use super::messages::Problem;
use super::projects::Home;
use super::session::{Channel, Session, print};
use super::workers::{Workers, overrides, threads};
use crate::describe::Look;
use crate::overlap::{
    Listed, MOST_IN_MATRIX, Member, Met, Personas, Row, Tally, markdown, matrix, matrix_markdown, pair_document, table,
};
use crate::project::LabelBook;
use crate::render::json_line;
use crate::wording::thousands;

/// Pairs of each kind that people are shown; `-v` shows all.
const MOST_SHOWN: usize = 40;

/// Personas that are compared with all others before what is found is passed on.
const ROWS: usize = 64;

/// Compare the personas that the arguments name.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Overlap, session: &mut Session) -> Result<Outcome, Problem> {
    let Some(personas) = personas(arguments, session)? else { return Ok(Outcome::Unusable) };
    let pool = threads(session, personas.all.len())?;
    let comparison = Comparison { personas: &personas, pool: pool.as_ref() };
    match (session.global.output_format, arguments.matrix) {
        (OutputFormat::Json, _) => comparison.json()?,
        (format, true) => comparison.matrix(format)?,
        (format, false) => comparison.table(format, session)?,
    }
    Ok(Outcome::Fine)
}

/// The personas to compare; `None` if a setting of the command line is wrong, which is shown.
fn personas(arguments: &Overlap, session: &mut Session) -> Result<Option<Personas>, Problem> {
    let Some(overrides) = overrides(session) else { return Ok(None) };
    let inputs = find(&arguments.paths, session.global.stdin_filename.as_deref())?;
    inputs.problems.iter().for_each(|problem| session.problem(problem));
    let checking = Checking::to_look(session, &overrides);
    let labels: Mutex<BTreeMap<PathBuf, LabelBook>> = Mutex::default();
    let one = |input: &Input, home: &Home| {
        let mut books = labels.lock().unwrap_or_else(PoisonError::into_inner);
        books.entry(home.root.clone()).or_insert_with(|| home.project.labels.clone());
        drop(books);
        checking.check(input, home).map(|checked| (home.root.clone(), checked))
    };
    let mut members = vec![];
    Workers::new(session, inputs.files.len())?.each(&inputs.files, session, one, |input, done, session| {
        match done {
            None => {}
            Some(Err(problem)) => session.problem(&problem),
            Some(Ok((root, checked))) => {
                session.findings(&checked.diagnostics, checked.dropped, &checked.sources);
                let file = input.name.display().to_string();
                let member = |persona: crate::check::Compiled| Member {
                    file: file.clone(),
                    key: persona.key,
                    root: root.clone(),
                    audience: persona.audience,
                };
                members.extend(checked.personas.into_iter().map(member));
            }
        }
        Ok(())
    })?;
    Ok(Some(Personas::new(members, labels.into_inner().unwrap_or_else(PoisonError::into_inner))))
}

/// All personas against all.
struct Comparison<'a> {
    personas: &'a Personas,
    pool: Option<&'a ThreadPool>,
}

impl Comparison<'_> {
    /// Compare each with those after it, and take what is found in their order.
    fn each(&self, mut take: impl FnMut(&Row) -> Result<(), Problem>) -> Result<(), Problem> {
        let (count, mut spent) = (self.personas.all.len(), 0);
        for start in (0..count).step_by(ROWS) {
            let range = start..(start + ROWS).min(count);
            let rows = match self.pool {
                Some(pool) => pool.install(|| self.personas.rows(range, spent)),
                None => self.personas.rows(range, spent),
            };
            spent += rows.iter().map(|row| row.steps).sum::<usize>();
            rows.iter().try_for_each(&mut take)?;
        }
        Ok(())
    }

    fn table(&self, format: OutputFormat, session: &Session) -> Result<(), Problem> {
        let most = if session.global.verbose { usize::MAX } else { MOST_SHOWN };
        let mut tally = Tally::keeping(most);
        self.each(|row| {
            tally.add(row);
            Ok(())
        })?;
        tally.settle();
        let color = Channel::Output.wants_color(session.global.color);
        let look = Look { color, width: Channel::Output.width(), keys: false };
        print(
            match format {
                OutputFormat::Markdown => markdown(self.personas, &tally),
                _ => table(self.personas, &tally, look),
            }
            .as_bytes(),
        )
    }

    fn matrix(&self, format: OutputFormat) -> Result<(), Problem> {
        let count = self.personas.all.len();
        if count > MOST_IN_MATRIX {
            return Err(Problem::Usage(format!(
                "a matrix of {} personas is too large to read, {MOST_IN_MATRIX} are the most\n  help: name fewer files, or leave \
                 out `--matrix` for a table of those that meet",
                thousands(count as u64)
            )));
        }
        let mut tally = Tally::keeping(0);
        let mut rows: Vec<Row> = vec![];
        self.each(|row| {
            tally.add(row);
            rows.push(Row { met: row.met.clone(), ..*row });
            Ok(())
        })?;
        let shown = match format {
            _ if count < 2 => String::new(),
            OutputFormat::Markdown => matrix_markdown(self.personas, &rows) + "\n",
            _ => matrix(self.personas, &rows, Channel::Output.width()),
        };
        print(format!("{shown}{}\n", tally.summary(self.personas)).as_bytes())
    }

    /// One object; the pairs come in the order of the personas, as they are found.
    fn json(&self) -> Result<(), Problem> {
        let listed: Vec<String> = self.personas.all.iter().map(|one| json_line(&Listed::from(one))).collect();
        print(format!("{{\n\"personas\": [{}],\n\"pairs\": [", in_lines(&listed)).as_bytes())?;
        let mut tally = Tally::keeping(0);
        let mut begun = false;
        self.each(|row| {
            tally.add(row);
            let document = |met: &Met| pair_document(self.personas, row.one, *met);
            let pairs: Vec<String> = row.met.iter().filter_map(document).map(|pair| json_line(&pair)).collect();
            if pairs.is_empty() {
                return Ok(());
            }
            let before = if std::mem::replace(&mut begun, true) { "," } else { "" };
            print(format!("{before}{}", in_lines(&pairs)).as_bytes())
        })?;
        print(format!("],\n\"disjoint\": {},\n\"unknown\": {}\n}}\n", tally.disjoint, tally.unknown).as_bytes())
    }
}

/// Values of a list, each on a line of its own.
fn in_lines(values: &[String]) -> String {
    values.iter().map(|value| format!("\n  {value}")).collect::<Vec<_>>().join(",")
}
