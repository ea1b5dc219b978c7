//! What a source means for one lead, straight from the definition of the language.

use super::leads::Lead;
use super::model::{Expr, Predicate};
use super::vocabulary::Kind;

/// Whether the lead is in the set that the expression describes; in its complement if not `wanted`.
pub fn holds(expr: &Expr, lead: &Lead, wanted: bool) -> bool {
    let all = |parts: &[Expr]| parts.iter().all(|part| holds(part, lead, wanted));
    let any = |parts: &[Expr]| parts.iter().any(|part| holds(part, lead, wanted));
    match expr {
        Expr::Is(predicate) => passes(predicate, lead, wanted),
        Expr::Not(inner) => holds(inner, lead, !wanted),
        Expr::Named(_, inner) => holds(inner, lead, wanted),
        Expr::And(parts) => {
            if wanted {
                all(parts)
            } else {
                any(parts)
            }
        }
        Expr::Or(parts) => {
            if wanted {
                any(parts)
            } else {
                all(parts)
            }
        }
    }
}

fn passes(predicate: &Predicate, lead: &Lead, wanted: bool) -> bool {
    let (row, values, has) = (predicate.row(), predicate.values(), lead.has(predicate.field));
    match (wanted != predicate.negated, row.kind) {
        (true, _) => has & values != 0,
        // Someone may hold both, and "not" still means the rest of the vocabulary.
        (false, Kind::Many) => has & row.whole() & !values != 0,
        (false, _) => has & values == 0,
    }
}
