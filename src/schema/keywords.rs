//! Writing a schema, keyword by keyword.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use crate::json::Json;

/// The dialect that the schemas are written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema: its keywords, in the order in which they were added.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    keywords: Vec<(String, Json)>,
}

impl Schema {
    /// A whole document. It has no `$id`: it is known by the place where it is kept.
    pub fn document(title: &'static str) -> Self {
        Schema::default().text("$schema", DIALECT).text("title", title)
    }

    /// What is of this type.
    pub fn of(kind: &'static str) -> Self {
        Schema::default().text("type", kind)
    }

    /// What the schema at this place of the document says: `$defs/years`.
    pub fn at(place: &str) -> Self {
        Schema::default().text("$ref", format!("#/{place}"))
    }

    /// Exactly this text, and what it means: editors show a description, not a title, beside what they offer.
    pub fn only(value: &'static str, meaning: impl Into<Cow<'static, str>>) -> Self {
        Schema::default().text("const", value).text("description", meaning)
    }

    /// Nothing else than these members.
    pub fn closed(properties: Vec<(String, Schema)>) -> Self {
        Schema::of("object").members("properties", properties).flag("additionalProperties", false)
    }

    /// Members of any name, each like this.
    pub fn named(member: Schema) -> Self {
        Schema::of("object").schema("additionalProperties", member)
    }

    /// One of these.
    pub fn any(choices: Vec<Schema>) -> Self {
        Schema::default().schemas("anyOf", choices)
    }

    /// With a keyword that holds text.
    pub fn text(self, keyword: &str, text: impl Into<Cow<'static, str>>) -> Self {
        self.with(keyword, Json::Text(text.into()))
    }

    /// With a keyword that holds texts.
    pub fn texts<T: Into<Cow<'static, str>>>(self, keyword: &str, texts: impl IntoIterator<Item = T>) -> Self {
        self.with(keyword, Json::texts(texts))
    }

    /// With a keyword that holds a number.
    pub fn number(self, keyword: &str, number: u64) -> Self {
        self.with(keyword, Json::whole(number))
    }

    /// With a keyword that holds a truth.
    pub fn flag(self, keyword: &str, value: bool) -> Self {
        self.with(keyword, Json::Bool(value))
    }

    /// With a keyword that holds a schema.
    pub fn schema(self, keyword: &str, schema: Schema) -> Self {
        self.with(keyword, schema.json())
    }

    /// With a keyword that holds a list of schemas.
    pub fn schemas(self, keyword: &str, schemas: Vec<Schema>) -> Self {
        self.with(keyword, Json::Array(schemas.into_iter().map(Schema::json).collect()))
    }

    /// With a keyword that holds schemas by name.
    pub fn members(self, keyword: &str, members: Vec<(String, Schema)>) -> Self {
        self.with(keyword, Json::Object(members.into_iter().map(|(name, schema)| (name, schema.json())).collect()))
    }

    /// With any keyword.
    pub fn with(mut self, keyword: &str, value: Json) -> Self {
        self.keywords.push((keyword.to_owned(), value));
        self
    }

    /// As it is printed: two-space indented, with a newline at the end.
    pub fn pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// With the keywords of another schema.
    pub fn and(mut self, other: Schema) -> Self {
        self.keywords.extend(other.keywords);
        self
    }

    fn json(self) -> Json {
        Json::Object(self.keywords)
    }
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.keywords.iter().map(|(keyword, value)| (keyword, value)))
    }
}

/// A pattern for this word in any case, as personac reads the names of settings.
pub fn in_any_case(word: &str) -> String {
    let letter = |c: char| match c.is_ascii_alphabetic() {
        true => format!("[{}{}]", c.to_ascii_lowercase(), c.to_ascii_uppercase()),
        false => c.to_string(),
    };
    word.chars().map(letter).collect()
}
