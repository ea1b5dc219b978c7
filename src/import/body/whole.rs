//! A body as a whole: each key once, at least one filter, nothing that the API refuses together.

use std::collections::HashMap;

use super::key::{Known, known};
use super::list::filter_key;
use super::node::{Kind, Member, Node, below};
use super::value::setting;
use crate::diagnostic::Diagnostic;
use crate::fields::FieldId;
use crate::import::{Draft, DraftFilter, RawKey};
use crate::report::Report;
use crate::rule;
use crate::source::{FileId, Location, Span};

/// Reads one body; what findings need.
pub struct Reading<'a> {
    /// The file that the body stands in.
    pub file: FileId,
    /// Where findings go.
    pub report: &'a mut Report,
}

/// What a value of the request is read into: values, or the key as it is where there is nothing to say in words.
#[derive(Debug)]
pub enum Values {
    /// Values of the field.
    Some(Vec<String>),
    /// None of them; what is sent is kept, for this reason.
    Kept(&'static str),
}

impl Reading<'_> {
    /// A place in the file.
    pub fn at(&self, span: Span) -> Location {
        Location { file: self.file, span }
    }

    /// Report that a value is not what its key takes.
    pub fn fail<T>(&mut self, diagnostic: Diagnostic) -> Option<T> {
        self.report.push(diagnostic);
        None
    }

    /// Report a value that its field does not have, found among the first so many findings; what it may be meant as
    /// is looked for only while somebody reads it.
    pub fn unknown<T>(
        &mut self,
        node: &Node,
        path: &str,
        most: usize,
        found: impl FnOnce(Location) -> Diagnostic,
    ) -> Option<T> {
        let at = self.at(node.span);
        let brief = || super::hint::mistyped(node, path, "an ID in quotes", at).help("`personac labels` finds the IDs");
        let found = if self.report.len() < most { found(at) } else { brief() };
        self.fail(found)
    }
}

/// The draft of a body; `None` if it is none at all. Mistakes are reported.
pub fn read_body(node: &Node, path: &str, file: FileId, report: &mut Report) -> Option<Draft> {
    let mut reading = Reading { file, report };
    let Kind::Object(members) = &node.kind else {
        let found = Diagnostic::new(
            &rule::MISTYPED_IN_BODY,
            format!("a request body is an object, and `{path}` is {}", node.noun()),
        )
        .label(reading.at(node.span), "not a body")
        .help("give it `{ \"job_titles\": [\"CEO\"], … }`");
        return reading.fail(found);
    };
    reading.duplicates(node, path);
    let mut body = Body::default();
    members.iter().for_each(|member| reading.member(member, path, &mut body));
    reading.judge(node, path, &body);
    Some(body.draft)
}

/// A draft, and what else is known of the body.
#[derive(Default)]
struct Body<'n> {
    draft: Draft,
    /// Keys of filters that leave somebody out, and keys that could not be read.
    filters: Vec<(FieldId, &'n Member)>,
    broken: bool,
    live: Option<&'n Member>,
}

impl Reading<'_> {
    fn member<'n>(&mut self, member: &'n Member, path: &str, body: &mut Body<'n>) {
        let here = below(path, &member.key);
        let before = self.report.errors();
        match known(&member.key) {
            Known::Setting(row) => {
                body.live = body.live.or((row.name == "live").then_some(member));
                body.draft.settings.extend(setting(self, row, &member.value, &here).map(|value| (row.name, value)));
            }
            Known::Filter(field) => self.filter(field, member, &here, body),
            Known::Unknown => {
                self.report.push(super::hint::unknown_key(member, &here, self.at(member.at), self.report.has_room()));
                let notes = vec!["Not a key of the API's reference.".to_owned()];
                body.draft.raw.push(RawKey { key: member.key.clone(), value: member.value.json(), notes });
            }
        }
        body.broken |= self.report.errors() > before;
    }

    fn filter<'n>(&mut self, field: FieldId, member: &'n Member, here: &str, body: &mut Body<'n>) {
        match filter_key(self, field, &member.value, here) {
            None => {}
            Some(Values::Kept(why)) => {
                let (key, value) = (member.key.clone(), member.value.json());
                body.draft.raw.push(RawKey { key, value, notes: vec![why.to_owned()] });
            }
            Some(Values::Some(values)) => {
                if values.iter().any(|value| !value.trim().is_empty()) {
                    body.filters.push((field, member));
                }
                let excludes = field.row().exclude == Some(member.key.as_str());
                let own = own_filter(&mut body.draft, field);
                if excludes { own.exclude = values } else { own.include = values }
            }
        }
    }

    /// Report keys that stand twice in one object, here and below.
    fn duplicates(&mut self, node: &Node, path: &str) {
        match &node.kind {
            Kind::Array(values) => {
                for (index, value) in values.iter().enumerate().filter(|(_, value)| value.is_nested()) {
                    self.duplicates(value, &format!("{path}[{index}]"));
                }
            }
            Kind::Object(members) => {
                let mut firsts: HashMap<&str, Span> = HashMap::new();
                for member in members {
                    if let Some(first) = firsts.insert(&member.key, member.at) {
                        let twice = twice(&below(path, &member.key), self.at(member.at), self.at(first));
                        self.report.push(twice);
                    }
                    if member.value.is_nested() {
                        self.duplicates(&member.value, &below(path, &member.key));
                    }
                }
            }
            _ => {}
        }
    }

    /// What the API would refuse though each key is right.
    fn judge(&mut self, node: &Node, path: &str, body: &Body) {
        let brace = self.at(Span { start: node.span.start, end: node.span.start + 1 });
        if body.filters.is_empty() && !body.broken {
            let found =
                Diagnostic::new(&rule::NO_FILTER_IN_BODY, format!("`{path}` looks for nobody: it has no filter"))
                    .label(brace, "no key says whom to look for")
                    .help("the API wants at least one filter or keyword, such as `\"job_titles\": [\"CEO\"]`");
            self.report.push(found);
        }
        if node.members().is_some_and(|members| members.iter().all(|member| member.key != "webhook_url")) {
            let found = Diagnostic::new(&rule::NO_WEBHOOK, format!("`{path}` has no `webhook_url` to deliver to"))
                .label(brace, "the API will not start this search")
                .help("the persona may have the `webhook` of `[defaults]` in `personac.toml`");
            self.report.push(found);
        }
        let Some(live) = body.live.filter(|live| matches!(live.value.kind, Kind::Bool(false))) else { return };
        for (_, member) in body.filters.iter().filter(|(field, _)| field.row().live_only) {
            let key = &member.key;
            let found = Diagnostic::new(
                &rule::LIVE_ONLY_IN_BODY,
                format!("`{key}` works in a live search only, and this body says `\"live\": false`"),
            )
            .label(self.at(member.at), format!("the API refuses `{}`", below(path, key)))
            .label(self.at(live.at), "set here")
            .help("drop the filter, or drop `live`");
            self.report.push(found);
        }
    }
}

/// What the draft says of a field.
fn own_filter(draft: &mut Draft, field: FieldId) -> &mut DraftFilter {
    let found = draft.filters.iter().position(|filter| filter.field == field);
    let index = found.unwrap_or_else(|| {
        draft.filters.push(DraftFilter { field, include: vec![], exclude: vec![], notes: vec![] });
        draft.filters.len() - 1
    });
    &mut draft.filters[index]
}

fn twice(path: &str, again: Location, first: Location) -> Diagnostic {
    Diagnostic::new(&rule::DUPLICATE_BODY_KEY, format!("`{path}` is given twice"))
        .label(again, "given again here")
        .label(first, "first given here")
        .help("keep one of the two")
}
