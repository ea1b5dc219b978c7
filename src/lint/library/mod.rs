//! Personas of a project, side by side: what no file shows alone.

mod index;

use std::collections::HashMap;
use std::sync::Arc;

use crate::algebra::{Filter, Request, ValueSet};
use crate::diagnostic::{Diagnostic, Label};
use crate::fields::{FieldId, Values};
use crate::resolve::Atoms;
use crate::source::{FileId, Location, SourceFile, Sources};
use index::Index;

/// Whom a persona asks for.
#[derive(Debug, Clone)]
pub struct Audience {
    /// Its requests.
    pub requests: Vec<Request>,
    /// What their values mean.
    pub atoms: Atoms,
    /// Whether it sends keys that personac does not know, which may be filters.
    pub has_unknown_keys: bool,
    /// The `name` setting of its own file, and where it stands.
    pub name: Option<(String, Location)>,
    /// What a finding points at that concerns all of it.
    pub location: Location,
}

/// A persona among others.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its file.
    pub source: Arc<SourceFile>,
    /// Its key, if it is a block.
    pub key: Option<String>,
    /// Whom it asks for.
    pub audience: Audience,
}

/// Personas that are compared with each other.
pub struct Library {
    /// In the order of the files.
    pub members: Vec<Member>,
    /// For each member, those whose leads include all of its own; sorted.
    within: Vec<Vec<usize>>,
}

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
    /// Compare `members` with each other.
    pub fn new(members: Vec<Member>) -> Library {
        let mut shared = Atoms::default();
        let requests: Vec<Vec<Request>> = members.iter().map(|member| common(&member.audience, &mut shared)).collect();
        let within = Index::new(&requests).containments(&requests);
        Library { members, within }
    }

    /// The members whose leads include all leads of `member`.
    pub fn within(&self, member: usize) -> &[usize] {
        &self.within[member]
    }

    /// Whether two members ask for the same leads.
    pub fn same(&self, one: usize, other: usize) -> bool {
        self.within[one].contains(&other) && self.within[other].contains(&one)
    }

    /// The members that have a name of their own, by that name, in the order of the files.
    pub fn by_name(&self) -> HashMap<&str, Vec<usize>> {
        let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, member) in self.members.iter().enumerate() {
            if let Some((name, _)) = &member.audience.name {
                named.entry(name).or_default().push(index);
            }
        }
        named
    }
}

impl Member {
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

/// The requests with the texts of all personas numbered alike. None for a persona that cannot be compared.
fn common(audience: &Audience, shared: &mut Atoms) -> Vec<Request> {
    if audience.has_unknown_keys {
        return vec![];
    }
    let mut requests = audience.requests.clone();
    for filter in requests.iter_mut().flat_map(|request| &mut request.filters) {
        translate(filter, &audience.atoms, shared);
    }
    requests
}

fn translate(filter: &mut Filter, own: &Atoms, shared: &mut Atoms) {
    if !is_text(filter.field) {
        return;
    }
    let field = filter.field;
    let mut set = |set: &ValueSet| set.iter().map(|value| shared.intern(&own.wire(field, value))).collect();
    filter.includes = filter.includes.iter().map(&mut set).collect();
    filter.exclude = set(&filter.exclude);
}

fn is_text(field: FieldId) -> bool {
    matches!(field.row().values, Values::Text | Values::Company | Values::ListId | Values::Profile)
}
