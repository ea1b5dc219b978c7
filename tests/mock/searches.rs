//! `GET /searches` and `GET /searches/{id}`: what was submitted, and how far it is.

use std::hash::{BuildHasher, RandomState};

use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::Answer;
use super::plan::Random;
use super::settings::{Settings, StatusPlace};
use super::submission::{self, Refusal};

/// One search.
#[derive(Debug, Clone)]
pub struct Search {
    pub id: String,
    pub created_at: String,
    name: String,
    looks: usize,
}

/// All searches, in the order in which they were made.
#[derive(Debug)]
pub struct Searches {
    random: Random,
    all: Vec<Search>,
}

impl Default for Searches {
    /// Empty. IDs differ between mocks, as they do between days of the API.
    fn default() -> Self {
        Self { random: Random(RandomState::new().hash_one(0)), all: Vec::new() }
    }
}

impl Searches {
    /// Makes one under a new ID.
    pub fn make(&mut self, name: &str) -> Search {
        let (high, low) = (self.random.number(), self.random.number());
        let groups =
            (high >> 32, high >> 16 & 0xffff, high & 0xfff, low >> 48 & 0x3fff | 0x8000, low & 0xffff_ffff_ffff);
        let id = format!("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", groups.0, groups.1, groups.2, groups.3, groups.4);
        self.add(&id, name)
    }

    /// Makes one under an ID.
    pub fn add(&mut self, id: &str, name: &str) -> Search {
        let created_at = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let search = Search { id: id.to_owned(), created_at, name: name.to_owned(), looks: 0 };
        self.all.push(search.clone());
        search
    }

    /// All of them.
    pub fn list(&self) -> Answer {
        let all: Vec<Value> = self.all.iter().map(Search::json).collect();
        Answer::json(200, &Value::Array(all))
    }

    /// One of them, one status further than the look before.
    ///
    /// # Errors
    ///
    /// If there is none with the ID.
    pub fn look(&mut self, id: &str, settings: &Settings) -> Result<Answer, Refusal> {
        let search = self.all.iter_mut().find(|search| search.id == id);
        let search = search.ok_or_else(|| (404, "Search not found".to_owned()))?;
        let status = settings.statuses.get(search.looks).or(settings.statuses.last()).map(String::as_str);
        search.looks += 1;
        let mut answer = json!({ "search": search.json(), "leads": leads(status) });
        match settings.status_place {
            StatusPlace::Search => answer["search"]["status"] = json!(status),
            StatusPlace::Top => answer["status"] = json!(status),
            StatusPlace::Nowhere => {}
        }
        Ok(Answer::json(200, &answer))
    }
}

impl Search {
    fn json(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "created_at": self.created_at })
    }
}

/// Two leads once it is finished, one of them not what was asked for.
fn leads(status: Option<&str>) -> Vec<Value> {
    let shown = if status == Some("FINISHED") { 2 } else { 0 };
    (0..shown).map(lead).collect()
}

fn lead(index: u64) -> Value {
    let person = submission::lead(index);
    let (status, reasons) = if index == 0 { ("QUALIFIED", vec![]) } else { ("DISQUALIFIED", vec!["title"]) };
    json!({
        "lead": {
            "full_name": person["full_name"], "title": person["current_title"], "lk_headline": person["headline"],
            "linkedin_profile_url": person["profile_url"], "most_probable_email": null, "phones": [],
            "status": status, "rejection_reason": reasons,
        },
        "company": { "name": person["current_company"], "employee_range": "51-200" },
    })
}
