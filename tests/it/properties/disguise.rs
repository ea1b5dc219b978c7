//! Ways to write one request so that nobody would see it is one.

use super::bodies::{Body, Term};
use super::dice::Dice;
use super::model::{Expr, Persona, Writer};
use super::plain::condition;
use super::vocabulary::{FIELDS, Kind, Set, members, set};

/// A persona that means the same as the request.
pub fn disguise(request: &Body, dice: &mut Dice) -> Persona {
    let mut disguiser = Disguiser { writer: Writer::default(), dice };
    let mut clauses = disguiser.request(&request.terms);
    disguiser.dice.shuffle(&mut clauses);
    Persona { clauses, lets: disguiser.writer.lets }
}

struct Disguiser<'d> {
    writer: Writer,
    dice: &'d mut Dice,
}

impl Disguiser<'_> {
    fn request(&mut self, terms: &[Term]) -> Vec<Expr> {
        let long = |term: &&Term| term.include && term.sent.len() > 1;
        let mut spread: Vec<&Term> = terms.iter().filter(long).collect();
        self.dice.shuffle(&mut spread);
        spread.truncate(3);
        if spread.is_empty() || self.dice.percent(25) {
            return terms.iter().map(|term| self.term(term)).collect();
        }
        let others: Vec<&Term> =
            terms.iter().filter(|term| !spread.iter().any(|spread| std::ptr::eq(*spread, *term))).collect();
        let (pushed, kept): (Vec<&Term>, Vec<&Term>) = others.into_iter().partition(|_| self.dice.percent(50));
        let boxes = self.covering(&spread);
        let mut branches: Vec<Expr> = boxes.into_iter().map(|sides| self.branch(&spread, sides, &pushed)).collect();
        if self.dice.percent(20) {
            branches.push(self.narrower(&spread, &pushed));
        }
        self.dice.shuffle(&mut branches);
        let covered = if branches.len() == 1 { branches.remove(0) } else { Expr::Or(branches) };
        let mut clauses = vec![self.wrapped(covered)];
        clauses.extend(kept.into_iter().map(|term| self.term(term)));
        clauses
    }

    /// Boxes, a side for every list, that overlap at will and together are all combinations of the lists.
    fn covering(&mut self, lists: &[&Term]) -> Vec<Vec<Set>> {
        let any = |dice: &mut Dice, list: &Term| set(&dice.some(&list.sent, list.sent.len()));
        let mut boxes: Vec<Vec<Set>> = vec![];
        for _ in 0..self.dice.below(4) {
            boxes.push(lists.iter().map(|list| any(self.dice, list)).collect());
        }
        let mut cells: Vec<Vec<usize>> = vec![vec![]];
        for list in lists {
            let longer =
                |cell: &Vec<usize>| list.sent.iter().map(|value| [&cell[..], &[*value]].concat()).collect::<Vec<_>>();
            cells = cells.iter().flat_map(longer).collect();
        }
        self.dice.shuffle(&mut cells);
        let alone = self.dice.percent(40);
        for cell in cells {
            let holds = |sides: &Vec<Set>| sides.iter().zip(&cell).all(|(side, value)| side & set(&[*value]) != 0);
            if !boxes.iter().any(holds) {
                let mut side = |(list, value): (&&Term, &usize)| {
                    let more = if alone || self.dice.percent(50) { 0 } else { any(self.dice, list) };
                    set(&[*value]) | more
                };
                boxes.push(lists.iter().zip(&cell).map(&mut side).collect());
            }
        }
        boxes
    }

    fn branch(&mut self, lists: &[&Term], sides: Vec<Set>, pushed: &[&Term]) -> Expr {
        let sides = lists.iter().zip(sides).map(|(list, side)| Term { sent: members(side), ..(*list).clone() });
        let sides: Vec<Term> = sides.collect();
        let mut parts: Vec<Expr> = sides.iter().chain(pushed.iter().copied()).map(|term| self.term(term)).collect();
        self.dice.shuffle(&mut parts);
        if parts.len() == 1 { parts.remove(0) } else { self.wrapped(Expr::And(parts)) }
    }

    /// A branch that adds nothing, because it asks for something else too.
    fn narrower(&mut self, lists: &[&Term], pushed: &[&Term]) -> Expr {
        let sides = lists.iter().map(|list| set(&list.sent)).collect();
        let taken = |field: usize| lists.iter().chain(pushed).any(|term| term.field == field);
        let free: Vec<usize> = (0..FIELDS.len()).filter(|field| !taken(*field)).collect();
        let field = *self.dice.pick(&free);
        let extra = condition(field, vec![0], false, &mut self.writer, self.dice);
        Expr::And(vec![self.branch(lists, sides, pushed), Expr::Is(extra)])
    }

    /// One list, taken apart.
    fn term(&mut self, term: &Term) -> Expr {
        let row = &FIELDS[term.field];
        let mut sent = term.sent.clone();
        self.dice.shuffle(&mut sent);
        if sent.len() > 1 && self.dice.percent(35) {
            let parts = self.overlapping(&sent).into_iter().map(|sent| self.term(&Term { sent, ..term.clone() }));
            let parts = parts.collect();
            return self.wrapped(if term.include { Expr::Or(parts) } else { Expr::And(parts) });
        }
        let rest = row.is_closed() && self.dice.percent(30);
        if rest {
            sent = members(row.whole() & !set(&sent));
        }
        let first = sent.iter().min().copied().unwrap_or_default();
        let run = sent.iter().enumerate().all(|(index, _)| sent.contains(&(first + index)));
        let inner = (row.can_be_negated() && self.dice.percent(30)) != (rest == term.include);
        let is = match run && row.is_ordered() && self.dice.percent(70) {
            true => self.writer.range(term.field, first, first + sent.len() - 1, inner, self.dice),
            false if row.kind == Kind::Signal => Writer::signal(term.field),
            false => self.writer.list(term.field, sent, inner, self.dice),
        };
        let negated = is.negated == term.include;
        let is = self.wrapped(Expr::Is(is));
        if negated != rest { is.not() } else { is }
    }

    /// The values in two or more lists that may share some.
    fn overlapping(&mut self, sent: &[usize]) -> Vec<Vec<usize>> {
        let at = 1 + self.dice.below(sent.len() - 1);
        let (mut one, other) = (sent[..at].to_vec(), sent[at..].to_vec());
        if one.len() + 1 < sent.len() && self.dice.percent(30) {
            one.push(other[0]);
        }
        vec![one, other]
    }

    /// The same by De Morgan's laws, or denied twice, or as it is.
    fn wrapped(&mut self, expr: Expr) -> Expr {
        let turned = |parts: Vec<Expr>| parts.into_iter().map(Expr::not).collect();
        match (self.dice.below(8), expr) {
            (0, Expr::And(parts)) => Expr::Or(turned(parts)).not(),
            (0 | 1, Expr::Or(parts)) => Expr::And(turned(parts)).not(),
            (2, expr) => expr.not().not(),
            (_, expr) => expr,
        }
    }
}
