//! How long each stage takes for a thousand personas, and all of them together: `cargo bench`.

#![allow(clippy::expect_used, missing_docs, reason = "a bench stops at what it does not expect")]

mod corpus;

use std::sync::Arc;

use divan::{Bencher, black_box};
use personac::algebra::{Budget, normalise};
use personac::check::{Checked, Compiled, Options, check};
use personac::emit::{body, pretty};
use personac::format::format;
use personac::lint::{Library, Lints, Member, compare};
use personac::project::Project;
use personac::report::Report;
use personac::resolve::{Atoms, Resolved, Scope, resolve};
use personac::settings::{Overrides, Settings};
use personac::source::{FileId, SourceFile};
use personac::syntax::ast::Item;
use personac::syntax::parse;
use personac::workspace::{LoadError, Loaded, Loader, Unit, load_all};

const COUNT: usize = 1000;

fn main() {
    divan::main();
}

struct Nothing;

impl Loader for Nothing {
    fn load(&self, _: &str, _: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Unreadable("nothing is used here".to_owned(), vec![]))
    }
}

fn sources() -> Vec<Arc<SourceFile>> {
    some_sources(COUNT)
}

fn some_sources(count: usize) -> Vec<Arc<SourceFile>> {
    (0..count).map(|index| Arc::new(SourceFile::new(format!("p{index}.persona"), corpus::persona(index)))).collect()
}

fn loaded(source: &Arc<SourceFile>) -> Loaded {
    let parsed = Arc::new(parse(source, FileId(0)));
    Loaded { identity: source.name().to_owned(), source: Arc::clone(source), parsed }
}

fn units() -> Vec<Vec<Unit>> {
    sources().iter().map(|source| load_all(loaded(source), &Nothing, &mut Report::default())).collect()
}

fn resolved(units: &[Unit]) -> Resolved {
    let clauses = units[0].parsed.file.items.iter().filter_map(|item| match item {
        Item::Clause(clause) => Some(clause),
        _ => None,
    });
    let clauses: Vec<_> = clauses.collect();
    resolve(&clauses, Scope::file(&units[0]), units, &Project::default(), &mut Report::default())
}

#[divan::bench]
fn parse_stage(bencher: Bencher) {
    let sources = sources();
    bencher.bench(|| sources.iter().for_each(|source| drop(black_box(parse(source, FileId(0))))));
}

#[divan::bench]
fn resolve_stage(bencher: Bencher) {
    let units = units();
    bencher.bench(|| units.iter().for_each(|units| drop(black_box(resolved(units)))));
}

#[divan::bench]
fn normalise_stage(bencher: Bencher) {
    let all: Vec<Resolved> = units().iter().map(|units| resolved(units)).collect();
    bencher.bench(|| {
        for one in &all {
            let formula = one.formula.as_ref().expect("a persona without mistakes");
            drop(black_box(normalise(formula, &one.literals, &mut Budget::default())));
        }
    });
}

#[divan::bench]
fn emit_stage(bencher: Bencher) {
    let all: Vec<Resolved> = units().iter().map(|units| resolved(units)).collect();
    let requests = all.iter().map(|one| {
        let formula = one.formula.as_ref().expect("a persona without mistakes");
        normalise(formula, &one.literals, &mut Budget::default()).expect("a simple persona").requests
    });
    let requests: Vec<_> = requests.collect();
    let settings = Settings::default();
    bencher.bench(|| {
        for (one, requests) in all.iter().zip(&requests) {
            black_box(pretty(&body(&requests[0], &one.literals, &one.atoms, &settings, None)));
        }
    });
}

fn checked(source: &Arc<SourceFile>, lints: &Lints) -> Checked {
    let (project, overrides) = (Project::default(), Overrides::default());
    let options =
        Options { project: &project, profile: None, overrides: &overrides, environment: None, loader: &Nothing, lints };
    check(loaded(source), &options)
}

#[divan::bench]
fn whole_check(bencher: Bencher) {
    let sources = sources();
    bencher.bench(|| sources.iter().for_each(|source| drop(black_box(checked(source, Lints::of_build())))));
}

/// What `build` does, but for files and their names.
#[divan::bench(args = [1000, 10_000], sample_count = 10)]
fn build(bencher: Bencher, count: usize) {
    let sources = some_sources(count);
    let one = |source: &Arc<SourceFile>| {
        let personas = checked(source, Lints::of_build()).personas;
        personas.iter().flat_map(Compiled::bodies).map(|body| pretty(&body)).collect::<Vec<String>>()
    };
    bencher.bench(|| sources.iter().for_each(|source| drop(black_box(one(source)))));
}

/// What `lint` does, but for files and their names: it may take half as long again as `build`.
#[divan::bench(args = [1000, 10_000], sample_count = 10)]
fn lint(bencher: Bencher, count: usize) {
    let sources = some_sources(count);
    let members = |source: &Arc<SourceFile>, texts: &mut Atoms| -> Vec<Member> {
        let personas = checked(source, Lints::of_lint()).personas.into_iter();
        personas.map(|one| Member::new(source, one.key, one.audience, texts)).collect()
    };
    bencher.bench(|| {
        let mut texts = Atoms::default();
        compare(&Library::new(sources.iter().flat_map(|source| members(source, &mut texts)).collect())).len()
    });
}

/// What `fmt` does, but for files.
#[divan::bench]
fn fmt(bencher: Bencher) {
    let sources = sources();
    let one = |source: &Arc<SourceFile>| format(source, &parse(source, FileId(0))).expect("a layout");
    bencher.bench(|| sources.iter().for_each(|source| drop(black_box(one(source)))));
}
