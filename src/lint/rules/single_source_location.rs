use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::Written;
use crate::report::Report;

lint! {
    /// The ID of a place is known from a single public list.
    ///
    /// LinkedIn publishes no list of its places. Most IDs here stand in several independent lists; a few in one only,
    /// where a mistake of that list would go unnoticed. Off by default: turn it on where a wrong place costs much.
    ///
    /// ## Example
    ///
    /// ```persona
    /// location = "Greater Abilene Area"
    /// ```
    ///
    /// ## Use instead
    ///
    /// Open the place in Sales Navigator, compare the ID in the address, and put it into the label book:
    ///
    /// ```toml personac.toml
    /// [labels.location]
    /// "Abilene" = 90000004
    /// ```
    ///
    /// ```persona
    /// location = "Abilene"
    /// ```
    Off "P614" "single-source-location" in lint: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let (Some(table), Some(id)) = (written.mention.field.row().table(), written.mention.value) else { return };
    let Some(row) = table.row(id).filter(|row| table.is_places() && row.sources == 1 && !written.is_of_book()) else {
        return;
    };
    let found = Diagnostic::new(&RULE, format!("the ID of {} is known from a single public list", row.label))
        .help(format!("compare {id} with the address in Sales Navigator, then name it under `[labels.location]`"));
    report.push(written.finding(found, format!("{id}")));
}
