//! Searches that were started: where one is asked about, and the answers to that.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::search::text;

/// Where all searches are listed.
pub const SEARCHES_PATH: &str = "/searches";

/// The longest ID that is asked for; those of the API have 36 characters.
const LONGEST_ID: usize = 200;

/// Where a search stands, as the API says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// Its ID.
    pub id: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// The API's word for where it stands.
    pub status: Option<String>,
    /// When it was started, as the API writes it.
    pub created_at: Option<String>,
    /// How many leads it has so far.
    pub leads: Option<usize>,
}

/// Where a search stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The API does not say.
    NotKnown,
    /// It is not over. A word that nobody knows counts as this: more words come with time.
    Running,
    /// All leads are there.
    Finished,
    /// It ended without them.
    Failed(Failure),
}

/// Why a search ended without its leads, and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure {
    status: &'static str,
    /// Why.
    pub why: &'static str,
    /// What to do.
    pub help: &'static str,
}

/// Source: the API's page about searches, which lists these as its ends without success.
const FAILURES: [Failure; 4] = [
    Failure {
        status: "RATE_LIMITED",
        why: "LinkedIn's limits stopped it",
        help: "wait some hours; `personac submit --again` starts it anew, and it is paid for again",
    },
    Failure {
        status: "UNAUTHORIZED",
        why: "LinkedIn did not let it in",
        help: "connect the LinkedIn account again in the API's settings, then `personac submit --again`",
    },
    Failure {
        status: "FORBIDDEN",
        why: "the LinkedIn account may not do this",
        help: "look at the connected account and its Sales Navigator seat in the API's settings",
    },
    Failure {
        status: "ERROR",
        why: "the API failed while it was at it",
        help: "ask the API's support about this ID; `personac submit --again` starts it anew, and it is paid for again",
    },
];

impl Followed {
    /// Where it stands.
    pub fn stage(&self) -> Stage {
        let Some(status) = &self.status else { return Stage::NotKnown };
        let is = |word: &str| status.trim().eq_ignore_ascii_case(word);
        if is("FINISHED") {
            return Stage::Finished;
        }
        FAILURES.into_iter().find(|failure| is(failure.status)).map_or(Stage::Running, Stage::Failed)
    }

    /// When it was started.
    pub fn created(&self) -> Option<Timestamp> {
        self.created_at.as_deref()?.trim().parse().ok()
    }

    /// Whether it may be the one that was asked for at this time, under this name: it began at most so much before or
    /// after. What the API does not say excludes nothing, but one of the two must agree.
    pub fn may_be(&self, name: Option<&str>, sent: Timestamp, within: Duration) -> bool {
        let same_name = self.name.as_deref().zip(name).map(|(own, name)| own.trim() == name.trim());
        let near = self.created().map(|created| created.duration_since(sent).unsigned_abs() <= within);
        same_name != Some(false) && near != Some(false) && (same_name, near) != (None, None)
    }

    fn read(search: &Value, outer: &Value) -> Followed {
        let get = |key: &str| {
            let said = |from: &Value| from.get(key).and_then(text).filter(|text| !text.trim().is_empty());
            said(search).or_else(|| said(outer))
        };
        Followed {
            id: get("id").or_else(|| get("_id")),
            name: get("name").or_else(|| get("search_name")),
            status: get("status"),
            created_at: get("created_at"),
            leads: outer.get("leads").or_else(|| search.get("leads")).and_then(Value::as_array).map(Vec::len),
        }
    }
}

/// The path of a search; `None` if the ID cannot be one.
pub fn search_path(id: &str) -> Option<String> {
    let is_bad = |c: char| c == '/' || c == '\\' || c.is_control();
    if id.trim().is_empty() || id.len() > LONGEST_ID || id.contains(is_bad) || matches!(id, "." | "..") {
        return None;
    }
    let mut path = format!("{SEARCHES_PATH}/");
    for byte in id.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => path.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => path.push(char::from(byte)),
            _ => path.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(path)
}

/// The search of an answer: `search`, as the API's page has it, or the answer itself. `None` if it is neither.
pub fn followed(answer: &Value) -> Option<Followed> {
    let inner = ["search", "message"].iter().find_map(|key| answer.get(*key).filter(|inner| inner.is_object()));
    let found = Followed::read(inner.unwrap_or(answer), answer);
    let says = inner.is_some_and(|_| found.id.is_some()) || found.status.is_some() || found.leads.is_some();
    (says || found.id.is_some() && found.name.is_some()).then_some(found)
}

/// The searches of an answer: an array, or an object that holds one. `None` if it is neither.
pub fn searches(answer: &Value) -> Option<Vec<Followed>> {
    let held = |key: &str| answer.get(key).and_then(Value::as_array);
    let all = answer.as_array().or_else(|| ["searches", "data", "results", "message"].into_iter().find_map(held))?;
    let inner = |item: &Value| item.get("search").filter(|inner| inner.is_object()).unwrap_or(item).clone();
    Some(all.iter().filter(|item| item.is_object()).map(|item| Followed::read(&inner(item), item)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn statuses_are_read_wherever_they_stand() {
        for (answer, wanted) in [
            (json!({"search": {"id": "1", "status": "FINISHED"}, "leads": []}), Some(Stage::Finished)),
            (json!({"search": {"id": "1"}, "status": "finished"}), Some(Stage::Finished)),
            (json!({"id": "1", "status": "Ongoing"}), Some(Stage::Running)),
            (json!({"search": {"id": "1", "status": "QUEUED_AGAIN"}}), Some(Stage::Running)),
            (json!({"search": {"id": "1", "status": "rate_limited"}}), Some(Stage::Failed(FAILURES[0]))),
            (json!({"search": {"id": "1"}}), Some(Stage::NotKnown)),
            (json!({"search": {"id": "1", "status": null}}), Some(Stage::NotKnown)),
            (json!({"id": "1", "name": "x"}), Some(Stage::NotKnown)),
            (json!({"id": "1"}), None),
            (json!({"error": "no"}), None),
            (json!([]), None),
            (Value::Null, None),
        ] {
            assert_eq!(followed(&answer).map(|found| found.stage()), wanted, "{answer}");
        }
    }

    #[test]
    fn an_id_is_one_part_of_a_path() {
        assert_eq!(search_path("8e1d-x_1").as_deref(), Some("/searches/8e1d-x_1"));
        assert_eq!(search_path("a b?é#%").as_deref(), Some("/searches/a%20b%3F%C3%A9%23%25"));
        for bad in ["", " ", "a/b", "..", ".", "a\\b", "a\nb", "\0", &"x".repeat(201)] {
            assert_eq!(search_path(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn lists_are_read_in_every_form() {
        let one = json!({"id": 7, "name": "x", "created_at": "2026-01-01T00:00:00Z"});
        for answer in [json!([one]), json!({"searches": [one, null]}), json!({"data": [{"search": one, "leads": []}]})]
        {
            let found = searches(&answer).unwrap_or_default();
            assert_eq!(found.iter().map(|one| one.id.as_deref()).collect::<Vec<_>>(), [Some("7")], "{answer}");
        }
        assert_eq!(searches(&json!({"searches": 7})), None);
        assert_eq!(searches(&Value::Null), None);
    }

    #[test]
    fn a_search_of_the_name_and_the_time_may_be_it() {
        let sent: Timestamp = "2026-01-01T12:00:00Z".parse().expect("a time");
        let may_be = |own: Option<&str>, created: Option<&str>, name: Option<&str>| {
            let (own, created_at) = (own.map(str::to_owned), created.map(str::to_owned));
            let search = Followed { name: own, created_at, ..Followed::default() };
            search.may_be(name, sent, Duration::from_secs(600))
        };
        let (near, far) = (Some("2026-01-01T13:09:59+01:00"), Some("2026-01-01T12:10:01Z"));
        assert!(may_be(Some("a"), near, Some("a")));
        assert!(may_be(Some("a"), near, None), "the persona has no name, and the API gave it one");
        assert!(may_be(Some("a"), None, Some("a")));
        assert!(may_be(Some("a"), Some("yesterday"), Some("a")));
        assert!(!may_be(Some("a"), far, Some("a")));
        assert!(!may_be(Some("b"), near, Some("a")));
        assert!(!may_be(None, None, Some("a")));
    }
}
