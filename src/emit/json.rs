//! The body of a request, byte for byte.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::in_source_order;
use crate::algebra::{Filter, Literal, Request};
use crate::fields::{Kind, Values};
use crate::json::Json;
use crate::render::json_document;
use crate::resolve::Atoms;
use crate::settings::Settings;

/// The body of one request: its keys in the order in which they are sent.
#[derive(Debug, Clone, Default)]
pub struct Body {
    members: Vec<(Cow<'static, str>, Json)>,
}

impl Body {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.members.iter().find(|(own, _)| own == key).map(|(_, value)| value)
    }

    /// The keys and their values, in the order in which they are sent.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.members.iter().map(|(key, value)| (key.as_ref(), value))
    }

    fn set(&mut self, key: impl Into<Cow<'static, str>>, value: Json) {
        self.members.push((key.into(), value));
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.members.len()))?;
        for (key, value) in &self.members {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The body for `request`; `part` is its number, from 1, and how many there are.
pub fn body(
    request: &Request,
    literals: &[Literal],
    atoms: &Atoms,
    settings: &Settings,
    part: Option<(usize, usize)>,
) -> Body {
    let mut body = Body::default();
    if let Some(name) = &settings.name {
        body.set("name", Json::Text(part.map_or_else(|| name.clone(), |(n, of)| format!("{name} ({n}/{of})")).into()));
    }
    if let Some(webhook) = &settings.webhook {
        body.set("webhook_url", Json::Text(webhook.clone().into()));
    }
    filters(&mut body, request, literals, atoms, true);
    options(&mut body, settings);
    filters(&mut body, request, literals, atoms, false);
    if let Some(custom) = &settings.custom {
        body.set("custom", custom.clone());
    }
    for (key, value) in &settings.raw {
        body.set(key.clone(), value.clone());
    }
    body
}

fn options(body: &mut Body, settings: &Settings) {
    if let Some(limit) = settings.limit {
        body.set("limit", Json::whole(limit));
    }
    for (key, value) in [("streaming", settings.streaming), ("scale", settings.scale), ("live", settings.live)] {
        if let Some(value) = value {
            body.set(key, Json::Bool(value));
        }
    }
}

fn filters(body: &mut Body, request: &Request, literals: &[Literal], atoms: &Atoms, before_options: bool) {
    for filter in request.filters.iter().filter(|filter| filter.field.row().before_options == before_options) {
        let row = filter.field.row();
        if let Some(values) = filter.includes.first() {
            let values = in_source_order(values, filter, literals);
            body.set(row.include, included(filter, &values, atoms));
        }
        if let (Some(key), false) = (row.exclude, filter.exclude.is_empty()) {
            let values = in_source_order(&filter.exclude, filter, literals);
            body.set(key, list(filter, &values, atoms));
        }
    }
}

fn included(filter: &Filter, values: &[u32], atoms: &Atoms) -> Json {
    let row = filter.field.row();
    match (row.kind, row.values, values) {
        (Kind::Signal, Values::Signal(None), _) => Json::Bool(true),
        (Kind::Single, _, [value, ..]) => Json::Text(atoms.wire(filter.field, *value)),
        _ => list(filter, values, atoms),
    }
}

fn list(filter: &Filter, values: &[u32], atoms: &Atoms) -> Json {
    Json::texts(values.iter().map(|value| atoms.wire(filter.field, *value)))
}

/// The body as it is written to a file: two-space indented, with a newline at the end. What a terminal must not see is
/// escaped.
pub fn pretty(body: &Body) -> String {
    json_document(body)
}
