//! The tree of a persona file. It holds spans only: texts are read from the source file when needed, so a
//! tree has no lifetime and copies nothing.

use crate::source::Span;

/// A whole file: its items in the order of the source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct File {
    /// Settings, clauses, lets, uses and persona blocks.
    pub items: Vec<Item>,
}

/// One item of a file or of a persona block.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// `key: data`
    Setting(Setting),
    /// An expression; the clauses of a persona are joined by `and`.
    Clause(Expr),
    /// `let name = …`
    Let(Let),
    /// `use "file" as alias`
    Use(Use),
    /// `persona key { … }`
    Persona(PersonaBlock),
}

impl Item {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Item::Setting(setting) => setting.span,
            Item::Clause(clause) => clause.span,
            Item::Let(named) => named.span,
            Item::Use(used) => used.span,
            Item::Persona(block) => block.span,
        }
    }

    /// The `let`, if it is one.
    pub fn as_let(&self) -> Option<&Let> {
        if let Item::Let(named) = self { Some(named) } else { None }
    }
}

/// A name in the source: a field, a setting, a `let`, an alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands; its text is the name.
    pub span: Span,
}

/// `key: data`
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Key and data.
    pub span: Span,
    /// The key.
    pub key: Name,
    /// What it is set to.
    pub value: Data,
}

/// JSON-like data.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: DataKind,
}

/// The kinds of data.
#[derive(Debug, Clone, PartialEq)]
pub enum DataKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A JSON number; its text is the span's, in which `_` may separate digits.
    Number,
    /// A string.
    Text(Text),
    /// A bare word, such as `disjoint`.
    Word,
    /// `env("NAME")`: the name of the variable.
    Env(Text),
    /// `[ … ]`
    Array(Vec<Data>),
    /// `{ … }`
    Object(Vec<Member>),
}

/// One `key: data` of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The key, bare or quoted.
    pub key: Text,
    /// Its value.
    pub value: Data,
}

/// A string or a bare word that is read as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it stands, quotes included.
    pub span: Span,
    /// What it says, where that is not simply the source between the quotes (escapes, or quotes that are
    /// not straight).
    pub decoded: Option<Box<str>>,
    /// Whether it stands in quotes.
    pub quoted: bool,
}

/// `let name = …`
#[derive(Debug, Clone, PartialEq)]
pub struct Let {
    /// From `let` to the end of the value.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// What it names.
    pub value: LetValue,
}

/// What a `let` names.
#[derive(Debug, Clone, PartialEq)]
pub enum LetValue {
    /// `[ … ]`; the span holds the brackets.
    List(Span, Vec<Element>),
    /// One value, range or reference. A bare word is a value or a signal: its use decides.
    Element(Element),
    /// A whole filter.
    Filter(Expr),
}

/// `use "file" as alias`
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// The whole item.
    pub span: Span,
    /// The file, relative to the one that uses it.
    pub path: Text,
    /// The alias, if there is one.
    pub alias: Option<Name>,
}

/// `persona key { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaBlock {
    /// The whole block.
    pub span: Span,
    /// Its key, bare or quoted.
    pub key: Text,
    /// Settings, clauses and lets.
    pub items: Vec<Item>,
}

/// An expression: a set of leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// The expression, without parentheses around it.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// Intersection of two or more; the connectives lie between them.
    And(Vec<Expr>),
    /// Union of two or more, with the places of the `or`s between them.
    Or(Vec<Expr>, Vec<Span>),
    /// Complement; the span is that of `not`.
    Not(Span, Box<Expr>),
    /// A condition on one field.
    Predicate(Predicate),
    /// `$name`: a filter that a `let` names.
    Reference(Reference),
}

/// A condition on one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicate {
    /// The whole condition.
    pub span: Span,
    /// The field.
    pub field: Name,
    /// How the field is compared.
    pub op: Op,
    /// The operator (`not in` is one); the field's span for a signal, empty before a bare range.
    pub op_span: Span,
    /// What it is compared with: nothing for a signal, one element for `=` and comparisons and ranges,
    /// any number for `in`.
    pub operands: Vec<Element>,
    /// The brackets, if the operands stand in a list.
    pub list: Option<Span>,
}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// The field on its own.
    Signal,
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `in`
    In,
    /// `not in`
    NotIn,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// A range right after the field.
    Range,
}

/// One operand.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Value, range or reference, without its unit.
    pub span: Span,
    /// What it is.
    pub kind: ElementKind,
    /// The unit after it, such as `years`.
    pub unit: Option<Name>,
}

/// The kinds of operand.
#[derive(Debug, Clone, PartialEq)]
pub enum ElementKind {
    /// One value.
    Value(Value),
    /// `lo..hi`; both ends belong to it. At least one is there.
    Range(Option<Value>, Option<Value>),
    /// `$name` or `$alias.name`.
    Reference(Reference),
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Its text. For a number, the digits as written (`1_000`); `10k` is a word.
    pub text: Text,
    /// How it was written.
    pub kind: ValueKind,
}

/// How a value was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// In quotes.
    Quoted,
    /// A bare word.
    Word,
    /// Digits.
    Number,
    /// An API size string such as `51-200` or `10001+`.
    Bucket,
}

/// `$name` or `$alias.name`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The whole reference, `$` included.
    pub span: Span,
    /// The alias of the used file.
    pub alias: Option<Name>,
    /// The name of the `let`.
    pub name: Name,
}

impl Text {
    /// What the text says, quotes removed and escapes read.
    pub fn read<'s>(&'s self, source: &'s crate::source::SourceFile) -> &'s str {
        match &self.decoded {
            Some(decoded) => decoded,
            None if self.quoted => {
                let written = source.slice(self.span);
                let inner = written.strip_prefix('"').unwrap_or(written);
                inner.strip_suffix('"').unwrap_or(inner)
            }
            None => source.slice(self.span),
        }
    }
}
