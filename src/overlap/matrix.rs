//! All personas against all, a sign for each pair.

use textwrap::core::display_width;

use super::table::not_compared;
use super::{Personas, Row, Standing};
use crate::render::{markdown as escaped, padded};

/// Personas that a matrix can show: of more nobody could read it.
pub const MOST_IN_MATRIX: usize = 300;

/// What the signs mean, seen from the persona of the line.
const LEGEND: &str = "= equal   > contains   < is inside   o overlaps   ~ overlaps only in somebody with different \
                      values of one filter   ? unknown   ! too complex   . disjoint";

/// The widest title that the lines are laid out for.
const WIDEST_TITLE: usize = 36;

/// Columns that a sign takes.
const CELL: usize = 2;

impl Standing {
    /// Its sign in a matrix.
    fn sign(self) -> char {
        match self {
            Standing::Equal => '=',
            Standing::Contains => '>',
            Standing::Inside => '<',
            Standing::Overlaps => 'o',
            Standing::BarelyOverlaps => '~',
            Standing::Disjoint => '.',
            Standing::TooComplex => '!',
            Standing::Unknown => '?',
        }
    }
}

/// The signs of all pairs, line by line; blank where a persona meets itself.
fn signs(personas: &Personas, rows: &[Row]) -> Vec<Vec<char>> {
    let count = personas.all.len();
    let compared = |index: usize| personas.side(index).is_some();
    let cell = |(one, other): (usize, usize)| match compared(one) && compared(other) {
        _ if one == other => ' ',
        true => Standing::Disjoint.sign(),
        false => Standing::Unknown.sign(),
    };
    let mut signs: Vec<Vec<char>> =
        (0..count).map(|one| (0..count).map(|other| cell((one, other))).collect()).collect();
    let mut set = |one: usize, other: usize, standing: Standing| {
        if let Some(cell) = signs.get_mut(one).and_then(|line| line.get_mut(other)) {
            *cell = standing.sign();
        }
    };
    for row in rows {
        for met in &row.met {
            set(row.one, met.other, met.standing);
            set(met.other, row.one, met.standing.reversed());
        }
    }
    signs
}

/// The matrix for a terminal; if it is too wide, in blocks of columns.
pub fn matrix(personas: &Personas, rows: &[Row], width: usize) -> String {
    let signs = signs(personas, rows);
    let digits = personas.all.len().to_string().len();
    let titles = personas.all.iter().map(|persona| display_width(&persona.title));
    let title = titles.max().unwrap_or_default().min(WIDEST_TITLE);
    let side = digits + 1 + title;
    let fitting = (width.saturating_sub(side) / CELL).max(8);
    let mut text = String::new();
    for start in (0..personas.all.len()).step_by(fitting) {
        let end = (start + fitting).min(personas.all.len());
        heads(start..end, digits, side, &mut text);
        for (index, line) in signs.iter().enumerate() {
            let cells: String = line.get(start..end).unwrap_or_default().iter().flat_map(|sign| [' ', *sign]).collect();
            let name = padded(&cut(personas.title(index), title), title);
            text.push_str(format!("{:>digits$} {name}{cells}", index + 1).trim_end());
            text.push('\n');
        }
        text.push('\n');
    }
    text.push_str(&textwrap::fill(LEGEND, width));
    text.push_str("\n\n");
    text + &not_compared(personas)
}

/// The numbers of the columns, a digit a line.
fn heads(columns: std::ops::Range<usize>, digits: usize, side: usize, text: &mut String) {
    for digit in (0..digits).rev() {
        let place = 10_usize.pow(digit as u32);
        let number = |column: usize| match (column + 1) / place {
            0 => "  ".to_owned(),
            shown => format!(" {}", shown % 10),
        };
        let line: String = columns.clone().map(number).collect();
        text.push_str(format!("{}{line}", " ".repeat(side)).trim_end());
        text.push('\n');
    }
}

/// The end of a title that is too wide: there it differs from others.
fn cut(title: &str, width: usize) -> String {
    if display_width(title) <= width {
        return title.to_owned();
    }
    let mut kept: Vec<char> = vec![];
    let mut used = 1;
    for c in title.chars().rev() {
        used += display_width(c.encode_utf8(&mut [0; 4]));
        if used > width {
            break;
        }
        kept.push(c);
    }
    std::iter::once('…').chain(kept.into_iter().rev()).collect()
}

/// The matrix as a table of Markdown.
pub fn matrix_markdown(personas: &Personas, rows: &[Row]) -> String {
    let signs = signs(personas, rows);
    let numbers: String = (1..=personas.all.len()).map(|number| format!(" {number} |")).collect();
    let rules = "---|".repeat(personas.all.len());
    let mut text = format!("| |{numbers}\n|---|{rules}\n");
    for (index, line) in signs.iter().enumerate() {
        let cells: String = line.iter().map(|sign| format!(" {} |", escaped(&sign.to_string()))).collect();
        text.push_str(&format!("| {} {} |{cells}\n", index + 1, escaped(personas.title(index))));
    }
    text.push_str(&format!("\n{}\n", escaped(&LEGEND.replace("   ", ", "))));
    text
}
