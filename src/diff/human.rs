//! A review as people read it at a terminal.

use super::filters::Effect;
use super::persona::Change;
use super::review::{Review, Reviewed, Scope};
use super::rows::{Piece, Row, notes, rows};
use crate::explain::Terminal;
use crate::render::{lines, on_one_line};
use crate::wording::counted;

const BOLD: &str = "\u{1b}[1m";
const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const YELLOW: &str = "\u{1b}[33m";
const DIM: &str = "\u{1b}[2m";
const END: &str = "\u{1b}[0m";

/// The review as text.
pub fn human(review: &Review, terminal: Terminal) -> String {
    let writer = Writer { terminal };
    let mut parts = vec![];
    if review.scope == Scope::Project {
        parts.push(headline(review));
    }
    parts.extend(review.personas.iter().map(|one| writer.persona(one, review.scope)));
    parts.join("\n")
}

/// How many personas differ; one line.
fn headline(review: &Review) -> String {
    let before = on_one_line(&review.before);
    let same = counted(review.unchanged, "persona");
    match review.is_difference() {
        false => format!("no audience and no setting differs from `{before}` ({same} the same)\n"),
        true => format!("since `{before}`: {}; {same} the same\n", review.sum()),
    }
}

/// Lays lines out.
struct Writer {
    terminal: Terminal,
}

impl Writer {
    fn persona(&self, one: &Reviewed, scope: Scope) -> String {
        let title = title(one, scope);
        let indent = if title.is_empty() { 0 } else { 2 };
        let mut text = String::new();
        if !title.is_empty() {
            text.push_str(&self.lines(&title, 0, Some(BOLD)));
        }
        let meaning = one.meaning().map(|meaning| format!(": {meaning}")).unwrap_or_default();
        text.push_str(&self.lines(&format!("{}{meaning}", one.title()), indent, Some(verdict_style(one))));
        text.push_str(&self.table(&rows(one), indent + 2));
        for note in notes(one) {
            text.push_str(&self.lines(&format!("note: {}", on_one_line(&note)), indent + 2, Some(DIM)));
        }
        text
    }

    fn table(&self, rows: &[Row], indent: usize) -> String {
        let name = rows.iter().map(|row| plain(&row.name).chars().count()).max().unwrap_or(0).min(WIDEST_NAME);
        let effect = if rows.iter().any(|row| row.effect.is_some()) { "narrows".len() + 2 } else { 0 };
        let mut text = String::new();
        let mut before = String::new();
        for row in rows {
            let own = plain(&row.name);
            let shown = if own == before { String::new() } else { own.clone() };
            let word = row.effect.map_or("", Effect::word);
            let start = format!("{:indent$}{shown:name$}  {word:effect$}", "");
            let content: String = row.text.iter().map(plain).collect();
            text.push_str(&self.row(&start, &content, word, indent + name + 2 + effect));
            before = own;
        }
        text
    }

    fn row(&self, start: &str, content: &str, word: &str, hanging: usize) -> String {
        let style = match word {
            "widens" => Some(GREEN),
            "narrows" => Some(RED),
            _ => None,
        };
        let blank = " ".repeat(hanging);
        let mut text =
            textwrap::fill(&protected(content), lines(self.terminal.width, start, &blank)).replace(UNBROKEN_BLANK, " ");
        if let (true, Some(style)) = (self.terminal.color && !word.is_empty(), style)
            && let Some(at) = start.rfind(word)
            && text.get(at..at + word.len()) == Some(word)
        {
            text.replace_range(at..at + word.len(), &format!("{style}{word}{END}"));
        }
        text + "\n"
    }

    fn lines(&self, text: &str, indent: usize, style: Option<&str>) -> String {
        let (first, next) = (" ".repeat(indent), " ".repeat(indent + 2));
        let filled =
            textwrap::fill(&protected(text), lines(self.terminal.width, &first, &next)).replace(UNBROKEN_BLANK, " ");
        match style.filter(|_| self.terminal.color) {
            Some(style) => filled.lines().map(|line| format!("{style}{line}{END}\n")).collect(),
            None => filled + "\n",
        }
    }
}

/// The widest name that the columns are laid out for.
const WIDEST_NAME: usize = 24;

/// Stands for a blank at which no line may be broken, until the text is laid out.
const UNBROKEN_BLANK: char = '\u{e000}';

/// The longest text in quotes that is kept on one line.
const LONGEST_UNBROKEN: usize = 40;

/// The text with blanks inside quotes at which no line is broken.
fn protected(text: &str) -> String {
    let parts: Vec<&str> = text.split('"').collect();
    let inside = |index: usize| index % 2 == 1 && index + 1 < parts.len();
    let part = |(index, part): (usize, &&str)| match inside(index) && part.chars().count() <= LONGEST_UNBROKEN {
        true => part.replace(' ', &UNBROKEN_BLANK.to_string()),
        false => (*part).to_owned(),
    };
    parts.iter().enumerate().map(part).collect::<Vec<_>>().join("\"")
}

fn plain(piece: &Piece) -> String {
    match piece {
        Piece::Words(words) => words.clone(),
        Piece::Theirs(text) => on_one_line(text),
    }
}

/// How a persona is called; nothing where there is only one.
fn title(one: &Reviewed, scope: Scope) -> String {
    let key = one.key.as_ref().map(|key| on_one_line(key));
    let was = one.was.as_ref().map(|was| format!(" (was {})", on_one_line(was))).unwrap_or_default();
    match (scope, key) {
        (Scope::Pair, key) => key.unwrap_or_default(),
        (Scope::Project, Some(key)) => format!("{}, {key}{was}", on_one_line(&one.file)),
        (Scope::Project, None) => format!("{}{was}", on_one_line(&one.file)),
    }
}

fn verdict_style(one: &Reviewed) -> &'static str {
    match &one.change {
        Change::Errors(..) | Change::Removed(_) => RED,
        Change::Added(_) => GREEN,
        Change::Both(both) if both.finds_the_same() => DIM,
        Change::Both(_) => YELLOW,
    }
}
