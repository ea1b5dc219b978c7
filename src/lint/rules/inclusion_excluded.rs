use super::{Look, lint};
use crate::algebra::Literal;
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::lint::Persona;
use crate::report::Report;
use crate::source::Location;

lint! {
    /// A value is included, and an exclusion takes all of it away.
    ///
    /// It finds nobody, so it is left out of the request. Who wrote it expected leads from it: either the exclusion
    /// goes too far, or the value is a left-over.
    ///
    /// ## Example
    ///
    /// ```persona
    /// location in ["Paris, Île-de-France, France", Germany]
    /// and location not in [France]
    /// ```
    ///
    /// ## Use instead
    ///
    /// Of Germany nothing is excluded:
    ///
    /// ```persona
    /// location in [Germany]
    /// ```
    Warning "P610" "inclusion-excluded" in build: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    for (field, value) in persona.swallowed {
        if !report.has_room() {
            return;
        }
        if let Some(found) = excluded(persona, *field, *value) {
            report.push(found);
        }
    }
}

fn excluded(persona: &Persona, field: FieldId, value: u32) -> Option<Diagnostic> {
    let on_field = || persona.resolved.literals.iter().filter(|literal| literal.field == field);
    let include = on_field().find(|literal| !literal.negated && literal.listed.contains(&value))?;
    let takes = |own: &u32| field.row().table().map_or(*own == value, |table| table.within(value, *own));
    let exclude = on_field().find(|literal| literal.negated && literal.listed.iter().any(takes))?;
    let taker = exclude.listed.iter().copied().find(takes)?;
    let name = persona.resolved.atoms.label(field, value);
    let message = match taker == value {
        true => format!("`{name}` is included and excluded, so it finds nobody and is left out"),
        false => {
            let outer = persona.resolved.atoms.label(field, taker);
            format!("`{name}` is inside `{outer}`, which is excluded, so it finds nobody and is left out")
        }
    };
    let found = Diagnostic::new(&RULE, message)
        .label(place(include, value), "included here")
        .label(place(exclude, taker), "excluded here")
        .help("drop it from one of the two");
    Some(found)
}

/// Where a condition has the value.
fn place(literal: &Literal, wanted: u32) -> Location {
    let index = literal.listed.iter().position(|value| *value == wanted);
    index.and_then(|index| literal.places.get(index)).copied().unwrap_or(literal.location)
}
