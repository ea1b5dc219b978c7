//! The requests that personas ask for, each with all that is needed to send it and to speak of it.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value;

use crate::api::{digest, preview_body};
use crate::audience::Audience;
use crate::check::Compiled;
use crate::emit::Body;
use crate::fields::FieldId;
use crate::lint::Lints;
use crate::settings::{secrets_of, without_secret};
use crate::source::Sources;

/// A persona file that compiled.
#[derive(Debug)]
pub struct Origin {
    /// How messages call it.
    pub file: String,
    /// The files that findings point into.
    pub sources: Sources,
    /// The lints that its project wants.
    pub lints: Arc<Lints>,
    /// The journal of its project.
    pub journal: PathBuf,
    /// The file as the journal names it.
    pub recorded: Option<String>,
}

/// One request.
#[derive(Debug)]
pub struct Job {
    /// Where it comes from.
    pub origin: Rc<Origin>,
    /// The key of its persona, if that is a block.
    pub persona: Option<String>,
    /// Which of the persona's bodies, from 1, and how many there are, if there are several.
    pub part: Option<(usize, usize)>,
    /// Whether its file asks for nothing else.
    pub is_alone: bool,
    /// What it was made of.
    pub audience: Rc<Audience>,
    /// What is sent.
    pub body: Body,
    /// The same, byte for byte.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub digest: String,
    /// SHA-256 of what decides who is found.
    pub audience_digest: String,
}

/// The requests of a persona.
pub fn jobs(origin: &Rc<Origin>, persona: Compiled) -> Vec<Job> {
    let bodies = persona.bodies();
    let (audience, count) = (Rc::new(persona.audience), bodies.len());
    let one = |(index, body): (usize, Body)| {
        let bytes = serde_json::to_vec(&body).unwrap_or_default();
        Job {
            origin: Rc::clone(origin),
            persona: persona.key.clone(),
            part: (count > 1).then_some((index + 1, count)),
            is_alone: persona.key.is_none() && count == 1,
            audience: Rc::clone(&audience),
            digest: digest(&bytes),
            audience_digest: audience_digest(&body),
            bytes,
            body,
        }
    };
    bodies.into_iter().enumerate().map(one).collect()
}

/// SHA-256 of what decides who is found, in whichever order its values are listed.
fn audience_digest(body: &Body) -> String {
    let mut deciding: Value = serde_json::from_slice(&preview_body(body)).unwrap_or_default();
    for (key, value) in deciding.as_object_mut().into_iter().flatten() {
        if let (Some(_), Value::Array(values)) = (FieldId::of_key(key), value) {
            values.sort_by_key(Value::to_string);
        }
    }
    digest(deciding.to_string().as_bytes())
}

impl Job {
    /// What the search is called: its name, or else its file.
    pub fn title(&self) -> String {
        self.name().map_or_else(|| self.place(), str::to_owned)
    }

    /// The name of the search.
    pub fn name(&self) -> Option<&str> {
        match self.body.get("name") {
            Some(crate::json::Json::Text(name)) => Some(name),
            _ => None,
        }
    }

    /// The file, with the key of the persona and the part where there are several.
    pub fn place(&self) -> String {
        let key = self.persona.as_ref().map_or_else(String::new, |key| format!(", {key}"));
        let part = self.part.map_or_else(String::new, |(part, of)| format!(", {part} of {of}"));
        format!("{}{key}{part}", self.origin.file)
    }

    /// As much of its digest as commands take for it.
    pub fn short_digest(&self) -> &str {
        self.digest.get(..8).unwrap_or_default()
    }

    /// The address that leads are delivered to, without its secret.
    pub fn webhook(&self) -> Option<String> {
        self.audience.settings.webhook.as_deref().map(without_secret)
    }

    /// A text of the API, without the secret of the webhook.
    pub fn hide_in(&self, text: &str) -> String {
        let Some(webhook) = self.audience.settings.webhook.as_deref() else { return text.to_owned() };
        let whole = text.replace(webhook, &without_secret(webhook));
        secrets_of(webhook).into_iter().fold(whole, |text, secret| text.replace(secret, "…"))
    }
}
