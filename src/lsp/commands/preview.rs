//! How many people a persona finds. The API is asked as `personac preview` asks it, on a thread of its own: that takes
//! seconds, and editing goes on.

use std::time::Duration;

use gen_lsp_types::{MessageType, ShowMessageParams};
use lsp_server::Notification;
use serde_json::{Value, json};

use super::BodyParams;
use super::body::compiled;
use crate::api::pace::Waiting;
use crate::api::{
    Again, Asker, Caller, Exchange, PREVIEW_PATH, Preview, Question, Verdict, preview, preview_body, verdict,
};
use crate::cli::access::unattended;
use crate::cli::messages::Problem;
use crate::cli::preview::{NOT_NEEDED, people};
use crate::lsp::failure::Failure;
use crate::lsp::requests::Work;
use crate::lsp::server::Server;
use crate::settings::Overrides;

/// Compile a persona as it is sent, and be ready to ask.
///
/// # Errors
///
/// If there is no such persona, or it does not compile.
pub fn begin(server: &Server, asked: BodyParams) -> Result<Work, Failure> {
    let view = server.view(&asked.uri)?;
    let mut overrides = Overrides::default();
    overrides.layer.leave_out(NOT_NEEDED);
    let checked = view.check_to_send(&overrides);
    let persona = compiled(&view, &checked, asked.persona.as_deref())?;
    let bodies: Vec<Vec<u8>> = persona.bodies().iter().map(preview_body).collect();
    let title = asked.persona.unwrap_or_else(|| view.source.name().to_owned());
    Ok(Box::new(move |client| {
        let found = ask_all(&bodies)?;
        let sum = found.iter().fold(0, |sum: u64, found| sum.saturating_add(found.total));
        let said = said(sum, bodies.len());
        // An editor that knows nothing of the command does nothing with its result.
        let params = ShowMessageParams { kind: MessageType::Info, message: format!("{title}: {said}") };
        client.send(Notification::new("window/showMessage".to_owned(), params));
        Ok(result(&found, sum, &said))
    }))
}

fn said(sum: u64, requests: usize) -> String {
    let people = people(sum);
    if requests > 1 { format!("{people} in {requests} requests together") } else { people }
}

fn result(found: &[Preview], sum: u64, said: &str) -> Value {
    let one = |found: &Preview| json!({ "total_count": found.total, "leads": found.leads });
    let requests: Vec<Value> = found.iter().map(one).collect();
    json!({ "text": said, "total_count": sum, "requests": requests })
}

fn ask_all(bodies: &[Vec<u8>]) -> Result<Vec<Preview>, Failure> {
    let failed = |problem: Problem| Failure::failed(problem.to_string());
    let mut caller = unattended().map_err(failed)?;
    bodies.iter().map(|body| ask(&mut caller, body)).collect()
}

fn ask(caller: &mut Caller, body: &[u8]) -> Result<Preview, Failure> {
    let question = Question::Post(PREVIEW_PATH, body);
    let exchange = caller.ask(&question, Again::Freely, &mut Silent);
    let exchange = exchange.map_err(|problem: Problem| Failure::failed(problem.to_string()))?;
    let endpoint = caller.client.endpoint();
    match verdict(&exchange) {
        Verdict::Refused(refusal) => {
            let words = refusal.words(endpoint);
            Err(Failure::failed(format!("{}\n  help: {}", words.message, words.help)))
        }
        Verdict::Unclear(doubt) => Err(Failure::failed(format!("no count, however often it is asked: {}", doubt.what))),
        Verdict::Done { status, answer } => preview(&answer)
            .ok_or_else(|| Failure::failed(format!("`{}` answers ({status}) without a count", endpoint.origin()))),
    }
}

/// Asks without a word.
struct Silent;

impl Asker for Silent {
    type Error = Problem;

    fn begins(&mut self) -> Result<(), Problem> {
        Ok(())
    }

    fn ended(&mut self, _exchange: &Exchange) -> Result<(), Problem> {
        Ok(())
    }

    fn waits(&mut self, _waiting: Waiting) {}

    fn again(&mut self, _exchange: &Exchange, _wait: Duration) -> bool {
        true
    }
}
