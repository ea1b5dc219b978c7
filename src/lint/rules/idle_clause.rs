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

/// Each condition takes compiling the others; a persona that nobody wrote by hand is not worth that.
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
    let literals = &persona.resolved.literals;
    let mut whole: Option<Vec<Request>> = None;
    for index in (0..all.len()).rev() {
        if !shares_a_field(&all, index) {
            continue;
        }
        let whole = whole.get_or_insert_with(|| requests(all.iter().map(|one| one.formula), literals));
        let others = all.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, one)| one.formula);
        if same(&requests(others, literals), whole) {
            let conjunct = all.remove(index);
            report.push(idle(&conjunct, says_it(&conjunct, &all, literals)));
        }
    }
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

/// A condition on fields of its own always changes something.
fn shares_a_field(all: &[Conjunct], index: usize) -> bool {
    let own = &all[index].fields;
    all.iter().enumerate().any(|(other, one)| other != index && one.fields.iter().any(|field| own.contains(field)))
}

fn requests<'a>(parts: impl Iterator<Item = &'a Formula>, literals: &[Literal]) -> Vec<Request> {
    let formula = Formula::And(parts.cloned().collect());
    normalise(&formula, literals, &mut Budget::default()).map(|normal| normal.requests).unwrap_or_default()
}

fn same(one: &[Request], other: &[Request]) -> bool {
    let has = |all: &[Request], wanted: &Request| all.iter().any(|request| request.filters == wanted.filters);
    !one.is_empty() && one.len() == other.len() && one.iter().all(|request| has(other, request))
}

/// Another condition that says it alone.
fn says_it<'c, 'a>(conjunct: &Conjunct, others: &'c [Conjunct<'a>], literals: &[Literal]) -> Option<&'c Conjunct<'a>> {
    let wide = requests(std::iter::once(conjunct.formula), literals);
    let inside = |one: &Request| wide.iter().any(|other| one.implies(other));
    others.iter().find(|other| {
        let narrow = requests(std::iter::once(other.formula), literals);
        !narrow.is_empty() && narrow.iter().all(inside)
    })
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
