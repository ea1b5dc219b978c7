//! From the address of a Sales Navigator people search to a persona.
//!
//! A value that a persona cannot say is lost for the audience and for nothing else: a warning points at it in the
//! address and says whether more or fewer people are found without it, and the persona keeps it as a comment.

mod filter;
mod merge;
mod numbered;
mod place;
mod refusals;
mod report;
mod value;

use super::{Draft, DraftFilter};
use crate::diagnostic::Diagnostic;
use crate::fields::{FieldId, Kind, Values};
use crate::rule::Severity;
use crate::salesnav::{self, Meaning, Search};
use crate::source::SourceFile;
use report::{Effect, Findings};

/// A search as a persona.
#[derive(Debug)]
pub struct Linked {
    /// The persona; with an error among the findings it is not worth writing.
    pub draft: Draft,
    /// What it cannot say, in the order of the places.
    pub findings: Vec<Diagnostic>,
    /// Findings beyond those kept.
    pub dropped: usize,
}

/// The persona of the search that `source` is the address of, and what it cannot say; `strict` makes errors of that.
pub fn link(source: &SourceFile, strict: bool) -> Linked {
    let mut findings = Findings::default();
    let draft = match searched(source, &mut findings) {
        Ok(search) => draft(&search, &mut findings),
        Err(refused) => {
            findings.refuse(refused);
            Draft::default()
        }
    };
    let (mut findings, dropped) = findings.finish();
    findings.iter_mut().filter(|_| strict).for_each(|finding| finding.severity = Severity::Error);
    Linked { draft, findings, dropped }
}

/// What the address asks for.
fn searched(source: &SourceFile, findings: &mut Findings) -> Result<Search, Diagnostic> {
    let address = salesnav::find(source).map_err(|refusal| refusals::refusal(refusal, source))?;
    let damaged = |fault| refusals::damaged(&fault, source);
    let parsed = salesnav::parse(source.text(), address.query, address.is_raw).map_err(damaged)?;
    let search = salesnav::read(&parsed.root).map_err(damaged)?;
    let asks = search.keywords.is_some() || !search.filters.is_empty();
    if !asks && search.unknown.is_empty() {
        return Err(refusals::empty(parsed.root.span));
    }
    parsed.blanks.iter().for_each(|blank| findings.raw_blank(*blank));
    address.unknown.iter().for_each(|place| findings.unknown_parameter(source.slice(*place), *place));
    search.unknown.iter().for_each(|part| findings.unknown_part(part));
    Ok(search)
}

fn draft(search: &Search, findings: &mut Findings) -> Draft {
    let mut draft = Draft::default();
    if let (Some(keywords), Some(field)) = (&search.keywords, keyword_field()) {
        let include = vec![keywords.text.clone()];
        draft.filters.push(DraftFilter { field, include, exclude: vec![], notes: vec![] });
    }
    for filter in &search.filters {
        let meaning = salesnav::meaning(&filter.kind.text, filter.sub_filter.as_ref().map(|sub| sub.text.as_str()));
        match meaning {
            Meaning::Field(field) => {
                let needs_none = field.row().sales_navigator == filter.kind.text;
                filter.sub_filter.iter().filter(|_| needs_none).for_each(|part| findings.sub_filter(filter, part));
                let asked = filter::asked(field, filter, findings);
                merge::add(asked, filter, &mut draft.filters, findings);
            }
            Meaning::Unsaid(what) => filter.values.iter().for_each(|entry| findings.unsaid(what, filter, entry)),
            Meaning::Unknown => filter.values.iter().for_each(|entry| findings.unknown_type(filter, entry)),
        }
    }
    if draft.filters.is_empty() && !findings.has_errors() {
        findings.nothing_left(search);
    }
    draft.notes = findings.take_notes();
    draft
}

/// The field that the keywords of a search fill.
fn keyword_field() -> Option<FieldId> {
    let is_it = |field: &FieldId| field.row().kind == Kind::Single && matches!(field.row().values, Values::Text);
    FieldId::all().find(is_it)
}
