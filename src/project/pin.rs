//! Writing a name into the label book of a project file; every other byte of it stays.

use thiserror::Error;
use toml_edit::{DocumentMut, InlineTable, Item, Table, Value};

use crate::tables::fold;

/// The table of the label book.
const BOOK: &str = "labels";

/// A name for an ID.
#[derive(Debug, Clone, Copy)]
pub struct Pin<'a> {
    /// The page of the label book, such as `location`.
    pub page: &'a str,
    /// The name.
    pub name: &'a str,
    /// The ID, digits only.
    pub id: &'a str,
    /// What stands behind it for people.
    pub comment: &'a str,
}

/// Why a name cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PinProblem {
    /// The file is no TOML, or its label book is no table.
    #[error("its label book cannot be read")]
    Unreadable,
    /// More than the one entry would be another.
    #[error("more than this line of it would change")]
    Disturbs,
}

/// The text of a project file with the name in it. One of the same letters is replaced.
///
/// # Errors
///
/// If that cannot be done without touching anything else.
pub fn pin(text: &str, pin: Pin) -> Result<String, PinProblem> {
    let (mark, bare) = text.strip_prefix('\u{feff}').map_or(("", text), |bare| ("\u{feff}", bare));
    // Ends of lines are written as line feeds, and become again what they were.
    let before = bare.replace("\r\n", "\n");
    let ends_alike = !bare.contains("\r\n") || before.matches('\n').count() == bare.matches("\r\n").count();
    let mut document: DocumentMut = before.parse().map_err(|_| PinProblem::Unreadable)?;
    let changed = enter(&mut document, pin).ok_or(PinProblem::Unreadable)?;
    let after = document.to_string();
    let is_proved = ends_alike && keeps_lines(&before, &after, changed) && keeps_values(&before, &after, pin);
    if !is_proved {
        return Err(PinProblem::Disturbs);
    }
    let after = if bare.contains("\r\n") { after.replace('\n', "\r\n") } else { after };
    Ok(format!("{mark}{after}"))
}

/// Put the entry in; how many lines it may change. `None` if there is no place for it.
fn enter(document: &mut DocumentMut, pin: Pin) -> Option<usize> {
    let end = if document.contains_key(BOOK) { None } else { document.trailing().as_str().map(str::to_owned) };
    if end.is_some() {
        document.set_trailing("");
    }
    let book = table(document.as_item_mut(), BOOK, true)?;
    let page = table(book, pin.page, false)?;
    let mut value = pin.id.parse::<i64>().map_or_else(|_| Value::from(pin.id), Value::from);
    // In a table on one line a comment would swallow the rest.
    let is_inline = page.is_inline_table();
    if !is_inline && !pin.comment.is_empty() {
        value.decor_mut().set_suffix(format!("  # {}", pin.comment));
    }
    if let (Some(end), Some(page)) = (end.filter(|end| !end.is_empty()), page.as_table_mut()) {
        page.decor_mut().set_prefix(on_its_own(&end));
    }
    let page = page.as_table_like_mut()?;
    let known = page.iter().map(|(key, _)| key.to_owned()).find(|key| fold(key) == fold(pin.name));
    let Some(item) = known.and_then(|key| page.get_mut(&key)) else {
        page.insert(pin.name, Item::Value(value));
        return Some(usize::from(is_inline));
    };
    // What stands between the sign and the value stays.
    if let Some(prefix) = item.as_value().and_then(|old| old.decor().prefix()).cloned() {
        value.decor_mut().set_prefix(prefix);
    }
    let old = std::mem::replace(item, Item::Value(value));
    Some(old.to_string().lines().count().max(1))
}

/// What the file ended with, to stand before a table that is new at its end: it is about what is above it.
fn on_its_own(end: &str) -> String {
    let line = if end.ends_with('\n') { "" } else { "\n" };
    let gap = if end.ends_with("\n\n") { "" } else { "\n" };
    format!("{end}{line}{gap}")
}

/// The table under a key, which is made if it is not there.
fn table<'t>(of: &'t mut Item, key: &str, is_implicit: bool) -> Option<&'t mut Item> {
    let is_inline = of.is_inline_table();
    let members = of.as_table_like_mut()?;
    if !members.contains_key(key) {
        let mut new = Table::new();
        new.set_implicit(is_implicit);
        let inline = || Item::Value(Value::InlineTable(InlineTable::new()));
        members.insert(key, if is_inline { inline() } else { Item::Table(new) });
    }
    members.get_mut(key).filter(|item| item.is_table_like())
}

/// Whether the lines are those of before, but for new ones in one place, and at most so many that are others there.
fn keeps_lines(before: &str, after: &str, changed: usize) -> bool {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let left = before.len().min(after.len()) - same;
    let pairs = before.iter().rev().zip(after.iter().rev()).take(left);
    let same_at_end = pairs.take_while(|(one, other)| one == other).count();
    before.len() - same - same_at_end <= changed
}

/// Whether the values are those of before, but for the entry.
fn keeps_values(before: &str, after: &str, pin: Pin) -> bool {
    let without = |text: &str| {
        let mut all: toml::Table = text.parse().ok()?;
        let book = all.entry(BOOK).or_insert_with(|| toml::Table::new().into()).as_table_mut()?;
        let page = book.entry(pin.page).or_insert_with(|| toml::Table::new().into()).as_table_mut()?;
        page.retain(|key, _| fold(key) != fold(pin.name));
        Some(all)
    };
    let (one, other) = (without(before), without(after));
    one.is_some() && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    const LYON: Pin = Pin { page: "location", name: "Lyon", id: "9000", comment: "Greater Lyon Area" };

    #[test]
    fn the_name_is_written_and_nothing_else() {
        const LINE: &str = "Lyon = 9000  # Greater Lyon Area\n";
        for (before, after) in [
            ("", format!("[labels.location]\n{LINE}")),
            ("# only this", format!("# only this\n\n[labels.location]\n{LINE}")),
            ("a = 1 # x", format!("a = 1 # x\n\n[labels.location]\n{LINE}")),
            (
                "[labels.location]\nz = 1\na=  [ 2,\n 3 ]\n\n# next\n[lint]\n",
                format!("[labels.location]\nz = 1\na=  [ 2,\n 3 ]\n{LINE}\n# next\n[lint]\n"),
            ),
            (
                "[labels.company]\nx = 1\n\n[lint]\n",
                format!("[labels.company]\nx = 1\n\n[labels.location]\n{LINE}\n[lint]\n"),
            ),
            ("[labels]\nlocation.x = 1\n", format!("[labels]\nlocation.x = 1\nlocation.{LINE}")),
            ("[labels]\nlocation = { x = 1 }\n", "[labels]\nlocation = { x = 1 , Lyon = 9000 }\n".to_owned()),
            (
                "[labels.location]\n\"LYON\"  =  7 # old\n# end",
                format!("[labels.location]\n\"LYON\"  =  {}# end", LINE.replace("Lyon = ", "")),
            ),
        ] {
            assert_eq!(pin(before, LYON).as_deref(), Ok(after.as_str()), "{before}");
            let (before, after) = (before.replace('\n', "\r\n"), after.replace('\n', "\r\n"));
            let marked = (format!("\u{feff}{before}"), format!("\u{feff}{after}"));
            if before.contains('\n') {
                assert_eq!(pin(&marked.0, LYON).as_deref(), Ok(marked.1.as_str()), "{before}");
            }
        }
    }

    #[test]
    fn what_cannot_be_kept_is_not_touched() {
        for text in ["a = ", "labels = 1", "[labels]\nlocation = 1", "[[labels]]\n"] {
            assert_eq!(pin(text, LYON), Err(PinProblem::Unreadable), "{text}");
        }
        assert_eq!(pin("a = 1\r\nb = 2\n", LYON), Err(PinProblem::Disturbs), "ends of lines of two kinds");
    }

    #[test]
    fn a_name_may_hold_anything() {
        for name in ["St. John's", "東京", "a\"b\\c", "#", "[x]", " ", "=", "é"] {
            let text = pin("[labels.location]\nunlike = 1\n", Pin { name, ..LYON }).expect(name);
            let all: toml::Table = text.parse().expect("TOML");
            assert_eq!(all["labels"]["location"][name].as_integer(), Some(9000));
        }
    }

    /// Pieces of project files, in any order.
    const PIECES: &[&str] = &[
        "[labels]\n",
        "[labels.location]\n",
        "[labels.company]\n",
        "location = {}\n",
        "labels.location.a = 1\n",
        "location.b = [1, # x\n 2]\n",
        "LYON = 7\n",
        "\"lyon\" = [ 1,\n2 ] # y\n",
        "c = 3 # z\n",
        "\n",
        "# note\n",
        "[lint]\r\n",
        "[[labels]]\n",
        "d = \"\"\"\na\n\"\"\"\n",
        "  \t\n",
        "labels = { location = { a = 1 } }\n",
        "# no end",
        "e = '",
        "\u{feff}",
    ];

    /// The lines that are not of the entry, which may have two, and not a table on one line, which may hold it.
    fn others(text: &str) -> Vec<&str> {
        let is_ours =
            |line: &&str| line.to_lowercase().contains("lyon") || line.contains('{') || line.starts_with("2 ]");
        text.trim_start_matches('\u{feff}').lines().filter(|line| !is_ours(line)).collect()
    }

    proptest::proptest! {
        #[test]
        fn every_line_stays(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..8)) {
            let before: String = pieces.concat();
            if let Ok(after) = pin(&before, LYON) {
                let mut left = others(&after).into_iter();
                let lost = others(&before).into_iter().find(|line| !left.any(|own| own == *line));
                proptest::prop_assert_eq!(lost, None, "{:?} became {:?}", before, after);
                proptest::prop_assert_eq!(pin(&after, LYON), Ok(after.clone()), "it is there already");
            }
        }
    }
}
