//! What a filter field is. [`FIELDS`] holds one row a field, and everything reads it: checks, resolver,
//! algebra, emitter, documentation.

mod phrases;
mod table;

pub use phrases::{PHRASES, Part, Phrase};
pub use table::FIELDS;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::tables::{Closed, Open};

/// One filter field, as people write it and as the API takes it.
pub struct Field {
    /// The canonical name.
    pub name: &'static str,
    /// Other names people use; the API's own key is always among them or is the name.
    pub aliases: &'static [&'static str],
    /// One sentence: what the filter selects.
    pub doc: &'static str,
    /// A clause that compiles on its own.
    pub example: &'static str,
    /// What may stand on the right-hand side.
    pub values: Values,
    /// How sets of its values behave.
    pub kind: Kind,
    /// Whether its vocabulary has an order, so that `<`, `>=` and ranges work.
    pub ordered: bool,
    /// The request key that includes.
    pub include: &'static str,
    /// The request key that excludes, where the API has one.
    pub exclude: Option<&'static str>,
    /// What Sales Navigator calls the filter.
    pub sales_navigator: &'static str,
    /// Whether the API refuses it with `live: false`.
    pub live_only: bool,
    /// Whether its key stands before the request options in the body.
    pub before_options: bool,
}

/// What values a field takes.
#[derive(Clone, Copy)]
pub enum Values {
    /// Any text.
    Text,
    /// The labels or IDs of a whole vocabulary.
    Label(&'static Closed),
    /// Whole numbers, cut into the vocabulary's buckets; the words are the units that may follow.
    Quantity(&'static Closed, &'static [&'static str]),
    /// The labels or IDs of a large table that cannot be whole.
    Listed(&'static Open),
    /// A LinkedIn organization.
    Company,
    /// The ID of a list at LinkedIn.
    ListId,
    /// The address of a LinkedIn profile.
    Profile,
    /// Nothing: the field stands alone. The string is the API's only value, if the key wants a list.
    Signal(Option<&'static str>),
}

/// How the sets of a field's values behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A lead has exactly one of a whole vocabulary, so a complement can be computed.
    ClosedOne,
    /// A lead may have several of a whole vocabulary, so a complement is not exact.
    ClosedMany,
    /// A lead may have several values, and nobody knows them all.
    OpenMany,
    /// As `OpenMany`; values contain each other, and a lead has all that contain its own.
    OpenTree,
    /// A request holds one value.
    Single,
    /// True or not asked for.
    Signal,
}

/// The bytes of the longest name.
const LONGEST_NAME: usize = 64;

/// The fields by all of their names, in small letters.
static NAMES: LazyLock<FxHashMap<Vec<u8>, FieldId>> = LazyLock::new(|| {
    let named = FieldId::all().flat_map(|field| field.row().names().map(move |name| (name, field)));
    named.map(|(name, field)| (name.to_ascii_lowercase().into_bytes(), field)).collect()
});

/// A field: its row in [`FIELDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldId(pub u8);

impl FieldId {
    /// The field called `name`, its canonical name or an alias, in any case.
    pub fn find(name: &str) -> Option<FieldId> {
        let mut lower = [0; LONGEST_NAME];
        let lower = lower.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        NAMES.get(&*lower).copied()
    }

    /// The field that fills this key of the request.
    pub fn of_key(key: &str) -> Option<FieldId> {
        FieldId::all().find(|field| field.row().include == key || field.row().exclude == Some(key))
    }

    /// The field's row.
    pub fn row(self) -> &'static Field {
        &FIELDS[usize::from(self.0)]
    }

    /// Every field, in the order of the body.
    pub fn all() -> impl Iterator<Item = FieldId> {
        (0..FIELDS.len()).filter_map(|index| u8::try_from(index).ok().map(FieldId))
    }
}

impl Field {
    /// Whether "not" has a meaning: the API has a key for it, or the rest of the vocabulary is sent.
    pub fn can_exclude(&self) -> bool {
        self.exclude.is_some() || matches!(self.kind, Kind::ClosedOne | Kind::ClosedMany)
    }

    /// The canonical name, then the aliases, then the API's own key where it differs.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.aliases.iter().copied())
    }

    /// The whole vocabulary, for a closed field.
    pub fn vocabulary(&self) -> Option<&'static Closed> {
        match self.values {
            Values::Label(closed) | Values::Quantity(closed, _) => Some(closed),
            _ => None,
        }
    }

    /// The large table, for a field that takes its labels.
    pub fn table(&self) -> Option<&'static Open> {
        match self.values {
            Values::Listed(table) => Some(table),
            _ => None,
        }
    }

    /// Whether the field means one truth, not values.
    pub fn is_signal(&self) -> bool {
        self.kind == Kind::Signal
    }
}
