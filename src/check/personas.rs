//! The personas of one file: their settings, their clauses, their bodies.

use super::{Compiled, Options};
use crate::compile::compile;
use crate::diagnostic::Diagnostic;
use crate::emit::body;
use crate::lint::{Audience, Persona};
use crate::report::Report;
use crate::resolve::{Scope, check_lets, resolve};
use crate::rule;
use crate::settings::{Layer, Settings, given, settle};
use crate::source::{Location, Sources, Span};
use crate::syntax::ast::{Expr, Item, PersonaBlock};
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
                layer.set(key, at, given(&setting.value, &main.source, main.id), self.report);
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
            if key.is_empty()
                || key.starts_with('.')
                || key.contains(['/', '\\', ':'])
                || key.contains(char::is_control)
            {
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

    fn persona(
        &mut self,
        block: Option<&PersonaBlock>,
        items: &[Item],
        scope: Scope,
        nearest: &[&Layer],
    ) -> Option<Compiled> {
        let settings = self.settings(nearest);
        let clauses: Vec<&Expr> = items.iter().filter_map(clause).collect();
        let location = scope.at(first_line(scope.unit, whole(block, &clauses, items)));
        if clauses.is_empty() {
            if !self.units[0].parsed.has_errors() {
                self.report.push(no_filter(location));
            }
            return None;
        }
        let resolved = resolve(&clauses, scope, self.units, self.options.project, self.report);
        self.options.lints.written(&resolved, self.sources, self.options.project, self.report);
        if self.units[0].parsed.has_errors() {
            return None;
        }
        let compiled = compile(&resolved, &settings, location, self.sources, self.report);
        let compiled_or_not = compiled.as_ref();
        let persona = Persona {
            location,
            unit: scope.unit,
            clauses: &clauses,
            settings: &settings,
            layers: &self.layers(nearest),
            resolved: &resolved,
            requests: compiled_or_not.map_or(&[], |compiled| &compiled.requests),
            swallowed: compiled_or_not.map_or(&[], |compiled| &compiled.swallowed),
            project: self.options.project,
            sources: self.sources,
        };
        self.options.lints.persona(&persona, self.report);
        let requests = compiled?.requests;
        self.webhook(&settings, nearest, location);
        let count = requests.len();
        let part = |index: usize| (count > 1).then_some((index + 1, count));
        let bodies = requests.iter().enumerate();
        let bodies =
            bodies.map(|(index, one)| body(one, &resolved.literals, &resolved.atoms, &settings, part(index))).collect();
        let key = block.map(|block| block.key.read(&scope.unit.source).to_owned());
        let has_unknown_keys = !settings.raw.is_empty();
        let name = settings.name.zip(self.own_name(nearest));
        let audience = Audience { requests, atoms: resolved.atoms, has_unknown_keys, name, location };
        Some(Compiled { key, bodies, audience })
    }

    /// Where the persona or its file says what it is called, if that is what counts.
    fn own_name(&self, nearest: &[&Layer]) -> Option<Location> {
        let counts = self.layers(nearest).iter().find_map(|layer| layer.get("name"))?;
        (counts.key.file == self.units[0].id).then_some(counts.value.location)
    }

    /// The layers of a persona, the strongest first.
    fn layers<'l>(&self, nearest: &[&'l Layer]) -> Vec<&'l Layer>
    where
        'a: 'l,
    {
        let project = self.options.project;
        let profile = self.options.profile.and_then(|name| project.profiles.get(name));
        let mut layers = vec![&self.options.overrides.layer];
        layers.extend(nearest);
        layers.extend(profile);
        layers.push(&project.defaults);
        layers
    }

    fn settings(&mut self, nearest: &[&Layer]) -> Settings {
        let layers = self.layers(nearest);
        settle(&layers, self.options.environment, self.report)
    }

    fn webhook(&mut self, settings: &Settings, nearest: &[&Layer], location: Location) {
        let given = self.layers(nearest).iter().any(|layer| layer.get("webhook").is_some());
        if settings.webhook.is_none() && !given {
            let missing = Diagnostic::new(&rule::NO_WEBHOOK, "this persona has no webhook to deliver to")
                .label(location, "the API will not start this search")
                .help("add `webhook: \"https://…\"` here or under `[defaults]` in `personac.toml`");
            self.report.push(missing);
        }
    }
}

fn persona_block(item: &Item) -> Option<&PersonaBlock> {
    match item {
        Item::Persona(block) => Some(block),
        _ => None,
    }
}

fn clause(item: &Item) -> Option<&Expr> {
    match item {
        Item::Clause(clause) => Some(clause),
        _ => None,
    }
}

/// What a finding points at that concerns a whole persona: its key, or its first clause.
fn whole(block: Option<&PersonaBlock>, clauses: &[&Expr], items: &[Item]) -> Span {
    let first_item = items.first().map(|item| match item {
        Item::Setting(setting) => setting.key.span,
        Item::Let(named) => named.span,
        Item::Use(used) => used.span,
        Item::Clause(clause) => clause.span,
        Item::Persona(block) => block.key.span,
    });
    let first_clause = clauses.first().map(|clause| clause.span);
    block.map(|block| block.key.span).or(first_clause).or(first_item).unwrap_or_default()
}

/// The part of a span that is on its first line.
fn first_line(unit: &Unit, span: Span) -> Span {
    let line = unit.source.line_span(unit.source.line_of(span.start));
    Span { start: span.start, end: span.end.min(line.end).max(span.start) }
}

fn no_filter(location: Location) -> Diagnostic {
    Diagnostic::new(&rule::NO_FILTER, "this persona looks for nobody: it has no filter")
        .label(location, "no clause says whom to look for")
        .help("add at least one clause, such as `title = CEO`")
}

fn twice(name: &str, again: Location, first: Location) -> Diagnostic {
    Diagnostic::new(&rule::DUPLICATE_NAME, format!("`{name}` is named twice"))
        .label(again, "named again here")
        .label(first, "first named here")
        .help("give one of the two another name")
}
