//! The page of a setting.

use super::compiled::bodies;
use super::fence;
use crate::settings::{SettingKind, SettingRow};
use crate::wording::listed;

/// A clause, because a persona must have one.
const CLAUSE: &str = "title = CEO";

/// A clause that takes two requests.
const TWO: &str = "title = CEO or size 1..10";

/// The page.
pub fn page(row: &SettingRow) -> String {
    let sections = [
        format!("# {} (setting)\n\n{}\n", row.name, row.doc),
        format!("## Data\n\n{}\n", data(row.kind)),
        format!("## Example\n\n{}", example(row)),
        format!("## Elsewhere\n\n{}", elsewhere(row)),
        format!("## Names\n\n{}", names(row)),
    ];
    sections.join("\n")
}

fn data(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Text => "Text in quotes, or `env(\"VARIABLE\")`.",
        SettingKind::Webhook => {
            "An absolute `https` address in quotes, or `env(\"VARIABLE\")`, which is read when the request is built: the \
             address is most often a secret."
        }
        SettingKind::Whole => "A whole number, at least 1; `1_000` is easier to read than `1000`.",
        SettingKind::Boolean => "`true` or `false`. It is sent only if it is set.",
        SettingKind::Split => {
            "- `false`: a persona is one request, or an error. This is so where nothing is set.\n\
             - `any`: as many requests as it takes. A lead may be found, and paid for, by several.\n\
             - `disjoint`: later requests leave out whom earlier ones find, or it is an error."
        }
        SettingKind::Object => {
            "An object, as in JSON: names need no quotes, comments and a comma after the last member are fine, \
             `env(\"VARIABLE\")` may stand for a text."
        }
    }
}

fn example(row: &SettingRow) -> String {
    let clause = if row.kind == SettingKind::Split { TWO } else { CLAUSE };
    let persona = format!("{}: {}\n{clause}\n", row.name, row.example);
    let json: Vec<String> = bodies(&persona).iter().map(|body| fence("json", body)).collect();
    let becomes = if json.len() == 1 { "becomes" } else { "becomes two requests" };
    format!("{}\n{becomes}\n\n{}", fence("persona", &persona), json.join("\n"))
}

fn elsewhere(row: &SettingRow) -> String {
    let toml = fence("toml personac.toml", &format!("[defaults]\n{}", as_toml(row)));
    let text = row.example.trim_matches('"');
    let shell =
        if text.contains([' ', '"', '{']) { format!("'{}={text}'", row.name) } else { format!("{}={text}", row.name) };
    let line = match row.kind {
        SettingKind::Object => String::new(),
        _ => format!("\n`--set {shell}` sets it for one run.\n"),
    };
    format!(
        "For all personas of a project, or under `[profile.NAME]` for those built with `--profile NAME`:\n\n{toml}{line}\n\
         The nearest one counts: the command line, the persona block, the file, the profile, the defaults.\n"
    )
}

/// The setting as the project file has it.
pub(super) fn as_toml(row: &SettingRow) -> String {
    match row.kind {
        SettingKind::Split => format!("{} = \"{}\"", row.name, row.example),
        _ => format!("{} = {}", row.name, row.example.replace(": ", " = ")),
    }
}

fn names(row: &SettingRow) -> String {
    let key = match row.key {
        Some(key) => format!("- in the request `{key}`\n"),
        None if row.name == "raw" => "- in the request the keys it holds\n".to_owned(),
        None => "- not in the request\n".to_owned(),
    };
    match row.aliases {
        [] => format!("- `{}`\n{key}", row.name),
        aliases => format!("- `{}`, also {}\n{key}", row.name, listed(aliases.iter().copied())),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::project::parse_project;
    use crate::report::Report;
    use crate::settings::SETTINGS;
    use crate::source::SourceFile;

    #[test]
    fn project_files_take_what_the_pages_show() {
        for row in SETTINGS {
            let mut report = Report::default();
            let text = format!("[defaults]\n{}\n", as_toml(row));
            parse_project(Arc::new(SourceFile::new("personac.toml", text)), &mut report);
            assert!(report.is_empty(), "{}", as_toml(row));
        }
    }
}
