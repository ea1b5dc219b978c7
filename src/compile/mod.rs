//! From the resolved filter of a persona to its requests, and what stands in the way of them.

mod nobody;
mod several;
mod words;

use crate::algebra::{Budget, Formula, Literal, Normal, Request, disjoint, normalise};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::report::Report;
use crate::resolve::{Atoms, Resolved};
use crate::rule;
use crate::settings::{Settings, Split};
use crate::source::{Location, Sources};

/// The requests that one persona may take.
pub const MAX_REQUESTS: usize = 64;

/// Conditions that a message points at.
const MOST_LABELS: usize = 4;

/// A persona whose clauses could all be resolved.
pub struct Persona<'a> {
    /// Its conditions.
    pub literals: &'a [Literal],
    /// What their values mean.
    pub atoms: &'a Atoms,
    /// Its settings.
    pub settings: &'a Settings,
    /// What a finding points at that concerns all of it.
    pub location: Location,
    /// The files of the check, for quoting conditions.
    pub sources: &'a Sources,
}

/// What a persona compiles to.
#[derive(Debug)]
pub struct Compiled {
    /// Its requests; at least one.
    pub requests: Vec<Request>,
    /// Included values that an exclusion leaves without a lead, and which no request has.
    pub swallowed: Vec<(FieldId, u32)>,
}

/// The requests of a persona; `None` if something stands in the way, which is reported.
pub fn compile(
    resolved: &Resolved,
    settings: &Settings,
    location: Location,
    sources: &Sources,
    report: &mut Report,
) -> Option<Compiled> {
    let persona = Persona { literals: &resolved.literals, atoms: &resolved.atoms, settings, location, sources };
    persona.live_only(report)?;
    persona.requests(resolved.formula.as_ref()?, report)
}

impl Persona<'_> {
    fn requests(&self, formula: &Formula, report: &mut Report) -> Option<Compiled> {
        let mut budget = Budget::default();
        let Ok(normal) = normalise(formula, self.literals, &mut budget) else {
            return fail(report, self.too_complex());
        };
        if normal.requests.is_empty() {
            return fail(report, self.matches_nobody(&normal));
        }
        self.warn(&normal, report);
        let none_left = normal.requests.iter().any(|request| request.filters.is_empty());
        if none_left && !self.settings.has_filter_in_raw() {
            return fail(report, self.no_filter());
        }
        let swallowed = Self::swallowed(&normal);
        let requests = self.split(normal, &mut budget, report)?;
        Some(Compiled { requests, swallowed })
    }

    fn warn(&self, normal: &Normal, report: &mut Report) {
        normal.dead_branches.iter().for_each(|branch| report.push(self.dead_branch(*branch, normal)));
        report_all(report, self.everything(normal));
    }

    fn split(&self, mut normal: Normal, budget: &mut Budget, report: &mut Report) -> Option<Vec<Request>> {
        if let Some(request) = normal.requests.iter().find(|request| !request.is_expressible()) {
            return fail(report, self.no_both(request));
        }
        let count = normal.requests.len();
        if count == 1 {
            return Some(std::mem::take(&mut normal.requests));
        }
        if count > MAX_REQUESTS {
            return fail(report, self.too_many(&normal, count));
        }
        match self.settings.split {
            Split::Never => fail(report, self.not_one_request(&normal)),
            Split::Any => Some(normal.requests),
            Split::Disjoint => self.keep_apart(&normal, budget, report),
        }
    }

    fn keep_apart(&self, normal: &Normal, budget: &mut Budget, report: &mut Report) -> Option<Vec<Request>> {
        let apart = match disjoint(&normal.requests, budget) {
            Ok(apart) => apart,
            Err(overlap) => return fail(report, self.not_disjoint(normal, &overlap)),
        };
        report_all(report, self.unknown_left_out(&apart));
        match apart.requests.len() {
            count if count > MAX_REQUESTS => fail(report, self.too_many(normal, count)),
            _ => Some(apart.requests),
        }
    }

    /// Filters that need a live search, in a persona with `live: false`.
    fn live_only(&self, report: &mut Report) -> Option<()> {
        let refused = |literal: &&Literal| self.settings.live == Some(false) && literal.field.row().live_only;
        let before = report.errors();
        for literal in self.literals.iter().filter(refused) {
            let name = literal.field.row().name;
            let message = format!("`{name}` works in a live search only, and this persona says `live: false`");
            let mut refused = Diagnostic::new(&rule::LIVE_ONLY, message)
                .label(literal.location, "the API refuses this")
                .help("drop the filter, or drop `live: false`");
            if let Some(live) = self.settings.place("live") {
                refused = refused.label(live, "set here");
            }
            report.push(refused);
        }
        (report.errors() == before).then_some(())
    }
}

fn fail<T>(report: &mut Report, diagnostic: Diagnostic) -> Option<T> {
    report.push(diagnostic);
    None
}

fn report_all(report: &mut Report, diagnostics: Vec<Diagnostic>) {
    diagnostics.into_iter().for_each(|diagnostic| report.push(diagnostic));
}
