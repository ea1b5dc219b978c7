//! Texts in the columns of a table.

use textwrap::core::display_width;

use super::on_one_line;

/// The text with blanks up to `width` columns.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(display_width(text))))
}

/// The beginning of a text, of at most `width` columns; an ellipsis says that there is more.
pub fn shortened(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += display_width(c.encode_utf8(&mut [0; 4]));
        if used > width {
            break;
        }
        kept.push(c);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// Between two columns.
const GAP: usize = 2;

/// The narrowest that a column becomes where there is no room.
const NARROWEST: usize = 6;

/// Rows of texts as lines of at most `width` columns, safe to show. The widest columns are cut where there is no room.
pub fn columns<const N: usize>(rows: &[[String; N]], width: usize) -> String {
    let rows: Vec<[String; N]> = rows.iter().map(|row| row.each_ref().map(|cell| on_one_line(cell))).collect();
    let room = width.saturating_sub(GAP * N.saturating_sub(1));
    let mut widths = [0; N];
    for row in &rows {
        widths.iter_mut().zip(row).for_each(|(width, cell)| *width = display_width(cell).min(room).max(*width));
    }
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > NARROWEST) else { break };
        *widest -= 1;
    }
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| padded(&shortened(cell, width), width));
        let cells: Vec<String> = cells.zip(widths).filter(|(_, width)| *width > 0).map(|(cell, _)| cell).collect();
        format!("{}\n", cells.join(&" ".repeat(GAP)).trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_in_an_ellipsis() {
        assert_eq!(shortened("Head of Sales", 13), "Head of Sales");
        assert_eq!(shortened("Head of Sales", 9), "Head of…");
        assert_eq!(shortened("営業部長", 5), "営業…", "two columns a sign");
        assert_eq!(shortened("", 0), "");
    }

    #[test]
    fn the_widest_columns_give_way() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned);
        let rows = [row(["Ada", &"x".repeat(40), "Co"]), row(["李小龍\n", &"y".repeat(9), ""])];
        let text = columns(&rows, 30);
        assert_eq!(text, format!("Ada      {}…  Co\n李小龍␊  yyyyyyyyy\n", "x".repeat(16)));
        assert!(text.lines().all(|line| display_width(line) <= 30));
    }

    #[test]
    fn a_column_without_text_takes_no_room() {
        assert_eq!(columns(&[["a".to_owned(), String::new(), "b".to_owned()]], 80), "a  b\n");
    }
}
