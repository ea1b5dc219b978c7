//! An audience in plain words that somebody who never saw a persona can check.
//!
//! What is said of a field is its row in [`crate::fields::PHRASES`]; this module makes English of the values and puts
//! the parts together.

mod article;
mod delivery;
mod document;
mod markdown;
mod people;
mod piece;
mod quantity;
mod terminal;
mod words;

use serde::Serialize;

pub use document::{Document, document};
pub use markdown::markdown;
pub use piece::{Piece, in_words};
pub use terminal::{Look, terminal};
pub use words::{Named, Words};

use crate::algebra::{Request, ValueSet};
use crate::audience::Audience;
use crate::project::LabelBook;
use crate::settings::Split;

/// An audience in words.
#[derive(Debug)]
pub struct Description {
    /// What the search is called.
    pub name: Option<String>,
    /// What each of its requests asks for; several find whom any of them finds.
    pub requests: Vec<Told>,
    /// Whether nobody is found by two of them.
    pub apart: bool,
    /// What becomes of the people.
    pub delivery: Vec<Piece>,
    /// At most this many of each request.
    pub limit: Option<u64>,
    /// The host that leads are delivered to, if it is known.
    pub webhook_host: Option<String>,
    /// Request keys that personac does not know.
    pub unknown_keys: Vec<String>,
}

/// A request in words.
#[derive(Debug)]
pub struct Told {
    /// The people: "people who …", without a full stop.
    pub people: Vec<Piece>,
    /// Its filters, in the order of the body.
    pub filters: Vec<Filtered>,
}

/// The values of one request key.
#[derive(Debug, Serialize)]
pub struct Filtered {
    /// The field.
    pub field: &'static str,
    /// The request key.
    pub key: &'static str,
    /// Whether people with these values are left out.
    pub excluded: bool,
    /// The values, in the order of the body; none for a signal.
    pub values: Vec<Named>,
}

/// Say whom `audience` asks for; `labels` knows the names of numbers.
pub fn describe(audience: &Audience, labels: &LabelBook) -> Description {
    let words = Words::new(audience, labels);
    let settings = &audience.settings;
    let told = |request| Told { people: people::people(request, &words), filters: filters(request, &words) };
    Description {
        name: settings.name.clone().filter(|name| !name.is_empty()),
        requests: audience.requests.iter().map(told).collect(),
        apart: settings.split == Split::Disjoint,
        delivery: delivery::delivery(settings, audience.requests.len()),
        limit: settings.limit,
        webhook_host: settings.webhook.as_deref().and_then(delivery::host).map(str::to_owned),
        unknown_keys: settings.raw.iter().map(|(key, _)| key.clone()).collect(),
    }
}

fn filters(request: &Request, words: &Words) -> Vec<Filtered> {
    let mut all = vec![];
    for filter in &request.filters {
        let row = filter.field.row();
        let named = |values: &ValueSet| -> Vec<Named> {
            let values = if row.is_signal() { vec![] } else { words.in_order(filter, values) };
            values.into_iter().map(|value| words.named(filter.field, value)).collect()
        };
        let told = |key, excluded, values| Filtered { field: row.name, key, excluded, values };
        all.extend(filter.includes.iter().map(|values| told(row.include, false, named(values))));
        if let (Some(key), false) = (row.exclude, filter.exclude.is_empty()) {
            all.push(told(key, true, named(&filter.exclude)));
        }
    }
    all
}
