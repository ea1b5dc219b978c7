//! Generated personas: expressions that know what they mean, and their text.

use super::dice::Dice;
use super::vocabulary::{FIELDS, Field, Set, set};

/// An expression.
#[derive(Debug, Clone)]
pub enum Expr {
    Is(Predicate),
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    /// A `let`, referred to.
    Named(String, Box<Expr>),
}

/// A condition on one field.
#[derive(Debug, Clone)]
pub struct Predicate {
    pub field: usize,
    /// The values in the order in which they are written.
    pub listed: Vec<usize>,
    /// Whether its own operator negates.
    pub negated: bool,
    pub text: String,
}

impl Predicate {
    pub fn values(&self) -> Set {
        set(&self.listed)
    }

    pub fn row(&self) -> &'static Field {
        &FIELDS[self.field]
    }
}

impl Expr {
    pub fn not(self) -> Expr {
        Expr::Not(Box::new(self))
    }

    /// Every condition, and whether it is asked for or its complement.
    pub fn conditions(&self) -> Vec<(&Predicate, bool)> {
        let mut all = vec![];
        self.collect(true, &mut all);
        all
    }

    fn collect<'e>(&'e self, wanted: bool, all: &mut Vec<(&'e Predicate, bool)>) {
        match self {
            Expr::Is(predicate) => all.push((predicate, wanted != predicate.negated)),
            Expr::Not(inner) => inner.collect(!wanted, all),
            Expr::Named(_, inner) => inner.collect(wanted, all),
            Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| part.collect(wanted, all)),
        }
    }

    /// Its text; with parentheses where `and` and `or` need them.
    fn print(&self, binding: Binding) -> String {
        let join = |parts: &[Expr], word: &str, inner| {
            parts.iter().map(|part| part.print(inner)).collect::<Vec<_>>().join(word)
        };
        let (text, own) = match self {
            Expr::Is(predicate) => return predicate.text.clone(),
            Expr::Named(name, _) => return format!("${name}"),
            Expr::Not(inner) => return format!("not {}", inner.print(Binding::Not)),
            Expr::And(parts) => (join(parts, " and ", Binding::And), Binding::And),
            Expr::Or(parts) => (join(parts, " or ", Binding::Or), Binding::Or),
        };
        if own < binding { format!("({text})") } else { text }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Not,
}

/// A whole persona.
#[derive(Debug, Clone)]
pub struct Persona {
    pub clauses: Vec<Expr>,
    pub lets: Vec<String>,
}

impl Persona {
    /// What all clauses together say.
    pub fn filter(&self) -> Expr {
        Expr::And(self.clauses.clone())
    }

    /// Its source, with this `split`.
    pub fn source(&self, split: &str) -> String {
        let clauses = self.clauses.iter().map(|clause| clause.print(Binding::Or));
        let (before, after) = self.lets.split_at(self.lets.len() / 2);
        let lines = before.iter().cloned().chain(clauses).chain(after.iter().cloned());
        let settings = ["name: \"Test\"".to_owned(), format!("split: {split}")];
        settings.into_iter().chain(lines).map(|line| line + "\n").collect()
    }
}

/// Writes conditions in any of the ways the language has, and collects the `let`s that they need.
#[derive(Default)]
pub struct Writer {
    pub lets: Vec<String>,
}

impl Writer {
    /// `field in values` or its complement.
    pub fn list(&mut self, field: usize, listed: Vec<usize>, negated: bool, dice: &mut Dice) -> Predicate {
        let row = &FIELDS[field];
        let name = *dice.pick(row.names);
        let mut values: Vec<String> =
            listed.iter().map(|value| (*dice.pick(row.values[*value].written)).to_owned()).collect();
        let equals = if negated { "!=" } else { "=" };
        let within = if negated { "not in" } else { "in" };
        let text = match &mut values[..] {
            [only] if dice.percent(70) => {
                if dice.percent(10) {
                    *only = self.name("v", only.clone());
                }
                format!("{name} {equals} {only}")
            }
            _ if dice.percent(8) => format!("{name} {within} {}", self.name("l", format!("[{}]", values.join(", ")))),
            [first, ..] => {
                if dice.percent(6) {
                    *first = self.name("l", format!("[{first}]"));
                }
                format!("{name} {within} [{}]", values.join(", "))
            }
            [] => unreachable!("a list is never empty"),
        };
        Predicate { field, listed, negated, text }
    }

    /// A signal.
    pub fn signal(field: usize) -> Predicate {
        Predicate { field, listed: vec![0], negated: false, text: FIELDS[field].names[0].to_owned() }
    }

    /// Name a part of the persona; how to refer to it.
    pub fn name(&mut self, prefix: &str, text: String) -> String {
        let name = format!("{prefix}{}", self.lets.len());
        self.lets.push(format!("let {name} = {text}"));
        format!("${name}")
    }

    /// Name a filter.
    pub fn named(&mut self, filter: Expr) -> Expr {
        let reference = self.name("f", filter.print(Binding::Or));
        Expr::Named(reference[1..].to_owned(), Box::new(filter))
    }
}
