//! Conditions on one field: what they select, and whether the field can do that.

use super::lone_value::Before;
use super::operands::Operands;
use super::{Resolver, Scope};
use crate::algebra::{Branch, Formula, Literal, rest};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::{FIELDS, Field, FieldId, Kind};
use crate::rule;
use crate::settings::SettingRow;
use crate::source::{Location, Span};
use crate::suggest;
use crate::syntax::ast::{Op, Predicate};
use crate::wording::{Choice, did_you_mean, listed};

impl<'a> Resolver<'a> {
    /// The formula of a condition, or of its complement.
    pub(super) fn predicate(&mut self, predicate: &Predicate, scope: Scope<'a>, negated: bool) -> Option<Formula> {
        let Some(field) = FieldId::find(scope.text(predicate.field.span)) else {
            let unknown = self.lone_value(predicate, scope).unwrap_or_else(|| self.unknown_field(predicate, scope));
            return self.fail(unknown);
        };
        self.before = Before::of(predicate, scope);
        if let Some(wrong) = wrong_operator(field, predicate, scope) {
            return self.fail(wrong);
        }
        let operands = self.operands(field, predicate, scope)?;
        let negated = negated != matches!(predicate.op, Op::NotEqual | Op::NotIn);
        match negated {
            true => self.excluded(field, operands, predicate, scope),
            false => self.included(field, operands, predicate, scope),
        }
    }

    fn included(
        &mut self,
        field: FieldId,
        operands: Operands,
        predicate: &Predicate,
        scope: Scope<'a>,
    ) -> Option<Formula> {
        if field.row().kind == Kind::Single && operands.listed.len() > 1 {
            return Some(self.one_by_one(field, operands, scope.at(predicate.span)));
        }
        self.literal(field, operands, false, scope.at(predicate.span))
    }

    /// A request holds one value of this field, so each value is a branch of its own.
    fn one_by_one(&mut self, field: FieldId, operands: Operands, location: Location) -> Formula {
        let values = operands.listed.into_iter().zip(operands.places);
        let branch = |(value, place)| Branch {
            formula: self.push(Literal {
                field,
                listed: vec![value],
                places: vec![place],
                negated: false,
                complement: false,
                location,
            }),
            location: place,
            or: None,
        };
        Formula::Or(values.map(branch).collect())
    }

    fn excluded(
        &mut self,
        field: FieldId,
        operands: Operands,
        predicate: &Predicate,
        scope: Scope<'a>,
    ) -> Option<Formula> {
        let location = scope.at(predicate.span);
        let row = field.row();
        match row.kind {
            Kind::ClosedOne => self.literal(field, rest_of(field, &operands), false, location),
            Kind::ClosedMany => {
                self.report.push(inexact_complement(row, predicate, scope));
                self.literal(field, rest_of(field, &operands), false, location)
            }
            _ if row.exclude.is_some() => self.literal(field, operands, true, location),
            _ => self.fail(no_such_exclusion(row, predicate, scope)),
        }
    }

    fn literal(&mut self, field: FieldId, operands: Operands, negated: bool, location: Location) -> Option<Formula> {
        let Operands { listed, places, .. } = operands;
        let whole = field.row().vocabulary().map(|closed| closed.rows().len());
        if Some(listed.len()) == whole {
            self.report.push(covers_everything(field.row(), &[location]));
            return Some(Formula::Everything);
        }
        let complement = places.is_empty() && !negated;
        Some(self.push(Literal { field, listed, places, negated, complement, location }))
    }

    fn push(&mut self, literal: Literal) -> Formula {
        self.literals.push(literal);
        Formula::Literal(self.literals.len() as u32 - 1)
    }

    fn unknown_field(&self, predicate: &Predicate, scope: Scope<'a>) -> Diagnostic {
        let span = predicate.field.span;
        let name = scope.text(span);
        let diagnostic = Diagnostic::new(&rule::UNKNOWN_FIELD, format!("no filter is called `{name}`"));
        if let Some(row) = SettingRow::find(name) {
            let to_value = Span { start: span.end, end: predicate.op_span.end };
            return diagnostic
                .label(scope.at(span), "this is a setting, and a setting has a colon")
                .help(format!("write `{}: {}`", row.name, row.example))
                .unsafe_fix("make it a setting", vec![Edit::replace(to_value, ":")]);
        }
        if let Some(field) = FIELDS.iter().find(|field| field.exclude.is_some_and(|key| key.eq_ignore_ascii_case(name)))
        {
            return diagnostic
                .label(scope.at(span), "a key of the request, not a filter")
                .help(format!("write `{} not in […]`", field.name));
        }
        let diagnostic = diagnostic.label(scope.at(span), "not a filter");
        // A page of names that nobody knows is not searched to its end.
        if self.report.wants(&diagnostic) { near_fields(diagnostic, name, scope.at(span)) } else { diagnostic }
    }
}

/// The rest of a closed vocabulary, in its order.
fn rest_of(field: FieldId, operands: &Operands) -> Operands {
    Operands::of(rest(field, &operands.listed.iter().copied().collect()).iter().collect(), vec![])
}

/// The finding for a filter that leaves nobody out.
pub fn covers_everything(field: &Field, locations: &[Location]) -> Diagnostic {
    let name = field.name;
    let message = format!("`{name}` covers everything here, so it is left out of the request");
    let diagnostic = Diagnostic::new(&rule::COVERS_EVERYTHING, message).help("drop the clause, or narrow it");
    locations.iter().fold(diagnostic, |diagnostic, at| diagnostic.label(*at, "every lead passes"))
}

fn inexact_complement(field: &Field, predicate: &Predicate, scope: Scope) -> Diagnostic {
    let name = field.name;
    Diagnostic::new(
        &rule::INEXACT_COMPLEMENT,
        format!("a lead may have several values of `{name}`, so \"not\" is not exact"),
    )
    .label(scope.at(predicate.span), format!("sent as every other `{name}`"))
    .help(format!("a lead who also has another `{name}` is found all the same; list the ones you want with `in`"))
}

fn no_such_exclusion(field: &Field, predicate: &Predicate, scope: Scope) -> Diagnostic {
    let (what, help) = match field.name {
        "past_company" => (
            "the API cannot exclude past companies".to_owned(),
            "exclude the title or the current company instead, or filter the leads after delivery",
        ),
        "headquarters" => (
            "the API cannot exclude headquarters".to_owned(),
            "exclude the lead's own `location` instead, or filter the leads after delivery",
        ),
        "keyword" => (
            "the API cannot exclude a keyword".to_owned(),
            "write it into the keyword itself: `keyword = \"security NOT guard\"`",
        ),
        name => (format!("the API cannot exclude `{name}`"), "filter the leads after delivery"),
    };
    let place = if predicate.op == Op::Signal { predicate.field.span } else { predicate.op_span };
    let label = if field.is_signal() { "it can only be asked for" } else { "only `in` works here" };
    Diagnostic::new(&rule::NO_SUCH_EXCLUSION, what).label(scope.at(place), label).help(help)
}

fn near_fields(diagnostic: Diagnostic, name: &str, at: Location) -> Diagnostic {
    let names = || FIELDS.iter().flat_map(Field::names);
    let choices: Vec<Choice> = suggest::nearest(name, names()).into_iter().map(Choice::name).collect();
    if choices.is_empty() {
        return diagnostic.help(format!("the filters are {}", listed(FIELDS.iter().map(|field| field.name))));
    }
    did_you_mean(diagnostic, at, &choices, suggest::certain(name, names()).is_some(), "")
}

fn wrong_operator(field: FieldId, predicate: &Predicate, scope: Scope) -> Option<Diagnostic> {
    let row = field.row();
    let name = row.name;
    if row.is_signal() {
        return (predicate.op != Op::Signal).then(|| signal_with_value(row, predicate, scope));
    }
    match predicate.op {
        Op::Signal => Some(
            Diagnostic::new(&rule::NOT_A_SIGNAL, format!("`{name}` needs a value"))
                .label(scope.at(predicate.field.span), "a filter without a value")
                .help(format!("write it like `{}`", row.example)),
        ),
        Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual | Op::Range if !row.ordered => {
            let (what, at) = match predicate.op {
                Op::Range => ("a range", predicate.operands.first().map_or(predicate.span, |range| range.span)),
                _ => ("this comparison", predicate.op_span),
            };
            Some(
                Diagnostic::new(&rule::WRONG_OPERATOR, format!("`{name}` has no order, so {what} says nothing"))
                    .label(scope.at(at), "needs values that come one after another")
                    .help(format!("use `=` or `in`, such as `{}`", row.example)),
            )
        }
        _ => None,
    }
}

fn signal_with_value(field: &Field, predicate: &Predicate, scope: Scope) -> Diagnostic {
    let name = field.name;
    let after = Span { start: predicate.field.span.end, end: predicate.span.end };
    Diagnostic::new(&rule::NOT_A_SIGNAL, format!("`{name}` stands alone, without a value"))
        .label(scope.at(predicate.op_span), "nothing may follow")
        .help(format!("write `{name}`"))
        .unsafe_fix(format!("write `{name}`"), vec![Edit::delete(after)])
}
