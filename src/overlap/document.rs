//! Pairs as JSON, for programs.

use serde::Serialize;

use super::{Common, Met, Pair, Persona, Personas, Standing};
use crate::fields::FieldId;

/// A persona of the list that pairs refer to by number, from 0.
#[derive(Debug, Serialize)]
pub struct Listed<'a> {
    file: &'a str,
    persona: Option<&'a str>,
    name: Option<&'a str>,
    /// Keys that personac does not know: with any, the persona is not compared.
    unknown_keys: &'a [String],
}

impl<'a> From<&'a Persona> for Listed<'a> {
    fn from(persona: &'a Persona) -> Self {
        Listed {
            file: &persona.file,
            persona: persona.key.as_deref(),
            name: persona.name.as_deref(),
            unknown_keys: &persona.unknown_keys,
        }
    }
}

/// A pair that meets.
#[derive(Debug, Serialize)]
pub struct PairDocument {
    one: u32,
    other: u32,
    /// `equal`, `contains` (one contains the other), `overlaps` or `too-complex`.
    relation: &'static str,
    /// Fields on which both ask for the same values.
    both: Vec<&'static str>,
    /// Fields on which they ask for different values.
    apart: Vec<&'static str>,
}

/// The document of a pair; none for one that does not meet.
pub fn pair(personas: &Personas, one: usize, met: Met) -> Option<PairDocument> {
    let Met { other, standing, .. } = met;
    let relation = match standing {
        Standing::Equal => "equal",
        Standing::Contains | Standing::Inside => "contains",
        Standing::Overlaps | Standing::BarelyOverlaps => "overlaps",
        Standing::TooComplex => "too-complex",
        Standing::Disjoint | Standing::Unknown => return None,
    };
    let overlaps = matches!(standing, Standing::Overlaps | Standing::BarelyOverlaps);
    let Common { both, apart } = if overlaps { personas.common(one, other) } else { Common::default() };
    let name = |field: FieldId| field.row().name;
    let Pair { one, other, .. } = Pair::new(one, met);
    let both = both.into_iter().map(|(field, _)| name(field)).collect();
    Some(PairDocument { one, other, relation, both, apart: apart.into_iter().map(name).collect() })
}
