//! Labels and IDs of industries and locations.

use super::{Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::project::IndustryLabels;
use crate::rule;
use crate::source::Location;
use crate::syntax::ast::{Value, ValueKind};
use crate::tables::{Kind, Open, OpenLookup};
use crate::wording::{Choice, did_you_mean, offer, or, quoted};

/// Choices that one message names.
const MOST_SHOWN: usize = 6;

impl<'a> Resolver<'a> {
    /// The IDs that a label stands for: one, or those of a name in the label book.
    pub(super) fn listed_label(
        &mut self,
        field: FieldId,
        table: &'static Open,
        value: &Value,
        scope: Scope<'a>,
    ) -> Option<Vec<u32>> {
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        let is_id = value.kind != ValueKind::Word && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_id {
            return self.listed_id(table, text, at).map(|id| vec![id]);
        }
        if let Some(entry) = self.project.labels.find(field, text) {
            let ids: Option<Vec<u32>> = entry.ids.iter().map(|id| id.parse().ok()).collect();
            return ids.or_else(|| self.fail(too_large(table, text, at)));
        }
        if let Some(id) = self.by_reference(table, text) {
            return Some(vec![id]);
        }
        match table.lookup(text) {
            OpenLookup::Found(found) => {
                let id = found.id;
                self.found = Some(found);
                Some(vec![id])
            }
            OpenLookup::Ambiguous(ids) => self.fail(ambiguous(table, text, at, &ids)),
            OpenLookup::Unknown => self.unknown_listed(field, table, text, scope, at),
        }
    }

    fn listed_id(&mut self, table: &'static Open, text: &str, at: Location) -> Option<u32> {
        let Ok(id) = text.parse::<u32>() else { return self.fail(too_large(table, text, at)) };
        if table.row(id).is_none() {
            self.report.push(unlisted(table, id, at));
        }
        Some(id)
    }

    /// The industry that the API's reference calls so, where the project chose the reference's labels.
    fn by_reference(&self, table: &'static Open, text: &str) -> Option<u32> {
        if self.project.industry_labels != IndustryLabels::Pronto {
            return None;
        }
        table.by_reference_label(text)
    }

    fn unknown_listed<T>(
        &mut self,
        field: FieldId,
        table: &'static Open,
        text: &str,
        scope: Scope<'a>,
        at: Location,
    ) -> Option<T> {
        let (noun, plural) = (table.name, table.plural);
        let diagnostic = Diagnostic::new(&rule::UNKNOWN_LABEL, format!("no {noun} is called `{text}`"))
            .label(at, format!("not in the table of {plural}"));
        // What one `let` says wrong in a thousand places was looked for once.
        if !self.report.wants(&diagnostic) {
            return self.fail(diagnostic.help(format!("`personac labels {noun}` searches")));
        }
        let suggestions = table.suggestions(text);
        let (choices, certain) = self.label_choices(field, text, &suggestions, scope);
        if choices.is_empty() {
            let more = format!("an ID that the table lacks can be named under `[labels.{noun}]` in `personac.toml`");
            return self.fail(diagnostic.help(format!("`personac labels {noun} {}` searches; {more}", quoted(text))));
        }
        self.fail(did_you_mean(diagnostic, at, &choices, certain, ""))
    }
}

fn too_large(table: &Open, text: &str, at: Location) -> Diagnostic {
    let article = if table.is_places() { "a" } else { "an" };
    Diagnostic::new(&rule::WRONG_VALUE, format!("`{text}` is too large to be the ID of {article} {}", table.name))
        .label(at, "LinkedIn's IDs have at most ten digits")
        .help(format!("`personac labels {}` shows the IDs", table.name))
}

fn unlisted(table: &Open, id: u32, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::UNLISTED_ID, format!("{id} is not in the table of {}", table.plural))
        .label(at, "sent as it is")
        .help("check it, then give it a name in the label book of `personac.toml`")
}

fn ambiguous(table: &'static Open, text: &str, at: Location, ids: &[u32]) -> Diagnostic {
    let choice = |id: &u32| Choice::label(&table.unique_form(*id), &id.to_string());
    let choices: Vec<Choice> = ids.iter().take(MOST_SHOWN).map(choice).collect();
    let kinds: Vec<&str> = ids.iter().filter_map(|id| table.row(*id)?.kind).map(Kind::name).collect();
    let message = match kinds.as_slice() {
        [one, other] if one != other => format!("`{text}` is both a {one} and a {other}"),
        _ => format!("`{text}` names {} {}", ids.len(), table.plural),
    };
    let shown: Vec<&str> = choices.iter().map(|choice| choice.shown.as_str()).collect();
    let more = match ids.len() - choices.len() {
        0 => String::new(),
        more => format!("; {more} more: `personac labels {} {}`", table.name, quoted(text)),
    };
    let diagnostic = Diagnostic::new(&rule::AMBIGUOUS_LABEL, message)
        .label(at, "which one?")
        .help(format!("write {}{more}", or(&shown)));
    offer(diagnostic, at, &choices, false)
}
