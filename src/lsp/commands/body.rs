//! The bodies of the requests of a persona, as `personac build` prints them. What comes from the environment stands as
//! it is written: it is most often a secret.

use serde::{Deserialize, Serialize};

use super::BodyParams;
use crate::check::{Checked, Compiled};
use crate::emit::pretty;
use crate::lsp::failure::Failure;
use crate::lsp::server::Server;
use crate::lsp::view::View;
use crate::render::brief;
use crate::wording::counted;

/// A document that is in no file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Shown {
    /// Its address, under which an editor may show it.
    pub uri: String,
    /// Its text: a body, or a list of several.
    pub text: String,
    /// The bodies, each as it is sent.
    pub bodies: Vec<String>,
}

/// The bodies of the requests of a persona.
///
/// # Errors
///
/// If there is no such persona, or it does not compile.
pub fn body(server: &Server, asked: BodyParams) -> Result<Shown, Failure> {
    let view = server.view(&asked.uri)?;
    let checked = view.checked();
    let persona = compiled(&view, &checked, asked.persona.as_deref())?;
    let bodies: Vec<String> = persona.bodies().iter().map(pretty).collect();
    let text = match bodies.as_slice() {
        [only] => only.clone(),
        several => list(several),
    };
    let path = view.uri.as_ref().split_once(':').map_or("", |(_, path)| path);
    let key = asked.persona.as_deref().unwrap_or("body");
    Ok(Shown { uri: format!("personac-body:{path}/{}.json", crate::lsp::uri::encoded(key)), text, bodies })
}

/// The persona that is asked for, compiled.
///
/// # Errors
///
/// If there is none, or it does not compile.
pub fn compiled<'a>(view: &View, checked: &'a Checked, key: Option<&str>) -> Result<&'a Compiled, Failure> {
    if let Some(first) = checked.diagnostics.iter().find(|finding| finding.is_error()) {
        let (name, errors) = (view.source.name(), counted(checked.errors(), "error"));
        return Err(Failure::failed(format!("`{name}` has {errors}: {}", brief(&first.message))));
    }
    let is_it = |persona: &&Compiled| persona.key.as_deref() == key;
    let found = checked.personas.iter().find(is_it);
    found.ok_or_else(|| {
        Failure::failed(match key {
            Some(key) => format!("no persona of `{}` is called `{key}`", view.source.name()),
            None => format!("`{}` is no persona of its own", view.source.name()),
        })
    })
}

/// Bodies as one document.
fn list(bodies: &[String]) -> String {
    let indented = |body: &String| {
        let lines: Vec<String> = body.trim_end().lines().map(|line| format!("  {line}")).collect();
        lines.join("\n")
    };
    format!("[\n{}\n]\n", bodies.iter().map(indented).collect::<Vec<_>>().join(",\n"))
}
