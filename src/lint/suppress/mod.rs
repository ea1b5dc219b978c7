//! Comments that allow findings: `# personac: allow(name)` on a line or above an item, `# personac: allow-file(name)`
//! anywhere in the file. A reason may follow.

mod comment;
mod reach;

use std::sync::OnceLock;

use super::rules::{unknown_suppression, unused_suppression};
use super::{Lints, Look, lint_of};
use crate::diagnostic::Diagnostic;
use crate::rule::{ANSWERS, Level, Rule};
use crate::source::{FileId, Location, SourceFile, Span};
use crate::syntax::ast::Item;
use crate::syntax::parse;
use crate::workspace::Unit;
use comment::{Directive, read, speaks};

pub use comment::reaches_from;

/// The allowances of one file.
struct Allowances {
    file: FileId,
    directives: Vec<Directive>,
}

/// Leave out what comments allow, and report the comments that allow nothing.
pub fn suppress(findings: &mut Vec<Diagnostic>, units: &[Unit], lints: &Lints) {
    let mut all: Vec<Allowances> = units.iter().filter_map(allowances).collect();
    if all.is_empty() {
        return;
    }
    findings.retain(|finding| finding.rule.is_fixed() || !is_allowed(finding, &mut all));
    if let Some(own) = all.first().filter(|own| own.file == units[0].id && lints.all) {
        let mut left = report(own, findings, &units[0], lints);
        lints.levels.apply(&mut left);
        findings.append(&mut left);
        findings.sort_by_key(|finding| (finding.location(), finding.rule.code));
    }
}

fn allowances(unit: &Unit) -> Option<Allowances> {
    let directives = read(&unit.source, &unit.parsed.file.items);
    (!directives.is_empty()).then_some(Allowances { file: unit.id, directives })
}

/// Whether a comment allows the finding: at its own place, or where a used file has what it is about.
fn is_allowed(finding: &Diagnostic, all: &mut [Allowances]) -> bool {
    let origin =
        finding.labels.get(1).map(|label| label.location).filter(|origin| origin.file != finding.location().file);
    let mut allowed = false;
    for place in std::iter::once(finding.location()).chain(origin) {
        for own in all.iter_mut().filter(|own| own.file == place.file) {
            allowed |= own.allow(finding.rule, place);
        }
    }
    allowed
}

impl Allowances {
    fn allow(&mut self, rule: &Rule, place: Location) -> bool {
        let mut allowed = false;
        for directive in self.directives.iter_mut().filter(|directive| directive.reaches(place.span)) {
            for name in directive.names.iter_mut().filter(|name| name.rule == Some(rule)) {
                name.used = true;
                allowed = true;
            }
        }
        allowed
    }
}

/// What the comments of a file allow, for findings that are made beside its check; read once, when the first of them asks.
#[derive(Debug, Default)]
pub struct Allowed {
    directives: OnceLock<Vec<Directive>>,
}

impl Allowed {
    /// Whether a comment of `source`, the file of the finding, allows it.
    pub fn allows(&self, finding: &Diagnostic, source: &SourceFile) -> bool {
        let at = finding.location();
        let directives = self.directives.get_or_init(|| match speaks(source) {
            true => read(source, &parse(source, at.file).file.items),
            false => vec![],
        });
        let names_it = |directive: &Directive| directive.names.iter().any(|name| name.rule == Some(finding.rule));
        !finding.rule.is_fixed() && directives.iter().any(|directive| directive.reaches(at.span) && names_it(directive))
    }
}

/// What is wrong with the comments of the file itself.
fn report(own: &Allowances, findings: &[Diagnostic], unit: &Unit, lints: &Lints) -> Vec<Diagnostic> {
    let at = |span: Span| Location { file: own.file, span };
    let is_library = !unit.parsed.file.items.iter().any(|item| matches!(item, Item::Clause(_) | Item::Persona(_)));
    // Behind an error less is known, and a library is judged where it is used.
    let judged = !is_library && !findings.iter().any(|finding| finding.rule.is_fixed());
    let mut found = vec![];
    for directive in &own.directives {
        if directive.names.is_empty() {
            found.push(unknown_suppression::not_understood(at(directive.comment)));
        }
        for name in &directive.names {
            match name.rule {
                None => found.push(unknown_suppression::unknown(unit.source.slice(name.span), at(name.span))),
                Some(rule) if rule.is_fixed() => found.push(unknown_suppression::fixed(rule, at(name.span))),
                Some(rule) if judged && !name.used && is_run(rule, lints) => {
                    let only = directive.names.len() == 1;
                    let (comment, name) = (directive.comment, at(name.span));
                    found.push(unused_suppression::unused(rule, comment, name, only, &unit.source));
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// Whether the rule was looked for in this file alone, so that its absence says something.
fn is_run(rule: &Rule, lints: &Lints) -> bool {
    let alone = lint_of(rule).is_none_or(|lint| !matches!(lint.look, Look::Library(_) | Look::Elsewhere));
    alone && !ANSWERS.contains(&rule) && lints.levels.of(rule) != Level::Allow
}
