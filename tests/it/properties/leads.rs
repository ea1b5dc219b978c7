//! Random leads, also such as just pass or just fail a filter.

use super::bodies::Body;
use super::dice::Dice;
use super::model::{Expr, Predicate};
use super::oracle::holds;
use super::vocabulary::{FIELDS, Field, Kind, Set, members, set};

/// What is known about one person: the values of every field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead(Vec<Set>);

impl Lead {
    /// The values of a field, with all that contain them.
    pub fn has(&self, field: usize) -> Set {
        self.0[field]
    }

    /// Any lead.
    pub fn any(dice: &mut Dice) -> Lead {
        Lead(FIELDS.iter().map(|field| any_values(field, dice)).collect())
    }

    /// Leads on both sides of a filter and of the requests for it.
    pub fn around(filter: &Expr, bodies: &[Body], count: usize, dice: &mut Dice) -> Vec<Lead> {
        (0..count).map(|_| Lead::near(filter, bodies, dice)).collect()
    }

    fn near(filter: &Expr, bodies: &[Body], dice: &mut Dice) -> Lead {
        let mut lead = Lead::any(dice);
        match dice.below(8) {
            0 => return lead,
            1 => lead.satisfy(filter, false, dice),
            2..=4 => lead.satisfy(filter, true, dice),
            _ if bodies.is_empty() => lead.satisfy(filter, true, dice),
            _ => {
                let body = dice.pick(bodies);
                for _ in 0..2 {
                    body.terms.iter().for_each(|term| lead.set(term.field, term.values(), term.include, dice));
                }
            }
        }
        let mentioned = filter.conditions();
        if !mentioned.is_empty() && dice.percent(50) {
            let field = dice.pick(&mentioned).0.field;
            lead.0[field] = any_values(&FIELDS[field], dice);
        }
        lead
    }

    /// Change the lead so that it passes the filter, or its complement; conditions may undo each other.
    fn satisfy(&mut self, expr: &Expr, wanted: bool, dice: &mut Dice) {
        if holds(expr, self, wanted) {
            return;
        }
        match (expr, wanted) {
            (Expr::Is(predicate), _) => self.pass(predicate, wanted, dice),
            (Expr::Not(inner), _) => self.satisfy(inner, !wanted, dice),
            (Expr::Named(_, inner), _) => self.satisfy(inner, wanted, dice),
            (Expr::And(parts), true) | (Expr::Or(parts), false) => {
                for part in parts.iter().chain(parts) {
                    self.satisfy(part, wanted, dice);
                }
            }
            (Expr::And(parts) | Expr::Or(parts), _) => self.satisfy(dice.pick(parts), wanted, dice),
        }
    }

    fn pass(&mut self, predicate: &Predicate, wanted: bool, dice: &mut Dice) {
        let row = predicate.row();
        match (wanted != predicate.negated, row.is_closed()) {
            (false, true) => self.set(predicate.field, row.whole() & !predicate.values(), true, dice),
            (include, _) => self.set(predicate.field, predicate.values(), include, dice),
        }
    }

    /// Have one of `values`, or none of them.
    fn set(&mut self, field: usize, values: Set, include: bool, dice: &mut Dice) {
        let row = &FIELDS[field];
        let own = &mut self.0[field];
        let fits = |has: Set| (has & values != 0) == include;
        if fits(*own) {
            return;
        }
        match row.kind {
            Kind::Tree | Kind::One => {
                let all = (0..row.values.len()).map(|value| row.with_containers(value));
                let fitting: Vec<Set> = all.filter(|has| fits(*has)).collect();
                *own = if fitting.is_empty() { *own } else { *dice.pick(&fitting) };
            }
            _ if include && values != 0 => *own |= set(&[*dice.pick(&members(values))]),
            _ => *own &= !values,
        }
    }
}

fn any_values(field: &Field, dice: &mut Dice) -> Set {
    let count = field.values.len();
    match field.kind {
        Kind::One | Kind::Tree => field.with_containers(dice.below(count)),
        Kind::Many => set(&dice.some(&members(field.whole()), 3)),
        _ if dice.percent(40) => 0,
        _ => set(&dice.some(&members(field.whole()), 3)),
    }
}
