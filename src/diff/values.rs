//! Values of a filter as people know them.

use serde::Serialize;

use crate::algebra::{Filter, ValueSet};
use crate::audience::Audience;
use crate::fields::{FieldId, Values};
use crate::project::LabelBook;
use crate::tables::Closed;
use crate::wording;

/// A value of a filter.
#[derive(Debug, Clone, Serialize)]
pub struct Value {
    /// What the request holds.
    pub id: String,
    /// What people call it: a label of the tables or of the label book; the ID where there is none.
    pub label: String,
    /// What contains it and is asked for on the other side, so that it changes nothing by itself.
    pub inside: Option<String>,
    /// The number that stands for it on its own side.
    #[serde(skip)]
    pub(super) number: u32,
}

/// The values of a set of `filter`, in the order of the source.
pub fn values(audience: &Audience, book: &LabelBook, filter: &Filter, set: &ValueSet) -> Vec<Value> {
    let field = filter.field;
    let value = |number: u32| {
        let id = audience.atoms.wire(field, number).into_owned();
        let label = match field.row().values {
            Values::Listed(table) => table.unique_form(number),
            _ => book.name_of(field, &id).map_or_else(|| audience.label(field, number), str::to_owned),
        };
        Value { id, label, inside: None, number }
    };
    audience.in_order(filter, set).into_iter().map(value).collect()
}

/// What stands in a range of the language.
pub const IN_PERSONA: &str = "..";

/// What stands in a range of values that are talked about.
pub const IN_PROSE: &str = "–";

/// The values as a persona would write them, those of an ordered vocabulary as ranges; `between` stands in a range.
pub fn in_words(field: FieldId, values: &[Value], between: &str) -> Vec<String> {
    match field.row().ordered {
        true => runs(values).into_iter().flat_map(|run| run_in_words(field, run, between)).collect(),
        false => values.iter().map(|value| one_in_words(field, value)).collect(),
    }
}

/// The values as a persona would write them; what is left out instead, if that is less than what is asked for.
pub fn all_in_words(field: FieldId, values: &[Value]) -> (bool, Vec<String>) {
    let Some(rows) = field.row().vocabulary().map(Closed::rows) else {
        return (false, in_words(field, values, IN_PERSONA));
    };
    if field.row().ordered || values.len() * 2 <= rows.len() {
        return (false, in_words(field, values, IN_PERSONA));
    }
    let others = (0..).zip(rows).filter(|(number, _)| values.iter().all(|value| value.number != *number));
    (true, others.map(|(_, row)| wording::value(row.label)).collect())
}

fn one_in_words(field: FieldId, value: &Value) -> String {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let named_by_book = value.label != value.id && LabelBook::page_of(field).is_some() && field.row().table().is_none();
    let label = match is_number(&value.label) {
        true if !matches!(field.row().values, Values::Text) => value.label.clone(),
        _ => wording::value(&value.label),
    };
    let label = if named_by_book { format!("{label} ({})", value.id) } else { label };
    match &value.inside {
        Some(outer) => format!("{label} (inside {outer})"),
        None => label,
    }
}

/// The values in the order of their vocabulary, cut where one is missing.
fn runs(values: &[Value]) -> Vec<Vec<&Value>> {
    let mut sorted: Vec<&Value> = values.iter().collect();
    sorted.sort_by_key(|value| value.number);
    let mut runs: Vec<Vec<&Value>> = vec![];
    for value in sorted {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last.number + 1 == value.number) => run.push(value),
            _ => runs.push(vec![value]),
        }
    }
    runs
}

/// Labels that are as short as a range of them.
const FEW: usize = 2;

fn run_in_words(field: FieldId, run: Vec<&Value>, between: &str) -> Vec<String> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return vec![] };
    let row = |value: &Value| field.row().vocabulary().and_then(|closed| closed.rows().get(value.number as usize));
    if let (Values::Quantity(..), Some(low), Some(high)) = (field.row().values, row(first), row(last)) {
        return vec![quantity(low.low, high.high, between)];
    }
    match run.len() <= FEW {
        true => run.iter().map(|value| wording::value(&value.label)).collect(),
        false => {
            let between = if between == IN_PERSONA { between } else { " to " };
            vec![format!("{}{between}{}", wording::value(&first.label), wording::value(&last.label))]
        }
    }
}

fn quantity(low: u64, high: Option<u64>, between: &str) -> String {
    match high {
        Some(high) if high == low => low.to_string(),
        Some(high) => format!("{low}{between}{high}"),
        None if between == IN_PERSONA => format!("{low}.."),
        None => format!("{low} and more"),
    }
}
