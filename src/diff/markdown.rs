//! A review as Markdown, for a comment on a pull request. Whatever somebody wrote stands in code, so that it can neither
//! break a table nor become a link, a mention or HTML.

use super::filters::Effect;
use super::review::{Review, Reviewed, Scope};
use super::rows::{Piece, Row, notes, rows};
use crate::render::{markdown_code, markdown_prose};
use crate::wording::counted;

/// The review as Markdown.
pub fn markdown(review: &Review) -> String {
    let mut text = String::from("### Audiences\n\n");
    text.push_str(&headline(review));
    if review.scope == Scope::Project && !review.personas.is_empty() {
        text.push_str("\n| persona | audience |\n|---|---|\n");
        for one in &review.personas {
            text.push_str(&format!("| {} | {} |\n", name(one), verdict(one)));
        }
    }
    for one in &review.personas {
        text.push_str(&section(one, review.scope));
    }
    text
}

fn headline(review: &Review) -> String {
    let (before, after) = (markdown_code(&review.before), markdown_code(&review.after));
    let same = counted(review.unchanged, "persona");
    match (review.scope, review.is_difference()) {
        (Scope::Pair, true) => format!("{after}, compared with {before}\n"),
        (Scope::Pair, false) => format!("{after} finds the same as {before}, with the same settings.\n"),
        (Scope::Project, true) => format!("Since {before}: {}; {same} the same.\n", review.sum()),
        (Scope::Project, false) => format!("No audience and no setting differs from {before} ({same} the same).\n"),
    }
}

fn section(one: &Reviewed, scope: Scope) -> String {
    let (rows, notes) = (rows(one), notes(one));
    if scope == Scope::Project && rows.is_empty() && notes.is_empty() && one.meaning().is_none() {
        return String::new();
    }
    let mut text = match (scope, &one.key) {
        (Scope::Pair, None) => String::new(),
        _ => format!("\n#### {}\n", name(one)),
    };
    let meaning = one.meaning().map(|meaning| format!(": {}", markdown_prose(meaning))).unwrap_or_default();
    text.push_str(&format!("\n**{}**{meaning}\n", one.title()));
    text.push_str(&table(&rows));
    for note in notes {
        text.push_str(&format!("\n_{}_\n", markdown_prose(&note)));
    }
    text
}

fn table(rows: &[Row]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n| what | effect | change |\n|---|---|---|\n");
    for row in rows {
        let effect = row.effect.map_or("", Effect::word);
        let content: String = row.text.iter().map(piece).collect();
        text.push_str(&format!("| {} | {effect} | {content} |\n", piece(&row.name)));
    }
    text
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Words(words) => markdown_prose(words),
        Piece::Theirs(text) => markdown_code(text),
    }
}

fn name(one: &Reviewed) -> String {
    let key = one.key.as_ref().map(|key| format!(" {}", markdown_code(key))).unwrap_or_default();
    let was = one.was.as_ref().map(|was| format!(" (was {})", markdown_code(was))).unwrap_or_default();
    format!("{}{key}{was}", markdown_code(&one.file))
}

/// The verdict for the summary.
fn verdict(one: &Reviewed) -> String {
    let what = rows(one).iter().map(|row| piece(&row.name)).fold(vec![], |mut names: Vec<String>, name| {
        if !names.contains(&name) {
            names.push(name);
        }
        names
    });
    let is_compared = matches!(&one.change, super::Change::Both(_)) && !what.is_empty();
    let what = if is_compared { format!(": {}", what.join(", ")) } else { String::new() };
    format!("**{}**{what}", one.title())
}
