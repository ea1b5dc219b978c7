//! Operators, ours and those of other languages.

use crate::syntax::ast::Op;

/// The same comparison with a list.
pub(super) fn listed(op: Op) -> Op {
    match op {
        Op::Equal | Op::Range => Op::In,
        Op::NotEqual => Op::NotIn,
        op => op,
    }
}

/// What an operator means, and how it is written here where it is another language's.
pub(super) fn operator(text: &str) -> (Op, Option<&'static str>) {
    match text {
        "=" => (Op::Equal, None),
        "!=" => (Op::NotEqual, None),
        "<" => (Op::Less, None),
        "<=" => (Op::LessEqual, None),
        ">" => (Op::Greater, None),
        ">=" => (Op::GreaterEqual, None),
        "==" | "===" | "=~" | "~=" => (Op::Equal, Some("=")),
        "!==" | "<>" | "≠" => (Op::NotEqual, Some("!=")),
        "=<" | "≤" => (Op::LessEqual, Some("<=")),
        "=>" | "≥" => (Op::GreaterEqual, Some(">=")),
        _ => worded(text),
    }
}

fn worded(text: &str) -> (Op, Option<&'static str>) {
    match text.as_bytes() {
        [b'!' | b'n' | b'N', b'o' | b'O', b't' | b'T', third, ..] if third.is_ascii_whitespace() || *third == b'#' => {
            (Op::NotIn, None)
        }
        [b'n' | b'N' | b'!', ..] => (Op::NotIn, Some("not in")),
        [b'i' | b'I', b'n' | b'N'] => (Op::In, None),
        [b'i' | b'I', _, _, ..] => (Op::NotEqual, Some("!=")),
        _ => (Op::Equal, Some("=")),
    }
}
