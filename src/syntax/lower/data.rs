//! Settings and their JSON-like data.

use super::{Lower, Node, Rule, name, span};
use crate::syntax::ast::{Data, DataKind, Member, Setting};

impl<'s> Lower<'s> {
    pub(super) fn setting(&mut self, node: Node<'s>) -> Option<Setting> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let key = name(&inner.next()?);
        let value = self.data(inner.next()?)?;
        Some(Setting { span, key, value })
    }

    fn data(&mut self, node: Node<'s>) -> Option<Data> {
        let span = span(&node);
        let kind = match node.as_rule() {
            Rule::string => DataKind::Text(self.text(&node)),
            Rule::number => DataKind::Number,
            Rule::data_word => word(node.as_str()),
            Rule::env => DataKind::Env(self.text(&node.into_inner().next()?)),
            Rule::array => DataKind::Array(node.into_inner().filter_map(|node| self.data(node)).collect()),
            Rule::object => DataKind::Object(self.members(node)),
            _ => return None,
        };
        Some(Data { span, kind })
    }

    fn members(&mut self, node: Node<'s>) -> Vec<Member> {
        let mut members = vec![];
        let mut inner = node.into_inner();
        while let Some(key) = inner.next() {
            if key.as_rule() == Rule::comma {
                continue;
            }
            let key = self.text(&key);
            if let Some(value) = inner.next().and_then(|node| self.data(node)) {
                members.push(Member { key, value });
            }
        }
        members
    }
}

fn word(text: &str) -> DataKind {
    match text {
        _ if text.eq_ignore_ascii_case("true") => DataKind::Bool(true),
        _ if text.eq_ignore_ascii_case("false") => DataKind::Bool(false),
        _ if text.eq_ignore_ascii_case("null") => DataKind::Null,
        _ => DataKind::Word,
    }
}
