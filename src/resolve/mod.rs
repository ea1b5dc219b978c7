//! From a tree to resolved sets: names become fields, labels become IDs, `let`s are expanded, and "not" is pushed
//! inwards until it stands on single conditions.

mod atoms;
mod choices;
mod closed;
mod cut;
mod expression;
mod interval;
mod listed;
mod lone_value;
mod mentions;
mod operands;
mod organization;
mod predicate;
mod quantity;
mod scope;
mod text;

pub use atoms::Atoms;
pub use interval::quantity;
pub use mentions::{Mention, Place, Repeat};
pub use organization::{company_id, is_digits, is_number, is_profile, is_uuid, repaired_profile};
pub use predicate::covers_everything;
pub use scope::Scope;
pub use text::is_hidden;

use std::collections::{HashMap, HashSet};

use crate::algebra::{Formula, Literal};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::project::Project;
use crate::report::Report;
use crate::rule;
use crate::source::Location;
use crate::syntax::ast::{Element, Expr, Item, Let, LetValue, Name, Op, Predicate, Value};
use crate::tables::Match;
use crate::wording::thousands;
use crate::workspace::Unit;

/// The filter of one persona.
#[derive(Debug)]
pub struct Resolved {
    /// Its clauses; `None` if one of them has an error.
    pub formula: Option<Formula>,
    /// The conditions that the formula refers to.
    pub literals: Vec<Literal>,
    /// What the values mean.
    pub atoms: Atoms,
    /// Every value that was written, in the order in which they were met.
    pub mentions: Vec<Mention>,
    /// Values that a condition names twice.
    pub repeats: Vec<Repeat>,
}

/// Steps that expanding `let`s may take: a `let` that doubles another, many times over, ends here.
pub const MAX_STEPS: usize = 100_000;

/// How deep `let`s may refer to each other.
pub const MAX_LETS: usize = 128;

/// Values that the `let`s of a persona may stand for, each as often as it is used.
pub const MAX_VALUES: usize = 250_000;

/// Values that the `let`s of all personas of a file may stand for.
pub const MAX_ALL_VALUES: usize = 3 * MAX_VALUES;

/// How deep expressions may nest once `let`s are expanded; a file alone stays far below.
pub const MAX_DEPTH: usize = 512;

/// Resolve `clauses`, which are joined by `and`.
pub fn resolve(
    clauses: &[&Expr],
    scope: Scope<'_>,
    units: &[Unit],
    project: &Project,
    report: &mut Report,
) -> Resolved {
    let mut resolver = Resolver::new(units, project, report);
    let parts: Vec<Option<Formula>> = clauses.iter().map(|clause| resolver.expression(clause, scope, false)).collect();
    let formula = parts.into_iter().collect::<Option<Vec<_>>>().map(Formula::And);
    resolver.finish(formula)
}

/// Resolve the filters that `let`s name, whether or not anything refers to them: what they mention may be wrong.
pub fn check_lets(
    items: &[Item],
    scope: Scope<'_>,
    units: &[Unit],
    project: &Project,
    report: &mut Report,
) -> Resolved {
    let mut own = Report::default();
    let mut resolver = Resolver::new(units, project, &mut own);
    for item in items {
        if let Item::Let(Let { value: LetValue::Filter(filter), .. }) = item {
            resolver.expression(filter, scope, false);
        }
    }
    let resolved = resolver.finish(None);
    // Whether a filter can be excluded, and whether it leaves anybody out, is known where it is used.
    let by_use = [&rule::NO_SUCH_EXCLUSION, &rule::INEXACT_COMPLEMENT, &rule::COVERS_EVERYTHING];
    let (findings, _) = own.finish();
    findings.into_iter().filter(|finding| !by_use.contains(&finding.rule)).for_each(|finding| report.push(finding));
    resolved
}

/// The values that one operand of a condition stands for.
#[derive(Debug)]
pub struct Operand {
    /// The values, in the order of the source.
    pub values: Vec<u32>,
    /// What they mean.
    pub atoms: Atoms,
    /// Every value that was written.
    pub mentions: Vec<Mention>,
}

/// The values that `element` would stand for in a condition on `field`; `None` if it is wrong there.
pub fn resolve_operand(
    field: FieldId,
    op: Op,
    element: &Element,
    scope: Scope<'_>,
    units: &[Unit],
    project: &Project,
) -> Option<Operand> {
    let mut report = Report::default();
    let mut resolver = Resolver::new(units, project, &mut report);
    let span = element.span;
    let predicate = Predicate { span, field: Name { span }, op, op_span: span, operands: vec![], list: None };
    let values = resolver.element(field, &predicate, element, scope)?;
    let Resolved { atoms, mentions, .. } = resolver.finish(None);
    Some(Operand { values, atoms, mentions })
}

/// A `let` as it is expanded: where it is used for values, the reference they are for; whether it stands under a `not`.
type Expansion = (*const Let, Option<Location>, bool);

struct Resolver<'a> {
    units: &'a [Unit],
    project: &'a Project,
    report: &'a mut Report,
    atoms: Atoms,
    literals: Vec<Literal>,
    /// The `let`s that are being expanded.
    open: Vec<*const Let>,
    /// The `let`s of large persona blocks, by name.
    block_lets: HashMap<*const Item, HashMap<&'a str, &'a Let>>,
    /// What was expanded and is wrong. It is not looked at again: nothing new is found, and what others double may be met
    /// a million times.
    wrong: HashSet<Expansion>,
    /// References that close a circle.
    circles: usize,
    steps: usize,
    /// Values that `let`s stood for.
    values: usize,
    depth: usize,
    gave_up: bool,
    /// The condition before the one that is being resolved.
    before: Option<lone_value::Before>,
    /// The outermost reference to values that is being followed, and the field they are for.
    via: Option<(Location, FieldId)>,
    /// How a large table matched the label that is being resolved.
    found: Option<Match>,
    mentions: Vec<Mention>,
    repeats: Vec<Repeat>,
}

impl<'a> Resolver<'a> {
    fn new(units: &'a [Unit], project: &'a Project, report: &'a mut Report) -> Self {
        let (atoms, literals) = (Atoms::default(), vec![]);
        Resolver {
            units,
            project,
            report,
            atoms,
            literals,
            open: vec![],
            block_lets: HashMap::new(),
            wrong: HashSet::new(),
            circles: 0,
            steps: 0,
            values: 0,
            depth: 0,
            gave_up: false,
            before: None,
            via: None,
            found: None,
            mentions: vec![],
            repeats: vec![],
        }
    }

    fn finish(self, formula: Option<Formula>) -> Resolved {
        let Resolver { literals, atoms, mentions, repeats, .. } = self;
        Resolved { formula, literals, atoms, mentions, repeats }
    }

    /// Remember a value that was written and resolved.
    fn mention(&mut self, field: FieldId, value: &Value, values: &[u32], scope: Scope) {
        let value_at = scope.at(value.text.span);
        let only = if let [only] = values { Some(*only) } else { None };
        let place = Place { at: value_at, via: self.via };
        let found = self.found.take();
        self.mentions.push(Mention { field, place, kind: value.kind, value: only, found });
    }

    /// Expand a `let` for its values.
    fn expand<T>(&mut self, named: &'a Let, at: Location, inner: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let used = self.via.map(|(used, _)| used);
        self.expand_once((named, used, false), at, named, inner)
    }

    /// Expand a `let`, unless it is known to be wrong.
    fn expand_once<T>(
        &mut self,
        expansion: Expansion,
        at: Location,
        named: &'a Let,
        inner: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        if self.wrong.contains(&expansion) {
            return None;
        }
        let circles = self.circles;
        let expanded = self.expand_open(named, at, inner);
        // Where a circle is closed depends on where it was entered.
        if expanded.is_none() && self.circles == circles {
            self.wrong.insert(expansion);
        }
        expanded
    }

    /// Expand a `let`, unless it is being expanded already or there is no end of it.
    fn expand_open<T>(
        &mut self,
        named: &'a Let,
        at: Location,
        inner: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.steps += 1;
        if self.gave_up {
            return None;
        }
        if self.open.iter().any(|open| std::ptr::eq(*open, named)) {
            self.circles += 1;
            return self.fail(circular(at));
        }
        if self.steps > MAX_STEPS {
            return self.give_up(
                at,
                format!("the `let`s of this persona are used more than {} times", thousands(MAX_STEPS as u64)),
            );
        }
        if self.open.len() >= MAX_LETS {
            return self.give_up(at, format!("`let`s refer to each other more than {MAX_LETS} levels deep"));
        }
        self.open.push(named);
        let expanded = inner(self);
        self.open.pop();
        expanded
    }

    /// Count a value inside a `let`: memory does not hold lists of lists without an end.
    fn count_value(&mut self, at: Location) -> Option<()> {
        let at = self.via.map_or(at, |(used, _)| used);
        self.values += 1;
        if self.values > MAX_VALUES {
            return self.give_up(
                at,
                format!("the `let`s of this persona stand for more than {} values", thousands(MAX_VALUES as u64)),
            );
        }
        if self.report.count_value() > MAX_ALL_VALUES {
            return self.give_up(
                at,
                format!("the `let`s of this file stand for more than {} values", thousands(MAX_ALL_VALUES as u64)),
            );
        }
        Some(())
    }

    /// Go one level deeper into an expression.
    fn deeper<T>(&mut self, at: Location, inner: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            return self.give_up(
                at,
                format!("with its `let`s written out, this persona is nested more than {MAX_DEPTH} levels deep"),
            );
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// Say once that the `let`s have no end.
    fn give_up<T>(&mut self, at: Location, why: String) -> Option<T> {
        if !std::mem::replace(&mut self.gave_up, true) {
            self.report.push(too_many(at, why));
        }
        None
    }

    fn fail<T>(&mut self, diagnostic: Diagnostic) -> Option<T> {
        self.report.push(diagnostic);
        None
    }
}

fn circular(at: Location) -> Diagnostic {
    Diagnostic::new(&rule::CIRCULAR_USE, "this `let` refers to itself")
        .label(at, "closes the circle")
        .help("write out what it should mean")
}

fn too_many(at: Location, why: String) -> Diagnostic {
    Diagnostic::new(&rule::TOO_COMPLEX, why)
        .label(at, "given up here")
        .help("write out what it should mean, or split it into several personas")
}
