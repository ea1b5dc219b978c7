use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::report::Report;

lint! {
    /// "Not" on a closed field leaves out the leads whose value LinkedIn does not know.
    ///
    /// The API cannot exclude a seniority, a function or a size; the request asks for all others instead. A lead whose
    /// value is unknown is in none of them. Off by default: there is no other way to say it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// seniority != Owner and title = Founder
    /// ```
    ///
    /// ## Use instead
    ///
    /// The request stays the same, and the persona says that known values are asked for:
    ///
    /// ```persona
    /// seniority <= CXO and title = Founder
    /// ```
    Off "P629" "complement-drops-unknown" in lint: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    for literal in persona.resolved.literals.iter().filter(|literal| literal.complement) {
        let name = literal.field.row().name;
        let found = Diagnostic::new(&RULE, format!("leads whose `{name}` LinkedIn does not know are left out too"))
            .label(literal.location, "sent as all other values")
            .help("list the values you want, which says the same in plain words, or exclude by title instead");
        report.push(found);
    }
}
