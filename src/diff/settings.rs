//! Settings that differ.

use std::collections::HashMap;

use crate::json::Json;
use crate::settings::{Settings, Split, without_secret};

/// A setting, or a member of one that is an object, that is another one.
#[derive(Debug, Clone)]
pub struct SettingChange {
    /// The setting.
    pub setting: &'static str,
    /// The member, for a setting that is an object.
    pub key: Option<String>,
    /// What it was; none if it was not set. Secrets are left out.
    pub before: Option<Json>,
    /// What it is; none if it is not set. Secrets are left out.
    pub after: Option<Json>,
    /// What that means, where it is not plain.
    pub note: Option<&'static str>,
}

impl SettingChange {
    /// What differs between the settings of a persona.
    pub(super) fn between(before: &Settings, after: &Settings) -> Vec<SettingChange> {
        let pairs = sent(before).into_iter().zip(sent(after));
        let mut changes: Vec<SettingChange> =
            pairs.flat_map(|((setting, old), (_, new))| members(setting, old, new)).filter(Self::is_change).collect();
        for change in &mut changes {
            change.note = change.meaning(before, after);
            change.before.iter_mut().chain(change.after.iter_mut()).for_each(|value| hide(change.setting, value));
        }
        changes
    }

    fn is_change(&self) -> bool {
        let canonical = |value: &Option<Json>| value.as_ref().map(canonical);
        canonical(&self.before) != canonical(&self.after)
    }

    fn meaning(&self, before: &Settings, after: &Settings) -> Option<&'static str> {
        let live = |settings: &Settings| settings.live.unwrap_or(true);
        match (self.setting, live(before), live(after)) {
            ("live", true, false) => Some("it searches the vendor's own database now, no longer LinkedIn itself"),
            ("live", false, true) => Some("it searches LinkedIn itself now, no longer the vendor's own database"),
            ("live", ..) => Some("it searches LinkedIn itself as before"),
            ("limit", ..) if after.limit.is_none() => Some("nothing bounds how many leads are paid for"),
            ("webhook", ..) => self.is_hidden().then_some("only the secret part of the address differs"),
            _ => None,
        }
    }

    /// Whether both sides look alike once their secrets are left out.
    fn is_hidden(&self) -> bool {
        let shown = |value: &Option<Json>| match value {
            Some(Json::Text(address)) => Some(without_secret(address)),
            _ => None,
        };
        shown(&self.before) == shown(&self.after)
    }
}

/// Every setting that is sent or decides how requests are, in the order of the language's table.
fn sent(settings: &Settings) -> Vec<(&'static str, Option<Json>)> {
    let text = |text: &Option<String>| text.clone().map(|text| Json::Text(text.into()));
    let split = match settings.split {
        Split::Never => None,
        Split::Any => Some(Json::Text("any".into())),
        Split::Disjoint => Some(Json::Text("disjoint".into())),
    };
    vec![
        ("name", text(&settings.name)),
        ("webhook", text(&settings.webhook)),
        ("limit", settings.limit.map(Json::whole)),
        ("streaming", settings.streaming.map(Json::Bool)),
        ("scale", settings.scale.map(Json::Bool)),
        ("live", settings.live.map(Json::Bool)),
        ("custom", settings.custom.clone()),
        ("split", split),
        ("raw", (!settings.raw.is_empty()).then(|| Json::Object(settings.raw.clone()))),
    ]
}

/// The pair of values, or the pairs of members if they are objects.
fn members(setting: &'static str, before: Option<Json>, after: Option<Json>) -> Vec<SettingChange> {
    let change = |key, before, after| SettingChange { setting, key, before, after, note: None };
    match (before, after) {
        (Some(Json::Object(old)), Some(Json::Object(new))) => by_member(old, new, change),
        (Some(Json::Object(old)), None) if !old.is_empty() => by_member(old, vec![], change),
        (None, Some(Json::Object(new))) if !new.is_empty() => by_member(vec![], new, change),
        (before, after) => vec![change(None, before, after)],
    }
}

fn by_member(
    old: Vec<(String, Json)>,
    new: Vec<(String, Json)>,
    change: impl Fn(Option<String>, Option<Json>, Option<Json>) -> SettingChange,
) -> Vec<SettingChange> {
    let mut now: HashMap<String, Json> = new.iter().cloned().collect();
    let mut changes = vec![];
    for (key, was) in old {
        let is = now.remove(&key);
        changes.push(change(Some(key), Some(was), is));
    }
    let added = new.into_iter().filter(|(key, _)| now.contains_key(key));
    changes.extend(added.map(|(key, is)| change(Some(key), None, Some(is))));
    changes
}

fn hide(setting: &str, value: &mut Json) {
    if let ("webhook", Json::Text(address)) = (setting, &value) {
        *value = Json::Text(without_secret(address).into());
    }
}

/// The value in a form that is the same for the same value: members in order of their keys, digits as written.
fn canonical(value: &Json) -> String {
    match value {
        Json::Array(values) => {
            let values: Vec<String> = values.iter().map(canonical).collect();
            format!("[{}]", values.join(","))
        }
        Json::Object(members) => canonical_object(members),
        plain => serde_json::to_string(plain).unwrap_or_default(),
    }
}

/// As [`canonical`], for the members of an object.
pub(super) fn canonical_object(members: &[(String, Json)]) -> String {
    let member = |(key, value): &(String, Json)| {
        format!("{}:{}", serde_json::to_string(key).unwrap_or_default(), canonical(value))
    };
    let mut members: Vec<String> = members.iter().map(member).collect();
    members.sort();
    format!("{{{}}}", members.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::SETTINGS;

    #[test]
    fn every_setting_but_the_description_is_compared() {
        let compared: Vec<&str> = sent(&Settings::default()).iter().map(|(name, _)| *name).collect();
        let all: Vec<&str> = SETTINGS.iter().map(|row| row.name).filter(|name| *name != "description").collect();
        assert_eq!(compared, all);
    }

    #[test]
    fn members_have_no_order_and_numbers_have_digits() {
        let object = |text: &str| Json::Object(vec![("a".to_owned(), Json::number(text).expect("a number"))]);
        let two =
            |first: &str, second: &str| Json::Object([first, second].map(|key| (key.to_owned(), Json::Null)).to_vec());
        assert_eq!(canonical(&two("a", "b")), canonical(&two("b", "a")));
        assert_ne!(canonical(&object("12345678901234567890")), canonical(&object("12345678901234567891")));
    }
}
