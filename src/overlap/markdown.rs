//! The pairs that meet as Markdown, for a review.

use super::table::{groups, in_words};
use super::{Pair, Personas, Tally};
use crate::render::markdown as escaped;
use crate::wording::thousands;

/// The pairs that meet, those that cannot be compared, and a summary.
pub fn markdown(personas: &Personas, tally: &Tally) -> String {
    let mut text = format!("## Overlaps\n\n{}", escaped(&tally.summary(personas)));
    text.push('\n');
    for (heading, kin, tells) in groups(tally).into_iter().filter(|(_, kin, _)| kin.count > 0) {
        text.push_str(&format!("\n### {}\n\n", escaped(heading)));
        text.push_str(if tells { "| one | other | |\n|---|---|---|\n" } else { "| one | other |\n|---|---|\n" });
        text.extend(kin.pairs.iter().map(|pair| line(personas, *pair, tells)));
        match kin.count - kin.pairs.len() {
            0 => {}
            more => text.push_str(&format!("\n… and {} more\n", thousands(more as u64))),
        }
    }
    text + &not_compared(personas)
}

fn line(personas: &Personas, pair: Pair, tells: bool) -> String {
    let (one, other) = pair.both();
    let titles = format!("| {} | {} |", escaped(personas.title(one)), escaped(personas.title(other)));
    match tells {
        true => format!("{titles} {} |\n", escaped(&in_words(personas, pair))),
        false => format!("{titles}\n"),
    }
}

fn not_compared(personas: &Personas) -> String {
    let unknown = personas.all.iter().filter(|persona| !persona.unknown_keys.is_empty());
    let lines: String = unknown
        .map(|persona| format!("| {} | {} |\n", escaped(&persona.title), escaped(&persona.unknown_keys.join(", "))))
        .collect();
    match lines.is_empty() {
        true => lines,
        false => format!(
            "\n### Unknown: keys that personac does not know may be filters\n\n| persona | keys |\n|---|---|\n{lines}"
        ),
    }
}
