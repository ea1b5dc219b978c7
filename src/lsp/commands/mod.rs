//! `workspace/executeCommand` and `personac/body`: what code lenses do, and what an editor's plugin may ask for.

mod body;
#[cfg(feature = "http")]
mod preview;

use gen_lsp_types::{ExecuteCommandParams, LspRequestMethod, MessageDirection, Request, Uri};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use body::{Shown, body};

use super::failure::Failure;
use super::requests::Begun;
use super::server::Server;
use crate::explain::Topic;

/// Shows the bodies of the requests of a persona: the address of a file, the key of a persona or `null`.
pub const SHOW_BODY: &str = "personac.showBody";

/// The page of a code, a rule, a filter or a setting: its name.
pub const EXPLAIN: &str = "personac.explain";

/// Counts whom a persona finds: the address of a file, the key of a persona or `null`.
#[cfg(feature = "http")]
pub const PREVIEW: &str = "personac.preview";

/// Every command.
pub fn all() -> Vec<String> {
    let names: &[&str] = &[
        SHOW_BODY,
        EXPLAIN,
        #[cfg(feature = "http")]
        PREVIEW,
    ];
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// `personac/body`: as the command [`SHOW_BODY`], for a view that follows the text.
#[derive(Debug)]
pub enum BodyRequest {}

/// Which persona is asked for.
#[derive(Debug, Serialize, Deserialize)]
pub struct BodyParams {
    /// The file.
    pub uri: Uri,
    /// The key of the persona, if it is a block.
    #[serde(default)]
    pub persona: Option<String>,
}

impl Request for BodyRequest {
    type Params = BodyParams;
    type Result = Shown;
    const METHOD: LspRequestMethod<'static> = LspRequestMethod::Custom("personac/body");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ClientToServer;
}

/// Execute a command.
///
/// # Errors
///
/// If there is no such command, or it cannot be executed; the message says why.
pub fn execute(server: &Server, params: ExecuteCommandParams) -> Result<Option<Value>, Failure> {
    let arguments = params.arguments.unwrap_or_default();
    match params.command.as_str() {
        SHOW_BODY => {
            let shown = body(server, persona(&arguments)?)?;
            Ok(serde_json::to_value(shown).ok())
        }
        EXPLAIN => explain(&arguments).map(Some),
        other => Err(Failure::invalid(format!("there is no command `{other}`"))),
    }
}

/// Begin a command that takes long; `None` if it does not.
pub fn begin(server: &Server, params: ExecuteCommandParams) -> Option<Begun> {
    #[cfg(feature = "http")]
    if params.command == PREVIEW {
        let asked = persona(&params.arguments.unwrap_or_default());
        return Some(asked.and_then(|asked| preview::begin(server, asked)));
    }
    let _ = (server, params);
    None
}

/// The persona that arguments name.
///
/// # Errors
///
/// If they are not a file's address and a key.
pub fn persona(arguments: &[Value]) -> Result<BodyParams, Failure> {
    let wrong = || Failure::invalid("the arguments are the address of a file, and the key of a persona or `null`");
    let uri = arguments.first().and_then(Value::as_str).ok_or_else(wrong)?;
    let persona = match arguments.get(1) {
        None | Some(Value::Null) => None,
        Some(Value::String(key)) => Some(key.clone()),
        Some(_) => return Err(wrong()),
    };
    Ok(BodyParams { uri: Uri::from(uri), persona })
}

fn explain(arguments: &[Value]) -> Result<Value, Failure> {
    let name = arguments.first().and_then(Value::as_str);
    let name = name.ok_or_else(|| Failure::invalid("the argument is a code, a rule, a filter or a setting"))?;
    let topic = Topic::find(name).ok_or_else(|| Failure::invalid(format!("nothing is called `{name}`")))?;
    Ok(json!({ "text": topic.page() }))
}
