//! How many requests `split` takes, and which of them each branch of an `or` is found by.

use std::rc::Rc;

use super::Hint;
use crate::algebra::{Budget, Request, is_inside};
use crate::check::{Checked, Compiled};
use crate::lsp::meaning::Meaning;
use crate::lsp::values::code;
use crate::lsp::view::View;
use crate::resolve::Atoms;
use crate::settings::{SettingKind, SettingRow};
use crate::source::Span;
use crate::syntax::ast::{Expr, Item, Setting};
use crate::wording::counted;

/// Requests of one branch that are named.
const MOST_NAMED: usize = 4;

/// Steps that the proofs for one `or` may take.
const STEPS: usize = 100_000;

/// What a file is split into.
pub struct Split<'a> {
    view: &'a View<'a>,
    meaning: &'a Meaning<'a>,
    checked: Rc<Checked>,
}

impl<'a> Split<'a> {
    /// What the file of a view is split into.
    pub fn new(view: &'a View<'a>, meaning: &'a Meaning<'a>) -> Split<'a> {
        Split { view, meaning, checked: view.checked() }
    }

    /// The personas whose settings or clauses stand in a block, or in the file itself.
    fn personas(&self, block: &[Item]) -> Vec<&Compiled> {
        let key = self.meaning.items().iter().find_map(|item| match item {
            Item::Persona(own) if !block.is_empty() && own.items.as_ptr() == block.as_ptr() => {
                Some(own.key.read(&self.view.source))
            }
            _ => None,
        });
        let concerns = |persona: &&Compiled| key.is_none() || persona.key.as_deref() == key;
        self.checked.personas.iter().filter(concerns).collect()
    }

    /// How many requests `split` allows, and takes.
    pub fn setting(&self, setting: &Setting, block: &[Item]) -> Option<Hint> {
        let row = SettingRow::find(self.view.text(setting.key.span))?;
        if row.kind != SettingKind::Split {
            return None;
        }
        let personas = self.personas(block);
        let requests: usize = personas.iter().map(|persona| persona.count()).sum();
        let label = match personas.len() {
            0 => return None,
            1 => counted(requests, "request"),
            several => format!("{} of {several} personas", counted(requests, "request")),
        };
        let line = |persona: &&Compiled| {
            let name = persona.key.as_deref().map_or(String::new(), |key| format!("{}: ", code(key)));
            format!("- {name}{}\n", counted(persona.count(), "request"))
        };
        Some(Hint { at: setting.value.span.end, label, tooltip: personas.iter().map(line).collect() })
    }

    /// Which requests find the leads of each branch of an `or`. Nothing where that tells no branch from another.
    pub fn branches(&self, parts: &[Expr], block: &[Item]) -> Vec<Hint> {
        let personas = self.personas(block);
        let [persona] = personas.as_slice() else { return vec![] };
        let total = persona.count();
        if total < 2 {
            return vec![];
        }
        let mut atoms = Atoms::default();
        let requests = persona.audience.shared(&mut atoms);
        let mut budget = Budget::of(STEPS);
        let mut numbers = |part: &Expr| self.found_by(part, block, &requests, &mut atoms, &mut budget);
        let found: Vec<(&Expr, Vec<usize>)> = parts.iter().map(|part| (part, numbers(part))).collect();
        let tells = |(_, numbers): &&(&Expr, Vec<usize>)| !numbers.is_empty() && numbers.len() < total;
        found.iter().filter(tells).map(|(part, numbers)| self.branch(part, numbers, total)).collect()
    }

    /// The numbers of the requests all of whose leads a part of the persona finds.
    fn found_by(
        &self,
        part: &Expr,
        block: &[Item],
        requests: &[Request],
        atoms: &mut Atoms,
        budget: &mut Budget,
    ) -> Vec<usize> {
        let audience = self.meaning.scope(block).and_then(|scope| self.meaning.audience(&[part], scope).ok());
        let Some(own) = audience.map(|audience| audience.shared(atoms)) else { return vec![] };
        let mut is_here = |request: &Request| is_inside(std::slice::from_ref(request), &own, budget).unwrap_or(false);
        requests.iter().zip(1..).filter_map(|(request, number)| is_here(request).then_some(number)).collect()
    }

    fn branch(&self, part: &Expr, numbers: &[usize], total: usize) -> Hint {
        let mut named: Vec<String> = numbers.iter().take(MOST_NAMED).map(usize::to_string).collect();
        if numbers.len() > MOST_NAMED {
            named.push("…".to_owned());
        }
        let label = format!("{} of {}", named.join(", "), counted(total, "request"));
        Hint { at: self.with_parentheses(part.span).end, label, tooltip: String::new() }
    }

    /// A span with the parentheses around it.
    fn with_parentheses(&self, span: Span) -> Span {
        let text = self.view.source.text();
        let (before, after) = (text.get(..span.start as usize), text.get(span.end as usize..));
        let (Some(before), Some(after)) = (before, after) else { return span };
        match (before.trim_end().strip_suffix('('), after.trim_start().strip_prefix(')')) {
            (Some(before), Some(after)) => self.with_parentheses(Span::new(before.len(), text.len() - after.len())),
            _ => span,
        }
    }
}
