use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Written;
use crate::report::Report;
use crate::tables::How;
use crate::wording;

lint! {
    /// A label of LinkedIn's older industry list.
    ///
    /// LinkedIn renamed most of its industries. The old label still means the same ID here, but nobody finds it in
    /// Sales Navigator, and some old labels are easily taken for another industry of today.
    ///
    /// ## Example
    ///
    /// ```persona
    /// industry = "Medical Devices"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// industry = "Medical Equipment Manufacturing"
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes today's label of the same ID.
    Warning "P603" "old-label" in build: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let (Some(table), Some(found)) = (written.mention.field.row().table(), &written.mention.found) else { return };
    if found.how != How::Legacy {
        return;
    }
    let today = table.row(found.id).map_or("", |row| row.label);
    let label = wording::value(today);
    let edits = vec![Edit::replace(written.mention.place.at.span, label.as_str())];
    let old = Diagnostic::new(&RULE, format!("`{}` is a label of LinkedIn's older list", written.text()))
        .help(format!("write `{label}`"))
        .safe_fix(format!("replace with `{label}`"), edits);
    report.push(written.finding(old, format!("{}, today called {today}", found.id)));
}
