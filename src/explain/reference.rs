//! The manual as whole documents: all rules, all filters and settings.

use super::index::{Range, ranges};
use super::rule::{Fixable, fixable, level_name};
use super::{Topic, lowered};
use crate::fields::{FieldId, Kind};
use crate::lint::RULES;
use crate::rule::Rule;
use crate::settings::{SETTINGS, SettingRow};

/// `docs/rules.md`
pub fn rules_reference() -> String {
    let tables: String = ranges().iter().map(range).collect();
    let pages: String = RULES.iter().map(|rule| rule_page(rule)).collect();
    format!("# Rules\n\n{}\n{tables}\n{}", RULES_INTRODUCTION.trim_start(), pages.trim_start())
}

const RULES_INTRODUCTION: &str = "
Everything that personac may find, as `personac explain CODE` shows it. Errors say that there is no request to send; they
cannot be allowed. For every other rule there are three places to say what its findings are:

* a comment allows one finding: `# personac: allow(name)` on its line or above its item, `# personac: allow-file(name)`
  for the whole file; a reason may follow;
* `personac.toml` decides for the project, with `\"allow\"`, `\"warn\"` or `\"deny\"`:

  ```toml
  [lint]
  no-limit = \"deny\"
  ```

* `personac lint` for one run, with `--select`, `--ignore` and `--deny`.

\"Safe\" fixes are those that `personac lint --fix` applies; the others it applies with `--unsafe-fixes`.
";

fn range(range: &Range) -> String {
    let row = |rule: &&Rule| {
        let fix = match fixable(rule) {
            Fixable::Safe => "safe",
            Fixable::Unsafe => "not safe",
            Fixable::No => "",
        };
        let (code, name) = (rule.code, rule.name);
        let anchor = format!("#{}-{name}", code.to_lowercase());
        format!("| [{code}]({anchor}) | `{name}` | {} | {fix} | {} |\n", level_name(rule), cell(&rule.summary()))
    };
    let rows: String = range.rules.iter().map(row).collect();
    format!(
        "## {}: {}\n\n| code | name | level | fix | what it says |\n|---|---|---|---|---|\n{rows}\n",
        range.title, range.about
    )
}

fn rule_page(rule: &Rule) -> String {
    let heading = format!("## {} {}", rule.code, rule.name);
    format!("\n{heading}\n\n{}", lowered(&rule.page(), 1))
}

/// Text that does not end a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// `docs/fields.md`
pub fn fields_reference() -> String {
    let fields: String = FieldId::all().map(field_row).collect();
    let settings: String = SETTINGS.iter().map(setting_row).collect();
    let field_pages: String = FieldId::all().map(|field| page(Topic::Field(field))).collect();
    let setting_pages: String = SETTINGS.iter().map(|row| page(Topic::Setting(row))).collect();
    format!(
        "# Filters and settings\n\n`personac explain NAME` shows each of them.\n\n## Filters\n\n\
         | filter | also | selects | not | in Sales Navigator |\n|---|---|---|---|---|\n{fields}\n\
         ## Settings\n\n| setting | also | what it does |\n|---|---|---|\n{settings}{field_pages}{setting_pages}"
    )
}

fn field_row(id: FieldId) -> String {
    let field = id.row();
    let not = match (field.exclude, field.kind) {
        (Some(_), _) => "exact",
        (None, Kind::ClosedOne) => "as the rest",
        (None, Kind::ClosedMany) => "as the rest, not exact",
        (None, _) => "no",
    };
    let (name, also) = (field.name, names(field.aliases));
    format!("| {} | {also} | {} | {not} | `{}` |\n", linked(name, "filter"), cell(field.doc), field.sales_navigator)
}

fn setting_row(row: &SettingRow) -> String {
    format!("| {} | {} | {} |\n", linked(row.name, "setting"), names(row.aliases), cell(row.doc))
}

/// The name with a link to the heading of its page.
fn linked(name: &str, kind: &str) -> String {
    format!("[`{name}`](#{name}-{kind})")
}

fn names(aliases: &[&str]) -> String {
    aliases.iter().map(|alias| format!("`{alias}`")).collect::<Vec<_>>().join(", ")
}

fn page(topic: Topic) -> String {
    format!("\n{}", lowered(&topic.page(), 1))
}
