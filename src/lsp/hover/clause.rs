//! What clauses, ranges and whole personas become.

use super::manual::quieter;
use crate::audience::Audience;
use crate::describe::{describe, markdown};
use crate::emit::pretty;
use crate::lsp::meaning::{Meaning, Taken, bodies};
use crate::lsp::values::{code, count, list};
use crate::lsp::view::View;
use crate::render::brief;
use crate::syntax::ast::{Expr, Item, Op, PersonaBlock};
use crate::wording::counted;

/// Requests of one clause that are shown.
const MOST_BODIES: usize = 3;

/// The requests that a clause takes on its own.
pub fn becomes(meaning: &Meaning, expr: &Expr, block: &[Item]) -> Option<String> {
    let scope = meaning.scope(block)?;
    match meaning.audience(&[expr], scope) {
        Ok(audience) => Some(requests(&audience)),
        Err(Some(finding)) => {
            let help = finding.help.map_or(String::new(), |help| format!("\n\nhelp: {}", brief(&help)));
            Some(format!("This clause cannot be sent on its own: {}{help}\n", brief(&finding.message)))
        }
        Err(None) => None,
    }
}

/// Requests as JSON.
pub fn requests(audience: &Audience) -> String {
    let bodies = bodies(audience);
    let introduction = match bodies.len() {
        1 => "On its own this becomes".to_owned(),
        several => format!("On its own this becomes {several} requests, which `split` must allow"),
    };
    let shown: String =
        bodies.iter().take(MOST_BODIES).map(|body| format!("\n```json\n{}```\n", pretty(body))).collect();
    let more = match bodies.len().saturating_sub(MOST_BODIES) {
        0 => String::new(),
        more => format!("\n… and {more} more\n"),
    };
    format!("{introduction}\n{shown}{more}")
}

/// The buckets of a range or comparison.
pub fn covered(taken: &Taken, written: &str, op: Op) -> String {
    let sign = match op {
        Op::Less => "< ",
        Op::LessEqual => "<= ",
        Op::Greater => "> ",
        Op::GreaterEqual => ">= ",
        _ => "",
    };
    let written = code(&format!("{sign}{written}"));
    format!("{written} covers {}\n\n{}", count(taken.field, taken.values.len()), list(taken))
}

/// A persona in words.
pub fn persona(meaning: &Meaning, block: &PersonaBlock, view: &View) -> Option<String> {
    let key = block.key.read(&view.source);
    let checked = view.checked();
    let known = checked.personas.iter().find(|persona| persona.key.as_deref() == Some(key));
    let labels = &view.home.project.labels;
    if let Some(known) = known {
        let description = describe(&known.audience, labels);
        let words = quieter(&markdown(&description, key, false));
        return Some(format!("{words}\n{}\n", counted(known.count(), "request")));
    }
    let clauses: Vec<&Expr> = block.items.iter().filter_map(clause).collect();
    let scope = meaning.scope(&block.items)?;
    if clauses.is_empty() {
        return Some(format!("{} has no filter yet\n", code(key)));
    }
    Some(match meaning.audience(&clauses, scope) {
        Ok(audience) => {
            let count = counted(audience.requests.len(), "request");
            let words = quieter(&markdown(&describe(&audience, labels), key, false));
            format!("{words}\n{count}, if the errors of the file are mended\n")
        }
        Err(finding) => {
            let why = finding.map_or(String::new(), |finding| format!(": {}", brief(&finding.message)));
            format!("{} does not compile yet{why}\n", code(key))
        }
    })
}

fn clause(item: &Item) -> Option<&Expr> {
    match item {
        Item::Clause(clause) => Some(clause),
        _ => None,
    }
}
