//! The order of what is sent: keys as the language lists them, values as the source first yields them.

use std::collections::HashSet;

use proptest::prelude::*;

use super::compiled::compile;
use super::dice::Dice;
use super::generate::{persona, shapes};
use super::model::{Expr, Persona, Predicate, Writer};
use super::runner::law;
use super::vocabulary::{FIELDS, Field, Kind, members};

/// The keys of a body, in their order.
const KEYS: &str = "name webhook_url keyword limit streaming scale live job_titles excluded_job_titles past_titles \
    excluded_past_titles seniority_levels functions included_industries excluded_industries included_locations \
    excluded_locations included_companies excluded_companies past_companies company_headquarters company_size \
    company_type years_of_experience years_at_current_company years_in_current_position included_account_lists \
    excluded_account_lists included_lead_lists excluded_lead_lists relationship recently_changed_jobs \
    connections_of_profile follows_your_company viewed_your_profile with_shared_experiences posted_on_linkedin \
    past_colleague custom";

fn keys(body: &str) -> Vec<&str> {
    let own = body.lines().filter(|line| line.starts_with("  \""));
    own.filter_map(|line| line[3..].split('"').next()).collect()
}

#[test]
fn the_same_source_gives_the_same_bytes_with_keys_in_order() {
    let ordered: Vec<&str> = KEYS.split_whitespace().collect();
    law("same bytes", "tests/it/properties/failures/bytes.txt", 25, &shapes(), |case, _| {
        let persona = persona(&case);
        for split in ["any", "disjoint"] {
            let source = persona.source(split);
            let (one, other) = (compile(&source), compile(&source));
            prop_assert_eq!(&one.texts, &other.texts, "{}", source);
            prop_assert_eq!(&one.errors, &other.errors, "{}", source);
            for body in &one.texts {
                let places: Vec<Option<usize>> =
                    keys(body).iter().map(|key| ordered.iter().position(|own| own == key)).collect();
                prop_assert!(places.is_sorted() && places[0] == Some(0), "{source}\n{body}");
            }
        }
        Ok(())
    });
}

/// Conditions of one field: clauses, each of which joins some by `or`.
fn clauses(dice: &mut Dice, writer: &mut Writer) -> Vec<Vec<Predicate>> {
    let fields = (0..FIELDS.len()).filter(|field| !matches!(FIELDS[*field].kind, Kind::Single | Kind::Signal));
    let fields: Vec<usize> = fields.collect();
    let field = *dice.pick(&fields);
    let row = &FIELDS[field];
    let most = if row.kind == Kind::One { 3 } else { 1 };
    let mut condition = |dice: &mut Dice| {
        let negated = row.is_closed() && dice.percent(30);
        let (one, other) = (dice.below(row.values.len()), dice.below(row.values.len()));
        match row.is_ordered() && dice.percent(40) {
            true => writer.range(field, one.min(other), one.max(other), negated, dice),
            false => writer.list(field, dice.some(&members(row.whole()), 4), negated, dice),
        }
    };
    (0..1 + dice.below(most)).map(|_| (0..1 + dice.below(3)).map(|_| condition(dice)).collect()).collect()
}

/// The values of a condition in their order.
fn yielded(condition: &Predicate) -> Vec<usize> {
    match condition.negated {
        true => members(condition.row().whole() & !condition.values()),
        false => condition.listed.clone(),
    }
}

/// The values of a clause: left before right, each once.
fn union(clause: &[Predicate]) -> Vec<usize> {
    let mut seen = HashSet::new();
    clause.iter().flat_map(yielded).filter(|value| seen.insert(*value)).collect()
}

/// Whether the clause leaves nobody out, so that it is dropped.
fn is_everything(row: &Field, values: &[usize]) -> bool {
    row.is_closed() && values.len() == row.values.len()
}

#[test]
fn values_stand_in_the_order_of_the_source() {
    law("value order", "tests/it/properties/failures/order.txt", 50, &any::<u64>(), |seed, tally| {
        let (mut dice, mut writer) = (Dice(seed), Writer::default());
        let clauses = clauses(&mut dice, &mut writer);
        let row = clauses[0][0].row();
        let expected = clauses.iter().map(|clause| union(clause)).filter(|union| !is_everything(row, union));
        let expected = expected.reduce(|left, right| left.into_iter().filter(|value| right.contains(value)).collect());
        let mut expected = expected.unwrap_or_default();
        let any = |clause: Vec<Predicate>| Expr::Or(clause.into_iter().map(Expr::Is).collect());
        let source = Persona { clauses: clauses.into_iter().map(any).collect(), lets: writer.lets }.source("false");
        let compiled = compile(&source);
        let bodies = compiled.bodies().map_err(TestCaseError::fail)?;
        if bodies.is_empty() {
            let deserved = compiled.has("P402") && expected.is_empty() || compiled.has("P501");
            prop_assert!(deserved, "{:?}\n{source}", compiled.errors);
            return Ok(());
        }
        tally.count("compiled");
        let term = &bodies[0].terms[0];
        if row.kind == Kind::Tree {
            expected.retain(|value| term.sent.contains(value));
        }
        prop_assert_eq!(&term.sent, &expected, "{}", source);
        Ok(())
    });
}
