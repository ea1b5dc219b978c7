//! Where exactly a broken place breaks: its text is read again on its own, and pest says how far it came.

use pest::Parser as _;
use pest::error::{ErrorVariant, InputLocation};

use super::{Grammar, Lower, Rule};
use crate::source::Span;

/// At most so many things are named that could have stood somewhere.
const MOST_PHRASES: usize = 4;

impl Lower<'_> {
    /// Report the text of `span`, which nothing reads.
    pub(super) fn broken(&mut self, span: Span) {
        let span = self.place.trim(span);
        let text = self.plain.get(span.range()).unwrap_or_default();
        let (at, wanted) = furthest(text);
        let at = span.start as usize + at.min(text.len());
        let finding = match word_at(self.plain, at, span.end as usize) {
            Some(word) => self.place.unexpected(word, &wanted),
            None => self.place.nothing_after(last_word(self.plain, span), &wanted),
        };
        self.find(finding);
    }
}

/// How far `text` can be read as an item, and what could stand there.
fn furthest(text: &str) -> (usize, Vec<&'static str>) {
    let Err(error) = Grammar::parse(Rule::probe, text) else { return (0, vec![]) };
    let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = error.location;
    let ErrorVariant::ParsingError { positives, .. } = error.variant else { return (at, vec![]) };
    // A value may stand after a field only as the beginning of a range, and a list only after `in`.
    let after_field = positives.contains(&Rule::op);
    let after_in = positives.contains(&Rule::round_list);
    let apt = |rule: &Rule| match rule {
        Rule::string | Rule::bare => !after_field,
        Rule::list => after_in,
        _ => true,
    };
    let mut phrases: Vec<&str> = positives.into_iter().filter(apt).filter_map(phrase).collect();
    phrases.sort_unstable();
    phrases.dedup();
    phrases.truncate(MOST_PHRASES);
    (at, phrases.into_iter().map(|phrase| phrase.trim_start_matches(|c: char| c.is_ascii_digit())).collect())
}

/// How a rule is called among people. The digit in front puts the phrases in order.
fn phrase(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::op => "1an operator such as `=`",
        Rule::in_op => "2`in`",
        Rule::string | Rule::bare | Rule::number | Rule::data_word => "3a value",
        Rule::list => "4a list",
        Rule::dots => "5a range",
        Rule::name | Rule::key => "6a name",
        Rule::predicate => "7a clause",
        Rule::and | Rule::or => "8`and`",
        _ => return None,
    })
}

/// The word at byte `at`, or the sign there.
fn word_at(text: &str, at: usize, end: usize) -> Option<Span> {
    let rest = text.get(at..end)?;
    let blanks = rest.len() - rest.trim_start().len();
    let rest = rest.trim_start();
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    (length > 0).then(|| Span::new(at + blanks, at + blanks + length))
}

/// The last word of `span`.
fn last_word(text: &str, span: Span) -> Span {
    let written = text.get(span.range()).unwrap_or_default();
    let start = written.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    Span { start: span.start + start as u32, end: span.end }
}
