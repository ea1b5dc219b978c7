//! A review as Markdown, for a comment on a pull request. Whatever somebody wrote stands in code, so that it can neither
//! break a table nor become a link, a mention or HTML.

use super::filters::Effect;
use super::review::{Review, Reviewed, Scope};
use super::rows::{Piece, Row, notes, rows};
use crate::render::on_one_line;
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
    let (before, after) = (code(&review.before), code(&review.after));
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
    let meaning = one.meaning().map(|meaning| format!(": {}", ours(meaning))).unwrap_or_default();
    text.push_str(&format!("\n**{}**{meaning}\n", one.title()));
    text.push_str(&table(&rows));
    for note in notes {
        text.push_str(&format!("\n_{}_\n", ours(&note)));
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
        Piece::Words(words) => ours(words),
        Piece::Theirs(text) => code(text),
    }
}

/// Our own words; an underscore in them is no emphasis. What stands in backticks may be theirs.
fn ours(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    let inside = |index: usize| index % 2 == 1 && index + 1 < parts.len();
    let part = |(index, part): (usize, &&str)| if inside(index) { code(part) } else { escaped(part) };
    parts.iter().enumerate().map(part).collect()
}

/// Text in which nothing means anything to Markdown or HTML.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if is_special(c) { format!("&#{};", u32::from(c)) } else { c.to_string() }).collect()
}

fn is_special(c: char) -> bool {
    matches!(c, '_' | '*' | '`' | '|' | '<' | '>' | '&' | '[' | ']' | '\\' | '@' | '#' | '~' | '!' | '$')
}

/// The text as code on one line. What could end the code or a cell of a table is written by number.
fn code(text: &str) -> String {
    let text = on_one_line(text);
    let plain = !text.is_empty() && text.trim() == text && !text.contains(['`', '|', '\\']);
    match plain {
        true => format!("`{text}`"),
        false => {
            let numbered = |c: char| match c.is_alphanumeric() || c == ' ' {
                true => c.to_string(),
                false => format!("&#{};", u32::from(c)),
            };
            format!("<code>{}</code>", text.chars().map(numbered).collect::<String>())
        }
    }
}

fn name(one: &Reviewed) -> String {
    let key = one.key.as_ref().map(|key| format!(" {}", code(key))).unwrap_or_default();
    let was = one.was.as_ref().map(|was| format!(" (was {})", code(was))).unwrap_or_default();
    format!("{}{key}{was}", code(&one.file))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_the_code() {
        assert_eq!(code("VP of Sales"), "`VP of Sales`");
        assert_eq!(code("a | b"), "<code>a &#124; b</code>");
        assert_eq!(code("`</code><script>"), "<code>&#96;&#60;&#47;code&#62;&#60;script&#62;</code>");
        assert_eq!(code("@octocat #1 <img src=x>"), "`@octocat #1 <img src=x>`");
        assert_eq!(code("a\nb\u{202e}"), "`a␊b\u{fffd}`");
        assert_eq!(code(""), "<code></code>");
        assert_eq!(code("a\\"), "<code>a&#92;</code>");
        assert_eq!(ours("its `a_b`, past_title"), "its `a_b`, past&#95;title");
    }
}
