//! Whether a text compiles to what it was written for.

use std::collections::{BTreeSet, HashMap, HashSet};
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

/// What a text compiles to, compared with what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Just that.
    Same,
    /// Something else.
    Another,
    /// Nothing: it has errors.
    Nothing,
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

    /// Whether these clauses are just this filter.
    pub fn holds(&self, clauses: &[String], filter: &DraftFilter) -> bool {
        let checked = self.check(&clauses.join("\nand "));
        only_body(&checked).is_some_and(|body| is_filled(&members(&body), filter, &HashSet::new()))
    }

    /// What a whole persona compiles to, compared with its draft.
    pub fn judge(&self, text: &str, draft: &Draft) -> Verdict {
        let checked = self.check(text);
        let Some(body) = only_body(&checked) else {
            return if checked.personas.is_empty() { Verdict::Nothing } else { Verdict::Another };
        };
        let body = members(&body);
        let kept: HashSet<&str> = draft.raw.iter().map(|raw| raw.key.as_str()).collect();
        let key = |name| SettingRow::find(name).and_then(|row| row.key);
        let same = draft.filters.iter().all(|filter| is_filled(&body, filter, &kept))
            && draft.settings.iter().all(|(name, value)| key(name).is_none_or(|key| is_same(body.get(key), value)))
            && draft.raw.iter().all(|raw| is_same(body.get(raw.key.as_str()), &raw.value));
        if same { Verdict::Same } else { Verdict::Another }
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

fn only_body(checked: &Checked) -> Option<Body> {
    match checked.personas.as_slice() {
        [only] => only.bodies().into_iter().next().filter(|_| only.count() == 1),
        _ => None,
    }
}

/// The members of a body by their keys.
type Members<'b> = HashMap<&'b str, &'b Json>;

fn members(body: &Body) -> Members<'_> {
    body.members().collect()
}

/// Whether a body has both keys of a filter as they were asked for, if they are not among those that are sent as they
/// are.
fn is_filled(body: &Members, filter: &DraftFilter, kept: &HashSet<&str>) -> bool {
    let row = filter.field.row();
    let include = (!filter.include.is_empty()).then(|| data::included(filter));
    let exclude = (!filter.exclude.is_empty()).then(|| Json::texts(filter.exclude.iter().cloned()));
    let is_right = |key: &str, wanted: Option<&Json>| kept.contains(key) || is_equal(body.get(key).copied(), wanted);
    is_right(row.include, include.as_ref()) && row.exclude.is_none_or(|key| is_right(key, exclude.as_ref()))
}

/// Whether both are there or neither is, lists as sets.
fn is_equal(found: Option<&Json>, wanted: Option<&Json>) -> bool {
    match (found, wanted) {
        (None, None) => true,
        (Some(Json::Array(found)), Some(Json::Array(wanted))) => texts(found) == texts(wanted),
        (Some(found), Some(wanted)) => is_same(Some(&found), wanted),
        (None, Some(_)) | (Some(_), None) => false,
    }
}

fn texts(values: &[Json]) -> BTreeSet<&str> {
    values.iter().map(|value| if let Json::Text(text) = value { text.as_ref() } else { "" }).collect()
}

/// Whether both are written alike.
fn is_same(found: Option<&&Json>, wanted: &Json) -> bool {
    found.is_some_and(|found| serde_json::to_string(found).ok() == serde_json::to_string(wanted).ok())
}
