//! Commands for the shell, one a body.

use crate::check::Compiled;
use crate::emit::{Body, curl};

/// The commands of a build. An only one stands alone; of several, each has a line that says whose it is.
#[derive(Debug, Default)]
pub struct Commands {
    /// The first one and its line, until a second one comes.
    first: Option<(String, String)>,
    count: usize,
}

impl Commands {
    /// What can be printed once this body of a persona is added; `file` holds the persona.
    pub fn add(&mut self, file: &str, persona: &Compiled, index: usize, body: &Body) -> String {
        let next = (title(file, persona, index), curl(body));
        self.count += 1;
        if self.count == 1 {
            self.first = Some(next);
            return String::new();
        }
        let first = self.first.take().map_or_else(String::new, |first| titled(&first));
        format!("{first}\n{}", titled(&next))
    }

    /// The only command, if there is no other.
    pub fn only(&mut self) -> String {
        self.first.take().map_or_else(String::new, |(_, command)| command)
    }
}

fn titled((title, command): &(String, String)) -> String {
    format!("# {title}\n{command}")
}

/// A line for people, without what a shell could read: zsh takes `#` for a command where people type.
fn title(file: &str, persona: &Compiled, index: usize) -> String {
    let key = persona.key.as_ref().map_or_else(String::new, |key| format!(", persona {key}"));
    let part = match persona.count() {
        0 | 1 => String::new(),
        count => format!(", request {} of {count}", index + 1),
    };
    let is_harmless = |c: char| c.is_alphanumeric() || " ./,_-".contains(c);
    format!("{file}{key}{part}").chars().map(|c| if is_harmless(c) { c } else { '_' }).collect()
}
