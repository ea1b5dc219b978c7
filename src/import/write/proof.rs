//! Whether a text compiles to what it was written for.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::check::{Checked, Options, check};
use crate::emit::Body;
use crate::import::{Draft, DraftFilter};
use crate::json::Json;
use crate::lint::{Levels, Lints};
use crate::project::Project;
use crate::settings::{Overrides, SettingRow};
use crate::source::{FileId, SourceFile};
use crate::syntax::parse;
use crate::workspace::{LoadError, Loaded, Loader};

use super::data;

/// Compiles texts with the labels of a project, and nothing else of it.
pub struct Proof {
    project: Project,
    lints: Lints,
}

/// Nothing that is written here uses a file.
struct NoFiles;

impl Loader for NoFiles {
    fn load(&self, _from: &str, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Unreadable(String::new(), vec![]))
    }
}

/// All of them off.
static NO_LINTS: LazyLock<Lints> = LazyLock::new(|| {
    let mut levels = Levels::default();
    crate::lint::LINTS.iter().for_each(|lint| levels.set(lint.rule, crate::rule::Level::Allow));
    Lints::new(levels, false)
});

impl Proof {
    /// With the labels of `project`.
    pub fn new(project: &Project) -> Proof {
        let (labels, industry_labels) = (project.labels.clone(), project.industry_labels);
        Proof { project: Project { labels, industry_labels, ..Project::default() }, lints: NO_LINTS.clone() }
    }

    /// Whether these clauses are just these filters.
    pub fn holds(&self, clauses: &[String], filters: &[DraftFilter]) -> bool {
        let checked = self.check(&clauses.join("\nand "));
        only_body(&checked).is_some_and(|body| filters.iter().all(|filter| is_filled(body, filter)))
    }

    /// Whether a whole persona compiles to something else than its draft.
    pub fn contradicts(&self, text: &str, draft: &Draft) -> bool {
        let checked = self.check(text);
        let Some(body) = only_body(&checked) else { return !checked.personas.is_empty() };
        let setting = |(name, value): &(&'static str, Json)| {
            let key = SettingRow::find(name).and_then(|row| row.key);
            key.is_none_or(|key| is_same(body.get(key), value))
        };
        let same = draft.filters.iter().all(|filter| is_filled(body, filter))
            && draft.settings.iter().all(setting)
            && draft.raw.iter().all(|raw| is_same(body.get(&raw.key), &raw.value));
        !same
    }

    fn check(&self, text: &str) -> Checked {
        let source = Arc::new(SourceFile::new("persona", text));
        let parsed = Arc::new(parse(&source, FileId(0)));
        let options = Options {
            project: &self.project,
            profile: None,
            overrides: &Overrides::default(),
            environment: None,
            loader: &NoFiles,
            lints: &self.lints,
        };
        check(Loaded { identity: String::new(), source, parsed }, &options)
    }
}

fn only_body(checked: &Checked) -> Option<&Body> {
    match checked.personas.as_slice() {
        [only] => only.bodies.first().filter(|_| only.bodies.len() == 1),
        _ => None,
    }
}

/// Whether a body has both keys of a filter as they were asked for.
fn is_filled(body: &Body, filter: &DraftFilter) -> bool {
    let row = filter.field.row();
    let include = (!filter.include.is_empty()).then(|| data::included(filter));
    let exclude = (!filter.exclude.is_empty()).then(|| Json::texts(filter.exclude.iter().cloned()));
    is_equal(body.get(row.include), include.as_ref())
        && row.exclude.is_none_or(|key| is_equal(body.get(key), exclude.as_ref()))
}

/// Whether both are there or neither is, lists as sets.
fn is_equal(found: Option<&Json>, wanted: Option<&Json>) -> bool {
    match (found, wanted) {
        (None, None) => true,
        (Some(Json::Array(found)), Some(Json::Array(wanted))) => texts(found) == texts(wanted),
        (found, Some(wanted)) => is_same(found, wanted),
        (Some(_), None) => false,
    }
}

fn texts(values: &[Json]) -> BTreeSet<&str> {
    values.iter().map(|value| if let Json::Text(text) = value { text.as_ref() } else { "" }).collect()
}

/// Whether both are written alike.
fn is_same(found: Option<&Json>, wanted: &Json) -> bool {
    found.is_some_and(|found| serde_json::to_string(found).ok() == serde_json::to_string(wanted).ok())
}
