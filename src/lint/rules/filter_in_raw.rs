use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::lint::Persona;
use crate::report::Report;
use crate::settings::{GivenKind, known_key};

lint! {
    /// A filter stands in `raw`.
    ///
    /// What `raw` holds is sent as it is: nobody looks whether its IDs exist, whether it leaves anybody out, or whether
    /// another persona finds the same people. `raw` is right for a filter only where no clause says the same, such as a
    /// value that LinkedIn reserves.
    ///
    /// ## Example
    ///
    /// ```persona
    /// raw: { functions: ["25"] }
    ///
    /// title = CRO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CRO
    /// and function = Sales
    /// ```
    ///
    /// Where no clause says it, give the reason:
    ///
    /// ```persona
    /// # personac: allow(filter-in-raw): the API takes bucket 6, and nobody knows how many years that is.
    /// raw: { years_of_experience: ["6"] }
    ///
    /// title = CRO
    /// ```
    Warning "P632" "filter-in-raw" in build: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    let entry = persona.layers.iter().find_map(|layer| layer.get("raw"));
    let Some(GivenKind::Object(members)) = entry.map(|entry| &entry.value.kind) else { return };
    for (key, location, _) in members {
        // A clause that fills the same key makes it an error.
        let twice = persona.resolved.literals.iter().any(|literal| literal.fills(key));
        let Some(field) = FieldId::of_key(key).filter(|_| !twice) else { continue };
        let name = field.row().name;
        let found = Diagnostic::new(&RULE, format!("`{key}` is sent unchecked: it stands in `raw`"))
            .label(*location, format!("the key of the filter `{name}`"))
            .help(known_key(key).unwrap_or_default());
        report.push(found);
    }
}
