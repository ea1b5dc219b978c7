//! The laws of compiling: the requests find exactly the leads that the source describes.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::bodies::Body;
use super::compiled::{Compiled, compile};
use super::dice::Dice;
use super::disguise::disguise;
use super::generate::{persona, shapes};
use super::leads::Lead;
use super::model::{Expr, Persona, Predicate, Writer};
use super::oracle::holds;
use super::plain::{plain, request};
use super::runner::{Tally, law};
use super::vocabulary::Kind;

/// Leads tried for each source.
const LEADS: usize = 48;

fn exact(filter: &Expr, bodies: &[Body], leads: &[Lead], source: &str) -> TestCaseResult {
    for lead in leads {
        let (wanted, found) = (holds(filter, lead, true), bodies.iter().any(|body| body.finds(lead)));
        prop_assert_eq!(wanted, found, "wanted and found\n{}\n{:#?}\n{:?}", source, bodies, lead);
    }
    Ok(())
}

/// An error must be one that the source deserves.
fn deserved(compiled: &Compiled, filter: &Expr, leads: &[Lead], source: &str) -> TestCaseResult {
    let errors = &compiled.errors;
    prop_assert!(!errors.is_empty(), "neither a body nor an error\n{source}");
    let logic = |code: &&&str| code.starts_with("P4") || code.starts_with("P5");
    prop_assert!(errors.iter().all(|code| logic(&code)), "{errors:?}\n{source}");
    prop_assert!(!compiled.has("P401") && !compiled.has("P406"), "{errors:?}\n{source}");
    let found = leads.iter().find(|lead| holds(filter, lead, true));
    prop_assert!(!compiled.has("P402") || found.is_none(), "somebody matches\n{source}\n{found:?}");
    let missed = leads.iter().find(|lead| !holds(filter, lead, true));
    prop_assert!(!compiled.has("P501") || missed.is_none(), "somebody does not match\n{source}\n{missed:?}");
    let conditions = filter.conditions();
    let negated = conditions.iter().any(|(predicate, wanted)| !wanted && !predicate.row().can_be_negated());
    prop_assert_eq!(compiled.has("P403"), negated, "an exclusion that the API lacks\n{}", source);
    let asks = |(one, wanted): &(&Predicate, bool)| match one.row().kind {
        Kind::One | Kind::Signal => false,
        Kind::Many => true,
        _ => *wanted,
    };
    let asking: Vec<usize> = conditions.iter().filter(|one| asks(one)).map(|(one, _)| one.field).collect();
    let twice = (0..asking.len()).any(|index| asking[..index].contains(&asking[index]));
    prop_assert!(!compiled.has("P404") || twice, "nothing is asked for twice\n{source}");
    Ok(())
}

#[test]
fn requests_find_exactly_the_leads_of_the_source() {
    let tally = law("meaning", "tests/it/properties/failures/meaning.txt", 100, &shapes(), |case, tally| {
        let (persona, mut dice) = (persona(&case), Dice(case.1));
        let (filter, source) = (persona.filter(), persona.source("any"));
        let compiled = compile(&source);
        count(&compiled, tally);
        let bodies = compiled.bodies().map_err(TestCaseError::fail)?;
        let leads = Lead::around(&filter, &bodies, LEADS, &mut dice);
        if bodies.is_empty() {
            return deserved(&compiled, &filter, &leads, &source);
        }
        leads.iter().for_each(|lead| tally.count(if holds(&filter, lead, true) { "leads in" } else { "leads out" }));
        prop_assert!(bodies.iter().all(|body| !body.terms.is_empty()) && bodies.len() <= 64, "{source}");
        exact(&filter, &bodies, &leads, &source)
    });
    assert!(tally.share("compiled") >= 60, "too few sources compile");
}

fn count(compiled: &Compiled, tally: &Tally) {
    tally.count(match compiled.errors.first() {
        None => "compiled",
        Some(code) => code,
    });
}

#[test]
fn disjoint_requests_share_no_lead_and_find_all() {
    law("disjoint", "tests/it/properties/failures/disjoint.txt", 100, &shapes(), |case, tally| {
        let (persona, mut dice) = (persona(&case), Dice(case.1));
        let (filter, source) = (persona.filter(), persona.source("disjoint"));
        let (any, compiled) = (compile(&persona.source("any")), compile(&source));
        count(&compiled, tally);
        let bodies = compiled.bodies().map_err(TestCaseError::fail)?;
        if bodies.is_empty() {
            return only_disjoint_fails(&any, &compiled, &filter, &source);
        }
        tally.count(if bodies.len() > 1 { "several" } else { "one" });
        prop_assert!(
            (1..=bodies.len()).contains(&any.texts.len()),
            "{} of {}\n{source}",
            any.texts.len(),
            bodies.len()
        );
        let leads = Lead::around(&filter, &bodies, LEADS, &mut dice);
        exact(&filter, &bodies, &leads, &source)?;
        for lead in &leads {
            let found = bodies.iter().filter(|body| body.finds(lead)).count();
            prop_assert!(found <= 1, "found {found} times\n{source}\n{bodies:#?}\n{lead:?}");
        }
        Ok(())
    });
}

/// What compiles with `any` fails with `disjoint` for its number of requests only, or for want of a key: to
/// exclude, or to ask for two lists of one field at once. Closed fields and the include list of one more field
/// never want for one.
fn only_disjoint_fails(any: &Compiled, disjoint: &Compiled, filter: &Expr, source: &str) -> TestCaseResult {
    if any.texts.is_empty() {
        prop_assert_eq!(&any.errors, &disjoint.errors, "{}", source);
        return Ok(());
    }
    let conditions = filter.conditions();
    let open: Vec<_> = conditions.iter().filter(|(one, _)| one.row().kind != Kind::One).collect();
    let exact = |(one, wanted): &&(&Predicate, bool)| {
        *wanted && matches!(one.row().kind, Kind::Open | Kind::Tree) && one.row().exclude.is_some()
    };
    let lacks = !open.iter().all(exact) || open.windows(2).any(|pair| pair[0].0.field != pair[1].0.field);
    prop_assert!(disjoint.has("P405") || (disjoint.has("P410") && lacks), "{:?}\n{source}", disjoint.errors);
    Ok(())
}

#[test]
fn one_request_stays_one_however_it_is_written() {
    law("one request", "tests/it/properties/failures/one.txt", 100, &any::<u64>(), |seed, tally| {
        let mut dice = Dice(seed);
        let request = request(&mut dice);
        let mut writer = Writer::default();
        let clauses = request.terms.iter().map(|term| plain(term, &mut writer, &mut dice)).collect();
        let plain = Persona { clauses, lets: writer.lets }.source("false");
        let disguised = disguise(&request, &mut dice).source("false");
        for (source, kind) in [(plain, "plain"), (disguised, "disguised")] {
            let compiled = compile(&source);
            let bodies = compiled.bodies().map_err(TestCaseError::fail)?;
            prop_assert_eq!(bodies.len(), 1, "{:?} {}\n{}", compiled.errors, kind, source);
            prop_assert_eq!(bodies[0].as_sets(), request.as_sets(), "{}\n{}", kind, source);
            tally.count(if source.contains(" or ") || source.contains(" not ") { "compound" } else { "simple" });
        }
        Ok(())
    });
}
