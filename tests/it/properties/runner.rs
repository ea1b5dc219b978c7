//! Runs a law on many cases. `PROPTEST_CASES` sets how many the main laws get; a failing case is written to
//! `failures/`, from where it is tried again first. Every run prints its seeds.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::Write;

use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, RngSeed, TestCaseResult, TestRunner};

/// Cases of a main law, unless the environment says otherwise.
const MAIN_CASES: u32 = 4000;

/// What proptest says where the environment says nothing.
const UNSET: u32 = 256;

/// How often each outcome was seen.
#[derive(Default)]
pub struct Tally(RefCell<BTreeMap<&'static str, u32>>, Cell<u32>);

impl Tally {
    pub fn count(&self, outcome: &'static str) {
        *self.0.borrow_mut().entry(outcome).or_default() += 1;
    }

    /// Percent of the cases with this outcome.
    pub fn share(&self, outcome: &str) -> u32 {
        self.0.borrow().get(outcome).copied().unwrap_or_default() * 100 / self.1.get().max(1)
    }

    fn print(&self, law: &str) {
        println!("{law}: {} cases, {:?}", self.1.get(), self.0.borrow());
    }
}

/// The seed of the environment, or a new one.
fn seed() -> RngSeed {
    match Config::default().rng_seed {
        RngSeed::Random => RngSeed::Fixed(std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), "seed")),
        fixed @ RngSeed::Fixed(_) => fixed,
    }
}

/// Check that the law holds in `percent` of the main laws' number of cases.
pub fn law<S: Strategy>(
    name: &str,
    failures: &'static str,
    percent: u32,
    strategy: &S,
    holds: impl Fn(S::Value, &Tally) -> TestCaseResult,
) -> Tally {
    let main = Config::default().cases;
    let main = if main == UNSET { MAIN_CASES } else { main };
    let rng_seed = seed();
    // Past the test program's own net: a run that passes says its seed too.
    let said = writeln!(std::io::stderr(), "{name}: PROPTEST_RNG_SEED={rng_seed} draws these cases again");
    said.expect("somebody listens");
    let config = Config {
        rng_seed,
        cases: (main * percent / 100).max(1),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(failures))),
        max_shrink_iters: 4000,
        ..Config::default()
    };
    let tally = Tally::default();
    let mut runner = TestRunner::new(config);
    let result = runner.run(strategy, |case| {
        tally.1.set(tally.1.get() + 1);
        holds(case, &tally)
    });
    tally.print(name);
    if let Err(failure) = result {
        panic!("{name}: {failure}\n{runner}");
    }
    tally
}
