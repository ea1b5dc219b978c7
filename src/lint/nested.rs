//! What the two lints about places and industries inside each other share.

use rustc_hash::FxHashMap;

use crate::algebra::Literal;
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Persona;
use crate::report::Report;
use crate::rule::Rule;
use crate::source::{Location, Span};
use crate::tables::Open;

/// Report values of `table` that stand in one condition with a value that contains them.
pub fn nested(rule: &'static Rule, table: &Open, persona: &Persona, report: &mut Report) {
    for literal in &persona.resolved.literals {
        if literal.field.row().table().is_some_and(|own| std::ptr::eq(own, table)) {
            for (inner, outer) in pairs(table, literal) {
                report.push(finding(rule, persona, literal, inner, outer));
            }
        }
    }
}

/// The places in the list of each value inside another one, and of the nearest value around it.
fn pairs(table: &Open, literal: &Literal) -> Vec<(usize, usize)> {
    if literal.listed.len() < 2 {
        return vec![];
    }
    let places: FxHashMap<u32, usize> = literal.listed.iter().copied().zip(0..).collect();
    let around = |(inner, value): (usize, &u32)| {
        let outer = table.ancestors(*value).iter().find_map(|above| places.get(above))?;
        Some((inner, *outer))
    };
    literal.listed.iter().enumerate().filter_map(around).collect()
}

fn finding(rule: &'static Rule, persona: &Persona, literal: &Literal, inner: usize, outer: usize) -> Diagnostic {
    let name = |index: usize| persona.resolved.atoms.label(literal.field, literal.listed[index]);
    let place = |index: usize| literal.places.get(index).copied().unwrap_or(literal.location);
    let (verb, adds) = if literal.negated { ("excluded", "excludes nobody else") } else { ("found", "adds nobody") };
    let message = format!("`{}` is inside `{}`, so it is {verb} anyway", name(inner), name(outer));
    let found = Diagnostic::new(rule, message)
        .label(place(inner), adds)
        .label(place(outer), "holds all of it")
        .help(format!("drop it; or drop `{}` if only the smaller one is meant", name(outer)));
    match removal(persona, literal, place(inner)) {
        Some(span) => {
            let title = format!("drop `{}` from the request, which finds the same leads", name(inner));
            found.safe_fix(title, vec![Edit::delete(span)])
        }
        None => found,
    }
}

/// The value with the comma that parts it from its neighbour, if it is written in the list itself and no comment
/// stands between.
fn removal(persona: &Persona, literal: &Literal, at: Location) -> Option<Span> {
    if at.file != literal.location.file || literal.places.iter().filter(|place| **place == at).count() != 1 {
        return None;
    }
    let text = persona.sources.get(at.file)?.text();
    let (before, after) = (text.get(..at.span.start as usize)?, text.get(at.span.end as usize..)?);
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        let next = rest.trim_start_matches([' ', '\t']);
        return Some(Span { start: at.span.start, end: (text.len() - next.len()) as u32 });
    }
    let kept = before.trim_end().strip_suffix(',')?;
    Some(Span { start: kept.len() as u32, end: at.span.end })
}
