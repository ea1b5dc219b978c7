use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Persona;
use crate::report::Report;
use crate::resolve::Repeat;

lint! {
    /// A condition names a value twice; the request holds it once.
    ///
    /// Nothing is lost, but a list that says a value twice was often meant to hold another one. Values are the same
    /// when they mean the same: a label and its ID, or two names of one place.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in [CEO, CFO, CEO]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in [CEO, CFO]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it drops the second one, and the request stays the same. There is none for a value that comes from a
    /// `let`.
    Warning "P602" "duplicate-value" in build: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    for repeat in &persona.resolved.repeats {
        report.push(twice(repeat, &persona.resolved.atoms.label(repeat.field, repeat.value)));
    }
}

fn twice(repeat: &Repeat, name: &str) -> Diagnostic {
    let found = Diagnostic::new(&RULE, format!("`{name}` is listed twice, and sent once"))
        .label(repeat.first, "first listed here")
        .help("drop one of the two");
    let found = match repeat.superfluous {
        Some(span) => found.safe_fix("drop the second one", vec![Edit::delete(span)]),
        None => found,
    };
    repeat.place.label(found, "listed again here")
}
