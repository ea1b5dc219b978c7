//! What `diff` proves of two personas agrees with every lead, and with every kind of lead there can be.

use std::sync::Arc;

use personac::algebra::Relation;
use personac::check::{self, check};
use personac::diff::{Change, Side, Verdict, compare};
use personac::emit::pretty;
use personac::lint::Lints;
use personac::project::{LabelBook, Project};
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac::workspace::Loaded;
use proptest::prelude::*;

use super::bodies::Body;
use super::compiled::with_options;
use super::dice::Dice;
use super::generate::{persona, shapes};
use super::leads::Lead;
use super::model::{Expr, Persona, Predicate, Writer};
use super::oracle::holds;
use super::plain::condition;
use super::possible::relation;
use super::runner::law;
use super::vocabulary::{FIELDS, Kind, members};

/// Leads tried for each pair.
const LEADS: usize = 32;

fn compile(source: &str) -> Vec<check::Compiled> {
    let source = Arc::new(SourceFile::new("test.persona", source));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let loaded = Loaded { identity: "test.persona".to_owned(), source, parsed };
    with_options(&Project::default(), Lints::of_build(), |options| check(loaded, options).personas)
}

fn bodies(personas: &[check::Compiled]) -> Vec<Body> {
    let texts = personas.iter().flat_map(|persona| persona.bodies().iter().map(pretty).collect::<Vec<_>>());
    texts.map(|text| Body::read(&text).expect("a body")).collect()
}

fn verdict(before: &[check::Compiled], after: &[check::Compiled]) -> Verdict {
    let book = LabelBook::default();
    let found = compare(Side { personas: before, book: &book }, Side { personas: after, book: &book });
    match found.first().map(|entry| &entry.change) {
        Some(Change::Both(difference)) => difference.verdict,
        other => panic!("two personas are compared: {other:?}"),
    }
}

/// A persona, and one that was made of it.
fn related(case: &(Vec<super::generate::Shape>, u64), how: usize) -> (Persona, Persona) {
    let mut dice = Dice(case.1 ^ 0x5eed);
    let mut one = persona(case);
    let mut other = one.clone();
    match how {
        0 => dice.shuffle(&mut other.clauses),
        1..=4 => mutate(&mut other, &mut dice),
        5 => (0..2).for_each(|_| mutate(&mut other, &mut dice)),
        6 if other.clauses.len() > 1 => drop(other.clauses.remove(dice.below(other.clauses.len()))),
        6 | 7 => add(&mut other, dice.below(FIELDS.len()), &mut dice),
        8 => {
            let field = *dice.pick(&[3, 6, 9, 10]);
            add(&mut one, field, &mut dice);
            add(&mut other, field, &mut dice);
        }
        _ => other = persona(&(case.0.clone(), case.1.rotate_left(17))),
    }
    if dice.percent(50) { (one, other) } else { (other, one) }
}

fn writer(persona: &mut Persona) -> Writer {
    Writer { lets: std::mem::take(&mut persona.lets) }
}

fn add(persona: &mut Persona, field: usize, dice: &mut Dice) {
    let mut writer = writer(persona);
    let values = dice.some(&members(FIELDS[field].whole()), 3);
    persona.clauses.push(Expr::Is(condition(field, values, false, &mut writer, dice)));
    persona.lets = writer.lets;
}

/// Change the values of one condition.
fn mutate(persona: &mut Persona, dice: &mut Dice) {
    let mut writer = writer(persona);
    let count = persona.filter().conditions().len();
    let mut at = dice.below(count.max(1));
    persona
        .clauses
        .iter_mut()
        .for_each(|clause| visit(clause, &mut at, &mut |one| *one = other(one, &mut writer, dice)));
    persona.lets = writer.lets;
}

/// Call `change` for the condition with number `at`, whose `let`s are written out.
fn visit(expr: &mut Expr, at: &mut usize, change: &mut impl FnMut(&mut Predicate)) {
    match expr {
        Expr::Is(predicate) => {
            if *at == 0 {
                change(predicate);
            }
            *at = at.wrapping_sub(1);
        }
        Expr::Not(inner) => visit(inner, at, change),
        Expr::Named(_, inner) => {
            let mut inner = (**inner).clone();
            visit(&mut inner, at, change);
            *expr = inner;
        }
        Expr::And(parts) | Expr::Or(parts) => parts.iter_mut().for_each(|part| visit(part, at, change)),
    }
}

/// The condition with a value more, a value less, or another one.
fn other(old: &Predicate, writer: &mut Writer, dice: &mut Dice) -> Predicate {
    let row = old.row();
    if row.kind == Kind::Signal || old.listed.is_empty() {
        return old.clone();
    }
    let mut listed = old.listed.clone();
    let missing = members(row.whole() & !old.values());
    let how = dice.below(3);
    if how != 0 && listed.len() > 1 {
        listed.remove(dice.below(listed.len()));
    }
    if (how != 1 || listed == old.listed) && !missing.is_empty() && row.kind != Kind::Single {
        listed.push(*dice.pick(&missing));
    }
    writer.list(old.field, listed, old.negated, dice)
}

#[test]
fn what_is_proved_of_two_personas_is_true() {
    let cases = (shapes(), 0..10_usize);
    let tally = law("differences", "tests/it/properties/failures/differences.txt", 50, &cases, |case, tally| {
        let (before, after) = related(&case.0, case.1);
        let sources = (before.source("any"), after.source("any"));
        let (old, new) = (compile(&sources.0), compile(&sources.1));
        if old.is_empty() || new.is_empty() {
            tally.count("not compiled");
            return Ok(());
        }
        let (Verdict::Proved(found), back) = (verdict(&old, &new), verdict(&new, &old)) else {
            tally.count("too complex");
            return Ok(());
        };
        tally.count(word(found));
        let (was, is) = (bodies(&old), bodies(&new));
        let why = || format!("{}\n---\n{}\n{was:?}\n{is:?}", sources.0, sources.1);
        prop_assert_eq!(back, Verdict::Proved(found.reversed()), "{}", why());
        prop_assert_eq!(found, relation(&was, &is), "{}", why());
        let (filters, mut dice) = ((before.filter(), after.filter()), Dice(case.0.1));
        let mut leads = Lead::around(&filters.0, &was, LEADS / 2, &mut dice);
        leads.extend(Lead::around(&filters.1, &is, LEADS / 2, &mut dice));
        for lead in &leads {
            let (in_old, in_new) = (holds(&filters.0, lead, true), holds(&filters.1, lead, true));
            prop_assert!(may_be(found, in_old, in_new), "{found:?} {in_old} {in_new}\n{}\n{lead:?}", why());
        }
        Ok(())
    });
    for (verdict, least) in [("same", 5), ("narrower", 5), ("wider", 5), ("overlapping", 3), ("disjoint", 1)] {
        assert!(tally.share(verdict) >= least, "too few pairs are {verdict}");
    }
}

fn word(relation: Relation) -> &'static str {
    Verdict::Proved(relation).word()
}

/// Whether a lead may be in the audiences before and after.
fn may_be(relation: Relation, before: bool, after: bool) -> bool {
    match relation {
        Relation::Same => before == after,
        Relation::Narrower => before || !after,
        Relation::Wider => after || !before,
        Relation::Overlapping => true,
        Relation::Disjoint => !(before && after),
    }
}
