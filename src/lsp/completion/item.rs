//! What can be chosen.

use super::typed::Typed;
use crate::source::Span;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word of the language.
    Keyword,
    /// A filter.
    Field,
    /// A setting.
    Setting,
    /// An operator.
    Operator,
    /// A label of a vocabulary.
    Label,
    /// A name of the label book.
    Book,
    /// A range or a number.
    Range,
    /// A `let`.
    Reference,
    /// A persona file.
    File,
    /// A variable of the environment.
    Variable,
    /// The name of a rule.
    Rule,
    /// Several lines to fill in.
    Snippet,
}

/// What explains an item; looked up when somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The manual has it under this name.
    Manual(String),
    /// The row of this field's vocabulary with this ID.
    Row {
        /// The name of the field.
        field: &'static str,
        /// The ID.
        id: String,
    },
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What the list shows.
    pub label: String,
    /// What it is.
    pub kind: Kind,
    /// In a few words.
    pub detail: String,
    /// Beside the label: where it belongs.
    pub beside: String,
    /// What is put in.
    pub insert: String,
    /// The same with places to fill in, in the notation of editors.
    pub snippet: Option<String>,
    /// What editors compare with what is typed.
    pub filter: String,
    /// What explains it.
    pub page: Option<Page>,
}

impl Item {
    /// An item that is put in as it is shown.
    pub fn new(kind: Kind, label: impl Into<String>) -> Item {
        let label = label.into();
        Item {
            insert: label.clone(),
            filter: label.clone(),
            label,
            kind,
            detail: String::new(),
            beside: String::new(),
            snippet: None,
            page: None,
        }
    }

    /// With a few words about it.
    pub fn detail(self, detail: impl Into<String>) -> Item {
        Item { detail: detail.into(), ..self }
    }

    /// With where it belongs.
    pub fn beside(self, beside: impl Into<String>) -> Item {
        Item { beside: beside.into(), ..self }
    }

    /// Another text is put in.
    pub fn insert(self, insert: impl Into<String>) -> Item {
        Item { insert: insert.into(), ..self }
    }

    /// With places to fill in.
    pub fn snippet(self, snippet: impl Into<String>) -> Item {
        Item { snippet: Some(snippet.into()), ..self }
    }

    /// Editors compare this with what is typed.
    pub fn filter(self, filter: impl Into<String>) -> Item {
        Item { filter: filter.into(), ..self }
    }

    /// With what explains it.
    pub fn page(self, page: Page) -> Item {
        Item { page: Some(page), ..self }
    }

    /// With a page of the manual.
    pub fn manual(self, name: &str) -> Item {
        self.page(Page::Manual(name.to_owned()))
    }
}

/// What can be chosen at a place, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// What a choice replaces.
    pub span: Span,
    /// The items.
    pub items: Vec<Item>,
    /// Whether there may be others once more is typed.
    pub incomplete: bool,
}

/// How well a name answers what is typed, best first; `None` if not at all.
pub fn rank(typed: &str, name: &str) -> Option<u8> {
    let (typed, name) = (typed.to_lowercase(), name.to_lowercase());
    let in_order = || {
        let mut letters = name.chars();
        typed.chars().all(|wanted| letters.any(|letter| letter == wanted))
    };
    match name.find(&typed) {
        Some(0) => Some(0),
        Some(_) if name.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.starts_with(&typed)) => Some(1),
        Some(_) => Some(2),
        None => in_order().then_some(3),
    }
}

/// The items that answer what is typed, best first, in their order where they answer alike.
pub fn answering(typed: &Typed, items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let ranked = items.into_iter().filter_map(|item| Some((rank(&typed.text, &item.filter)?, item)));
    let mut ranked: Vec<(u8, Item)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, item)| item).collect()
}
