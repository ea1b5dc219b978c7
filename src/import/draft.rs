//! A persona that is being written from something else.

use crate::fields::FieldId;
use crate::json::Json;

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
