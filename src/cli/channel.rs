//! Standard output and standard error, and what they can show.

use std::io::{IsTerminal, Write, stderr, stdout};

use super::arguments::ColorChoice;
use super::messages::Problem;
use crate::render::visible;

/// Columns of a report where no terminal says how many there are.
const WIDTH: usize = 80;

/// Where findings go. Problems, notes and sums go to standard error, unless they are a part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Channel {
    /// To standard error: the command has another result.
    #[default]
    Error,
    /// To standard output: they are the result.
    Output,
}

impl Channel {
    /// What writes to it.
    pub fn sink(self) -> Box<dyn Write> {
        match self {
            Channel::Error => Box::new(stderr()),
            Channel::Output => Box::new(stdout()),
        }
    }

    /// Whether what is written to it is in colours.
    pub fn wants_color(self, choice: ColorChoice) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
            ColorChoice::Auto if set("CLICOLOR_FORCE") => true,
            ColorChoice::Auto => self.is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
        }
    }

    /// Whether a person looks at it.
    pub fn is_terminal(self) -> bool {
        match self {
            Channel::Error => stderr().is_terminal(),
            Channel::Output => stdout().is_terminal(),
        }
    }

    /// How many columns a report has.
    pub fn width(self) -> usize {
        let size = match self {
            Channel::Error => terminal_size::terminal_size_of(stderr()),
            Channel::Output => terminal_size::terminal_size_of(stdout()),
        };
        let terminal = size.map(|(width, _)| usize::from(width.0));
        terminal.map_or(WIDTH, |width| width.clamp(50, 120))
    }
}

/// Write to standard error; if nobody reads it, nobody can be told.
pub fn tell(text: &str) {
    drop(stderr().lock().write_all(text.as_bytes()));
}

/// Write what somebody has written to standard output. On a terminal nothing in it moves the cursor; anything else gets
/// it as it is.
///
/// # Errors
///
/// If nobody reads it any more.
pub fn print_source(text: &str) -> Result<(), Problem> {
    match stdout().is_terminal() {
        true => print(visible(&text.replace("\r\n", "\n")).as_bytes()),
        false => print(text.as_bytes()),
    }
}

/// Write to standard output.
///
/// # Errors
///
/// If nobody reads it any more.
pub fn print(text: &[u8]) -> Result<(), Problem> {
    stdout().lock().write_all(text).map_err(Problem::Output)
}
