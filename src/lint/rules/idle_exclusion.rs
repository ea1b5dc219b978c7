use super::{Look, lint};
use crate::algebra::{Filter, Literal};
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::report::Report;
use crate::tables::{Kind, Open, OpenRow};

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
        let Some(table) = persona.table(literal.field).filter(|table| table.is_places()) else { continue };
        for (index, value) in literal.listed.iter().enumerate() {
            let swallows = |(_, swallowed): &(_, u32)| table.within(*swallowed, *value);
            if !persona.swallowed.iter().any(swallows) && is_idle(persona, table, literal, *value) {
                report.push(idle(persona, literal, index));
            }
        }
    }
}

/// Whether every request that has the exclusion includes places, all of them elsewhere.
fn is_idle(persona: &Persona, table: &Open, literal: &Literal, value: u32) -> bool {
    let filters = persona.requests.iter().filter_map(|request| request.filter(literal.field));
    let mut having = filters.filter(|filter| filter.exclude.contains(value)).peekable();
    having.peek().is_some() && having.all(|filter| elsewhere(table, filter, value))
}

fn elsewhere(table: &Open, filter: &Filter, value: u32) -> bool {
    let away = |included: u32| match (table.row(included), table.row(value)) {
        (Some(one), Some(other)) => is_national(&one) && is_national(&other) && one.country != other.country,
        _ => false,
    };
    filter.includes.iter().any(|set| set.iter().all(away))
}

/// Whether it surely lies in one country: a metropolitan area may cross a border.
fn is_national(row: &OpenRow) -> bool {
    row.country.is_some() && matches!(row.kind, Some(Kind::Country | Kind::Region | Kind::City))
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
