//! Data as it was given, in a persona, in `personac.toml` or on the command line.

use crate::source::{FileId, Location, SourceFile};
use crate::syntax::ast::{Data, DataKind};

/// Data and where it stands.
#[derive(Debug, Clone)]
pub struct Given {
    /// Where.
    pub location: Location,
    /// What.
    pub kind: GivenKind,
}

/// The kinds of data.
#[derive(Debug, Clone)]
pub enum GivenKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as JSON writes it.
    Number(String),
    /// A string.
    Text(String),
    /// Text that lacks its quotes, which is reported already.
    Loose(String),
    /// A bare word.
    Word(String),
    /// The value of this environment variable.
    Env(String),
    /// `[ … ]`
    Array(Vec<Given>),
    /// `{ … }`: keys, where they stand, values.
    Object(Vec<(String, Location, Given)>),
}

/// The data of a persona file's tree.
pub fn given(data: &Data, source: &SourceFile, file: FileId) -> Given {
    let kind = match &data.kind {
        DataKind::Null => GivenKind::Null,
        DataKind::Bool(value) => GivenKind::Bool(*value),
        // Commas between thousands are a syntax error that is reported already.
        DataKind::Number => GivenKind::Number(source.slice(data.span).replace(['_', ','], "")),
        DataKind::Text(text) if !text.quoted => GivenKind::Loose(text.read(source).to_owned()),
        DataKind::Text(text) => GivenKind::Text(text.read(source).to_owned()),
        DataKind::Word => GivenKind::Word(source.slice(data.span).to_owned()),
        DataKind::Env(name) => GivenKind::Env(name.read(source).to_owned()),
        DataKind::Array(values) => GivenKind::Array(values.iter().map(|value| given(value, source, file)).collect()),
        DataKind::Object(members) => {
            let member = |key: &crate::syntax::ast::Text, value: &Data| {
                let location = Location { file, span: key.span };
                (key.read(source).to_owned(), location, given(value, source, file))
            };
            GivenKind::Object(members.iter().map(|one| member(&one.key, &one.value)).collect())
        }
    };
    Given { location: Location { file, span: data.span }, kind }
}

impl Given {
    /// What this data is, for a label: "text", "a number", …
    pub fn noun(&self) -> &'static str {
        match self.kind {
            GivenKind::Null => "nothing",
            GivenKind::Bool(_) => "true or false",
            GivenKind::Number(_) => "a number",
            GivenKind::Text(_) | GivenKind::Loose(_) => "text",
            GivenKind::Word(_) => "a bare word",
            GivenKind::Env(_) => "text from the environment",
            GivenKind::Array(_) => "a list",
            GivenKind::Object(_) => "an object",
        }
    }
}
