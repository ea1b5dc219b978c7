//! What may stand at a place of a text: found from the tokens before it, so that it is known in broken text too.

use crate::fields::FieldId;
use crate::settings::SettingRow;
use crate::source::Span;
use crate::syntax::ast::Op;

/// What may stand at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// The beginning of an item, of the file or of a persona block.
    Item {
        /// Whether it is in a persona block.
        in_block: bool,
        /// Whether a clause ends just before it.
        after_clause: bool,
    },
    /// The beginning of a condition: after `and`, `(`, `not`.
    Condition,
    /// Behind a filter: an operator.
    Operator {
        /// The filter.
        field: FieldId,
        /// Where a `not` begins that may be that of `not in`.
        not: Option<u32>,
    },
    /// A value.
    Value(Condition),
    /// Behind a whole condition: `and` or `or`; or more words of the last value.
    Link(Option<Condition>),
    /// The data of a setting.
    Data(&'static SettingRow),
    /// The name of a variable in `env(…)`.
    Variable,
    /// The path of a `use`.
    Path,
    /// Behind the path of a `use`.
    As,
    /// Behind its `as`; the path.
    Alias(Span),
    /// Behind `let name =`; the name.
    LetValue(Span),
    /// A comment.
    Comment(Span),
    /// What nobody can know.
    Nothing,
}

/// A condition that a value belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Condition {
    /// The filter; `None` in a list that a `let` names.
    pub field: Option<FieldId>,
    /// How it is compared.
    pub op: Op,
    /// The name of the `let` whose value this is, if no filter stands there.
    pub named: Option<Span>,
    /// The bracket of the list in which the value stands.
    pub list: Option<u32>,
    /// Where the value begins, if words of it stand there already.
    pub begun: Option<u32>,
    /// The lower end of the range whose upper end the value is: empty if it has none.
    pub low: Option<Span>,
}

impl Condition {
    /// The values that a `let` names, of a filter that only its use tells.
    pub fn of_let(name: Span) -> Condition {
        Condition { named: Some(name), ..Condition::new(None, Op::In) }
    }

    /// A condition without a value yet.
    pub fn new(field: Option<FieldId>, op: Op) -> Condition {
        Condition { field, op, named: None, list: None, begun: None, low: None }
    }
}
