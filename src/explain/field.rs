//! The page of a filter.

use super::compiled::bodies;
use super::fence;
use crate::fields::{Field, FieldId, Kind, Values};
use crate::project::LabelBook;
use crate::tables::{Closed, ClosedRow};
use crate::wording::{listed, thousands};

/// Labels of a whole vocabulary that a page lists; of a larger one it says how to list them.
const MOST_LISTED: usize = 12;

/// The page.
pub fn page(id: FieldId) -> String {
    let field = id.row();
    let sections = [
        format!("# {} (filter)\n\n{}\n", field.name, field.doc),
        format!("## Example\n\n{}", example(field)),
        format!("## Values\n\n{}\n", values(id)),
        format!("## Operators\n\n{}\n", operators(field)),
        format!("## Not\n\n{}\n", not(field)),
        format!("## Names\n\n{}", names(field)),
    ];
    sections.join("\n")
}

fn example(field: &Field) -> String {
    let json: Vec<String> = bodies(field.example).iter().map(|body| fence("json", body)).collect();
    format!("{}\nbecomes\n\n{}", fence("persona", field.example), json.join("\n"))
}

fn values(id: FieldId) -> String {
    let field = id.row();
    let name = field.name;
    let book = LabelBook::page_of(id)
        .map(|page| format!(" Names of your own stand under `[labels.{page}]` in `personac.toml`."));
    let values = match field.values {
        Values::Text => "Text: in quotes, unless it is one word.".to_owned(),
        Values::Label(closed) => labels(name, closed),
        Values::Quantity(closed, units) => quantity(closed, units),
        Values::Listed(table) => format!(
            "Labels or IDs of {} {}: `personac labels {name} QUERY` searches them. LinkedIn has more, so an ID that is not \
             among them is sent, with a warning. Each includes all that lies inside it.",
            thousands(table.rows().count() as u64),
            table.plural
        ),
        Values::Company => {
            "The number of an organization at LinkedIn, its URN (`\"urn:li:organization:1441\"`), or its \
             address with the number (`\"https://www.linkedin.com/company/1441\"`)."
                .to_owned()
        }
        Values::ListId => "The number of the list, which is in its address in Sales Navigator.".to_owned(),
        Values::Profile => "The address of a profile: `https://www.linkedin.com/in/…` with a handle or a URN, or \
             `https://www.linkedin.com/sales/lead/…`."
            .to_owned(),
        Values::Signal(_) => "None: the filter stands alone.".to_owned(),
    };
    values + &book.unwrap_or_default()
}

fn labels(name: &str, closed: &'static Closed) -> String {
    let (count, plural) = (closed.rows().len(), closed.plural);
    let rows = closed.rows().iter().map(|row| format!("{} ({})", row.label, row.id));
    let listed = match count <= MOST_LISTED {
        true => format!(": {}", rows.collect::<Vec<_>>().join(", ")),
        false => String::new(),
    };
    format!(
        "The label or the ID of one of {count} {plural}{listed}. `personac labels {name}` lists them with their other names."
    )
}

fn quantity(closed: &'static Closed, units: &[&str]) -> String {
    let buckets: Vec<String> = closed.rows().iter().map(bucket).collect();
    let large = closed.rows().iter().any(|row| row.low > 1000);
    let thousand = if large { " `10k` is 10,000." } else { "" };
    format!(
        "Whole numbers; `{}` may follow. LinkedIn knows {} {} only: {}. A range must begin and end where one of them \
         does.{thousand}",
        units.last().copied().unwrap_or_default(),
        buckets.len(),
        closed.plural,
        listed(buckets.iter().map(String::as_str))
    )
}

/// A bucket as a persona writes it.
fn bucket(row: &ClosedRow) -> String {
    match (row.low, row.high) {
        (0, Some(high)) => format!("..{high}"),
        (low, Some(high)) => format!("{low}..{high}"),
        (low, None) => format!("{low}.."),
    }
}

fn operators(field: &Field) -> String {
    let excludes = field.exclude.is_some() || matches!(field.kind, Kind::ClosedOne | Kind::ClosedMany);
    match (field.is_signal(), field.ordered, excludes) {
        (true, ..) => "None: it stands alone.".to_owned(),
        (_, true, _) => {
            "`=`, `!=`, `in`, `not in`; `<`, `<=`, `>`, `>=`; ranges with both ends (`a..b`) or one (`a..`, `..b`), \
             alone or in a list."
                .to_owned()
        }
        (_, _, true) => "`=`, `!=`, `in`, `not in`".to_owned(),
        (..) => "`=` and `in`".to_owned(),
    }
}

/// What "not" does, and "and" on the same filter.
pub fn not(field: &Field) -> String {
    match (field.kind, field.exclude) {
        (Kind::ClosedOne, _) => {
            "A lead has exactly one value, so `not` is sent as all the other values. A lead whose value \
             LinkedIn does not know is in none of them: neither a condition nor its opposite finds it."
                .to_owned()
        }
        (Kind::ClosedMany, _) => {
            "A lead may have several values, and `not` is sent as all the other ones, with a warning: who \
             has an excluded value and another one is found all the same. A lead whose value LinkedIn does not know is \
             found neither way."
                .to_owned()
        }
        (Kind::OpenTree, Some(key)) => {
            format!("`not` is exact: it is sent as `{key}`, and takes all that lies inside a value with it.")
        }
        (_, Some(key)) => format!(
            "`not` is exact: it is sent as `{key}`. A lead may have several values; a condition asks for one of its \
             list, and two conditions joined by `and` cannot be sent."
        ),
        (Kind::Single, None) => {
            "The API cannot exclude it. A request holds one value: a list takes a request for each, which \
             `split` must allow."
                .to_owned()
        }
        (Kind::Signal, None) => "The API cannot exclude it: it is true of a lead, or it is not asked for.".to_owned(),
        (_, None) => {
            "The API cannot exclude it: exclude something else, or filter the leads after delivery.".to_owned()
        }
    }
}

fn names(field: &Field) -> String {
    let aliases = match field.aliases {
        [] => String::new(),
        aliases => format!(", also {}", listed(aliases.iter().copied())),
    };
    let exclude = field.exclude.map_or(String::new(), |key| format!(", to exclude `{key}`"));
    let live = if field.live_only { "- only for a live search: the API refuses it with `live: false`\n" } else { "" };
    format!(
        "- `{}`{aliases}\n- in the request `{}`{exclude}\n- in Sales Navigator `{}`\n{live}",
        field.name, field.include, field.sales_navigator
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_what_personas_may_write() {
        for field in FieldId::all().map(FieldId::row) {
            let Values::Quantity(closed, _) = field.values else { continue };
            for row in closed.rows() {
                assert!(bodies(&format!("{} {}", field.name, bucket(row))).len() == 1, "{}", bucket(row));
            }
        }
    }
}
