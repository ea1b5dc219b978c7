//! Single requests: per field at most one list to include and one to exclude, nothing in them to spare.

use super::bodies::{Body, Term};
use super::dice::Dice;
use super::model::{Expr, Predicate, Writer};
use super::vocabulary::{FIELDS, Field, Kind, members, set};

/// A random request.
pub fn request(dice: &mut Dice) -> Body {
    let mut fields: Vec<usize> = (0..FIELDS.len()).collect();
    dice.shuffle(&mut fields);
    fields.truncate(1 + dice.below(4));
    fields.sort_unstable();
    Body { terms: fields.into_iter().flat_map(|field| terms(field, dice)).collect() }
}

fn terms(field: usize, dice: &mut Dice) -> Vec<Term> {
    let row = &FIELDS[field];
    let some = members(row.whole());
    let most = match row.kind {
        Kind::Single => 1,
        Kind::One | Kind::Many => 4.min(some.len() - 1),
        _ => 3,
    };
    let sent = apart(row, dice.some(&some, most));
    let include = Term { field, include: true, sent: sent.clone() };
    if row.exclude.is_none() || dice.percent(50) {
        return vec![include];
    }
    let kept = |value: &usize| sent.iter().all(|sent| row.with_containers(*sent) & set(&[*value]) == 0);
    let others: Vec<usize> = some.into_iter().filter(kept).collect();
    if others.is_empty() {
        return vec![include];
    }
    let exclude = Term { field, include: false, sent: apart(row, dice.some(&others, 2)) };
    if dice.percent(40) { vec![exclude] } else { vec![include, exclude] }
}

/// The values without those that another one contains.
fn apart(row: &Field, values: Vec<usize>) -> Vec<usize> {
    let all = set(&values);
    let inside = |value: usize| row.with_containers(value) & all & !set(&[value]) != 0;
    values.iter().copied().filter(|value| !inside(*value)).collect()
}

/// The filter of one key, written plainly.
pub fn plain(term: &Term, writer: &mut Writer, dice: &mut Dice) -> Expr {
    Expr::Is(condition(term.field, term.sent.clone(), !term.include, writer, dice))
}

/// One list, or one signal.
pub fn condition(field: usize, values: Vec<usize>, negated: bool, writer: &mut Writer, dice: &mut Dice) -> Predicate {
    match FIELDS[field].kind {
        Kind::Signal => Writer::signal(field),
        _ => writer.list(field, values, negated, dice),
    }
}
