//! Personas of a library side by side: which of them could reach the same person, proved by the set algebra.

mod common;
mod document;
mod markdown;
mod matrix;
mod standing;
mod table;
mod tally;
mod titles;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::algebra::{Budget, Request};
use crate::audience::Audience;
use crate::project::LabelBook;
use crate::resolve::Atoms;
pub use common::Common;
pub use document::{Listed, pair as pair_document};
pub use markdown::markdown;
pub use matrix::{MOST_IN_MATRIX, matrix, matrix_markdown};
pub use standing::Standing;
use standing::{ENOUGH_STEPS, Side, budget};
pub use table::table;
pub use tally::{Pair, Tally};

/// A persona that is compared.
#[derive(Debug)]
pub struct Member {
    /// Its file.
    pub file: String,
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// The directory of its project.
    pub root: PathBuf,
    /// Whom it asks for.
    pub audience: Audience,
}

/// What is known of a persona among others.
#[derive(Debug)]
pub struct Persona {
    /// Its file.
    pub file: String,
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// What the search is called.
    pub name: Option<String>,
    /// What tables call it: its file, as far as it is not that of all, and its key.
    pub title: String,
    /// Request keys that personac does not know; whoever has any is not compared.
    pub unknown_keys: Vec<String>,
    root: PathBuf,
    side: Option<Side>,
}

/// Personas to be compared.
#[derive(Debug)]
pub struct Personas {
    /// In the order of the files.
    pub all: Vec<Persona>,
    atoms: Atoms,
    labels: BTreeMap<PathBuf, LabelBook>,
    /// Steps that one comparison may take.
    steps: usize,
}

/// A persona that another may share somebody with, or for which that is not known.
#[derive(Debug, Clone, Copy)]
pub struct Met {
    /// The persona.
    pub other: usize,
    /// How the one stands to it.
    pub standing: Standing,
    /// On how many fields both ask for the same, if they overlap: the more, the more people they may share.
    pub alike: usize,
}

/// How a persona stands to those after it.
#[derive(Debug, Default)]
pub struct Row {
    /// The persona.
    pub one: usize,
    /// Those it may share somebody with, and those for which that is not known.
    pub met: Vec<Met>,
    /// How many of those after it cannot share anybody with it.
    pub disjoint: usize,
    /// How many pairs cannot be compared, for keys that personac does not know.
    pub unknown: usize,
    /// The steps of the algebra that this took.
    pub steps: usize,
}

impl Personas {
    /// Personas to be compared; `labels` holds the label book of each project.
    pub fn new(members: Vec<Member>, labels: BTreeMap<PathBuf, LabelBook>) -> Personas {
        let mut atoms = Atoms::default();
        let titles = titles::titles(&members);
        let persona = |(member, title): (Member, String)| persona(member, title, &mut atoms);
        let all: Vec<Persona> = members.into_iter().zip(titles).map(persona).collect();
        let steps = budget(all.len());
        Personas { all, atoms, labels, steps }
    }

    /// How two of them stand to each other.
    pub fn standing(&self, one: usize, other: usize) -> Standing {
        self.meeting(one, other, &mut Budget::of(self.steps)).standing
    }

    fn meeting(&self, one: usize, other: usize, budget: &mut Budget) -> Met {
        let (standing, alike) = match (self.side(one), self.side(other)) {
            (Some(one), Some(other)) => one.to(other, budget),
            _ => (Standing::Unknown, 0),
        };
        Met { other, standing, alike }
    }

    /// How each of `range` stands to those after it, where those before took so many steps; inside a pool of threads, on
    /// all of them.
    pub fn rows(&self, range: Range<usize>, spent: usize) -> Vec<Row> {
        let steps = if spent < ENOUGH_STEPS { self.steps } else { 0 };
        match rayon::current_thread_index() {
            Some(_) => range.into_par_iter().map(|one| self.row(one, steps)).collect(),
            None => range.map(|one| self.row(one, steps)).collect(),
        }
    }

    fn row(&self, one: usize, steps: usize) -> Row {
        let mut row = Row { one, ..Row::default() };
        for other in one + 1..self.all.len() {
            let mut budget = Budget::of(steps);
            let met = self.meeting(one, other, &mut budget);
            row.steps += steps - budget.left();
            match met.standing {
                Standing::Disjoint => row.disjoint += 1,
                Standing::Unknown => row.unknown += 1,
                _ => row.met.push(met),
            }
        }
        row
    }

    /// What two of them that meet both ask for.
    pub fn common(&self, one: usize, other: usize) -> Common {
        common::common(self.requests(one), self.requests(other))
    }

    fn requests(&self, persona: usize) -> &[Request] {
        self.side(persona).map_or(&[], |side| &side.requests)
    }

    fn side(&self, persona: usize) -> Option<&Side> {
        self.all.get(persona)?.side.as_ref()
    }

    fn title(&self, persona: usize) -> &str {
        self.all.get(persona).map_or("", |persona| &persona.title)
    }
}

fn persona(mut member: Member, title: String, atoms: &mut Atoms) -> Persona {
    let settings = &member.audience.settings;
    let unknown_keys: Vec<String> = settings.raw.iter().map(|(key, _)| key.clone()).collect();
    let name = settings.name.clone().filter(|name| !name.is_empty());
    let compared = !member.audience.has_unknown_keys();
    let side = compared.then(|| Side::new(member.audience.take_shared(atoms)));
    Persona { file: member.file, key: member.key, name, title, unknown_keys, root: member.root, side }
}
