//! Companies, lists and people of a search: what LinkedIn numbers.

use super::value::{Lost, Notes};
use crate::resolve::is_number;
use crate::salesnav::{Entry, Text};

/// A company by its number, or by LinkedIn's name for the number.
pub fn company(id: &Text, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    if let Some(list) = id.text.strip_prefix("urn:li:salesList:") {
        return Err(Lost::new(
            "it is a list of accounts, and the API takes companies here",
            format!("`account_list = {list}` finds who works there now; as one of several companies it cannot be said"),
        ));
    }
    let number = id.text.strip_prefix("urn:li:organization:").unwrap_or(&id.text);
    if !is_number(number) {
        return Err(Lost::new(
            format!("`{}` is no number of a company", id.text),
            "write `company = …` with the number",
        ));
    }
    named(number, entry, notes);
    Ok(number.to_owned())
}

/// A list by its number.
pub fn list(id: &Text, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    if !is_number(&id.text) {
        return Err(Lost::new(format!("`{}` is no number of a list", id.text), "name the lists one by one"));
    }
    named(&id.text, entry, notes);
    Ok(id.text.clone())
}

/// A person by the ID that Sales Navigator has for them.
pub fn profile(id: &Text, entry: &Entry, notes: &mut Notes) -> Result<String, Lost> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ',');
    if id.text.is_empty() || !id.text.chars().all(allowed) {
        return Err(Lost::new(format!("`{}` is no ID of a profile", id.text), "write the address of the profile"));
    }
    named("this person", entry, notes);
    Ok(format!("https://www.linkedin.com/sales/lead/{}", id.text))
}

/// Say who is behind a number.
fn named(number: &str, entry: &Entry, notes: &mut Notes) {
    if let Some(text) = entry.text.as_ref().filter(|text| !text.text.trim().is_empty()) {
        notes.names.push(format!("{number} is {}", text.text));
    }
}
