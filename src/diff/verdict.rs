//! How the leads that a persona finds stand to those that it found, as far as that can be proved.

use super::settings::canonical_object;
use crate::algebra::{Budget, Relation, Request, TooComplex, relation};
use crate::audience::Audience;
use crate::fields::{FieldId, Kind};
use crate::resolve::Atoms;
use crate::wording::and;

/// How the leads of an audience now stand to those of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The algebra proves it.
    Proved(Relation),
    /// It cannot be proved.
    Unknown(Unknown),
}

/// Why nothing is proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The keys of `raw` differ, and they may be filters.
    OtherKeys,
    /// Both have the same keys in `raw`, and the rest overlaps: those keys may leave nobody in both.
    SameKeys,
    /// The expressions grow out of all bounds.
    TooComplex,
}

impl Verdict {
    /// The verdict, and what it presumes, as a sentence.
    pub(super) fn of(before: &Audience, after: &Audience) -> (Verdict, Option<String>) {
        if canonical_object(&before.settings.raw) != canonical_object(&after.settings.raw) {
            return (Verdict::Unknown(Unknown::OtherKeys), None);
        }
        let mut atoms = Atoms::default();
        let (old, new) = (before.shared(&mut atoms), after.shared(&mut atoms));
        match relation(&new, &old, &mut Budget::default()) {
            Err(TooComplex) => (Verdict::Unknown(Unknown::TooComplex), None),
            Ok(Relation::Overlapping) if before.has_unknown_keys() => (Verdict::Unknown(Unknown::SameKeys), None),
            Ok(found) => (Verdict::Proved(found), presumed(&old, &new, found)),
        }
    }

    /// One word for it.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Proved(Relation::Same) => "same",
            Verdict::Proved(Relation::Narrower) => "narrower",
            Verdict::Proved(Relation::Wider) => "wider",
            Verdict::Proved(Relation::Overlapping) => "overlapping",
            Verdict::Proved(Relation::Disjoint) => "disjoint",
            Verdict::Unknown(_) => "unknown",
        }
    }

    /// How people read it.
    pub fn title(self) -> &'static str {
        match self {
            Verdict::Proved(Relation::Same) => "same audience",
            Verdict::Unknown(_) => "cannot be compared",
            proved => proved.word(),
        }
    }

    /// What it means; nothing for the same audience.
    pub fn meaning(self) -> Option<&'static str> {
        Some(match self {
            Verdict::Proved(Relation::Same) => return None,
            Verdict::Proved(Relation::Narrower) => "it finds only some of the people it found before",
            Verdict::Proved(Relation::Wider) => "it finds everyone it found before, and more",
            Verdict::Proved(Relation::Overlapping) => "it may lose some people, and may find others",
            Verdict::Proved(Relation::Disjoint) => "it finds nobody it found before",
            Verdict::Unknown(Unknown::OtherKeys) => "`raw` differs, and what it sends may be a filter",
            Verdict::Unknown(Unknown::SameKeys) => "the filters overlap, but those in `raw` may leave nobody in both",
            Verdict::Unknown(Unknown::TooComplex) => "the expressions grow out of all bounds when taken apart",
        })
    }
}

/// Leads of unknown value are in no bucket: where requests contain others only together, such leads may be missed.
fn presumed(old: &[Request], new: &[Request], found: Relation) -> Option<String> {
    let loose = |inner: &[Request], outer: &[Request]| -> Vec<FieldId> {
        let unheld = inner.iter().filter(|one| !outer.iter().any(|other| one.implies(other)));
        let asked = |one: &Request| {
            let fields = outer.iter().flat_map(|other| other.filters.iter().map(|filter| filter.field));
            let new = fields.filter(|field| field.row().kind == Kind::ClosedOne && one.filter(*field).is_none());
            new.collect::<Vec<_>>()
        };
        unheld.flat_map(asked).collect()
    };
    let mut fields = match found {
        Relation::Same => [loose(old, new), loose(new, old)].concat(),
        Relation::Narrower => loose(new, old),
        Relation::Wider => loose(old, new),
        Relation::Overlapping | Relation::Disjoint => vec![],
    };
    fields.sort_unstable();
    fields.dedup();
    let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.row().name)).collect();
    (!names.is_empty()).then(|| format!("this holds for people whose {} LinkedIn knows", and(&names)))
}
