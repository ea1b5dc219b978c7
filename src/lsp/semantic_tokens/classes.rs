//! What words are called, in the names that editors have colours for.

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A word of the language.
    Keyword,
    /// A field or a setting.
    Property,
    /// What a `let` names.
    Variable,
    /// Text.
    String,
    /// A number, an end of a range.
    Number,
    /// `=`, `>=`, `..`
    Operator,
    /// A comment.
    Comment,
    /// A label.
    EnumMember,
    /// The alias of a used file.
    Namespace,
    /// `env`
    Function,
    /// The key of a persona.
    Persona,
}

impl Class {
    /// Every class; its place here is its number.
    pub const ALL: [Class; 11] = [
        Class::Keyword,
        Class::Property,
        Class::Variable,
        Class::String,
        Class::Number,
        Class::Operator,
        Class::Comment,
        Class::EnumMember,
        Class::Namespace,
        Class::Function,
        Class::Persona,
    ];

    /// What editors call it.
    pub fn name(self) -> &'static str {
        match self {
            Class::Keyword => "keyword",
            Class::Property => "property",
            Class::Variable => "variable",
            Class::String => "string",
            Class::Number => "number",
            Class::Operator => "operator",
            Class::Comment => "comment",
            Class::EnumMember => "enumMember",
            Class::Namespace => "namespace",
            Class::Function => "function",
            Class::Persona => "class",
        }
    }

    /// Its number.
    pub fn index(self) -> u32 {
        self as u32
    }
}

/// More about a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Modifiers(u32);

impl Modifiers {
    /// The name of each bit, the lowest first.
    pub const NAMES: [&'static str; 3] = ["declaration", "deprecated", "readonly"];
    /// Nothing.
    pub const NONE: Modifiers = Modifiers(0);
    /// It is named here.
    pub const DECLARATION: Modifiers = Modifiers(1);
    /// It is an old name.
    pub const DEPRECATED: Modifiers = Modifiers(2);
    /// Nothing can change it.
    pub const READONLY: Modifiers = Modifiers(4);

    /// Both.
    #[must_use]
    pub const fn with(self, other: Modifiers) -> Modifiers {
        Modifiers(self.0 | other.0)
    }

    /// As a number.
    pub fn bits(self) -> u32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places() {
        for (index, class) in Class::ALL.iter().enumerate() {
            assert_eq!(class.index() as usize, index);
        }
    }
}
