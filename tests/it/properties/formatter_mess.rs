//! Puts blanks, line breaks and comments wherever a text may have them.

use super::dice::Dice;

/// A word, string, sign or comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it says; the case of code does not count.
    pub text: String,
    /// What stands before it.
    pub before: String,
}

/// The words, strings, signs and comments of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = vec![];
    let mut rest = text;
    loop {
        let code = rest.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']);
        if code.is_empty() {
            return tokens;
        }
        let (before, length) = (rest[..rest.len() - code.len()].to_owned(), length(code));
        tokens.push(Token { text: code[..length].trim_end().to_owned(), before });
        rest = &code[length..];
    }
}

fn length(code: &str) -> usize {
    let word = |c: char| !c.is_whitespace() && !is_sign(c) && c != '"' && c != '#';
    match code.chars().next() {
        Some('#') => code.find('\n').unwrap_or(code.len()),
        Some('"') => {
            let mut escaped = false;
            let end = code.char_indices().skip(1).find(|(_, c)| {
                let closes = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                closes
            });
            end.map_or(code.len(), |(at, _)| at + 1)
        }
        Some(sign) if is_sign(sign) => 1,
        _ => code.find(|c: char| !word(c)).unwrap_or(code.len()),
    }
}

fn is_sign(c: char) -> bool {
    "()[]{}=<>!,:".contains(c)
}

/// The text with any blanks between its tokens, where `wild` of a hundred gaps hold more than one blank. A line
/// break stays one: it may part two clauses.
pub fn mess(text: &str, wild: usize, dice: &mut Dice) -> String {
    let mut messy = String::new();
    let (mut last, mut number) = (String::new(), 0);
    for token in tokens(text) {
        let glued = token.before.is_empty() && !is_bracket(&last) && !is_bracket(&token.text);
        let unit = ["years", "year", "employees", "people"].contains(&token.text.as_str());
        messy += &match () {
            () if glued => String::new(),
            () if unit => " ".repeat(1 + dice.below(3)),
            () if token.before.contains('\n') => line_break(wild, &mut number, dice),
            () if dice.percent(wild) => gap(&mut number, dice),
            () => token.before.clone(),
        };
        messy += &cased(&token.text, dice);
        last = token.text;
    }
    messy + *dice.pick(&["", "\n", "\n\n", " # end", "\n# end\n", "\n\n# end"])
}

fn is_bracket(text: &str) -> bool {
    ["(", ")", "[", "]", "{", "}", ","].contains(&text)
}

fn cased(text: &str, dice: &mut Dice) -> String {
    let keyword = ["and", "or", "not", "in", "let", "use", "as", "persona", "env", "true", "null"].contains(&text);
    if keyword && dice.percent(20) { text.to_uppercase() } else { text.to_owned() }
}

fn gap(number: &mut usize, dice: &mut Dice) -> String {
    match dice.below(6) {
        0 => "  \t".to_owned(),
        1 => "\n\n\n".to_owned(),
        2 => "\r\n".to_owned(),
        _ => comments(number, dice),
    }
}

fn line_break(wild: usize, number: &mut usize, dice: &mut Dice) -> String {
    match dice.percent(wild) {
        true => comments(number, dice),
        false => "\n".repeat(1 + dice.below(3)),
    }
}

/// One comment or more, some behind code, some on lines of their own.
fn comments(number: &mut usize, dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..=dice.below(3) {
        text += *dice.pick(&[" ", "", "\n", "\n  ", "\n\n", "\r\n\t"]);
        text += &format!("#{} c{number}", dice.pick(&["", "", "#", " \"", " é,", " personac: allow(x)"]));
        text += *dice.pick(&["\n", "\n\n", " \n", "\r\n", "\n   "]);
        *number += 1;
    }
    text
}
