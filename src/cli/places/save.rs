//! Pinning a place: it gets the name that it was looked for by, in the label book of the project.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::listing::Listing;
use crate::api::{Place, shell_word};
use crate::cli::Outcome;
use crate::cli::messages::Problem;
use crate::cli::projects::find_upwards;
use crate::cli::session::Session;
use crate::disk::{read_text, rewrite};
use crate::project::{LabelBook, PROJECT_FILE, Pin, PinProblem, Project, parse_project, pin};
use crate::render::{is_hidden, on_one_line, shortened};
use crate::report::Report;
use crate::source::SourceFile;
use crate::tables::OpenLookup;

/// The longest comment beside an ID, in columns.
const WIDEST_COMMENT: usize = 60;

/// Write one of the places into the label book.
///
/// # Errors
///
/// [`Problem`] if the project file cannot be read or written.
pub fn save(listing: &Listing, project: &Project, id: Option<&str>, session: &mut Session) -> Result<Outcome, Problem> {
    let Some(place) = chosen(listing, id, session) else { return Ok(Outcome::Mistakes) };
    let Some(file) = project_file(session) else {
        return Err(Problem::Usage(format!(
            "there is no `{PROJECT_FILE}` whose label book could hold it\n  help: `personac init` writes one"
        )));
    };
    let (query, shown) = (listing.wanted.query, file.display().to_string());
    let before = meaning(listing, project).filter(|before| before.in_book || before.ids != [place.id.clone()]);
    if before.as_ref().is_some_and(|before| before.ids == [place.id.clone()]) {
        session.hint(&format!("`{query}` stands for {} in `{shown}` already", place.id));
        return Ok(Outcome::Fine);
    }
    if let (Some(before), None) = (&before, id) {
        session.error(&format!(
            "`{query}` means {} today, and would mean {}\n  help: every persona that says `{query}` would find other people; if that is meant, add `--id {}`",
            before.said,
            said(place),
            place.id
        ));
        return Ok(Outcome::Mistakes);
    }
    write(listing, place, &file)?;
    let instead = before.map_or_else(String::new, |before| format!(" now, and no longer for {}", before.said));
    session.hint(&format!("`{query}` stands for {} in `{shown}`{instead}", said(place)));
    Ok(Outcome::Fine)
}

/// The place that is meant; `None` if that is not certain, which is shown.
fn chosen<'a>(listing: &Listing<'a>, id: Option<&str>, session: &mut Session) -> Option<&'a Place> {
    let query = listing.wanted.query;
    match (listing.places, id) {
        (all, Some(id)) => {
            let found = all.iter().find(|place| place.id == id);
            if found.is_none() {
                session.error(&format!(
                    "none of the places like `{query}` has the ID `{id}`\n  help: take an ID from the list"
                ));
            }
            found
        }
        ([only], None) => Some(only),
        ([first, ..], None) => {
            let field = listing.wanted.field.row().name;
            session.error(&format!(
                "{} places are like `{query}`\n  help: say which one: `personac labels {field} {} --online --save --id {}`",
                listing.places.len(),
                shell_word(query),
                first.id
            ));
            None
        }
        ([], None) => None,
    }
}

/// What a label means without being written.
struct Meaning {
    ids: Vec<String>,
    in_book: bool,
    /// The same in words.
    said: String,
}

/// What the name means in personas today; `None` if it means nothing there.
fn meaning(listing: &Listing, project: &Project) -> Option<Meaning> {
    let wanted = listing.wanted;
    if let Some(entry) = project.labels.find(wanted.field, wanted.query) {
        let said = format!("{} (label book)", entry.ids.join(", "));
        return Some(Meaning { ids: entry.ids.clone(), in_book: true, said });
    }
    let OpenLookup::Found(found) = wanted.table.lookup(wanted.query) else { return None };
    let said = format!("`{}` ({})", wanted.table.unique_form(found.id), found.id);
    Some(Meaning { ids: vec![found.id.to_string()], in_book: false, said })
}

fn said(place: &Place) -> String {
    match place.name.is_empty() {
        true => place.id.clone(),
        false => format!("`{}` ({})", on_one_line(&place.name), place.id),
    }
}

fn project_file(session: &Session) -> Option<PathBuf> {
    session.global.config.clone().or_else(|| find_upwards(Path::new("")))
}

fn write(listing: &Listing, place: &Place, file: &Path) -> Result<(), Problem> {
    let (wanted, shown) = (listing.wanted, file.display().to_string());
    let page = LabelBook::page_of(wanted.field).unwrap_or_default();
    let before = read_text(file).map_err(Problem::unreadable(&shown))?;
    let comment: String = place.name.chars().filter(|c| !c.is_control() && !is_hidden(*c)).collect();
    let comment = shortened(comment.trim(), WIDEST_COMMENT);
    let entry = Pin { page, name: wanted.query, id: &place.id, comment: &comment };
    let is_there = |text: &String| {
        let mut report = Report::default();
        let project = parse_project(Arc::new(SourceFile::new(shown.clone(), text.as_str())), &mut report);
        let found = project.labels.find(wanted.field, wanted.query);
        report.errors() == 0 && found.is_some_and(|found| found.ids == [place.id.clone()])
    };
    let after = pin(&before, entry).and_then(|text| if is_there(&text) { Ok(text) } else { Err(PinProblem::Disturbs) });
    let after = after.map_err(|problem| {
        let line = toml::Value::from(wanted.query);
        Problem::Usage(format!(
            "`{shown}` is left as it is: {problem}\n  help: write `{line} = {}` under `[labels.{page}]` yourself",
            place.id
        ))
    })?;
    rewrite(file, &before, &after).map_err(|error| Problem::Unwritable { path: shown, error })
}
