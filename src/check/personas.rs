//! The personas of one file: their settings, their clauses, their bodies.

use super::{Compiled, Options};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::resolve::{Scope, check_lets};
use crate::rule;
use crate::settings::{Layer, given};
use crate::source::{Location, Sources, Span};
use crate::syntax::ast::{Item, PersonaBlock};
use crate::workspace::Unit;

/// Makes the personas of a file.
pub struct Checker<'a> {
    /// The file, and those it uses.
    pub units: &'a [Unit],
    /// Their texts.
    pub sources: &'a Sources,
    /// What the check depends on.
    pub options: &'a Options<'a>,
    /// Where findings go.
    pub report: &'a mut Report,
    /// Whether a setting was not understood, so that what seems to be missing may be there.
    pub settings_wrong: bool,
}

impl<'a> Checker<'a> {
    /// The personas that compile.
    pub fn personas(&mut self) -> Vec<Compiled> {
        let main = &self.units[0];
        let items = &main.parsed.file.items;
        let scope = Scope::file(main);
        let file = self.layer(items);
        self.lets(items, scope);
        let blocks: Vec<&PersonaBlock> = items.iter().filter_map(persona_block).collect();
        if blocks.is_empty() {
            return self.top_level(items, scope, &file).into_iter().collect();
        }
        self.check_keys(&blocks);
        blocks.into_iter().filter_map(|block| self.block(block, &file)).collect()
    }

    fn layer(&mut self, items: &[Item]) -> Layer {
        let main = &self.units[0];
        let mut layer = Layer::default();
        for item in items {
            if let Item::Setting(setting) = item {
                let key = main.source.slice(setting.key.span);
                let at = Location { file: main.id, span: setting.key.span };
                let before = self.report.errors();
                layer.set(key, at, given(&setting.value, &main.source, main.id), self.report);
                self.settings_wrong |= self.report.errors() > before;
            }
        }
        layer
    }

    /// Check that no name is given twice, and the filters that `let`s name.
    fn lets(&mut self, items: &[Item], scope: Scope) {
        let mut firsts: std::collections::HashMap<&str, Span> = std::collections::HashMap::new();
        for item in items {
            let name = match item {
                Item::Let(named) => named.name.span,
                Item::Use(used) => match used.alias {
                    Some(alias) => alias.span,
                    None => continue,
                },
                _ => continue,
            };
            if let Some(first) = firsts.insert(scope.text(name), name) {
                self.report.push(twice(scope.text(name), scope.at(name), scope.at(first)));
            }
        }
        let resolved = check_lets(items, scope, self.units, self.options.project, self.report);
        self.options.lints.written(&resolved, self.sources, self.options.project, self.report);
    }

    fn check_keys(&mut self, blocks: &[&PersonaBlock]) {
        let main = &self.units[0];
        let mut firsts = std::collections::HashMap::new();
        for block in blocks {
            let key = block.key.read(&main.source);
            let at = Location { file: main.id, span: block.key.span };
            if let Some(first) = firsts.insert(key.to_lowercase(), at) {
                self.report.push(twice(key, at, first));
            }
            if !is_file_name(key) {
                let unusable = Diagnostic::new(&rule::WRONG_VALUE, format!("`{key}` cannot be part of a file name"))
                    .label(at, "the key of a persona names its output file")
                    .help("use letters, digits, `_` and `-`");
                self.report.push(unusable);
            }
        }
    }

    fn top_level(&mut self, items: &[Item], scope: Scope, file: &Layer) -> Option<Compiled> {
        let is_library = items.iter().any(|item| matches!(item, Item::Let(_)))
            && items.iter().all(|item| matches!(item, Item::Let(_) | Item::Use(_)));
        if is_library {
            return None;
        }
        self.persona(None, items, scope, &[file])
    }

    fn block(&mut self, block: &PersonaBlock, file: &Layer) -> Option<Compiled> {
        let main = &self.units[0];
        let scope = Scope { unit: main, block: &block.items };
        let own = self.layer(&block.items);
        self.lets(&block.items, scope);
        self.persona(Some(block), &block.items, scope, &[&own, file])
    }
}

/// Whether a key can be part of a file name on every system.
pub fn is_file_name(key: &str) -> bool {
    let is_odd = key.contains(['/', '\\', ':']) || key.contains(char::is_control);
    !key.is_empty() && !key.starts_with('.') && !is_odd
}

fn persona_block(item: &Item) -> Option<&PersonaBlock> {
    match item {
        Item::Persona(block) => Some(block),
        _ => None,
    }
}

fn twice(name: &str, again: Location, first: Location) -> Diagnostic {
    Diagnostic::new(&rule::DUPLICATE_NAME, format!("`{name}` is named twice"))
        .label(again, "named again here")
        .label(first, "first named here")
        .help("give one of the two another name")
}
