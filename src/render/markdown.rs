//! Text in Markdown that is nothing but text.

use super::on_one_line;

/// What Markdown, or what GitHub and GitLab make of it, may read as more than text. Letters, digits, blanks and the
/// punctuation of sentences stay as they are.
fn is_special(c: char) -> bool {
    c.is_ascii_punctuation()
        && !matches!(c, ',' | ';' | '\'' | '"' | '/' | '%' | '=' | '?' | '(' | ')' | '-' | '.' | ':' | '+')
}

/// The text on one line, so that no part of it is markup: no link, table, heading, list, HTML or mention.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = on_one_line(text);
    let line = line.trim();
    for (index, c) in line.char_indices() {
        match c {
            // After such a beginning an address becomes a link, and `- `, `1. ` or `+ ` a list.
            '.' | ':' | '-' | '+' | ')' if is_beginning(line, index) => out.extend(['\\', c]),
            // Whoever is named is told; a comment parts the name from the sign.
            '@' => out.push_str("@<!-- -->"),
            c if is_special(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Whether the line up to `index` makes something else than text of the punctuation there.
fn is_beginning(line: &str, index: usize) -> bool {
    let (before, after) = line.split_at_checked(index).unwrap_or_default();
    let is_number = !before.is_empty() && before.chars().all(|c| c.is_ascii_digit());
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is = |words: &[&str]| words.iter().any(|own| word.eq_ignore_ascii_case(own));
    match after.chars().next() {
        Some('.') => is_number || is(&["www"]),
        Some(')') => is_number,
        Some(':') => is(&["http", "https", "ftp", "mailto", "xmpp"]),
        _ => before.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(markdown("VP of Sales, 51-200 (3-5)"), "VP of Sales, 51-200 (3-5)");
        assert_eq!(markdown("a|b\n<img src=x>`c`"), "a\\|b␊\\<img src=x\\>\\`c\\`");
        assert_eq!(markdown("- 1. # [x](y) *z*"), "\\- 1. \\# \\[x\\](y) \\*z\\*");
        assert_eq!(markdown("1. https://x.y www.z @me"), "1\\. https\\://x.y www\\.z @<!-- -->me");
    }
}
