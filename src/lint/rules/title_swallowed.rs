use std::collections::{HashMap, HashSet};

use super::{Look, lint};
use crate::algebra::Literal;
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::lint::Persona;
use crate::lint::title_words::{Excluded, may_hold};
use crate::report::Report;
use crate::source::{FileId, Location};
use crate::tables::{ClosedLookup, FUNCTIONS};
use crate::wording;

lint! {
    /// An excluded title is a part of an included one.
    ///
    /// LinkedIn excludes every title that holds the excluded words. Excluding `Sales` drops the interns, and every `VP
    /// of Sales` with them: the leads that the persona is there for are never delivered.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in ["VP of Sales", "Chief Revenue Officer"]
    /// and title not in [Sales]
    /// ```
    ///
    /// ## Use instead
    ///
    /// Exclude the whole titles that are not wanted:
    ///
    /// ```persona
    /// title in ["VP of Sales", "Chief Revenue Officer"]
    /// and title not in ["Sales Intern", "Sales Assistant"]
    /// ```
    Warning "P601" "title-swallowed" in build: Look::Persona(look)
}

/// Up to this many pairs of titles are compared one by one before their words are read.
const FEW_PAIRS: usize = 1000;

/// Included titles that a message names.
const MOST_NAMED: usize = 3;

/// An excluded title, and the included ones that hold its words.
struct Swallower {
    exclude: u32,
    included: Vec<u32>,
}

fn look(persona: &Persona, report: &mut Report) {
    for name in ["title", "past_title"] {
        let Some(field) = FieldId::find(name) else { continue };
        let all = swallowers(persona, field);
        if all.is_empty() {
            continue;
        }
        let places = Places::new(&persona.resolved.literals, field);
        for swallower in &all {
            if let Some(found) = finding(persona, field, swallower, &places) {
                report.push(found);
            }
        }
    }
}

/// What every request excludes of what it includes.
fn swallowers(persona: &Persona, field: FieldId) -> Vec<Swallower> {
    let mut all: Vec<Swallower> = vec![];
    let mut known: HashMap<u32, usize> = HashMap::new();
    let mut seen = HashSet::new();
    for filter in persona.requests.iter().filter_map(|request| request.filter(field)) {
        if filter.exclude.is_empty() || filter.includes.is_empty() {
            continue;
        }
        let text = |value: u32| persona.resolved.atoms.label(field, value);
        let includes = || filter.includes.iter().flat_map(crate::algebra::ValueSet::iter);
        let may_hold = |exclude: u32| includes().any(|include| may_hold(&text(include), &text(exclude)));
        let few = filter.exclude.len() * includes().count() <= FEW_PAIRS;
        if few && !filter.exclude.iter().any(may_hold) {
            continue;
        }
        let excluded = Excluded::new(filter.exclude.iter().map(|value| (value, text(value))));
        for included in includes() {
            for exclude in excluded.inside(&text(included)) {
                if exclude == included || !seen.insert((exclude, included)) {
                    continue;
                }
                let index = *known.entry(exclude).or_insert_with(|| {
                    all.push(Swallower { exclude, included: vec![] });
                    all.len() - 1
                });
                all[index].included.push(included);
            }
        }
    }
    all
}

/// Where titles are included and excluded.
struct Places(HashMap<(bool, u32), Location>);

impl Places {
    fn new(literals: &[Literal], field: FieldId) -> Self {
        let mut places = HashMap::new();
        for literal in literals.iter().filter(|literal| literal.field == field) {
            for (index, value) in literal.listed.iter().enumerate() {
                let place = literal.places.get(index).copied().unwrap_or(literal.location);
                places.entry((literal.negated, *value)).or_insert(place);
            }
        }
        Places(places)
    }

    fn of(&self, negated: bool, value: u32) -> Option<Location> {
        self.0.get(&(negated, value)).copied()
    }
}

fn finding(persona: &Persona, field: FieldId, swallower: &Swallower, places: &Places) -> Option<Diagnostic> {
    let text = |value: u32| persona.resolved.atoms.label(field, value);
    let name = text(swallower.exclude);
    let shown = swallower.included.iter().take(MOST_NAMED);
    let mut dropped: Vec<String> = shown.clone().map(|value| format!("`{}`", text(*value))).collect();
    let more = swallower.included.len().saturating_sub(MOST_NAMED);
    if more > 0 {
        dropped.push(format!("{more} more"));
    }
    let held = if name.contains(' ') { "these words" } else { "this word" };
    let mut labels = vec![(places.of(true, swallower.exclude)?, format!("a title that holds {held} is excluded"))];
    labels.extend(shown.filter_map(|value| Some((places.of(false, *value)?, "included here".to_owned()))));
    // A finding stands in the file that is checked, where that has a part in it.
    labels.sort_by_key(|(place, _)| place.file != FileId(0));
    let found = Diagnostic::new(&RULE, format!("excluding `{name}` also drops {}", wording::and(&dropped)));
    let found = labels.into_iter().fold(found, |found, (place, said)| found.label(place, said));
    Some(found.help(help(&name)))
}

fn help(name: &str) -> String {
    let function = match FUNCTIONS.lookup(name) {
        ClosedLookup::Found(row) => FUNCTIONS.rows().get(row),
        _ => None,
    };
    match function {
        Some(row) => format!("exclude the whole titles that you do not want, such as \"{} Intern\"", row.label),
        None => format!("exclude the whole titles that you do not want, or drop `{name}` from the exclusion"),
    }
}
