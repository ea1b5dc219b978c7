use super::{Look, lint};
use crate::lint::Persona;
use crate::lint::nested::nested;
use crate::report::Report;
use crate::tables::LOCATIONS;

lint! {
    /// A location stands beside another one that contains it.
    ///
    /// Whoever is in Berlin is in Germany: the smaller place adds nobody. Often one of the two was meant alone, and
    /// then the audience is the larger place by mistake. Only containments that are certain are known.
    ///
    /// ## Example
    ///
    /// ```persona
    /// location in [Germany, "Berlin, Germany", France]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// location in [Germany, France]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it drops the smaller place. The request loses that ID, and finds the same leads.
    Warning "P608" "nested-location" in build: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    nested(&RULE, &LOCATIONS, persona, report);
}
