use std::collections::BTreeSet;

use super::{Look, lint};
use crate::algebra::{Filter, Literal, ValueSet};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::lint::Persona;
use crate::report::Report;
use crate::tables::Open;

lint! {
    /// A place is excluded that none of the included places has a part in.
    ///
    /// The exclusion excludes nobody who is left. Either it is a left-over, or the included places are not the ones that
    /// were meant.
    ///
    /// ## Example
    ///
    /// ```persona
    /// location in [Germany, Austria]
    /// and location not in [Canada]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// location in [Germany, Austria]
    /// ```
    Warning "P611" "idle-exclusion" in build: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    for literal in persona.resolved.literals.iter().filter(|literal| literal.negated) {
        let Some(table) = literal.field.row().table().filter(|table| table.is_places()) else { continue };
        let searches = searches(persona, table, literal.field);
        for (index, value) in literal.listed.iter().enumerate() {
            let swallows = |(_, swallowed): &(_, u32)| table.within(*swallowed, *value);
            if is_idle(table, &searches, *value) && !persona.swallowed.iter().any(swallows) {
                report.push(idle(persona, literal, index));
            }
        }
    }
}

/// Where a request looks: what it excludes, and the countries that all it includes lies in, as far as that is sure.
struct Search<'a> {
    excluded: &'a ValueSet,
    countries: Option<BTreeSet<&'static str>>,
}

fn searches<'a>(persona: &'a Persona, table: &Open, field: FieldId) -> Vec<Search<'a>> {
    let filters = persona.requests.iter().filter_map(|request| request.filter(field));
    let search = |filter: &'a Filter| {
        let countries = filter.includes.first().and_then(|set| set.iter().map(|id| table.country(id)).collect());
        Search { excluded: &filter.exclude, countries }
    };
    filters.map(search).collect()
}

/// Whether every request that has the exclusion includes places, all of them elsewhere.
fn is_idle(table: &Open, searches: &[Search], value: u32) -> bool {
    let Some(own) = table.country(value) else { return false };
    let mut having = searches.iter().filter(|search| search.excluded.contains(value)).peekable();
    let elsewhere = |search: &Search| search.countries.as_ref().is_some_and(|countries| !countries.contains(own));
    having.peek().is_some() && having.all(elsewhere)
}

fn idle(persona: &Persona, literal: &Literal, index: usize) -> Diagnostic {
    let name = persona.resolved.atoms.label(literal.field, literal.listed[index]);
    let include = persona.resolved.literals.iter().find(|other| other.field == literal.field && !other.negated);
    let found = Diagnostic::new(&RULE, format!("excluding `{name}` excludes nobody: the persona looks elsewhere"))
        .label(literal.places.get(index).copied().unwrap_or(literal.location), "nobody is left here")
        .help("drop it, or check whether the included places are the ones you mean");
    match include {
        Some(include) => found.label(include.location, "included here"),
        None => found,
    }
}
