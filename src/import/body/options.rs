//! The options of curl, as far as they tell where the body is.

use super::shell::Word;
use crate::source::Span;

/// Options that take the body.
pub const DATA: &[&str] = &["--data", "--data-raw", "--data-binary", "--data-ascii", "--json", "-d"];

/// Other options that take a value, which is not looked at.
pub const WITH_VALUE: &[&str] = &[
    "--header",
    "--request",
    "--url",
    "--user",
    "--user-agent",
    "--cookie",
    "--cookie-jar",
    "--output",
    "--max-time",
    "--connect-timeout",
    "--retry",
    "--retry-delay",
    "--proxy",
    "--cacert",
    "--cert",
    "--key",
    "--referer",
    "--oauth2-bearer",
    "--write-out",
    "--config",
    "--dump-header",
    "--interface",
    "--resolve",
    "--form",
    "--upload-file",
];

/// Letters of short options that take a value.
const LETTERS_WITH_VALUE: &str = "HXAbcCDEFKmoPQrtTuUwxyYz";

/// An option that gives a body.
pub enum Data {
    /// Where it stands, and what it is.
    Of(Span, Value),
    /// `--data-urlencode`
    Encoded(Span),
    /// Nothing follows the option.
    Missing(Span),
}

/// What is given to an option.
pub struct Value {
    /// The text.
    pub text: String,
    /// Where the shell would put something else.
    pub expands: Option<Span>,
    /// Whether `@` at its start names a file.
    pub may_be_file: bool,
}

/// The options that give a body.
pub fn data(words: &[Word]) -> impl Iterator<Item = Data> {
    let mut words = words.iter().skip(1);
    std::iter::from_fn(move || {
        loop {
            let word = words.next()?;
            let (option, joined) = option(word);
            let is_data = DATA.contains(&option);
            if !is_data && option != "--data-urlencode" {
                if joined.is_none() && takes_value(option) {
                    words.next();
                }
                continue;
            }
            let (text, place) = match (joined, joined.is_none().then(|| words.next()).flatten()) {
                (Some(joined), _) => (joined, word),
                (None, Some(next)) => (next.text.as_str(), next),
                (None, None) => return Some(Data::Missing(word.span)),
            };
            let value = Value { text: text.to_owned(), expands: place.expands, may_be_file: option != "--data-raw" };
            return Some(if is_data { Data::Of(place.span, value) } else { Data::Encoded(word.span) });
        }
    })
}

/// The option that a word is, and what is joined to it.
fn option(word: &Word) -> (&str, Option<&str>) {
    let text = word.text.as_str();
    if text.starts_with("--") {
        return text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
    }
    let Some(letters) = text.strip_prefix('-') else { return (text, None) };
    let with_value = |c: char| c == 'd' || LETTERS_WITH_VALUE.contains(c);
    match letters.char_indices().find(|(_, c)| with_value(*c)) {
        Some((at, c)) => {
            let name = if c == 'd' { "-d" } else { "-H" };
            (name, letters.get(at + c.len_utf8()..).filter(|joined| !joined.is_empty()))
        }
        None => (text, None),
    }
}

fn takes_value(option: &str) -> bool {
    option == "-H" || WITH_VALUE.contains(&option)
}
