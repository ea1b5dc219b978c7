use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::Written;
use crate::project::IndustryLabels;
use crate::report::Report;
use crate::tables::{ClosedRow, Open};

lint! {
    /// LinkedIn and the API's reference disagree about what an ID or a label means.
    ///
    /// Three IDs of the reference's own examples have other names in LinkedIn's list of industries: it calls 4
    /// Automotive, 12 Education and 96 Software Development, where LinkedIn has 4 Software Development, 12
    /// Biotechnology Research and 96 IT Services and IT Consulting. LinkedIn's list is used unless the project says
    /// otherwise. Three letters of the company types (`E`, `S`, `X`) differ too; there the reference's are sent.
    ///
    /// ## Example
    ///
    /// ```persona
    /// industry = "Software Development"
    /// ```
    ///
    /// ## Use instead
    ///
    /// Choose a reading for the whole project, in `personac.toml`:
    ///
    /// ```toml personac.toml
    /// industry_labels = "linkedin"
    /// ```
    ///
    /// ```persona
    /// industry = "Software Development"
    /// ```
    ///
    /// For a company type, or for one place only, write `# personac: allow(contested-label)` above it.
    Warning "P607" "contested-label" in build: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let Some(value) = written.mention.value else { return };
    let row = written.mention.field.row().vocabulary().and_then(|closed| closed.rows().get(value as usize));
    if let Some((row, note)) = row.and_then(|row| Some((row, row.note?))) {
        report.push(company_type(written, row, note));
    }
    if let Some(table) = written.mention.field.row().table().filter(|table| !table.is_places()) {
        industry(written, table, value, report);
    }
}

fn company_type(written: &Written, row: &ClosedRow, note: &str) -> Diagnostic {
    let found = disagree(row.label).help(note);
    written.finding(found, format!("{} in the reference, used here", row.id))
}

/// An industry that the two read differently, unless the project chose.
fn industry(written: &Written, table: &'static Open, id: u32, report: &mut Report) {
    if written.project.industry_labels != IndustryLabels::Unchosen || written.is_of_book() {
        return;
    }
    // The ID that the reference gives to this label.
    let elsewhere = if written.is_id() { None } else { table.by_reference_label(written.text()) };
    let Some(row) = table.row(id).filter(|_| elsewhere.is_some() || table.is_contested(id)) else { return };
    let elsewhere = elsewhere.filter(|other| *other != id);
    let label = match (elsewhere, row.reference_label) {
        (Some(other), _) => format!("{id} at LinkedIn, used here; {other} in the reference"),
        (None, Some(reference)) => format!("{id}, which the reference calls {reference}"),
        (None, None) => format!("{id} at LinkedIn"),
    };
    let other = elsewhere.and_then(|other| table.row(other)).map(|other| (other.id, other.label));
    let reading = other.map_or(String::new(), |(other, name)| format!("at LinkedIn {other} is {name}; "));
    let help =
        format!("{reading}`industry_labels = \"linkedin\"` or `\"pronto\"` in `personac.toml` chooses a reading");
    report.push(written.finding(disagree(row.label).help(help), label));
}

fn disagree(label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, format!("LinkedIn and the API's reference disagree about `{label}`"))
}
