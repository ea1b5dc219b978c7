//! Markdown as a terminal shows it: headings, paragraphs, lists and blocks of code, which is all that pages have.

use std::borrow::Cow;

use crate::render::{lines, visible};

/// How a terminal shows a page.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Whether to use colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

/// A way to mark text.
#[derive(Debug, Clone, Copy)]
enum Style {
    Title,
    Heading,
    Code,
    Block,
    Caption,
}

impl Style {
    fn start(self) -> &'static str {
        match self {
            Style::Title => "\u{1b}[1;4m",
            Style::Heading => "\u{1b}[1m",
            Style::Code => "\u{1b}[36m",
            Style::Block => "\u{1b}[33m",
            Style::Caption => "\u{1b}[2m",
        }
    }
}

const END: &str = "\u{1b}[0m";

/// How far code stands to the right.
const INDENT: &str = "    ";

/// Stands for a blank at which no line is broken, until the text is laid out.
const UNBROKEN_BLANK: char = '\u{e000}';

impl Terminal {
    /// The page, laid out.
    pub fn show(&self, markdown: &str) -> String {
        let mut out = String::new();
        let mut lines = markdown.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                self.caption(info, &mut out);
                lines.by_ref().take_while(|line| *line != "```").for_each(|line| self.code(line, &mut out));
            } else if line.starts_with('#') {
                self.heading(line, &mut out);
            } else if line.is_empty() {
                out.push('\n');
            } else {
                let mut text = line.to_owned();
                while let Some(more) = lines.next_if(|next| continues(next)) {
                    text.push(' ');
                    text.push_str(more.trim_start());
                }
                self.paragraph(&text, &mut out);
            }
        }
        out
    }

    fn styled<'t>(&self, style: Style, text: &'t str) -> Cow<'t, str> {
        match self.color && !text.is_empty() {
            true => Cow::Owned(format!("{}{text}{END}", style.start())),
            false => Cow::Borrowed(text),
        }
    }

    fn heading(&self, line: &str, out: &mut String) {
        let text = line.trim_start_matches('#');
        let style = if line.len() - text.len() == 1 { Style::Title } else { Style::Heading };
        out.push_str(&self.styled(style, &visible(text.trim())));
        out.push('\n');
    }

    /// What a block of code is, if that is more than its language.
    fn caption(&self, info: &str, out: &mut String) {
        for word in info.split(' ').skip(1) {
            let text = match word.strip_prefix('x').and_then(|times| times.parse::<u32>().ok()) {
                Some(times) => format!("{times} times:"),
                None if word == "bytes" => "where `\\xNN` is one byte:".to_owned(),
                None => format!("{word}:"),
            };
            out.push_str(&format!("  {}\n", self.styled(Style::Caption, &text)));
        }
    }

    fn code(&self, line: &str, out: &mut String) {
        let line = visible(line);
        out.push_str(if line.is_empty() { "" } else { INDENT });
        out.push_str(&self.styled(Style::Block, &line));
        out.push('\n');
    }

    fn paragraph(&self, text: &str, out: &mut String) {
        let item = text.strip_prefix("- ").or_else(|| text.strip_prefix("* "));
        let (first, rest) = if item.is_some() { ("  • ", INDENT) } else { ("", "") };
        let filled = textwrap::fill(&self.inline(&visible(item.unwrap_or(text))), lines(self.width, first, rest));
        out.push_str(&filled.replace(UNBROKEN_BLANK, " "));
        out.push('\n');
    }

    /// Text with its code marked; short code stays on one line. Where there are no colours the backticks stay.
    fn inline(&self, text: &str) -> String {
        let parts: Vec<&str> = text.split('`').collect();
        let is_code = |index: usize| index % 2 == 1 && index + 1 < parts.len();
        let part = |(index, part): (usize, &&str)| {
            if !is_code(index) {
                return (*part).to_owned();
            }
            let code = if part.chars().count() * 2 < self.width {
                part.replace(' ', &UNBROKEN_BLANK.to_string())
            } else {
                (*part).to_owned()
            };
            if self.color { self.styled(Style::Code, &code).into_owned() } else { format!("`{code}`") }
        };
        parts.iter().enumerate().map(part).collect()
    }
}

/// Whether a line goes on with the paragraph above it.
fn continues(line: &str) -> bool {
    !line.is_empty() && !["#", "```", "- ", "* "].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "# A `b`\n\nOne two `three four`\nfive.\n\n- six\n  seven\n\n```toml a.toml\nx = 1\n\ny = 2\n```\n";

    #[test]
    fn paragraphs_are_wrapped_and_code_is_kept_together() {
        let shown = Terminal { color: false, width: 26 }.show(PAGE);
        assert_eq!(
            shown,
            "A `b`\n\nOne two `three four` five.\n\n  • six seven\n\n  a.toml:\n    x = 1\n\n    y = 2\n"
        );
    }

    #[test]
    fn colours_replace_backticks() {
        let shown = Terminal { color: true, width: 80 }.show("Write `a b` or ``.\n");
        assert_eq!(shown, "Write \u{1b}[36ma b\u{1b}[0m or .\n");
    }
}
