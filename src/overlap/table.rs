//! The pairs that meet, as people read them.

use textwrap::core::display_width;

use super::tally::Kin;
use super::{Common, Pair, Personas, Tally};
use crate::algebra::ValueSet;
use crate::describe::{Look, Words};
use crate::fields::FieldId;
use crate::project::LabelBook;
use crate::render::{lines, padded};
use crate::wording::{and, or, thousands};

/// The widest title that the columns are laid out for.
const WIDEST_TITLE: usize = 44;

/// Values of one field that are shown.
const MOST_VALUES: usize = 2;

/// The groups of pairs, in the order in which they are shown: heading, pairs, and whether it is said what is common.
pub fn groups(tally: &Tally) -> [(&'static str, &Kin, bool); 5] {
    [
        ("Equal: both find the same people", &tally.equal, false),
        ("Contains: the first finds everybody the second finds, and more", &tally.contains, false),
        ("Overlap: somebody can be in both", &tally.overlaps, true),
        ("Overlap, but only in somebody who has different values of one filter at once", &tally.barely, true),
        ("Too complex to compare", &tally.too_complex, false),
    ]
}

/// The pairs that meet, those that cannot be compared, and a summary.
pub fn table(personas: &Personas, tally: &Tally, look: Look) -> String {
    let (bold, plain) = if look.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let mut text = String::new();
    for (heading, kin, tells) in groups(tally).into_iter().filter(|(_, kin, _)| kin.count > 0) {
        text.push_str(&format!("{bold}{heading}{plain}\n"));
        text.push_str(&pairs(personas, &kin.pairs, tells, look.width));
        match kin.count - kin.pairs.len() {
            0 => text.push('\n'),
            more => text.push_str(&format!("  … and {} more: `-v` shows all\n\n", thousands(more as u64))),
        }
    }
    text.push_str(&not_compared(personas));
    text + &tally.summary(personas) + "\n"
}

fn pairs(personas: &Personas, pairs: &[Pair], tells: bool, width: usize) -> String {
    let widest = pairs.iter().map(|pair| display_width(personas.title(pair.one as usize))).max().unwrap_or_default();
    let mut text = String::new();
    for pair in pairs {
        let (one, other) = pair.both();
        let title = padded(personas.title(one), widest.min(WIDEST_TITLE));
        text.push_str(&format!("  {title}  {}\n", personas.title(other)));
        if tells {
            text.push_str(&indented(&in_words(personas, *pair), width));
        }
    }
    text
}

/// The personas that cannot be compared, and why.
pub fn not_compared(personas: &Personas) -> String {
    let unknown = |persona: &&super::Persona| !persona.unknown_keys.is_empty();
    let line = |persona: &super::Persona| {
        let keys: Vec<String> =
            persona.unknown_keys.iter().map(|key| format!("`{}`", crate::render::on_one_line(key))).collect();
        format!("  {}  sends {}\n", persona.title, and(&keys))
    };
    let lines: String = personas.all.iter().filter(unknown).map(line).collect();
    match lines.is_empty() {
        true => lines,
        false => format!("Unknown: keys that personac does not know may be filters\n{lines}\n"),
    }
}

/// What both ask for: `both ask for title “CRO” and 6 more, size 51 to 200 employees`.
pub fn in_words(personas: &Personas, pair: Pair) -> String {
    let (one, other) = pair.both();
    let empty = LabelBook::default();
    let labels = personas.all.get(one).and_then(|persona| personas.labels.get(&persona.root)).unwrap_or(&empty);
    let words = Words::shared(&personas.atoms, labels);
    let Common { both, apart } = personas.common(one, other);
    let name = |field: FieldId| field.row().name.replace('_', " ");
    let said = |(field, values): &(FieldId, ValueSet)| {
        let (name, values) = (name(*field), words.some(*field, values, MOST_VALUES));
        match field.phrase() {
            Some((_, phrase)) if field.row().is_signal() => format!("people {}", phrase.include),
            // Such as `company 1441`.
            _ if values.starts_with(&name) => values,
            _ => format!("{name} {values}"),
        }
    };
    let both: Vec<String> = both.iter().map(said).collect();
    let both = match both.is_empty() {
        true => None,
        false => Some(format!("both ask for {}", both.join("; "))),
    };
    let apart: Vec<String> = apart.into_iter().map(name).collect();
    let apart = (!apart.is_empty()).then(|| format!("no {} in common", or(&apart)));
    match (both, apart) {
        (Some(both), Some(apart)) => format!("{both}; {apart}"),
        (None, None) => "they filter by different things".to_owned(),
        (both, apart) => both.or(apart).unwrap_or_default(),
    }
}

fn indented(text: &str, width: usize) -> String {
    let options = lines(width, "      ", "      ");
    format!("{}\n", textwrap::fill(&crate::render::on_one_line(text), options))
}
