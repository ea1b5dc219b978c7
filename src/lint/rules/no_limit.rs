use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::report::Report;

lint! {
    /// The persona has no `limit`.
    ///
    /// Without one every match is enriched, delivered and paid for: a filter that is wider than it looks costs as much
    /// as LinkedIn has leads for it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO and location = France
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// limit: 500
    /// title = CEO and location = France
    /// ```
    ///
    /// Or, for all personas of a project, in `personac.toml`:
    ///
    /// ```toml
    /// [defaults]
    /// limit = 500
    /// ```
    Warning "P612" "no-limit" in lint: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    if persona.lacks("limit") {
        let found = Diagnostic::new(&RULE, "this persona has no limit: every match is enriched and paid for")
            .label(persona.location, "as many leads as LinkedIn finds")
            .help(
                "add `limit: 500`, or what you are ready to pay for; or `limit` under `[defaults]` in `personac.toml`",
            );
        report.push(found);
    }
}
