//! Findings as editors show them.

use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
};

use super::view::View;
use crate::check::Checked;
use crate::diagnostic::{Diagnostic as Finding, Label};
use crate::rule::{self, Rule, Severity};
use crate::source::{FileId, PROJECT_FILE_ID, Sources};

/// Who found it.
pub const SOURCE: &str = "personac";

/// The findings of a file about itself.
pub fn own(view: &View, checked: &Checked) -> Vec<Diagnostic> {
    let own = checked.diagnostics.iter().filter(|finding| finding.location().file == FileId(0));
    own.map(|finding| shown(view, &checked.sources, finding)).collect()
}

/// The findings of a check about the project file.
pub fn of_project(view: &View, checked: &Checked) -> Vec<Diagnostic> {
    let about = checked.diagnostics.iter().filter(|finding| finding.location().file == PROJECT_FILE_ID);
    let mut all: Vec<Diagnostic> = about.map(|finding| shown(view, &checked.sources, finding)).collect();
    let sources = Sources { project: view.home.project.source.clone(), ..Sources::default() };
    all.extend(view.home.findings.iter().map(|finding| shown(view, &sources, finding)));
    all
}

/// A finding as editors show it. What to do about it stands below what is wrong.
pub fn shown(view: &View, sources: &Sources, finding: &Finding) -> Diagnostic {
    let place = finding.location();
    let range = sources.get(place.file).map(|source| view.encoding().range(source, place.span)).unwrap_or_default();
    let first = finding.labels.first().map_or("", |label| label.text.as_str());
    let label = if first.is_empty() { String::new() } else { format!("\n{first}") };
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    let others = finding.labels.iter().skip(1);
    let related: Vec<DiagnosticRelatedInformation> = others.filter_map(|label| related(view, sources, label)).collect();
    let page = view.server.links_codes().then(|| view.server.pages.of(finding.rule)).flatten();
    Diagnostic {
        range,
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
        }),
        code: Some(Code::String(finding.rule.code.to_owned())),
        code_description: page.map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: format!("{}{label}{help}", finding.message).into(),
        tags: tag(finding.rule).map(|tag| vec![tag]),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

fn related(view: &View, sources: &Sources, label: &Label) -> Option<DiagnosticRelatedInformation> {
    let location: Location = view.location(sources, label.location)?;
    Some(DiagnosticRelatedInformation { location, message: label.text.clone() })
}

/// Findings about what could be left out are shown faded, those about old names struck through.
fn tag(rule: &Rule) -> Option<DiagnosticTag> {
    const NEEDLESS: &[&str] =
        &["unused-let", "unused-use", "unused-suppression", "duplicate-value", "idle-clause", "idle-exclusion"];
    match rule.name {
        name if NEEDLESS.contains(&name) => Some(DiagnosticTag::Unnecessary),
        "old-label" => Some(DiagnosticTag::Deprecated),
        _ if rule == &rule::DEAD_BRANCH => Some(DiagnosticTag::Unnecessary),
        _ => None,
    }
}
