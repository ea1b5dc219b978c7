//! What the API said about places, kept for a while: places do not move.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::api::{Place, digest};
use crate::cli::directories::{Kept, directory};
use crate::cli::session::Session;
use crate::disk::{read_text, reason, write_whole};

/// How long an answer counts, in seconds: 30 days.
const KEPT: u64 = 30 * 24 * 60 * 60;

/// The answer to one question.
pub struct Cache {
    path: Option<PathBuf>,
    service: String,
    query: String,
}

/// What is in the file.
#[derive(Serialize, Deserialize)]
struct Answer {
    service: String,
    query: String,
    /// When the API was asked, in seconds since 1970.
    asked: u64,
    places: Vec<Place>,
}

impl Cache {
    /// Where the answer of a service about a folded name is kept.
    pub fn of(service: &str, query: &str) -> Cache {
        let digest = digest(format!("{service}\n{query}").as_bytes());
        let name = format!("places-{}.json", digest.get(..16).unwrap_or(&digest));
        let path = directory(Kept::Cache).map(|directory| directory.join(name));
        Cache { path, service: service.to_owned(), query: query.to_owned() }
    }

    /// What is known. A file that cannot be read, is broken, about something else or too old is as good as none.
    pub fn read(&self) -> Option<Vec<Place>> {
        let kept: Answer = serde_json::from_str(&read_text(self.path.as_deref()?).ok()?).ok()?;
        let is_fresh = now().checked_sub(kept.asked).is_some_and(|age| age < KEPT);
        (is_fresh && kept.service == self.service && kept.query == self.query).then_some(kept.places)
    }

    /// Keep an answer, unless it is that there is nothing: that may change. It is no loss if it cannot be kept.
    pub fn write(&self, places: &[Place], session: &Session) {
        let Some(path) = self.path.as_deref().filter(|_| !places.is_empty()) else { return };
        let (service, query) = (self.service.clone(), self.query.clone());
        let kept = Answer { service, query, asked: now(), places: places.to_vec() };
        let text = serde_json::to_string(&kept).unwrap_or_default();
        if let Err(error) = write_whole(path, &text) {
            session.say(&format!("the answer is not kept: `{}` cannot be written: {}", path.display(), reason(&error)));
        }
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
