//! Personas of a project, side by side: what no file shows alone.

mod index;

use std::collections::HashMap;
use std::hash::Hasher;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

use crate::algebra::{Request, ValueSet};
use crate::audience::Audience;
use crate::diagnostic::{Diagnostic, Label};
use crate::resolve::Atoms;
use crate::source::{FileId, Location, SourceFile, Sources};
use index::Index;

/// A persona among others.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its file.
    pub source: Arc<SourceFile>,
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// The `name` setting of its file, and where it stands.
    pub name: Option<(String, Location)>,
    /// What a finding points at that concerns all of it.
    pub location: Location,
    /// Whom it asks for; nobody, if it cannot be compared.
    requests: Vec<Request>,
}

/// Personas that are compared with each other.
pub struct Library {
    /// In the order of the files.
    pub members: Vec<Member>,
    relations: Vec<Relations>,
}

/// How a member stands to the others.
#[derive(Debug, Clone, Default)]
struct Relations {
    /// The first of those before it that ask for the same leads.
    twin: Option<usize>,
    /// Some of those that find all of its leads and more.
    larger: Vec<usize>,
    /// How many of those there are.
    count: usize,
}

/// Larger personas that are remembered for each.
const MOST_LARGER: usize = 4;

/// A finding about a member, with labels in the files of others.
pub struct Finding {
    /// The member.
    pub member: usize,
    /// What was found; its own place is still to come.
    pub diagnostic: Diagnostic,
    /// Places in other files.
    pub others: Vec<(Arc<SourceFile>, Label)>,
}

impl Library {
    /// Compare `members`, whose texts are numbered alike, with each other; inside a pool of threads, on all of them.
    pub fn new(members: Vec<Member>) -> Library {
        let requests: Vec<&[Request]> = members.iter().map(|member| member.requests.as_slice()).collect();
        let copies = copies(&requests);
        // A copy says nothing new: the first one stands for it.
        let firsts: Vec<usize> = (0..members.len()).filter(|member| copies[*member].is_none()).collect();
        let index = Index::new(firsts.iter().map(|member| requests[*member]).collect());
        let places: Vec<usize> = (0..firsts.len()).collect();
        let found = each(&places, |place| relate(&index, *place, &firsts));
        let mut relations: Vec<Relations> =
            copies.into_iter().map(|twin| Relations { twin, ..Relations::default() }).collect();
        firsts.iter().zip(found).for_each(|(member, found)| relations[*member] = found);
        Library { members, relations }
    }

    /// The first of the members before this one that ask for the same leads.
    pub fn twin(&self, member: usize) -> Option<&Member> {
        self.relations[member].twin.map(|twin| &self.members[twin])
    }

    /// Some of the members that find all leads of this one and more, and how many there are. None for one with a twin.
    pub fn larger(&self, member: usize) -> (Vec<&Member>, usize) {
        let Relations { twin, larger, count } = &self.relations[member];
        match twin {
            Some(_) => (vec![], 0),
            None => (larger.iter().map(|other| &self.members[*other]).collect(), *count),
        }
    }

    /// The members that have a name of their own, by that name, in the order of the files.
    pub fn by_name(&self) -> HashMap<&str, Vec<usize>> {
        let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, member) in self.members.iter().enumerate() {
            if let Some((name, _)) = &member.name {
                named.entry(name).or_default().push(index);
            }
        }
        named
    }
}

impl Member {
    /// A persona of `source`. `texts` numbers those of all members alike; no more of it is kept than comparing takes.
    pub fn new(source: &Arc<SourceFile>, key: Option<String>, mut audience: Audience, texts: &mut Atoms) -> Member {
        let mut requests = audience.take_shared(texts);
        if audience.has_unknown_keys() {
            requests.clear();
        }
        for request in &mut requests {
            request.filters.iter_mut().for_each(|filter| filter.origins = vec![]);
            request.filters.shrink_to_fit();
        }
        let Audience { name, location, .. } = audience;
        Member { source: Arc::clone(source), key, name, location, requests }
    }

    /// How a message calls it.
    pub fn title(&self) -> String {
        match &self.key {
            Some(key) => format!("`{key}` in `{}`", self.source.name()),
            None => format!("`{}`", self.source.name()),
        }
    }
}

impl Finding {
    /// A finding about `member`.
    pub fn new(member: usize, diagnostic: Diagnostic) -> Finding {
        Finding { member, diagnostic, others: vec![] }
    }

    /// Point at the place of another member.
    #[must_use]
    pub fn other(mut self, other: &Member, location: Location, text: &str) -> Finding {
        self.others.push((Arc::clone(&other.source), Label { location, text: text.to_owned() }));
        self
    }

    /// The finding among those of its file, whose `sources` learn of the other files.
    pub fn settle(self, sources: &mut Sources) -> Diagnostic {
        let mut diagnostic = self.diagnostic;
        for (source, mut label) in self.others {
            label.location.file = file_in(sources, source);
            diagnostic.labels.push(label);
        }
        diagnostic
    }
}

fn file_in(sources: &mut Sources, wanted: Arc<SourceFile>) -> FileId {
    let known = sources.files.iter().position(|file| Arc::ptr_eq(file, &wanted));
    let index = known.unwrap_or_else(|| {
        sources.files.push(wanted);
        sources.files.len() - 1
    });
    FileId(u16::try_from(index).unwrap_or(u16::MAX))
}

/// Do it for each; inside a pool of threads, on all of them.
fn each<T: Sync, U: Send>(all: &[T], one: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    match rayon::current_thread_index() {
        Some(_) => all.par_iter().map(one).collect(),
        None => all.iter().map(one).collect(),
    }
}

/// For each persona, the first one before it that is written with the same requests.
fn copies(requests: &[&[Request]]) -> Vec<Option<usize>> {
    let mut known: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let digests = each(requests, |own| digest(own));
    let mut copy = |(member, own): (usize, &&[Request])| {
        let alike = known.entry(digests[member]).or_default();
        let first = alike.iter().copied().find(|other| are_written_alike(requests[*other], own));
        if first.is_none() {
            alike.push(member);
        }
        first.filter(|_| !own.is_empty())
    };
    requests.iter().enumerate().map(&mut copy).collect()
}

fn are_written_alike(one: &[Request], other: &[Request]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.filters == other.filters)
}

/// A number that is the same for the same requests, and most often for no others.
fn digest(requests: &[Request]) -> u64 {
    let mut digest = FxHasher::default();
    for filter in requests.iter().flat_map(|request| &request.filters) {
        digest.write_u8(filter.field.0);
        let sets = filter.includes.iter().chain([&filter.exclude]);
        sets.flat_map(ValueSet::iter).for_each(|value| digest.write_u32(value));
    }
    digest.finish()
}

/// How the persona at `place` of the index stands to the others there; `members` are their numbers.
fn relate(index: &Index, place: usize, members: &[usize]) -> Relations {
    let mut relations = Relations::default();
    for other in index.around(place) {
        if index.is_inside(other, place) {
            relations.twin = relations.twin.or((other < place).then_some(members[other]));
            continue;
        }
        relations.count += 1;
        if relations.larger.len() < MOST_LARGER {
            relations.larger.push(members[other]);
        }
    }
    relations
}
