//! A tree as an S-expression, and a finding as a few lines.

use crate::diagnostic::{Diagnostic, Fix};
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::ast::*;
use crate::syntax::parse;

/// The tree of `text`, one item a line.
pub(super) fn tree(text: &str) -> String {
    let source = SourceFile::new("test.persona", text);
    let parsed = parse(&source, FileId(0));
    let dump = Dump(&source);
    parsed.file.items.iter().map(|item| dump.item(item)).collect::<Vec<_>>().join("\n")
}

struct Dump<'s>(&'s SourceFile);

impl Dump<'_> {
    fn raw(&self, span: Span) -> &str {
        self.0.slice(span)
    }

    fn text(&self, text: &Text) -> String {
        let said = text.read(self.0);
        if text.quoted { format!("{said:?}") } else { said.to_owned() }
    }

    fn item(&self, item: &Item) -> String {
        match item {
            Item::Setting(setting) => format!("({}: {})", self.raw(setting.key.span), self.data(&setting.value)),
            Item::Clause(expr) => self.expr(expr),
            Item::Let(item) => {
                let value = match &item.value {
                    LetValue::List(_, elements) => format!("list [{}]", self.elements(elements)),
                    LetValue::Element(element) => format!("element {}", self.element(element)),
                    LetValue::Filter(expr) => format!("filter {}", self.expr(expr)),
                };
                format!("(let {} {value})", self.raw(item.name.span))
            }
            Item::Use(item) => {
                let alias = item.alias.map_or(String::new(), |alias| format!(" as {}", self.raw(alias.span)));
                format!("(use {}{alias})", self.text(&item.path))
            }
            Item::Persona(block) => {
                let items: Vec<_> = block.items.iter().map(|item| self.item(item)).collect();
                format!("(persona {} {{{}}})", self.text(&block.key), items.join(" "))
            }
        }
    }

    fn data(&self, data: &Data) -> String {
        match &data.kind {
            DataKind::Null => "null".into(),
            DataKind::Bool(value) => value.to_string(),
            DataKind::Number => format!("number {}", self.raw(data.span)),
            DataKind::Text(text) => self.text(text),
            DataKind::Word => format!("word {}", self.raw(data.span)),
            DataKind::Env(text) => format!("env {}", self.text(text)),
            DataKind::Array(values) => {
                format!("[{}]", values.iter().map(|value| self.data(value)).collect::<Vec<_>>().join(", "))
            }
            DataKind::Object(members) => {
                let member = |member: &Member| format!("{}: {}", self.text(&member.key), self.data(&member.value));
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn expr(&self, expr: &Expr) -> String {
        let all = |exprs: &[Expr]| exprs.iter().map(|expr| self.expr(expr)).collect::<Vec<_>>().join(" ");
        match &expr.kind {
            ExprKind::And(exprs) => format!("(and {})", all(exprs)),
            ExprKind::Or(exprs, ors) => {
                assert!(ors.iter().all(|&or| self.raw(or).eq_ignore_ascii_case("or") || self.raw(or).contains('|')));
                assert_eq!(ors.len() + 1, exprs.len());
                format!("(or {})", all(exprs))
            }
            ExprKind::Not(_, inner) => format!("(not {})", self.expr(inner)),
            ExprKind::Predicate(predicate) => self.predicate(predicate),
            ExprKind::Reference(reference) => self.reference(reference),
        }
    }

    fn predicate(&self, predicate: &Predicate) -> String {
        let field = self.raw(predicate.field.span);
        let operands = self.elements(&predicate.operands);
        match (predicate.op, predicate.list) {
            (Op::Signal, _) => format!("(signal {field})"),
            (op, Some(_)) => format!("({op:?} {field} [{operands}])"),
            (op, None) => format!("({op:?} {field} {operands})"),
        }
    }

    fn elements(&self, elements: &[Element]) -> String {
        elements.iter().map(|element| self.element(element)).collect::<Vec<_>>().join(", ")
    }

    fn element(&self, element: &Element) -> String {
        let bound = |value: &Option<Value>| value.as_ref().map_or(String::new(), |value| self.value(value));
        let kind = match &element.kind {
            ElementKind::Value(value) => self.value(value),
            ElementKind::Range(low, high) => format!("<{}..{}>", bound(low), bound(high)),
            ElementKind::Reference(reference) => self.reference(reference),
        };
        match element.unit {
            Some(unit) => format!("{kind} unit {}", self.raw(unit.span)),
            None => kind,
        }
    }

    fn value(&self, value: &Value) -> String {
        match value.kind {
            ValueKind::Quoted => self.text(&value.text),
            kind => format!("{kind:?}:{}", self.text(&value.text)),
        }
    }

    fn reference(&self, reference: &Reference) -> String {
        let alias = reference.alias.map_or(String::new(), |alias| format!("{}/", self.raw(alias.span)));
        format!("${alias}{}", self.raw(reference.name.span))
    }
}

/// Everything that is said about `text`.
pub(super) fn findings(text: &str) -> String {
    let source = SourceFile::new("test.persona", text);
    let parsed = parse(&source, FileId(0));
    parsed.diagnostics.iter().map(|finding| one(&source, finding)).collect::<Vec<_>>().join("\n")
}

fn one(source: &SourceFile, finding: &Diagnostic) -> String {
    let mut out = format!("{} {}: {}", finding.rule.code, finding.rule.name, finding.message);
    for label in &finding.labels {
        let (from, to) = (source.position(label.location.span.start), source.position(label.location.span.end));
        let place = format!("{}:{}-{}:{}", from.line, from.column, to.line, to.column);
        out += &format!("\n  @{place} {}", label.text);
    }
    if let Some(help) = &finding.help {
        out += &format!("\n  help: {help}");
    }
    for fix in &finding.fixes {
        let result = apply(source.text(), fix).replace('\n', "⏎");
        out += &format!("\n  {:?} {} -> {result}", fix.safety, fix.title);
    }
    out
}

/// The text after a fix.
pub(super) fn apply(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut text = text.to_owned();
    for edit in edits {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}
