//! `personac labels location QUERY --online`: places that the embedded table may not know, asked of the API.

mod cache;
mod listing;
mod save;

use super::Outcome;
use super::access::{Way, way};
use super::arguments::{Labels, OutputFormat};
use super::messages::Problem;
use super::patience::ask;
use super::progress::Progress;
use super::projects::Projects;
use super::session::{Session, print};
use crate::api::{PLACE_KEYS, PLACES_PATH, Place, Question, Refusal, Verdict, Why, places, places_body};
use crate::fields::{FIELDS, Field, FieldId, Values};
use crate::tables::{Open, fold};
use crate::wording::listed;
use cache::Cache;
use listing::Listing;

/// What a key that is not taken is answered with.
const OTHER_KEY: [u16; 2] = [400, 422];

/// What is looked for.
pub struct Wanted<'a> {
    /// The field, one of places.
    pub field: FieldId,
    /// The table of places.
    pub table: &'static Open,
    /// The name, as it was typed.
    pub query: &'a str,
}

/// Ask for places, list them, and pin one if that is wanted.
///
/// # Errors
///
/// [`Problem`] if the command cannot do its work at all.
pub fn run(arguments: &Labels, session: &mut Session) -> Result<Outcome, Problem> {
    let wanted = wanted(arguments)?;
    let way = way(&arguments.api, session)?;
    let Some(home) = Projects::default().of(std::path::Path::new(""), session) else { return Ok(Outcome::Unusable) };
    let found = match find(&wanted, way, arguments.refresh, session)? {
        Ok(found) => found,
        Err(why) => {
            session.error(&why);
            return Ok(Outcome::Refused);
        }
    };
    let listing = Listing { wanted: &wanted, book: &home.project.labels, places: &found };
    match arguments.json || session.global.output_format == OutputFormat::Json {
        true => print(listing.json().as_bytes())?,
        false => print(listing.table().as_bytes())?,
    }
    if found.is_empty() {
        session.error(&format!(
            "the API knows no {} like `{}`\n  help: ask for less of the name, or for the name in English",
            wanted.table.name, wanted.query
        ));
        return Ok(Outcome::Mistakes);
    }
    match arguments.save {
        true => save::save(&listing, &home.project, arguments.id.as_deref(), session),
        false => Ok(Outcome::Fine),
    }
}

fn wanted(arguments: &Labels) -> Result<Wanted<'_>, Problem> {
    let name = arguments.field.as_deref().unwrap_or_default();
    let query = arguments.query.as_deref().unwrap_or_default().trim();
    let field = FieldId::find(name);
    let Some((field, table)) = field.and_then(|field| Some((field, table_of(field.row())?))) else {
        let names = FIELDS.iter().filter(|field| table_of(field).is_some()).map(|field| field.name);
        return Err(Problem::Usage(format!(
            "`--online` asks for places, and `{name}` is none\n  help: it goes with {}",
            listed(names)
        )));
    };
    let why = match query {
        _ if fold(query).is_empty() => "has no letter",
        _ if query.bytes().all(|byte| byte.is_ascii_digit()) => "is a number, and places are asked for by name",
        _ if query.contains(char::is_control) => "holds a control character",
        _ => return Ok(Wanted { field, table, query }),
    };
    Err(Problem::Usage(format!("`{query}` {why}\n  help: write it like `personac labels {name} \"Lyon\" --online`")))
}

fn table_of(field: &Field) -> Option<&'static Open> {
    match field.values {
        Values::Listed(table) if table.is_places() => Some(table),
        _ => None,
    }
}

/// What the cache knows, or else the API; or why neither does.
fn find(wanted: &Wanted, way: Way, refresh: bool, session: &Session) -> Result<Result<Vec<Place>, String>, Problem> {
    let cache = Cache::of(way.endpoint.service(), &fold(wanted.query));
    if let Some(known) = cache.read().filter(|_| !refresh) {
        session.say("the cache answers; `--refresh` asks the API again");
        return Ok(Ok(known));
    }
    let mut caller = way.with_key()?;
    let progress = Progress::spinner(session);
    progress.begin("asking for places");
    let mut refused = String::new();
    for key in PLACE_KEYS {
        let body = places_body(key, wanted.query);
        let verdict = ask(&mut caller, &Question::Post(PLACES_PATH, &body), session, &progress)?;
        let endpoint = caller.client.endpoint();
        refused = match verdict {
            Verdict::Done { status, answer } => match places(&answer) {
                Some(found) => {
                    cache.write(&found, session);
                    return Ok(Ok(found));
                }
                None => format!(
                    "`{}` answers ({status}) without a list of places\n  help: look whether `--endpoint` and `PRONTO_BASE_URL` name the API",
                    endpoint.origin()
                ),
            },
            Verdict::Unclear(doubt) => {
                format!("no good answer, however often it is asked: {}\n  help: try again later", doubt.what)
            }
            Verdict::Refused(Refusal { why: Why::Nowhere, .. }) => {
                format!("`{endpoint}` has no list of places\n  help: look at `--endpoint` and `PRONTO_BASE_URL`")
            }
            Verdict::Refused(refusal) => {
                let words = refusal.words(endpoint);
                let said = format!("{}\n  help: {}", words.message, words.help);
                if refusal.status.is_some_and(|status| OTHER_KEY.contains(&status)) {
                    refused = said;
                    continue;
                }
                said
            }
        };
        break;
    }
    Ok(Err(refused))
}
