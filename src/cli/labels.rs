//! `personac labels`: the labels that personas may use, with their IDs.

use std::path::Path;

use serde::Serialize;

use super::Outcome;
use super::arguments::Labels;
use super::messages::Problem;
use super::projects::Projects;
use super::session::{Session, print};
use crate::fields::{FIELDS, Field, FieldId, Values};
use crate::project::{BookEntry, LabelBook, Project};
use crate::render::{json_document, visible};
use crate::suggest;
use crate::tables::{Closed, ClosedRow, Hit, Open, OpenLookup, OpenRow, fold};
use crate::wording::{listed, or};

/// Rows that people are shown for a query; JSON has them all.
const MOST_SHOWN: usize = 40;

/// The widest label that the columns are laid out for.
const WIDEST_LABEL: usize = 48;

/// A label that a persona may use.
#[derive(Debug, Serialize)]
struct Row {
    field: &'static str,
    id: String,
    label: String,
    kind: Option<&'static str>,
    within: Vec<String>,
    aliases: Vec<String>,
    note: Option<String>,
}

/// Search the labels.
///
/// # Errors
///
/// If the field is not known, or nobody reads the output.
pub fn run(arguments: &Labels, session: &mut Session) -> Result<Outcome, Problem> {
    #[cfg(feature = "http")]
    if arguments.online {
        return super::places::run(arguments, session);
    }
    let (fields, query) = wanted(arguments)?;
    let home = Projects::default().of(Path::new(""), session);
    let project = home.as_ref().map(|home| &home.project);
    let rows: Vec<Row> = fields.iter().flat_map(|field| rows(*field, &query, project)).collect();
    if arguments.json {
        print(json_document(&rows).as_bytes())?;
    } else if arguments.field.is_none() {
        print(overview(&fields, &rows).as_bytes())?;
    } else {
        let most = if query.is_empty() { usize::MAX } else { MOST_SHOWN };
        print(table(&rows, most, fields.len() > 1).as_bytes())?;
    }
    if let Some(field) = misspelt_field(arguments) {
        session.hint(&format!("`{field}` is a filter: `personac labels {field}` lists its labels"));
    }
    if rows.is_empty() {
        session.error(&nothing(&fields, &query));
        return Ok(Outcome::Mistakes);
    }
    Ok(Outcome::Fine)
}

/// The fields to search, one for each vocabulary, and what to look for.
fn wanted(arguments: &Labels) -> Result<(Vec<FieldId>, String), Problem> {
    let query = || arguments.query.clone().unwrap_or_default();
    let Some(name) = &arguments.field else { return Ok((vocabularies(), String::new())) };
    match (FieldId::find(name), &arguments.query) {
        (Some(field), _) if has_labels(field.row()) => Ok((vec![field], query())),
        (Some(field), _) => Err(Problem::Usage(format!(
            "`{}` has no labels\n  help: write it like `{}`",
            field.row().name,
            field.row().example
        ))),
        (None, None) => Ok((vocabularies(), name.clone())),
        (None, Some(_)) => Err(Problem::Usage(unknown_field(name))),
    }
}

/// The filter that an only argument surely means, though it is not its name.
fn misspelt_field(arguments: &Labels) -> Option<&'static str> {
    let (Some(name), None) = (&arguments.field, &arguments.query) else { return None };
    let names = FIELDS.iter().filter(|field| has_labels(field)).map(|field| field.name);
    if FieldId::find(name).is_some() { None } else { suggest::certain(name, names) }
}

fn unknown_field(name: &str) -> String {
    let names = || FIELDS.iter().filter(|field| has_labels(field)).map(|field| field.name);
    let near: Vec<String> = suggest::nearest(name, names()).iter().map(|name| format!("`{name}`")).collect();
    match near.is_empty() {
        true => format!("no filter is called `{name}`\n  help: filters with labels are {}", listed(names())),
        false => format!("no filter is called `{name}`\n  help: did you mean {}?", or(&near)),
    }
}

fn has_labels(field: &Field) -> bool {
    !matches!(field.values, Values::Text | Values::Profile | Values::Signal(_))
}

/// The fields that have labels, the first of those that share a vocabulary.
fn vocabularies() -> Vec<FieldId> {
    let mut seen = vec![];
    FieldId::all()
        .filter(|field| {
            let page = LabelBook::page_of(*field).or(field.row().vocabulary().map(|closed| closed.file));
            let new = page.is_some_and(|page| !seen.contains(&page));
            seen.extend(page);
            new
        })
        .collect()
}

fn nothing(fields: &[FieldId], query: &str) -> String {
    match fields {
        [field] if matches!(field.row().values, Values::Company | Values::ListId) => {
            let (name, page) = (field.row().name, LabelBook::page_of(*field).unwrap_or_default());
            let what = if query.is_empty() {
                format!("the label book names no `{name}`")
            } else {
                format!("no label of `{name}` is like `{query}`")
            };
            format!("{what}\n  help: give a number a name under `[labels.{page}]` in `personac.toml`")
        }
        [field] => format!("no label of `{}` is like `{query}`", field.row().name),
        _ => format!("no label is like `{query}`"),
    }
}

/// The rows that answer `query`: the one whose ID it is, then those with a name like it.
fn rows(field: FieldId, query: &str, project: Option<&Project>) -> Vec<Row> {
    let book = project.map(|project| from_book(field, query, project)).unwrap_or_default();
    let mut rows: Vec<Row> = match field.row().values {
        Values::Label(closed) | Values::Quantity(closed, _) => {
            let found = closed.search(query).into_iter().map(|(index, _)| index);
            closed.by_id(query).into_iter().chain(found).map(|index| closed_row(field, closed, index)).collect()
        }
        Values::Listed(table) => {
            let found = open_ids(table, query).into_iter().filter_map(|id| table.row(id));
            found.map(|row| open_row(field, table, row)).collect()
        }
        _ => vec![],
    };
    // A name may hold the ID as well.
    if let Some(again) = rows.iter().skip(1).position(|row| row.id == rows[0].id) {
        rows.remove(again + 1);
    }
    book.into_iter().chain(rows).collect()
}

/// The rows that answer a query: first the one that a persona would get for it, or whose ID it is.
fn open_ids(table: &'static Open, query: &str) -> Vec<u32> {
    let meant = match table.lookup(query) {
        OpenLookup::Found(found) => Some(found.id),
        _ => query.parse().ok().filter(|id| table.row(*id).is_some()),
    };
    let good = |hit: &Hit| meant.is_none() || *hit != Hit::Near;
    let others = table.search(query).into_iter().filter(|(id, hit)| Some(*id) != meant && good(hit));
    meant.into_iter().chain(others.map(|(id, _)| id)).collect()
}

fn from_book(field: FieldId, query: &str, project: &Project) -> Vec<Row> {
    let Some(page) = LabelBook::page_of(field) else { return vec![] };
    let folded = fold(query);
    let answers = |entry: &&BookEntry| {
        query.is_empty()
            || entry.ids.iter().any(|id| id == query)
            || (!folded.is_empty() && fold(&entry.name).contains(&folded))
    };
    let matching = project.labels.page(page).filter(answers);
    let row = |entry: &BookEntry| Row {
        field: field.row().name,
        id: entry.ids.join(", "),
        label: entry.name.clone(),
        kind: None,
        within: vec![],
        aliases: vec![],
        note: Some("label book".to_owned()),
    };
    matching.map(row).collect()
}

fn closed_row(field: FieldId, closed: &'static Closed, index: usize) -> Row {
    let ClosedRow { id, label, aliases, note, .. } = &closed.rows()[index];
    Row {
        field: field.row().name,
        id: (*id).to_owned(),
        label: (*label).to_owned(),
        kind: None,
        within: vec![],
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        note: note.map(str::to_owned),
    }
}

fn open_row(field: FieldId, table: &'static Open, row: OpenRow) -> Row {
    let names =
        |ids: Vec<u32>| ids.into_iter().filter_map(|id| table.row(id)).map(|row| row.label.to_owned()).collect();
    let reference = row.reference_label.map(|label| format!("the API's reference calls it {label}"));
    let legacy = row.legacy.map(|label| format!("in LinkedIn's older list {label}"));
    Row {
        field: field.row().name,
        id: row.id.to_string(),
        label: table.unique_form(row.id),
        kind: row.kind.map(crate::tables::Kind::name),
        within: names(table.ancestors(row.id).to_vec()),
        aliases: row.aliases().map(str::to_owned).collect(),
        note: reference.or(legacy),
    }
}

/// How many labels each filter has.
fn overview(fields: &[FieldId], rows: &[Row]) -> String {
    let line = |field: &FieldId| {
        let name = field.row().name;
        let count = rows.iter().filter(|row| row.field == name).count();
        (count > 0).then(|| format!("{name:13}{count:>6}  {}\n", field.row().doc))
    };
    let lines: String = fields.iter().filter_map(line).collect();
    format!("{lines}`personac labels FILTER` lists them, `personac labels FILTER QUERY` searches\n")
}

/// The rows in columns; `most` of them, and which field each is of if there are several.
fn table(rows: &[Row], most: usize, several: bool) -> String {
    let shown = &rows[..rows.len().min(most)];
    let width = |column: fn(&Row) -> &str| shown.iter().map(|row| column(row).chars().count()).max().unwrap_or(0);
    let id = width(|row| &row.id);
    let label = width(|row| &row.label).min(WIDEST_LABEL);
    let field = if several { width(|row| row.field) + 2 } else { 0 };
    let mut text = String::new();
    for row in shown {
        let name = if several { row.field } else { "" };
        let line = format!("{name:field$}{:>id$}  {:label$}  {}", row.id, row.label, about(row));
        text.push_str(visible(line.trim_end()).as_ref());
        text.push('\n');
    }
    if rows.len() > shown.len() {
        text.push_str(&format!("… and {} more: say more of the label\n", rows.len() - shown.len()));
    }
    text
}

fn about(row: &Row) -> String {
    let kind = row.kind.map(str::to_owned);
    let within = (!row.within.is_empty()).then(|| format!("in {}", row.within.join(" · ")));
    let aliases = (!row.aliases.is_empty()).then(|| format!("also {}", row.aliases.join(" | ")));
    [kind, within, aliases, row.note.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
