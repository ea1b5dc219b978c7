//! What would be sent, without the key.

use serde::Serialize;

use super::plan::Plan;
use super::show::why_not;
use crate::api::{Endpoint, KEY_HEADER, MASK};
use crate::cli::arguments::OutputFormat;
use crate::cli::messages::Problem;
use crate::cli::session::{Session, print};
use crate::emit::{Body, SEARCH_PATH, pretty};
use crate::render::{json_document, visible};

/// A request that would be sent, for programs.
#[derive(Serialize)]
struct Document<'a> {
    file: &'a str,
    persona: Option<&'a str>,
    part: Option<usize>,
    digest: &'a str,
    sends: bool,
    why_not: Option<String>,
    method: &'static str,
    url: &'a str,
    headers: Headers,
    body: &'a Body,
}

/// The headers that matter.
#[derive(Serialize)]
struct Headers {
    #[serde(rename = "Content-Type")]
    content_type: &'static str,
    #[serde(rename = "X-API-KEY")]
    key: &'static str,
}

const HEADERS: Headers = Headers { content_type: "application/json", key: MASK };

/// Print what would be sent.
///
/// # Errors
///
/// If nobody reads the output.
pub fn dry_run(plan: &Plan, endpoint: &Endpoint, session: &Session) -> Result<(), Problem> {
    let url = endpoint.at(SEARCH_PATH);
    if session.global.output_format == OutputFormat::Json {
        let documents = plan.jobs.iter().map(|(job, fate)| Document {
            file: &job.origin.file,
            persona: job.persona.as_deref(),
            part: job.part.map(|(part, _)| part),
            digest: &job.digest,
            sends: fate.is_sent(),
            why_not: why_not(fate, plan),
            method: "POST",
            url: &url,
            headers: HEADERS,
            body: &job.body,
        });
        let all: Vec<Document> = documents.collect();
        return print(json_document(&all).as_bytes());
    }
    for (index, (job, _)) in plan.jobs.iter().filter(|(_, fate)| fate.is_sent()).enumerate() {
        let between = if index > 0 { "\n" } else { "" };
        let headers = format!("Content-Type: {}\n{KEY_HEADER}: {}\n", HEADERS.content_type, HEADERS.key);
        let text = format!("{between}POST {url}\n{headers}\n{}", pretty(&job.body));
        print(visible(&text).as_bytes())?;
    }
    Ok(())
}
