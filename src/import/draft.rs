//! A persona that is being written from something else.

use super::write;
use crate::fields::FieldId;
use crate::format::Refusal;
use crate::json::Json;
use crate::project::Project;

/// A persona as values of the request, before labels are found for them.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Settings by the persona's own keys.
    pub settings: Vec<(&'static str, Json)>,
    /// What it asks of each field; at most one entry a field.
    pub filters: Vec<DraftFilter>,
    /// Request keys that the language cannot say, for `raw`.
    pub raw: Vec<RawKey>,
    /// Lines of comment at the top: what the persona cannot say, and why.
    pub notes: Vec<String>,
}

/// What a draft asks of one field, in the API's own values: IDs, letters, texts. A signal includes one value.
#[derive(Debug, Clone)]
pub struct DraftFilter {
    /// The field.
    pub field: FieldId,
    /// The values of the include key.
    pub include: Vec<String>,
    /// The values of the exclude key.
    pub exclude: Vec<String>,
    /// Lines of comment above the clause.
    pub notes: Vec<String>,
}

/// A request key that is sent as it is.
#[derive(Debug, Clone)]
pub struct RawKey {
    /// The key.
    pub key: String,
    /// Its value.
    pub value: Json,
    /// Lines of comment above it: why no clause says it.
    pub notes: Vec<String>,
}

impl Draft {
    /// The persona that a person would have written, in the canonical layout, with the labels of `project`. What a
    /// clause would not compile to exactly stands in `raw`, with a comment that says why.
    ///
    /// # Errors
    ///
    /// [`Refusal`] if there is no such text: it would be too large for a persona.
    pub fn text(&self, project: &Project) -> Result<String, Refusal> {
        write::whole(self, project)
    }
}

/// Personas of one file, each in a block of its own, under keys that differ.
///
/// # Errors
///
/// As [`Draft::text`].
pub fn blocks(drafts: &[(String, Draft)], project: &Project) -> Result<String, Refusal> {
    write::blocks(drafts, project)
}
