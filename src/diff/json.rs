//! A review as JSON, for programs. Its shape is promised: members may be added, none goes away or changes its meaning.

use serde::Serialize;

use super::filters::{Effect, FilterChange};
use super::persona::Change;
use super::requests::RequestChange;
use super::review::{Review, Reviewed};
use super::rows::notes;
use super::settings::SettingChange;
use super::values::Value;
use crate::json::Json;
use crate::render::json_document;

#[derive(Serialize)]
struct Document<'a> {
    before: &'a str,
    after: &'a str,
    changed: bool,
    unchanged: usize,
    personas: Vec<Persona<'a>>,
}

#[derive(Serialize)]
struct Persona<'a> {
    file: &'a str,
    was: Option<&'a str>,
    persona: Option<&'a str>,
    state: &'static str,
    verdict: Option<&'static str>,
    reason: Option<&'static str>,
    filters: Vec<Filter<'a>>,
    settings: Vec<Setting<'a>>,
    requests: Requests<'a>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Filter<'a> {
    filter: &'static str,
    excluded: bool,
    change: &'static str,
    before: Option<&'a [Value]>,
    after: Option<&'a [Value]>,
    gained: &'a [Value],
    gain: Option<&'static str>,
    lost: &'a [Value],
    loss: Option<&'static str>,
}

#[derive(Serialize)]
struct Setting<'a> {
    setting: &'static str,
    key: Option<&'a str>,
    before: Option<&'a Json>,
    after: Option<&'a Json>,
    note: Option<&'static str>,
}

/// Requests as lines of a persona, where they cannot be compared filter by filter.
#[derive(Serialize, Default)]
struct Requests<'a> {
    same: usize,
    changed: Vec<Changed<'a>>,
    before: &'a [String],
    after: &'a [String],
}

/// A request that differs little from one before.
#[derive(Serialize)]
struct Changed<'a> {
    after: &'a str,
    filters: Vec<Filter<'a>>,
}

/// The review as JSON, indented.
pub fn json(review: &Review) -> String {
    let document = Document {
        before: &review.before,
        after: &review.after,
        changed: review.is_difference(),
        unchanged: review.unchanged,
        personas: review.personas.iter().map(persona).collect(),
    };
    json_document(&document)
}

fn persona(one: &Reviewed) -> Persona<'_> {
    let mut persona = Persona {
        file: &one.file,
        was: one.was.as_deref(),
        persona: one.key.as_deref(),
        state: "errors",
        verdict: None,
        reason: None,
        filters: vec![],
        settings: vec![],
        requests: Requests::default(),
        notes: notes(one),
    };
    match &one.change {
        Change::Errors(..) => persona.reason = one.meaning(),
        Change::Added(outline) => {
            (persona.state, persona.requests.after) = ("added", &outline.requests);
        }
        Change::Removed(outline) => {
            (persona.state, persona.requests.before) = ("removed", &outline.requests);
        }
        Change::Both(both) => {
            persona.state = if both.is_same() { "same" } else { "changed" };
            persona.verdict = Some(both.verdict.word());
            persona.reason = both.verdict.meaning();
            persona.settings = both.settings.iter().map(setting).collect();
            persona.requests.same = both.requests.same;
            match &both.requests.change {
                RequestChange::Nothing => {}
                RequestChange::Filters(changes) => persona.filters = changes.iter().map(filter).collect(),
                RequestChange::Several(several) => {
                    (persona.requests.before, persona.requests.after) = (&several.before, &several.after);
                    persona.requests.changed = several.alike.iter().map(changed).collect();
                }
            }
        }
    }
    persona
}

fn changed((line, changes): &(String, Vec<FilterChange>)) -> Changed<'_> {
    Changed { after: line, filters: changes.iter().map(filter).collect() }
}

fn filter(change: &FilterChange) -> Filter<'_> {
    Filter {
        filter: change.field.row().name,
        excluded: change.excluded,
        change: match (&change.before, &change.after) {
            (None, _) => "added",
            (_, None) => "dropped",
            _ => "changed",
        },
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        gained: &change.gained,
        gain: change.gain.map(Effect::word),
        lost: &change.lost,
        loss: change.loss.map(Effect::word),
    }
}

fn setting(change: &SettingChange) -> Setting<'_> {
    Setting {
        setting: change.setting,
        key: change.key.as_deref(),
        before: change.before.as_ref(),
        after: change.after.as_ref(),
        note: change.note,
    }
}
