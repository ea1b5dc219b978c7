use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::{FieldId, Values};
use crate::lint::Written;
use crate::project::IndustryLabels;
use crate::report::Report;
use crate::wording;

lint! {
    /// A raw ID stands where a label exists.
    ///
    /// Nobody who reviews the persona sees from `96` whom it finds, and one wrong digit finds somebody else. The label
    /// compiles to the same ID. For companies and lists the label is the name in the label book of the project.
    ///
    /// ## Example
    ///
    /// ```persona
    /// function in [25, Marketing]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// function in [Sales, Marketing]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes the label that means exactly this ID.
    Warning "P605" "raw-id" in lint: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let Some(label) = written.mention.value.and_then(|value| label(written, value)) else { return };
    let text = wording::value(&label);
    let noun = noun(written.mention.field);
    let found = Diagnostic::new(&RULE, format!("`{}` is the {noun} {label}", written.text()))
        .help(format!("write `{text}`, so that people can read whom it finds"))
        .safe_fix(format!("replace with `{text}`"), vec![Edit::replace(written.mention.place.at.span, text.as_str())]);
    report.push(written.finding(found, label));
}

/// A label that means the value and nothing else.
fn label(written: &Written, value: u32) -> Option<String> {
    let field = written.mention.field;
    match field.row().values {
        Values::Label(closed) => {
            let (row, text) = (closed.rows().get(value as usize)?, written.text());
            (row.id == text && closed.spelling(value as usize, text).is_none()).then(|| row.label.to_owned())
        }
        _ if !written.is_id() => None,
        Values::Listed(table) => {
            let row = table.row(value)?;
            let chosen = written.project.industry_labels == IndustryLabels::Pronto;
            let reference = row.reference_label.filter(|_| chosen).map(str::to_owned);
            let label = reference.unwrap_or_else(|| table.unique_form(value));
            written.means(&label, value).then_some(label)
        }
        _ => written.project.labels.name_of(field, written.text()).map(str::to_owned),
    }
}

fn noun(field: FieldId) -> String {
    match field.row().values {
        Values::Label(closed) => closed.name.to_owned(),
        Values::Listed(table) => table.name.to_owned(),
        _ => field.row().name.replace('_', " "),
    }
}
