//! What is said of personas, branches and values that find nobody, and of those that find everybody.

use super::{MOST_LABELS, Persona};
use crate::algebra::{Conflict, Literal, Normal, ValueSet, holds};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::resolve::covers_everything;
use crate::rule;
use crate::source::Location;

impl Persona<'_> {
    pub(super) fn no_filter(&self) -> Diagnostic {
        Diagnostic::new(&rule::NO_FILTER, "every lead passes this persona: it has no filter left")
            .label(self.location, "nothing here leaves anybody out")
            .help("the API wants at least one filter or keyword; add one, such as `title = CEO`")
    }

    /// Two sides of a conflict that are enough to cause it.
    fn sides(&self, conflict: &Conflict) -> Vec<&Literal> {
        let literals: Vec<&Literal> = conflict.origins.iter().filter_map(|origin| self.literal(*origin)).collect();
        let excludes = |one: &&Literal, other: &&Literal| {
            let (a, b): (ValueSet, ValueSet) =
                (one.listed.iter().copied().collect(), other.listed.iter().copied().collect());
            match (one.negated, other.negated) {
                (false, false) => a.intersection(&b).is_empty(),
                (false, true) => a.iter().all(|value| holds(one.field, &b, value)),
                (true, false) => b.iter().all(|value| holds(one.field, &a, value)),
                (true, true) => false,
            }
        };
        for (index, one) in literals.iter().enumerate() {
            if let Some(other) = literals[..index].iter().find(|other| excludes(one, other)) {
                return vec![other, one];
            }
        }
        literals.into_iter().take(MOST_LABELS).collect()
    }

    pub(super) fn matches_nobody(&self, normal: &Normal) -> Diagnostic {
        let Some(conflict) = normal.log.conflicts.first() else {
            return Diagnostic::new(&rule::MATCHES_NOBODY, "this persona can match nobody")
                .label(self.location, "no lead passes")
                .help("drop the clauses that exclude each other");
        };
        let sides = self.sides(conflict);
        let named: Vec<String> = sides.iter().map(|side| format!("`{}`", self.written(side.location))).collect();
        let message = match named.as_slice() {
            [one] => format!("nobody is {one}"),
            [one, other] => format!("nobody is both {one} and {other}"),
            _ => format!("nobody is all of {}", named.join(", ")),
        };
        let help = match sides.len() {
            1 => "drop the clause, or widen it",
            2 => "drop one of the two",
            _ => "drop one of them",
        };
        let diagnostic = Diagnostic::new(&rule::MATCHES_NOBODY, message).help(help);
        sides.iter().fold(diagnostic, |diagnostic, side| diagnostic.label(side.location, self.values(side)))
    }

    pub(super) fn dead_branch(&self, branch: Location, normal: &Normal) -> Diagnostic {
        let inside = |literal: &&Literal| {
            literal.location.file == branch.file
                && branch.span.start <= literal.location.span.start
                && literal.location.span.end <= branch.span.end
        };
        let concerns = |conflict: &&Conflict| {
            conflict.origins.iter().filter_map(|origin| self.literal(*origin)).any(|literal| inside(&literal))
        };
        let diagnostic = Diagnostic::new(&rule::DEAD_BRANCH, "this branch can match nobody, so it is left out")
            .label(branch, "no lead passes")
            .help("drop the branch, or the condition that excludes it");
        let conflict = normal.log.conflicts.iter().find(concerns);
        let sides = conflict.map(|conflict| self.sides(conflict)).unwrap_or_default();
        sides.iter().fold(diagnostic, |diagnostic, side| diagnostic.label(side.location, self.values(side)))
    }

    /// Included values that an exclusion leaves without a lead, where no request has them.
    pub(super) fn swallowed(normal: &Normal) -> Vec<(FieldId, u32)> {
        let mut dead = normal.log.dead.clone();
        dead.sort_unstable();
        dead.dedup();
        let sent = |(field, value): &(FieldId, u32)| {
            let filters = normal.requests.iter().filter_map(|request| request.filter(*field));
            filters.flat_map(|filter| &filter.includes).any(|values| values.contains(*value))
        };
        dead.retain(|value| !sent(value));
        dead
    }

    /// Fields on which branches together leave nobody out, and which no request has for it.
    pub(super) fn everything(&self, normal: &Normal) -> Vec<Diagnostic> {
        let gone = |field: FieldId| normal.requests.iter().all(|request| request.filter(field).is_none());
        let concerned = normal.log.everything.iter().filter(|(field, _)| gone(*field));
        let finding = |(field, origins): &(FieldId, Vec<u32>)| {
            let literals =
                origins.iter().filter_map(|origin| self.literal(*origin)).filter(|literal| literal.field == *field);
            let locations: Vec<Location> = literals.map(|literal| literal.location).take(MOST_LABELS).collect();
            (!locations.is_empty()).then(|| covers_everything(field.row(), &locations))
        };
        concerned.filter_map(finding).collect()
    }
}
