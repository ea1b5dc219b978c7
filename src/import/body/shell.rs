//! Words of a POSIX shell's command line, as `sh` and `bash` take them apart.

use crate::source::Span;

/// One word of a command.
#[derive(Debug)]
pub struct Word {
    /// What the program is given.
    pub text: String,
    /// Where it stands, quotes and all.
    pub span: Span,
    /// The first place where the shell would put something else: a variable, the output of a command.
    pub expands: Option<Span>,
}

/// The words of one command.
#[derive(Debug, Default)]
pub struct Command {
    /// The words.
    pub words: Vec<Word>,
    /// What follows the command: a pipe, another command, nothing.
    pub end: usize,
    /// A quote that is not closed.
    pub unclosed: Option<Span>,
}

/// Take the first command of `text` apart, from byte `start` on.
pub fn command(text: &str, start: usize) -> Command {
    let mut shell = Shell { text, at: start, word: None, found: Command::default() };
    shell.run();
    shell.found
}

struct Shell<'t> {
    text: &'t str,
    at: usize,
    word: Option<Word>,
    found: Command,
}

impl Shell<'_> {
    fn run(&mut self) {
        while let Some(c) = self.peek() {
            match c {
                '\n' | ';' | '|' | '&' | '<' | '>' => break,
                ' ' | '\t' | '\r' => self.end_word(1),
                '#' if self.word.is_none() => break,
                '\'' => self.single(),
                '"' => self.double(),
                '\\' => self.backslash(),
                '$' if self.rest().starts_with("$'") => self.ansi(),
                '$' if self.rest().starts_with("$\"") => self.at += 1,
                '$' | '`' => self.expansion(),
                c => self.push(c),
            }
        }
        self.end_word(0);
        self.found.end = self.at;
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn word(&mut self) -> &mut Word {
        let span = Span::new(self.at, self.at);
        self.word.get_or_insert_with(|| Word { text: String::new(), span, expands: None })
    }

    fn end_word(&mut self, skipped: usize) {
        if let Some(mut word) = self.word.take() {
            word.span.end = Span::new(0, self.at).end;
            self.found.words.push(word);
        }
        self.at += skipped;
    }

    fn push(&mut self, c: char) {
        self.word().text.push(c);
        self.at += c.len_utf8();
    }

    fn single(&mut self) {
        let start = self.at;
        self.word();
        self.at += 1;
        let inner = self.rest();
        let length = inner.find('\'');
        let said = inner[..length.unwrap_or(inner.len())].to_owned();
        self.at += said.len() + usize::from(length.is_some());
        self.word().text.push_str(&said);
        if length.is_none() {
            self.unclosed(start, 1);
        }
    }

    fn double(&mut self) {
        let start = self.at;
        self.word();
        self.at += 1;
        loop {
            match self.peek() {
                None => return self.unclosed(start, 1),
                Some('"') => break self.at += 1,
                Some('$' | '`') => self.expansion(),
                Some('\\') => match self.rest().chars().nth(1) {
                    Some(c @ ('"' | '\\' | '$' | '`')) => {
                        self.at += 1;
                        self.push(c);
                    }
                    Some('\n') => self.at += 2,
                    _ => self.push('\\'),
                },
                Some(c) => self.push(c),
            }
        }
    }

    /// A backslash outside quotes: the next character as it is, or the next line joined to this one.
    fn backslash(&mut self) {
        let rest = self.rest();
        let joined = ["\\\n", "\\\r\n"].iter().find(|end| rest.starts_with(**end)).map(|end| end.len());
        match (joined, rest.chars().nth(1)) {
            (Some(length), _) => self.at += length,
            (None, Some(c)) => {
                self.word();
                self.at += 1;
                self.push(c);
            }
            (None, None) => self.at += 1,
        }
    }

    /// `$NAME`, `${…}`, `$(…)`, `` `…` ``: its sign is kept, so that the text has a place for it.
    fn expansion(&mut self) {
        let rest = self.rest();
        let name =
            rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(rest.len(), |length| length + 1);
        let closed = |closer: char| rest[1..].find([closer, '\n']).map_or(rest.len(), |length| length + 2);
        let length = match rest.as_bytes() {
            [b'`', ..] => closed('`'),
            [_, b'{', ..] => closed('}'),
            [_, b'(', ..] => closed(')'),
            _ => name,
        };
        let is_sign = rest.starts_with('$')
            && length == 1
            && !matches!(rest.as_bytes().get(1), Some(b'@' | b'*' | b'?' | b'!' | b'#' | b'$'));
        let end = (self.at + length).min(self.text.len());
        let span = Span::new(self.at, end);
        if !is_sign {
            self.word().expands.get_or_insert(span);
        }
        let said = self.text.get(self.at..end).unwrap_or("$").to_owned();
        self.word().text.push_str(&said);
        self.at += said.len();
    }

    /// `$'…'`, with the escapes of C.
    fn ansi(&mut self) {
        let start = self.at;
        self.word();
        self.at += 2;
        loop {
            match self.peek() {
                None => return self.unclosed(start, 2),
                Some('\'') => break self.at += 1,
                Some('\\') => self.escape(),
                Some(c) => self.push(c),
            }
        }
    }

    fn escape(&mut self) {
        self.at += 1;
        let Some(letter) = self.peek() else { return self.word().text.push('\\') };
        let (most, radix) = match letter {
            'x' => (2, 16),
            'u' => (4, 16),
            'U' => (8, 16),
            '0'..='7' => (3, 8),
            _ => return self.plain_escape(letter),
        };
        let start = self.at - 1;
        self.at += usize::from(radix == 16);
        let digits: String = self.rest().chars().take(most).take_while(|c| c.is_digit(radix)).collect();
        let code = u32::from_str_radix(&digits, radix).ok();
        // Bytes above ASCII and halves of a character are no text of their own.
        let said = code.and_then(char::from_u32).filter(|said| said.is_ascii() || matches!(letter, 'u' | 'U'));
        self.at += digits.len();
        let span = Span::new(start, self.at);
        match said {
            Some(said) => self.word().text.push(said),
            None => drop(self.word().expands.get_or_insert(span)),
        }
    }

    fn plain_escape(&mut self, letter: char) {
        let said = match letter {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\u{7}',
            'b' => '\u{8}',
            'e' | 'E' => '\u{1b}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '\\' | '\'' | '"' | '?' => letter,
            // Any other backslash stands for itself.
            _ => return self.word().text.push('\\'),
        };
        self.word().text.push(said);
        self.at += letter.len_utf8();
    }

    fn unclosed(&mut self, start: usize, length: usize) {
        self.found.unclosed.get_or_insert(Span::new(start, start + length));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        command(text, 0).words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_what_the_program_is_given() {
        assert_eq!(words("curl  a\\ b 'c d'\"e\\\"f\\n\" \\\n  -d '' | jq"), ["curl", "a b", "c de\"f\\n", "-d", ""]);
        assert_eq!(words("$'a\\'b\\n\\x41\\u00e9\\101\\q' \"5$\""), ["a'b\nAéA\\q", "5$"]);
        assert_eq!(words("'it'\"'\"'s' # no"), ["it's"]);
    }

    #[test]
    fn what_the_shell_fills_in_is_seen() {
        let found = command("curl -d \"{$A}\" '$B' x$(date) \"${C}\" \\$D", 0);
        let expands: Vec<bool> = found.words.iter().map(|word| word.expands.is_some()).collect();
        assert_eq!(expands, [false, false, true, false, true, true, false]);
        assert!(command("curl 'a", 0).unclosed.is_some());
    }
}
