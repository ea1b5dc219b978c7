//! Random personas: proptest makes the shape, which it can shrink; a number decides the rest.

use proptest::prelude::*;

use super::dice::Dice;
use super::model::{Expr, Persona, Writer};
use super::vocabulary::{FIELDS, Kind, Set, members};

/// The shape of an expression.
#[derive(Debug, Clone)]
pub enum Shape {
    Leaf(u64),
    Not(Box<Shape>),
    And(Vec<Shape>),
    Or(Vec<Shape>),
}

/// The shapes of a persona's clauses, and the number that all else follows from.
pub fn shapes() -> impl Strategy<Value = (Vec<Shape>, u64)> {
    let leaf = any::<u64>().prop_map(Shape::Leaf);
    let shape = leaf.prop_recursive(4, 14, 3, |inner| {
        prop_oneof![
            2 => inner.clone().prop_map(|inner| Shape::Not(Box::new(inner))),
            3 => prop::collection::vec(inner.clone(), 2..4).prop_map(Shape::And),
            3 => prop::collection::vec(inner, 2..4).prop_map(Shape::Or),
        ]
    });
    (prop::collection::vec(shape, 1..4), any::<u64>())
}

/// The persona of a shape.
pub fn persona((shapes, seed): &(Vec<Shape>, u64)) -> Persona {
    let mut dice = Dice(*seed);
    let mut fields: Vec<usize> = (0..FIELDS.len()).collect();
    dice.shuffle(&mut fields);
    fields.truncate(2 + dice.below(4));
    let wild = dice.percent(12);
    let mut builder = Builder { fields, wild, writer: Writer::default() };
    let mut free = all_free();
    let clauses = shapes.iter().map(|shape| builder.expr(shape, true, &mut free)).collect();
    Persona { clauses, lets: builder.writer.lets }
}

/// Fields that may still be asked for in the conjunction at hand: for a second list the API has no key.
type Free = Vec<bool>;

fn all_free() -> Free {
    vec![true; FIELDS.len()]
}

struct Builder {
    fields: Vec<usize>,
    /// Whether anything goes, however unlikely it is to compile.
    wild: bool,
    writer: Writer,
}

impl Builder {
    fn expr(&mut self, shape: &Shape, wanted: bool, free: &mut Free) -> Expr {
        match shape {
            Shape::Leaf(seed) => self.leaf(&mut Dice(*seed), wanted, free),
            Shape::Not(inner) => self.expr(inner, !wanted, free).not(),
            Shape::And(parts) => Expr::And(self.parts(parts, wanted, wanted, free)),
            Shape::Or(parts) => Expr::Or(self.parts(parts, wanted, !wanted, free)),
        }
    }

    fn parts(&mut self, parts: &[Shape], wanted: bool, all: bool, free: &mut Free) -> Vec<Expr> {
        let before = free.clone();
        let mut built = vec![];
        for part in parts {
            let mut own = if all { free.clone() } else { before.clone() };
            built.push(self.expr(part, wanted, &mut own));
            free.iter_mut().zip(own).for_each(|(free, own)| *free &= own);
        }
        built
    }

    fn leaf(&mut self, dice: &mut Dice, wanted: bool, free: &mut Free) -> Expr {
        let negative = dice.percent(25);
        let possible = |field: &usize| {
            let row = &FIELDS[*field];
            let once = matches!(row.kind, Kind::One | Kind::Signal) || free[*field];
            self.wild || if negative { row.can_be_negated() } else { once }
        };
        let fields: Vec<usize> = self.fields.iter().copied().filter(possible).collect();
        let field = if fields.is_empty() { 10 + dice.below(5) } else { *dice.pick(&fields) };
        let row = &FIELDS[field];
        let negated = negative == wanted;
        if !negative || row.kind == Kind::Many {
            free[field] &= row.kind == Kind::One;
        }
        let leaf = self.condition(field, negated && row.kind != Kind::Signal, dice);
        let leaf = if negated && row.kind == Kind::Signal { leaf.not() } else { leaf };
        let can_stand_alone = !negated || row.can_be_negated();
        if can_stand_alone && dice.percent(8) { self.writer.named(leaf) } else { leaf }
    }

    fn condition(&mut self, field: usize, negated: bool, dice: &mut Dice) -> Expr {
        let row = &FIELDS[field];
        let end = row.values.len();
        Expr::Is(if row.kind == Kind::Signal {
            Writer::signal(field)
        } else if row.is_ordered() && dice.percent(55) {
            let (one, other) = (dice.below(end), dice.below(end));
            match dice.percent(4) && !negated {
                true => Writer::nobody(field, dice),
                false => self.writer.range(field, one.min(other), one.max(other), negated, dice),
            }
        } else {
            let all: Set = row.whole();
            let most = if dice.percent(10) { end } else { 3 };
            self.writer.list(field, dice.some(&members(all), most), negated, dice)
        })
    }
}
