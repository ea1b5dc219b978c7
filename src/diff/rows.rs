//! What differs in a persona, as rows that people read: a filter or setting, what that does, and the change.

use super::filters::{Effect, FilterChange};
use super::persona::{Change, Difference};
use super::requests::{RequestChange, Several};
use super::review::Reviewed;
use super::settings::SettingChange;
use super::values::{IN_PERSONA, IN_PROSE, Value, all_in_words, in_words};
use crate::fields::{Kind, Values};
use crate::json::Json;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Our own words.
    Words(String),
    /// What somebody wrote: labels, titles, names. It may hold anything.
    Theirs(String),
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// The filter or the setting.
    pub name: Piece,
    /// What the change does.
    pub effect: Option<Effect>,
    /// The change.
    pub text: Vec<Piece>,
}

/// Values that are shown of one list; JSON has them all.
const MOST_VALUES: usize = 40;

/// Characters that are shown of one value of a setting.
const LONGEST: usize = 160;

/// What differs in a persona.
pub fn rows(reviewed: &Reviewed) -> Vec<Row> {
    match &reviewed.change {
        Change::Errors(..) => vec![],
        Change::Added(outline) | Change::Removed(outline) => {
            let finds = |line: &String| row("finds", None, vec![Piece::Theirs(line.clone())]);
            outline.requests.iter().map(finds).collect()
        }
        Change::Both(difference) => of_difference(difference),
    }
}

/// What else is to be known of a persona, in sentences.
pub fn notes(reviewed: &Reviewed) -> Vec<String> {
    let Change::Both(difference) = &reviewed.change else { return vec![] };
    let untouched = reviewed.untouched && !difference.is_same();
    let why = untouched.then(|| "its own file did not change, but one it uses or `personac.toml` did".to_owned());
    difference.notes.iter().cloned().chain(why).collect()
}

fn of_difference(difference: &Difference) -> Vec<Row> {
    let mut rows = match &difference.requests.change {
        RequestChange::Nothing => vec![],
        RequestChange::Filters(changes) => changes.iter().flat_map(of_filter).collect(),
        RequestChange::Several(several) => of_several(several),
    };
    rows.extend(difference.settings.iter().map(of_setting));
    rows
}

fn of_several(several: &Several) -> Vec<Row> {
    let request = |words: &str, line: &String| row("request", None, vec![said(words), Piece::Theirs(line.clone())]);
    let alike = several.alike.iter().flat_map(|(line, changes)| {
        std::iter::once(request("changed: ", line)).chain(changes.iter().flat_map(of_filter))
    });
    let before = several.before.iter().map(|line| request("no longer sent: ", line));
    let after = several.after.iter().map(|line| request("newly sent: ", line));
    alike.chain(before).chain(after).collect()
}

fn row(name: &str, effect: Option<Effect>, text: Vec<Piece>) -> Row {
    Row { name: said(name), effect, text }
}

fn said(words: &str) -> Piece {
    Piece::Words(words.to_owned())
}

fn of_filter(change: &FilterChange) -> Vec<Row> {
    let (name, is_signal) = (change.field.row().name, change.field.row().is_signal());
    let (come, gone) = match change.excluded {
        true => ("newly excluded", "no longer excluded"),
        false => ("newly asked for", "no longer asked for"),
    };
    let whole = |words: &str, effect, values: &[Value]| match is_signal {
        true => row(name, effect, vec![said(words)]),
        false => row(name, effect, whole_list(&format!("{words}: "), change, values)),
    };
    match (&change.before, &change.after) {
        (None, Some(values)) => vec![whole(come, change.gain, values)],
        (Some(values), None) => vec![whole(gone, change.loss, values)],
        (Some(before), Some(after)) => changed(change, before, after),
        (None, None) => vec![],
    }
}

fn whole_list(words: &str, change: &FilterChange, values: &[Value]) -> Vec<Piece> {
    let (others, values) = all_in_words(change.field, values);
    let but = if others { "anything but " } else { "" };
    with_list(&format!("{words}{but}"), values)
}

/// A list that is asked for before and after.
fn changed(change: &FilterChange, before: &[Value], after: &[Value]) -> Vec<Row> {
    let field = change.field;
    let arrow = || {
        let text = |values| in_words(field, values, IN_PERSONA).join(", ");
        vec![Piece::Theirs(text(before)), said(" → "), Piece::Theirs(text(after))]
    };
    let name = field.row().name;
    if field.row().kind == Kind::Single {
        return vec![row(
            name,
            None,
            [arrow(), vec![said(": which finds more people, LinkedIn alone knows")]].concat(),
        )];
    }
    let words = match change.excluded {
        true => ("newly excluded: ", "no longer excluded: "),
        false => ("gained ", "lost "),
    };
    let part = |words: &str, values: &[Value], effect| {
        let text = with_list(words, in_words(field, values, IN_PROSE));
        (!values.is_empty()).then(|| row(name, effect, text))
    };
    let parts = [part(words.0, &change.gained, change.gain), part(words.1, &change.lost, change.loss)];
    let mut rows: Vec<Row> = parts.into_iter().flatten().collect();
    if matches!(field.row().values, Values::Quantity(..)) {
        match rows.as_mut_slice() {
            [only] => only.text = [arrow(), vec![said(": ")], std::mem::take(&mut only.text)].concat(),
            _ => rows.insert(0, row(name, None, arrow())),
        }
    }
    rows
}

fn with_list(words: &str, values: Vec<String>) -> Vec<Piece> {
    let more = values.len().saturating_sub(MOST_VALUES);
    let mut text = vec![said(words)];
    for (index, value) in values.into_iter().take(MOST_VALUES).enumerate() {
        text.extend((index > 0).then(|| said(", ")));
        text.push(Piece::Theirs(value));
    }
    text.extend((more > 0).then(|| Piece::Words(format!(" and {more} more"))));
    text
}

fn of_setting(change: &SettingChange) -> Row {
    let name = match &change.key {
        Some(key) => Piece::Theirs(format!("{}.{key}", change.setting)),
        None => said(change.setting),
    };
    let value = |value: &Option<Json>| match value {
        Some(json) => Piece::Theirs(short(&serde_json::to_string(json).unwrap_or_default())),
        None => said("not set"),
    };
    let mut text = vec![value(&change.before), said(" → "), value(&change.after)];
    text.extend(change.note.map(|note| Piece::Words(format!(": {note}"))));
    Row { name, effect: None, text }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
