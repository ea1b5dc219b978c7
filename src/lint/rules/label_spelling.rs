use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::Values;
use crate::lint::Written;
use crate::report::Report;
use crate::wording;

lint! {
    /// A label is not spelt as in its table.
    ///
    /// Labels match on their letters and digits alone, so it resolves. Spelt alike everywhere, it is found by whoever
    /// searches the personas for it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// seniority in [vp, cxo]
    /// and location = "united-states"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// seniority in [VP, CXO]
    /// and location = "United States"
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes the same label as the table has it.
    Warning "P606" "label-spelling" in lint: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let Some(value) = written.mention.value else { return };
    let Some(label) = spelling(written, value).filter(|label| written.text() != *label) else { return };
    if !written.means(label, value) {
        return;
    }
    let text = wording::value(label);
    let found = Diagnostic::new(&RULE, format!("`{}` is spelt `{label}` in the table", written.text()))
        .help(format!("write `{text}`"))
        .safe_fix(format!("replace with `{text}`"), vec![Edit::replace(written.mention.place.at.span, text.as_str())]);
    report.push(written.finding(found, "resolved, but spelt otherwise"));
}

/// How the table spells the label or alias that was written; `None` if it is neither.
fn spelling(written: &Written, value: u32) -> Option<&'static str> {
    let text = written.text();
    match written.mention.field.row().values {
        _ if written.is_id() => None,
        Values::Label(closed) => closed.spelling(value as usize, text),
        Values::Listed(table) => {
            // A place that others share its name with is told to be spelt out anyway.
            if !written.mention.found.as_ref()?.namesakes.is_empty() {
                return None;
            }
            table.spelling(value, text)
        }
        _ => None,
    }
}
