use super::{Look, lint};
use crate::algebra::{Budget, Formula, Literal, Request, normalise};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::lint::Persona;
use crate::report::Report;
use crate::source::{Location, Span};
use crate::syntax::ast::{Expr, ExprKind};

lint! {
    /// A clause that changes nothing: without it the persona finds the same leads.
    ///
    /// Who writes a clause expects it to narrow the audience. One that does not is a left-over, or says something else
    /// than was meant.
    ///
    /// ## Example
    ///
    /// ```persona
    /// seniority in [VP, CXO]
    /// and seniority >= Director
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// seniority in [VP, CXO]
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it drops the clause, but perhaps another one was meant to be there.
    Warning "P613" "idle-clause" in build: Look::Persona(look)
}

/// Each condition is compared with others; a persona with more of them than this was not written by hand.
const MOST_CONJUNCTS: usize = 64;

/// A condition that the whole persona must meet, and what can be deleted to drop it.
struct Conjunct<'a> {
    location: Location,
    formula: &'a Formula,
    fields: Vec<FieldId>,
    removal: Span,
}

fn look(persona: &Persona, report: &mut Report) {
    let Some(Formula::And(clauses)) = persona.resolved.formula.as_ref().filter(|_| !persona.requests.is_empty()) else {
        return;
    };
    let mut all: Vec<Conjunct> = vec![];
    for (clause, formula) in persona.clauses.iter().zip(clauses) {
        collect(clause, formula, clause.span, persona, &mut all);
    }
    if all.len() > MOST_CONJUNCTS {
        return;
    }
    for index in (0..all.len()).rev() {
        if is_idle(&all, index, &persona.resolved.literals) {
            let conjunct = all.remove(index);
            let other = says_it(&conjunct, &all, &persona.resolved.literals);
            report.push(idle(&conjunct, other));
        }
    }
}

/// Whether the others that are about the same fields say it too. Others have nothing to do with it.
fn is_idle(all: &[Conjunct], index: usize, literals: &[Literal]) -> bool {
    let own = &all[index];
    let others = all.iter().enumerate().filter(|(other, one)| *other != index && may_say(one, own, literals));
    let others: Vec<&Formula> = others.map(|(_, one)| one.formula).collect();
    !others.is_empty() && implies(others.into_iter(), own.formula, literals)
}

/// Whether one condition may say what the other says: it is about one of its fields, and does not exclude there what
/// the other one includes, or the other way round.
fn may_say(one: &Conjunct, other: &Conjunct, literals: &[Literal]) -> bool {
    let negated = |formula: &Formula| match formula {
        Formula::Literal(index) => literals.get(*index as usize).map(|literal| literal.negated),
        _ => None,
    };
    let shares = one.fields.iter().any(|field| other.fields.contains(field));
    shares && !matches!((negated(one.formula), negated(other.formula)), (Some(one), Some(other)) if one != other)
}

/// Another condition that says it alone.
fn says_it<'c, 'a>(own: &Conjunct, others: &'c [Conjunct<'a>], literals: &[Literal]) -> Option<&'c Conjunct<'a>> {
    let alone = |other: &&Conjunct| {
        may_say(other, own, literals) && implies(std::iter::once(other.formula), own.formula, literals)
    };
    others.iter().find(alone)
}

/// Whether everyone who meets all of `narrow` meets `wide`.
fn implies<'a>(narrow: impl Iterator<Item = &'a Formula>, wide: &Formula, literals: &[Literal]) -> bool {
    let narrow = requests(narrow, literals);
    let wide = requests(std::iter::once(wide), literals);
    let inside = |one: &Request| wide.iter().any(|other| one.implies(other));
    !narrow.is_empty() && narrow.iter().all(inside)
}

/// The conditions that are joined by `and` on the outermost level.
fn collect<'a>(expr: &Expr, formula: &'a Formula, removal: Span, persona: &Persona, all: &mut Vec<Conjunct<'a>>) {
    if let (ExprKind::And(parts), Formula::And(formulas)) = (&expr.kind, formula)
        && parts.len() == formulas.len()
    {
        for (index, (part, formula)) in parts.iter().zip(formulas).enumerate() {
            let removal = match index.checked_sub(1).and_then(|before| parts.get(before)) {
                Some(before) => Span { start: before.span.end, end: part.span.end },
                None => {
                    Span { start: part.span.start, end: parts.get(1).map_or(part.span.end, |next| next.span.start) }
                }
            };
            collect(part, formula, removal, persona, all);
        }
        return;
    }
    if !matches!(formula, Formula::Everything) {
        let location = Location { file: persona.location.file, span: expr.span };
        all.push(Conjunct { location, formula, fields: fields(formula, &persona.resolved.literals), removal });
    }
}

fn fields(formula: &Formula, literals: &[Literal]) -> Vec<FieldId> {
    match formula {
        Formula::Everything => vec![],
        Formula::Literal(index) => literals.get(*index as usize).map(|literal| literal.field).into_iter().collect(),
        Formula::And(parts) => parts.iter().flat_map(|part| fields(part, literals)).collect(),
        Formula::Or(branches) => branches.iter().flat_map(|branch| fields(&branch.formula, literals)).collect(),
    }
}

fn requests<'a>(parts: impl Iterator<Item = &'a Formula>, literals: &[Literal]) -> Vec<Request> {
    let formula = Formula::And(parts.cloned().collect());
    normalise(&formula, literals, &mut Budget::default()).map(|normal| normal.requests).unwrap_or_default()
}

fn idle(conjunct: &Conjunct, other: Option<&Conjunct>) -> Diagnostic {
    let message = "this clause changes nothing: without it the persona finds the same leads";
    let label = if other.is_some() { "adds nothing to it" } else { "said by the others together" };
    let found = Diagnostic::new(&RULE, message)
        .label(conjunct.location, label)
        .help("drop it, or check whether it says what you mean")
        .unsafe_fix("drop the clause", vec![Edit::delete(conjunct.removal)]);
    match other {
        Some(other) => found.label(other.location, "says it already"),
        None => found,
    }
}
