use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::{Boolean, Kind, OPERATORS, Token, Written};
use crate::report::Report;
use crate::wording::{self, quoted};

lint! {
    /// A keyword or a title joins words with `and`, `or` or `not` in small letters.
    ///
    /// LinkedIn reads AND, OR and NOT as operators only in capitals. In small letters they are words like all others,
    /// and words that stand side by side must all be there: `cloud or security` finds no one who writes about one of
    /// the two only, and `not` excludes nobody.
    ///
    /// In a title `and` is an ordinary word, as in `VP of Sales and Marketing`. There it is reported only beside other
    /// operators or quotes.
    ///
    /// ## Example
    ///
    /// ```persona
    /// keyword = "cybersecurity or infosec"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// keyword = "cybersecurity OR infosec"
    /// ```
    ///
    /// Quotes inside the text make it one phrase, in which no word is an operator: `"\"research and development\""`.
    ///
    /// ## Fix
    ///
    /// Not safe: it writes the operators in capitals, which changes who is found.
    Warning "P615" "lower-case-operator" in build: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let Some(text) = written.boolean() else { return };
    let small = match written.mention.field.row().name {
        "keyword" => meant_in_keyword(&text.tokens),
        _ => meant_in_title(text),
    };
    if let Some((first, others)) = small.split_first() {
        report.push(found(written, first, others));
    }
}

/// Words that would join something, were they in capitals.
fn meant_in_keyword(tokens: &[Token]) -> Vec<&Token> {
    let joins = |(index, token): (usize, &&Token)| {
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        let has_before = before.is_some_and(|token| token.kind != Kind::Open) || capitals(token) == Some("NOT");
        let has_after = tokens.get(index + 1).is_some_and(|token| token.kind != Kind::Close);
        has_before && has_after
    };
    let small = tokens.iter().enumerate().filter(|(_, token)| capitals(token).is_some() && !token.is_operator());
    small.filter(|(index, token)| joins((*index, token))).map(|(_, token)| token).collect()
}

/// The same of a title, in which `and` is a word like all others, unless something else shows what was meant.
fn meant_in_title(text: &Boolean) -> Vec<&Token> {
    let small = meant_in_keyword(&text.tokens).into_iter().filter(|token| {
        token.word().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !is_non_profit(token, text)
    });
    let small: Vec<&Token> = small.collect();
    let is_and = |token: &&Token| capitals(token) == Some("AND");
    let is_expression = text.has_phrase() || text.operators().next().is_some() || !small.iter().all(is_and);
    if is_expression { small } else { vec![] }
}

/// Whether it is the `not` of "not for profit".
fn is_non_profit(not: &Token, text: &Boolean) -> bool {
    let index = text.tokens.partition_point(|token| token.span.start < not.span.start);
    let says = |offset: usize, said: &str| {
        text.tokens.get(index + offset).and_then(Token::word).is_some_and(|word| word.eq_ignore_ascii_case(said))
    };
    says(0, "not") && says(1, "for") && says(2, "profit")
}

/// The operator that the word is in capitals.
fn capitals(token: &Token) -> Option<&'static str> {
    let word = token.word()?;
    OPERATORS.into_iter().find(|operator| operator.eq_ignore_ascii_case(word))
}

fn found(written: &Written, first: &Token, others: &[&Token]) -> Diagnostic {
    let all = || std::iter::once(first).chain(others.iter().copied());
    let is_there = |operator: &&str| all().any(|token| capitals(token) == Some(*operator));
    let operators: Vec<&str> = OPERATORS.into_iter().filter(is_there).collect();
    let capitals_of = |token: &Token| capitals(token).unwrap_or_default();
    let edits = all().map(|token| Edit::replace(token.span, capitals_of(token))).collect();
    let in_capitals =
        format!("write {}", wording::and(&operators.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>()));
    let message = format!(
        "`{}` is an ordinary word to LinkedIn, which reads {} only in capitals",
        first.word().unwrap_or_default(),
        wording::and(&operators)
    );
    let mut found = Diagnostic::new(&RULE, message).help(format!("{in_capitals}, or {}", phrase(written)));
    for other in others {
        found = found.label(written.part(other.span), "");
    }
    let found = found.unsafe_fix(in_capitals, edits);
    written.finding_at(
        first.span,
        found,
        if capitals(first) == Some("NOT") { "excludes nothing" } else { "joins nothing" },
    )
}

/// How to say that the words are one phrase.
fn phrase(written: &Written) -> String {
    let text = written.text();
    match text.contains('"') {
        false => format!("quotes inside the text if it is one phrase: `{}`", quoted(&format!("\"{text}\""))),
        true => "put a phrase into inner quotes: `\\\"…\\\"`".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tokens: &[&Token]) -> Vec<String> {
        tokens.iter().filter_map(|token| token.word()).map(str::to_owned).collect()
    }

    fn in_title(text: &str) -> Vec<String> {
        words(&meant_in_title(&Boolean::of_text(text)))
    }

    fn in_keyword(text: &str) -> Vec<String> {
        words(&meant_in_keyword(&Boolean::of_text(text).tokens))
    }

    #[test]
    fn titles_have_words_of_their_own() {
        for title in [
            "VP of Sales and Marketing",
            "Head of Research and Development (EMEA)",
            "Director (Sales and Marketing)",
            "Not for Profit Director",
            "Director, not for profit",
            "CEO And Founder",
            "CEO AND Founder",
            "\"Research and Development\" OR CTO",
            "or",
        ] {
            assert!(in_title(title).is_empty(), "{title}");
        }
    }

    #[test]
    fn expressions_in_titles_are_known() {
        assert_eq!(in_title("CEO or Founder"), ["or"]);
        assert_eq!(in_title("(CEO or Founder) and not Intern"), ["or", "and", "not"]);
        assert_eq!(in_title("\"VP Sales\" and CRO"), ["and"]);
        assert_eq!(in_title("CEO OR CTO and Founder"), ["and"]);
    }

    #[test]
    fn keywords_have_no_words_of_their_own() {
        assert_eq!(in_keyword("research and development"), ["and"]);
        assert_eq!(in_keyword("cloud Or not (legacy)"), ["Or", "not"]);
        for keyword in
            ["\"research and development\"", "cloud OR security", "or", "(or cloud)", "cloud and/or security"]
        {
            assert!(in_keyword(keyword).is_empty(), "{keyword}");
        }
    }
}
