//! Whom a persona asks for, to be compared with others and put in words.

use crate::algebra::{Filter, Literal, Request, ValueSet};
use crate::emit::in_source_order;
use crate::fields::{FieldId, Values};
use crate::resolve::Atoms;
use crate::settings::Settings;
use crate::source::Location;

/// Whom a persona asks for.
#[derive(Debug, Clone)]
pub struct Audience {
    /// Its requests: the union of their leads.
    pub requests: Vec<Request>,
    /// The conditions that its requests come from.
    pub literals: Vec<Literal>,
    /// What values mean.
    pub atoms: Atoms,
    /// Its settings.
    pub settings: Settings,
    /// The `name` setting of its own file, and where it stands.
    pub name: Option<(String, Location)>,
    /// What a finding points at that concerns all of it.
    pub location: Location,
}

impl Audience {
    /// Whether it sends keys that personac does not know, which may be filters.
    pub fn has_unknown_keys(&self) -> bool {
        !self.settings.raw.is_empty()
    }

    /// The values of a set of `filter`, in the order in which the source first yields them.
    pub fn in_order(&self, filter: &Filter, values: &ValueSet) -> Vec<u32> {
        in_source_order(values, filter, &self.literals)
    }

    /// What people call a value of a field.
    pub fn label(&self, field: FieldId, value: u32) -> String {
        self.atoms.label(field, value).into()
    }

    /// Its requests with the texts of several personas numbered alike, so that they can be compared.
    pub fn shared(&self, atoms: &mut Atoms) -> Vec<Request> {
        self.clone().take_shared(atoms)
    }

    /// As [`Audience::shared`]; the requests are taken away.
    pub fn take_shared(&mut self, atoms: &mut Atoms) -> Vec<Request> {
        let mut requests = std::mem::take(&mut self.requests);
        for filter in requests.iter_mut().flat_map(|request| &mut request.filters) {
            translate(filter, &self.atoms, atoms);
        }
        requests
    }
}

fn translate(filter: &mut Filter, own: &Atoms, shared: &mut Atoms) {
    if !is_text(filter.field) {
        return;
    }
    let mut set = |set: &ValueSet| set.iter().map(|value| shared.intern(own.text(value))).collect();
    filter.includes = filter.includes.iter().map(&mut set).collect();
    filter.exclude = set(&filter.exclude);
}

fn is_text(field: FieldId) -> bool {
    matches!(field.row().values, Values::Text | Values::Company | Values::ListId | Values::Profile)
}
