//! What lies outside of a file: the files it uses and may use, and variables that others ask for.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use memchr::memmem::find_iter;

use super::around::{Outside, UsableFile, Variable};
use crate::fields::FieldId;
use crate::lsp::meaning::Meaning;
use crate::lsp::nodes::{Node, nodes};
use crate::lsp::view::View;
use crate::settings::{GivenKind, Layer};
use crate::syntax::ast::{Element, ElementKind, Item};
use crate::workspace::Unit;

/// The project of a file, as the editor sees it.
pub struct Neighbourhood<'a> {
    /// The file.
    pub view: &'a View<'a>,
}

impl Outside for Neighbourhood<'_> {
    fn units(&self) -> Vec<Unit> {
        self.view.units()
    }

    fn field_of(&self, name: &str) -> Option<FieldId> {
        let files = self.view.project_files().into_iter();
        let views = files.filter_map(|file| self.view.server.view_at(&file).ok());
        let own = self.view.identity();
        let mut others = views.filter(|other| other.source.text().contains(name));
        others.find_map(|other| field_in(&other, &own, name))
    }

    fn files(&self) -> Vec<UsableFile> {
        let Some(path) = &self.view.path else { return vec![] };
        let directory = path.parent().unwrap_or(Path::new(""));
        let directory = &std::fs::canonicalize(directory).unwrap_or_else(|_| directory.to_owned());
        // A file that was never saved is not on the disk.
        let own = directory.join(path.file_name().unwrap_or_default());
        let others = self.view.project_files().into_iter().filter(|file| *file != own);
        others.filter_map(|file| self.usable(&file, directory)).collect()
    }

    fn variables(&self) -> Vec<Variable> {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let project = &self.view.home.project;
        let layers = std::iter::once(&project.defaults).chain(project.profiles.values());
        for entry in layers.flat_map(Layer::entries) {
            if let GivenKind::Env(name) = &entry.value.kind {
                names.insert(name.clone(), "personac.toml".to_owned());
            }
        }
        for file in self.view.project_files() {
            let Ok(view) = self.view.server.view_at(&file) else { continue };
            for name in asked_for(view.source.text()) {
                names.entry(name.to_owned()).or_insert_with(|| view.source.name().to_owned());
            }
        }
        names.into_iter().map(|(name, from)| Variable { name, from }).collect()
    }
}

impl Neighbourhood<'_> {
    fn usable(&self, file: &Path, directory: &Path) -> Option<UsableFile> {
        let view = self.view.server.view_at(file).ok()?;
        let items = &view.parsed.file.items;
        let lets = items.iter().filter_map(|item| match item {
            Item::Let(named) => Some(view.text(named.name.span).to_owned()),
            _ => None,
        });
        Some(UsableFile {
            path: from_directory(directory, file),
            lets: lets.collect(),
            is_library: !items.iter().any(|item| matches!(item, Item::Clause(_) | Item::Persona(_))),
        })
    }
}

/// The field for which a file uses the `let` called `name` of the file `home`.
fn field_in(view: &View, home: &str, name: &str) -> Option<FieldId> {
    let meaning = Meaning::of(view);
    nodes(meaning.items()).iter().find_map(|place| {
        let Node::Element(Element { kind: ElementKind::Reference(reference), .. }) = place.node else { return None };
        let (named, scope) = meaning.named(*reference, meaning.scope(place.block)?)?;
        let is_it = scope.unit.identity == home && scope.text(named.name.span) == name;
        FieldId::find(view.text(place.condition.filter(|_| is_it)?.field.span))
    })
}

/// The path of a file as it is seen from a directory, with `/` between its parts.
fn from_directory(directory: &Path, file: &Path) -> String {
    let (from, to): (Vec<Component>, Vec<Component>) = (directory.components().collect(), file.components().collect());
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = from.iter().skip(shared).map(|_| "..".to_owned());
    let down = to.iter().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The names of the variables that a text asks for.
fn asked_for(text: &str) -> Vec<&str> {
    let names = find_iter(text.as_bytes(), b"env(\"").filter_map(|at| {
        let rest = text.get(at + "env(\"".len()..)?;
        rest.split_once('"').map(|(name, _)| name)
    });
    let is_name =
        |name: &&str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    names.filter(is_name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_directory() {
        let seen = |from: &str, file: &str| from_directory(Path::new(from), Path::new(file));
        assert_eq!(seen("/a/b", "/a/b/c.persona"), "c.persona");
        assert_eq!(seen("/a/b", "/a/lib/c.persona"), "../lib/c.persona");
        assert_eq!(seen("/a", "/a/lib/c.persona"), "lib/c.persona");
    }

    #[test]
    fn only_names_are_variables() {
        assert_eq!(asked_for("webhook: env(\"A_1\") # env(\"\") env(\"x y\") env(\"B"), ["A_1"]);
    }
}
