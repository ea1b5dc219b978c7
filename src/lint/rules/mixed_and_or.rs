use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::lint::File;
use crate::report::Report;
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Item, LetValue, Op};
use crate::syntax::{code_after, comments};

lint! {
    /// `and` and `or` are mixed without parentheses.
    ///
    /// `and` binds tighter than `or`, on the next line too. Whoever reads a persona from left to right takes it for
    /// another audience: below, the size seems to narrow down both titles, and every CEO is found and paid for.
    ///
    /// ## Example
    ///
    /// ```persona
    /// split: any
    ///
    /// title = CEO or title = CTO
    /// and size 1..10
    /// ```
    ///
    /// ## Use instead
    ///
    /// This says what the example does. If the size was meant for both titles, write
    /// `(title = CEO or title = CTO) and size 1..10`.
    ///
    /// ```persona
    /// split: any
    ///
    /// title = CEO or (title = CTO
    /// and size 1..10)
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it puts parentheses where they are understood already. The audience stays the same, and shows.
    Warning "P619" "mixed-and-or" in build: Look::File(look)
}

fn look(file: &File, report: &mut Report) {
    let mut mixed = Mixed { file, comments: None, report };
    mixed.items(file.items);
}

struct Mixed<'a, 'r> {
    file: &'a File<'a>,
    /// Looked for once they are needed.
    comments: Option<Vec<Span>>,
    report: &'r mut Report,
}

impl Mixed<'_, '_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Clause(clause) => self.expression(clause),
                Item::Let(named) => {
                    if let LetValue::Filter(filter) = &named.value {
                        self.expression(filter);
                    }
                }
                Item::Persona(block) => self.items(&block.items),
                Item::Setting(_) | Item::Use(_) => {}
            }
        }
    }

    fn expression(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::And(parts) => parts.iter().for_each(|part| self.expression(part)),
            ExprKind::Or(parts, ors) => {
                self.union(parts, ors);
                parts.iter().for_each(|part| self.expression(part));
            }
            ExprKind::Not(_, inner) => self.expression(inner),
            ExprKind::Predicate(_) | ExprKind::Reference(_) => {}
        }
    }

    fn union(&mut self, parts: &[Expr], ors: &[Span]) {
        let mut bare = vec![];
        for (index, part) in parts.iter().enumerate() {
            let Some(or) = ors.get(index.saturating_sub(1)).copied() else { return };
            match &part.kind {
                ExprKind::And(inner) if inner.iter().any(|inner| self.is_lone_value(inner)) => return,
                ExprKind::And(inner) if !self.in_parentheses(index, part.span, or) => {
                    bare.push(Bare { index, part, inner, or })
                }
                _ if self.is_lone_value(part) => return,
                _ => {}
            }
        }
        if let Some(first) = bare.first() {
            let found = finding(self.file, parts, first, &bare);
            self.report.push(found);
        }
    }

    /// A value that stands where a condition must, which is an error of its own.
    fn is_lone_value(&self, part: &Expr) -> bool {
        matches!(&part.kind, ExprKind::Predicate(predicate)
            if predicate.op == Op::Signal && FieldId::find(self.file.source.slice(predicate.field.span)).is_none())
    }

    /// Whether anything but blanks and comments stands between the part and the `or` next to it.
    fn in_parentheses(&mut self, index: usize, part: Span, or: Span) -> bool {
        let text = self.file.source.text();
        let comments = self.comments.get_or_insert_with(|| comments(text));
        match index {
            0 => code_after(text, comments, part.end) < or.start,
            _ => code_after(text, comments, or.end) < part.start,
        }
    }
}

/// Conditions joined by `and` that have no parentheses, and the `or` next to them.
struct Bare<'a> {
    index: usize,
    part: &'a Expr,
    inner: &'a [Expr],
    or: Span,
}

fn finding(file: &File, parts: &[Expr], first: &Bare, bare: &[Bare]) -> Diagnostic {
    let edits = bare
        .iter()
        .map(|bare| bare.part.span)
        .flat_map(|part| [Edit::insert(part.start, "("), Edit::insert(part.end, ")")]);
    Diagnostic::new(&RULE, message(file, first))
        .label(file.at(first.part.span), "`and` joins these first")
        .label(file.at(first.or), "`or` comes after")
        .help(help(file, parts, first))
        .safe_fix("put parentheses round the `and` part; who is found stays the same", edits.collect())
}

/// The longest condition that a message repeats.
const LONGEST: usize = 40;

/// A condition as it stands in the source, if that is short.
fn short<'a>(file: &File<'a>, expr: &Expr) -> Option<&'a str> {
    let text = file.source.slice(expr.span);
    let is_plain = matches!(expr.kind, ExprKind::Predicate(_) | ExprKind::Reference(_));
    (is_plain && text.len() <= LONGEST && !text.contains('\n')).then_some(text)
}

fn message(file: &File, bare: &Bare) -> String {
    match bare.inner {
        [first, second] => match (short(file, first), short(file, second)) {
            (Some(first), Some(second)) => {
                format!("`{second}` narrows down only `{first}`: `and` binds tighter than `or`")
            }
            _ => SHORT_MESSAGE.to_owned(),
        },
        _ => SHORT_MESSAGE.to_owned(),
    }
}

const SHORT_MESSAGE: &str = "`and` and `or` are mixed without parentheses, and `and` binds tighter";

/// Both readings, if they are short.
fn help(file: &File, parts: &[Expr], bare: &Bare) -> String {
    both_readings(file, parts, bare).unwrap_or_else(|| {
        "put parentheses round the `and` part if that is what you mean, or round the `or` part".to_owned()
    })
}

fn both_readings(file: &File, parts: &[Expr], bare: &Bare) -> Option<String> {
    let ([one, other], [first, second]) = (parts, bare.inner) else { return None };
    let (first, second) = (short(file, first)?, short(file, second)?);
    Some(match bare.index {
        0 => {
            let other = short(file, other)?;
            format!(
                "write `({first} and {second}) or {other}` if you mean that, or `{first} and ({second} or {other})`"
            )
        }
        _ => {
            let one = short(file, one)?;
            format!("write `{one} or ({first} and {second})` if you mean that, or `({one} or {first}) and {second}`")
        }
    })
}
