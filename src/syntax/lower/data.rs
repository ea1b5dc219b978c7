//! Settings and their JSON-like data.

use super::{Lower, Node, Nodes, Rule, name, span};
use crate::source::Span;
use crate::syntax::ast::{Data, DataKind, Member, Name, Setting, Text};
use crate::syntax::errors::without_thousands;

impl<'s> Lower<'s> {
    pub(super) fn setting(&mut self, node: Node<'s>) -> Option<Setting> {
        let span = span(&node);
        let mut inner = node.into_inner();
        let key = self.setting_key(&inner.next()?);
        let first = inner.next()?;
        let mut value = match first.as_rule() {
            Rule::missing => {
                self.find(self.place.no_data(key.span));
                return None;
            }
            _ => self.data(first, &mut inner)?,
        };
        if let Some(comma) = inner.next() {
            let rest = self.place.trim(super::span(&comma));
            match comma.as_rule() {
                Rule::comma => self.find(self.place.stray_comma(rest, false)),
                _ => self.more_text(&mut value, rest),
            }
        }
        Some(Setting { span, key, value })
    }

    fn setting_key(&mut self, node: &Node<'s>) -> Name {
        let at = span(node);
        if node.as_rule() == Rule::quoted_key {
            let inner = Span { start: at.start + 1, end: at.end - 1 };
            self.find(self.place.quoted_key(at, self.place.slice(inner)));
            return Name { span: inner };
        }
        name(node)
    }

    /// Words after a word are one text; after anything else they are too much.
    fn more_text(&mut self, value: &mut Data, rest: Span) {
        let whole = value.span.to(rest);
        let loose = matches!(value.kind, DataKind::Word | DataKind::Number | DataKind::Bool(_) | DataKind::Null);
        if !loose {
            return self.find(self.place.text_after(value.span, rest));
        }
        value.span = whole;
        if without_thousands(self.place.slice(whole)).is_some() {
            value.kind = DataKind::Number;
            return self.find(self.place.thousands(whole));
        }
        self.find(self.loose_text(whole));
        value.kind = DataKind::Text(Text { span: whole, decoded: None, quoted: false });
    }

    fn loose_text(&self, span: Span) -> crate::diagnostic::Diagnostic {
        let words = |c: char| c.is_alphanumeric() || " _-".contains(c);
        let text = self.place.slice(span);
        if text.contains(' ') && text.chars().all(words) {
            self.place.several_words(span)
        } else {
            self.place.needs_quotes(span)
        }
    }

    /// One value; `rest` gives the text that wrongly follows it inside an array or object.
    fn data(&mut self, node: Node<'s>, rest: &mut Nodes<'s>) -> Option<Data> {
        let span = self.place.trim(span(&node));
        let kind = match node.as_rule() {
            Rule::string | Rule::foreign_string | Rule::open_string => DataKind::Text(self.text(&node)),
            Rule::number => DataKind::Number,
            Rule::data_word => word_kind(node.as_str()),
            Rule::env => DataKind::Env(self.variable(node)?),
            Rule::array => DataKind::Array(self.array(node)),
            Rule::object => DataKind::Object(self.object(node)),
            Rule::data_rest | Rule::inner_rest => {
                self.find(self.loose_text(span));
                DataKind::Text(Text { span, decoded: None, quoted: false })
            }
            _ => return None,
        };
        let mut data = Data { span, kind };
        if let Some(more) = rest.peek().filter(|node| node.as_rule() == Rule::inner_rest) {
            // A new line begins a new value, which has lost its comma.
            if self.same_line(span, super::span(&more)) {
                rest.next();
                self.more_text(&mut data, self.place.trim(super::span(&more)));
            }
        }
        Some(data)
    }

    fn variable(&mut self, node: Node<'s>) -> Option<Text> {
        let whole = span(&node);
        let mut inner = node.into_inner();
        let variable = inner.next()?;
        if variable.as_rule() == Rule::bare {
            self.find(self.place.bare_variable(span(&variable)));
        }
        if inner.next().is_some() {
            let opener = whole.start + self.place.slice(whole).find('(')? as u32;
            self.find(self.place.unclosed(Span { start: opener, end: opener + 1 }, whole.end, true));
        }
        Some(self.text(&variable))
    }

    fn array(&mut self, node: Node<'s>) -> Vec<Data> {
        let whole = span(&node);
        let mut values = vec![];
        let mut last = None;
        let mut nodes = node.into_inner();
        while let Some(node) = nodes.next() {
            if self.between(&node, whole, &mut last) {
                continue;
            }
            let data = self.data(node, &mut nodes);
            last = data.as_ref().map(|data| data.span);
            values.extend(data);
        }
        values
    }

    fn object(&mut self, node: Node<'s>) -> Vec<Member> {
        let whole = span(&node);
        let mut members = vec![];
        let mut last = None;
        let mut nodes = node.into_inner();
        while let Some(node) = nodes.next() {
            if self.between(&node, whole, &mut last) {
                continue;
            }
            let key = self.text(&node);
            last = Some(key.span);
            if let Some(value) = self.member_value(key.span, &mut nodes) {
                last = Some(value.span);
                members.push(Member { key, value });
            }
        }
        members
    }

    fn member_value(&mut self, key: Span, nodes: &mut Nodes<'s>) -> Option<Data> {
        let mut node = nodes.next()?;
        if node.as_rule() == Rule::equals {
            self.find(self.place.member_equals(span(&node)));
            node = nodes.next()?;
        }
        if node.as_rule() == Rule::missing {
            self.find(self.place.no_data(key));
            return None;
        }
        self.data(node, nodes)
    }

    /// What stands between values: commas, one each, and the closer. Whether `node` was one of them.
    fn between(&mut self, node: &Node<'s>, whole: Span, last: &mut Option<Span>) -> bool {
        let at = span(node);
        match (node.as_rule(), *last) {
            (Rule::comma, None) => self.find(self.place.extra_comma(at)),
            (Rule::comma, _) if self.place.slice(at) == ";" => self.find(self.place.semicolon(at)),
            (Rule::comma, _) => {}
            (Rule::unclosed, last) => {
                let opener = Span { start: whole.start, end: whole.start + 1 };
                self.find(self.place.unclosed(opener, last.map_or(opener.end, |last| last.end), false));
            }
            (_, Some(before)) if !self.place.is_open(before) => {
                self.find(self.place.missing_comma(before, at));
                return false;
            }
            _ => return false,
        }
        *last = None;
        true
    }
}

/// What a bare word of data is.
pub(in crate::syntax) fn word_kind(text: &str) -> DataKind {
    match text {
        _ if text.eq_ignore_ascii_case("true") => DataKind::Bool(true),
        _ if text.eq_ignore_ascii_case("false") => DataKind::Bool(false),
        _ if text.eq_ignore_ascii_case("null") => DataKind::Null,
        _ => DataKind::Word,
    }
}
