//! The notation that a search is written in: `(key:value,…)`, `List(value,…)` and texts.

use super::percent::{encode_query, encode_text};
use crate::source::Span;

/// A value of the notation, and where it stands in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its bytes in the address; of a value that was not read, nothing.
    pub span: Span,
}

/// A value of the notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `(key:value,…)`
    Object(Vec<Member>),
    /// `List(value,…)`
    List(Vec<Node>),
    /// A text, decoded.
    Text(String),
}

/// A key of an object and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The key.
    pub key: String,
    /// The bytes of the key in the address.
    pub span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A value that stands in no address yet.
    pub fn new(value: Value) -> Node {
        Node { value, span: Span::default() }
    }

    /// A text that stands in no address yet.
    pub fn text(text: impl Into<String>) -> Node {
        Node::new(Value::Text(text.into()))
    }

    /// An object that stands in no address yet.
    pub fn object<'k>(members: impl IntoIterator<Item = (&'k str, Node)>) -> Node {
        let member = |(key, value): (&str, Node)| Member { key: key.to_owned(), span: Span::default(), value };
        Node::new(Value::Object(members.into_iter().map(member).collect()))
    }

    /// A list that stands in no address yet.
    pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
        Node::new(Value::List(items.into_iter().collect()))
    }
}

/// The value as it stands after `query=`: texts are encoded twice, what is around them once.
pub fn encoded(node: &Node) -> String {
    let mut text = String::new();
    write(node, &mut text);
    encode_query(&text)
}

fn write(node: &Node, out: &mut String) {
    match &node.value {
        Value::Object(members) => joined("(", members, out, |member, out| {
            out.push_str(&member.key);
            out.push(':');
            write(&member.value, out);
        }),
        Value::List(items) => joined("List(", items, out, write),
        // An empty text has to be seen.
        Value::Text(text) if text.is_empty() => out.push_str("''"),
        Value::Text(text) => encode_text(text, out),
    }
}

fn joined<T>(open: &str, parts: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push_str(open);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(part, out);
    }
    out.push(')');
}
