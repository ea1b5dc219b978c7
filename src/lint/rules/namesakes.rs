use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Written;
use crate::report::Report;
use crate::tables::{Match, Open};
use crate::wording;

lint! {
    /// A place whose name smaller places bear too.
    ///
    /// The largest place of a name is taken: Paris is the one in France. Whoever meant Paris in Texas would search,
    /// and pay for, the wrong city.
    ///
    /// ## Example
    ///
    /// ```persona
    /// location = Paris
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// location = "Paris, Île-de-France, France"
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes the full name of the place that is taken already.
    Warning "P604" "namesakes" in build: Look::Written(look)
}

/// Other places that the message names.
const MOST_SHOWN: usize = 3;

fn look(written: &Written, report: &mut Report) {
    let (Some(table), Some(found)) = (written.mention.field.row().table(), &written.mention.found) else { return };
    let others = elsewhere(table, found);
    if !others.is_empty() {
        report.push(namesakes(written, table, found.id, &others));
    }
}

/// A place inside the one that was named is found with it: naming the wrong one is not a danger.
fn elsewhere(table: &Open, found: &Match) -> Vec<u32> {
    found.namesakes.iter().copied().filter(|other| !table.within(*other, found.id)).collect()
}

fn namesakes(written: &Written, table: &Open, id: u32, others: &[u32]) -> Diagnostic {
    let own = table.row(id).map_or("", |row| row.label);
    let shown: Vec<String> =
        others.iter().take(MOST_SHOWN).map(|id| format!("\"{}\"", table.unique_form(*id))).collect();
    let more = others.len().saturating_sub(shown.len());
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let full = wording::value(&table.unique_form(id));
    let found = Diagnostic::new(&RULE, format!("`{}` is {own} here; {}", written.text(), places(others.len())))
        .help(format!("write `{full}` to be sure; also called so: {}{rest}", shown.join(", ")))
        .safe_fix("write the full name", vec![Edit::replace(written.mention.place.at.span, full)]);
    written.finding(found, id.to_string())
}

fn places(count: usize) -> String {
    match count {
        1 => "a smaller place has the same name".to_owned(),
        _ => format!("{count} smaller places have the same name"),
    }
}
