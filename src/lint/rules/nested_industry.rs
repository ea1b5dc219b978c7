use super::{Look, lint};
use crate::lint::Persona;
use crate::lint::nested::nested;
use crate::report::Report;
use crate::tables::INDUSTRIES;

lint! {
    /// An industry stands beside another one that contains it.
    ///
    /// Choosing an industry includes all below it, so the smaller one adds nobody. Often one of the two was meant
    /// alone, and then the audience is the larger one by mistake.
    ///
    /// ## Example
    ///
    /// ```persona
    /// industry in [Hospitals, "Hospitals and Health Care"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// industry in ["Hospitals and Health Care"]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it drops the smaller industry. The request loses that ID, and finds the same leads.
    Warning "P609" "nested-industry" in build: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    nested(&RULE, &INDUSTRIES, persona, report);
}
