use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::report::Report;

lint! {
    /// The persona has no `name`.
    ///
    /// The name is what the search is called in the vendor's application and where its leads arrive. Without one,
    /// searches can be told apart by their filters alone.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// name: "CEOs"
    ///
    /// title = CEO
    /// ```
    Warning "P625" "no-name" in lint: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    if persona.lacks("name") {
        let found = Diagnostic::new(&RULE, "this persona has no name")
            .label(persona.location, "its search can be told from others by its filters alone")
            .help("add `name: \"…\"`: the search is called so where its leads arrive");
        report.push(found);
    }
}
