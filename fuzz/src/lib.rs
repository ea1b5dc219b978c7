//! What the targets share: personas compiled without files, findings drawn, bodies compared.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use personac::check::{Checked, Options, check};
use personac::diagnostic::Diagnostic;
use personac::emit::pretty;
use personac::fields::FIELDS;
use personac::lint::Lints;
use personac::project::Project;
use personac::render::Human;
use personac::settings::Overrides;
use personac::source::{FileId, SourceFile, Sources};
use personac::syntax::parse;
use personac::workspace::{LoadError, Loaded, Loader};
use serde_json::{Value, json};

/// A project without a file.
pub static PROJECT: LazyLock<Project> = LazyLock::new(Project::default);

struct NoFiles;

impl Loader for NoFiles {
    fn load(&self, _: &str, path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Unreadable(path.to_owned(), vec![]))
    }
}

/// Compile a persona that has no file beside it; every lint looks at it.
pub fn compiled(text: &str) -> Checked {
    let source = Arc::new(SourceFile::new("fuzzed.persona", text));
    let parsed = Arc::new(parse(&source, FileId(0)));
    let overrides = Overrides::default();
    let options = Options {
        project: &PROJECT,
        profile: None,
        overrides: &overrides,
        environment: None,
        loader: &NoFiles,
        lints: Lints::of_lint(),
    };
    check(Loaded { identity: String::new(), source, parsed }, &options)
}

/// The bodies of an imported persona, which must compile.
pub fn bodies_of(persona: &str) -> Vec<Value> {
    bodies_in(&compiled(persona), persona)
}

/// The bodies of an imported persona that is compiled already.
pub fn bodies_in(checked: &Checked, persona: &str) -> Vec<Value> {
    assert!(!checked.has_errors(), "{}\n{}", persona, drawn(&checked.diagnostics, &checked.sources));
    let bodies = checked.personas.iter().flat_map(|persona| &persona.bodies);
    // A number too large for this reader, such as 1e400, is not compared.
    bodies.map(|body| serde_json::from_str(&pretty(body)).unwrap_or_default()).collect()
}

/// The findings as people see them. Each has a place in a file that is there.
pub fn drawn(findings: &[Diagnostic], sources: &Sources) -> String {
    assert!(findings.iter().all(|finding| !finding.labels.is_empty()));
    let human = Human { color: false, width: 80 };
    findings.iter().map(|finding| human.render(finding, sources)).collect()
}

/// A body as the API reads it: lists as sets, companies as text, dashes plain.
pub fn plain(body: &Value) -> Value {
    let Value::Object(members) = body else { return body.clone() };
    let known: BTreeSet<&str> = FIELDS.iter().flat_map(|row| std::iter::once(row.include).chain(row.exclude)).collect();
    let member = |(key, value): (&String, &Value)| match value {
        Value::Array(values) if known.contains(key.as_str()) => {
            (key.clone(), json!(values.iter().map(|value| text_of(key, value)).collect::<BTreeSet<_>>()))
        }
        value => (key.clone(), value.clone()),
    };
    Value::Object(members.iter().map(member).collect())
}

fn text_of(key: &str, value: &Value) -> String {
    match value {
        Value::String(text) if key == "company_size" => text.replace('–', "-"),
        Value::String(text) => text.clone(),
        Value::Object(object) => text_of(key, object.get("id").unwrap_or(&Value::Null)),
        other => other.to_string(),
    }
}
