//! Comments that hold what others wrote.

use crate::render::on_one_line;

/// The longest line of a comment, in columns.
const WIDTH: usize = 110;

/// The text as lines of comment. Nothing in it can end its line, or speak to personac.
pub fn comment(text: &str) -> String {
    let text = on_one_line(text);
    let lines = textwrap::wrap(text.trim(), textwrap::Options::new(WIDTH).break_words(false));
    lines.iter().map(|line| format!("# {}\n", silent(line))).collect()
}

/// The line, changed where it would be read as an allowance.
fn silent(line: &str) -> String {
    let said = line.trim_start_matches(['#', ' ']).trim_start();
    if said.starts_with("personac:") { format!("· {line}") } else { line.trim_end().to_owned() }
}
