//! What `overlap` says of two personas is what the algebra says, both ways, and what sampled leads show.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use personac::algebra::{Budget, Log, Relation, Request, relation};
use personac::check::check;
use personac::lint::Lints;
use personac::overlap::{Member, Personas, Standing};
use personac::project::Project;
use personac::resolve::Atoms;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac::workspace::Loaded;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::bodies::{Body, Term};
use super::compiled::{compile, with_options};
use super::dice::Dice;
use super::generate::{persona, shapes};
use super::leads::Lead;
use super::model::{Persona, Writer};
use super::plain::{plain, request};
use super::runner::law;
use super::vocabulary::{FIELDS, Kind};

/// Leads tried around each persona.
const LEADS: usize = 24;

/// A persona that compiles.
struct Compiled {
    persona: Persona,
    source: String,
    bodies: Vec<Body>,
}

fn compiled(persona: Persona) -> Option<Compiled> {
    let source = persona.source("any");
    let bodies = compile(&source).bodies().ok().filter(|bodies| !bodies.is_empty())?;
    Some(Compiled { persona, source, bodies })
}

fn written(body: &Body, dice: &mut Dice) -> Persona {
    let mut writer = Writer::default();
    let clauses = body.terms.iter().map(|term| plain(term, &mut writer, dice)).collect();
    Persona { clauses, lets: writer.lets }
}

/// A request that asks for a little more, a little less or something else.
fn changed(body: &Body, dice: &mut Dice) -> Body {
    let mut body = body.clone();
    for _ in 0..1 + dice.below(2) {
        let place = dice.below(body.terms.len());
        match dice.below(4) {
            0 if body.terms.len() > 1 => drop(body.terms.remove(place)),
            1 if body.terms[place].sent.len() > 1 => drop(body.terms[place].sent.pop()),
            2 => body
                .terms
                .extend(request(dice).terms.into_iter().filter(|term| is_new(&body.terms, term)).collect::<Vec<_>>()),
            _ => other_value(&mut body.terms[place], dice),
        }
    }
    body
}

fn is_new(terms: &[Term], term: &Term) -> bool {
    terms.iter().all(|own| own.field != term.field)
}

fn other_value(term: &mut Term, dice: &mut Dice) {
    let value = dice.below(FIELDS[term.field].values.len());
    match FIELDS[term.field].kind {
        Kind::Single | Kind::Signal => term.sent = vec![value],
        _ if term.sent.contains(&value) => {}
        _ if dice.percent(50) => term.sent.push(value),
        _ => term.sent = vec![value],
    }
}

fn member(one: &Compiled) -> Member {
    let source = Arc::new(SourceFile::new("test.persona", one.source.as_str()));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let loaded = Loaded { identity: "test.persona".to_owned(), source, parsed };
    let checked = with_options(&Project::default(), Lints::of_build(), |options| check(loaded, options));
    let audience = checked.personas.into_iter().next().expect("it compiles").audience;
    Member { file: "test.persona".to_owned(), key: None, root: PathBuf::new(), audience }
}

/// The standing for a relation; which kind of overlap it is the algebra does not say.
fn agrees(standing: Standing, relation: Relation) -> bool {
    match relation {
        Relation::Same => standing == Standing::Equal,
        Relation::Narrower => standing == Standing::Inside,
        Relation::Wider => standing == Standing::Contains,
        Relation::Overlapping => matches!(standing, Standing::Overlaps | Standing::BarelyOverlaps),
        Relation::Disjoint => standing == Standing::Disjoint,
    }
}

/// What leads show must not contradict the standing.
fn shown(standing: Standing, one: bool, other: bool) -> bool {
    match standing {
        Standing::Equal => one == other,
        Standing::Inside => !one || other,
        Standing::Contains => one || !other,
        Standing::Disjoint => !(one && other),
        _ => true,
    }
}

fn meeting_is_asking_for_both(one: &[Request], other: &[Request]) -> TestCaseResult {
    for (one, other) in one.iter().flat_map(|one| other.iter().map(move |other| (one, other))) {
        let both = one.conjoin(other, &mut Log::default());
        prop_assert_eq!(one.meets(other), both.is_some_and(|both| both.is_possible()), "{:?}\n{:?}", one, other);
        prop_assert_eq!(one.meets(other), other.meets(one));
    }
    Ok(())
}

#[test]
fn what_overlap_says_is_proved_and_seen() {
    let tally = law("overlap", "tests/it/properties/failures/overlap.txt", 25, &shapes(), |case, tally| {
        let mut dice = Dice(case.1);
        let base = request(&mut dice);
        let mut all: Vec<Persona> = vec![written(&base, &mut dice)];
        for _ in 0..3 {
            let body = changed(&base, &mut dice);
            all.push(written(&body, &mut dice));
        }
        all.push(persona(&case));
        let all: Vec<Compiled> = all.into_iter().filter_map(compiled).collect();
        let members: Vec<Member> = all.iter().map(member).collect();
        let mut atoms = Atoms::default();
        let requests: Vec<Vec<Request>> = members.iter().map(|member| member.audience.shared(&mut atoms)).collect();
        let personas = Personas::new(members, BTreeMap::new());
        let around = |one: &Compiled| Lead::around(&one.persona.filter(), &one.bodies, LEADS, &mut Dice(dice.0));
        let leads: Vec<Lead> = all.iter().flat_map(around).collect();
        let found: Vec<Vec<bool>> = all
            .iter()
            .map(|one| leads.iter().map(|lead| one.bodies.iter().any(|body| body.finds(lead))).collect())
            .collect();
        for one in 0..all.len() {
            for other in 0..all.len() {
                let standing = personas.standing(one, other);
                prop_assert_eq!(standing, personas.standing(other, one).reversed());
                let relation = relation(&requests[one], &requests[other], &mut Budget::default());
                let sources = || format!("{standing:?} {relation:?}\n{}\n{}", all[one].source, all[other].source);
                prop_assert!(relation.is_ok_and(|relation| agrees(standing, relation)), "{}", sources());
                meeting_is_asking_for_both(&requests[one], &requests[other])?;
                let pairs = found[one].iter().zip(&found[other]);
                for (in_one, in_other) in pairs.clone() {
                    prop_assert!(shown(standing, *in_one, *in_other), "{}", sources());
                }
                let seen = pairs.into_iter().any(|(in_one, in_other)| *in_one && *in_other);
                tally.count(match standing {
                    _ if one >= other => "itself or seen already",
                    Standing::Equal => "equal",
                    Standing::Contains | Standing::Inside => "contains",
                    Standing::Overlaps if seen => "overlap, seen",
                    Standing::Overlaps => "overlap",
                    Standing::BarelyOverlaps => "barely",
                    _ => "disjoint",
                });
            }
        }
        Ok(())
    });
    for outcome in ["equal", "contains", "overlap, seen", "barely", "disjoint"] {
        assert!(tally.share(outcome) >= 5, "too few pairs are: {outcome}");
    }
}
