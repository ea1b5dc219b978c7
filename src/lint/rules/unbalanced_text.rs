use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::{Boolean, Kind, Token, Written};
use crate::report::Report;
use crate::source::Span;

lint! {
    /// A quote or a parenthesis inside a keyword or a title has no partner.
    ///
    /// LinkedIn reads straight quotes as phrases and parentheses as groups. Where one is left open it makes up its own
    /// mind about where the phrase or the group ends, and finds other people than the text says.
    ///
    /// ## Example
    ///
    /// ```persona
    /// keyword = "(cybersecurity OR infosec AND cloud"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// keyword = "(cybersecurity OR infosec) AND cloud"
    /// ```
    Warning "P616" "unbalanced-text" in build: Look::Written(look)
}

/// What has no partner.
#[derive(Debug, PartialEq, Eq)]
enum Lone {
    Quote(Span),
    Open(Vec<Span>),
    Close(Span),
}

/// Open parentheses that are shown.
const MOST_SHOWN: usize = 4;

fn look(written: &Written, report: &mut Report) {
    // Of curly quotes another finding speaks.
    let text = written.boolean().filter(|text| text.curly.is_empty());
    if let Some(lone) = text.and_then(first_lone) {
        report.push(finding(written, &lone));
    }
}

fn finding(written: &Written, lone: &Lone) -> Diagnostic {
    let name = written.mention.field.row().name;
    let said = |message: &str, help: &str| Diagnostic::new(&RULE, format!("in this `{name}` {message}")).help(help);
    match lone {
        Lone::Quote(at) => {
            let found = said("a phrase is begun and never ended", "write `\\\"` where the phrase ends too");
            written.finding_at(*at, found, "begins the phrase")
        }
        Lone::Close(at) => {
            let found = said("a group is closed and never opened", "write `(` where the group begins, or drop the `)`");
            written.finding_at(*at, found, "closes nothing")
        }
        Lone::Open(all) => {
            let message = match all.len() {
                1 => "a group is opened and never closed".to_owned(),
                count => format!("{count} groups are opened and never closed"),
            };
            let mut found = said(&message, "write `)` where the group ends, or drop the `(`");
            for other in all.iter().take(MOST_SHOWN).skip(1) {
                found = found.label(written.part(*other), "");
            }
            written.finding_at(all.first().copied().unwrap_or_default(), found, "never closed")
        }
    }
}

fn first_lone(text: &Boolean) -> Option<Lone> {
    if let Some(quote) = text.open_quote {
        return Some(Lone::Quote(quote));
    }
    let mut open: Vec<&Token> = vec![];
    for token in &text.tokens {
        match token.kind {
            Kind::Open => open.push(token),
            Kind::Close if open.pop().is_none() && is_expression(text) => return Some(Lone::Close(token.span)),
            _ => {}
        }
    }
    (!open.is_empty()).then(|| Lone::Open(open.iter().map(|token| token.span).collect()))
}

/// Whether its parentheses group; `a) cloud` is only a text.
fn is_expression(text: &Boolean) -> bool {
    let groups = text.tokens.iter().any(|token| token.kind == Kind::Open);
    groups || text.has_phrase() || text.operators().next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lone(text: &str) -> Option<Lone> {
        first_lone(&Boolean::of_text(text))
    }

    #[test]
    fn what_has_no_partner() {
        assert_eq!(lone("(a OR b"), Some(Lone::Open(vec![Span::new(0, 1)])));
        assert_eq!(lone("(a) OR (b"), Some(Lone::Open(vec![Span::new(7, 8)])));
        assert_eq!(lone("a) OR b"), Some(Lone::Close(Span::new(1, 2))));
        assert_eq!(lone("a \"b (c"), Some(Lone::Quote(Span::new(2, 3))));
        assert_eq!(lone("CEO (EMEA"), Some(Lone::Open(vec![Span::new(4, 5)])));
    }

    #[test]
    fn what_is_only_text() {
        for text in ["a) cloud", "O'Neill", "a 19\" rack", "\"(\" OR b", "CEO (EMEA)", "((a) OR b)", ":-)"] {
            assert_eq!(lone(text), None, "{text}");
        }
    }
}
