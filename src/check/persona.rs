//! One persona: its settings, its filter, its bodies.

use super::Compiled;
use super::personas::Checker;
use crate::algebra::{Filter, Request};
use crate::audience::Audience;
use crate::compile::compile;
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::resolve::{Resolved, Scope, resolve};
use crate::rule;
use crate::settings::{GivenKind, Layer, Settings, key_of_another, settle};
use crate::source::{Location, Span};
use crate::syntax::ast::{Expr, Item, PersonaBlock};
use crate::workspace::Unit;

impl<'a> Checker<'a> {
    /// Resolve, compile and lint one persona: a block, or the top level of the file.
    pub(super) fn persona(
        &mut self,
        block: Option<&PersonaBlock>,
        items: &[Item],
        scope: Scope,
        nearest: &[&Layer],
    ) -> Option<Compiled> {
        let layers = self.layers(nearest);
        let settings = settle(&layers, self.options.environment, self.report);
        let clauses: Vec<&Expr> = items.iter().filter_map(clause).collect();
        let location = scope.at(first_line(scope.unit, whole(block, &clauses, items)));
        let is_read = !self.units[0].parsed.has_errors();
        if clauses.is_empty() && !settings.has_filter_in_raw() {
            if is_read {
                self.report.push(no_filter(location));
            }
            return None;
        }
        let resolved = resolve(&clauses, scope, self.units, self.options.project, self.report);
        self.options.lints.written(&resolved, self.sources, self.options.project, self.report);
        let compiled = match is_read {
            true => compile(&resolved, &settings, location, self.sources, self.report),
            false => None,
        };
        let persona = Persona {
            location,
            unit: scope.unit,
            clauses: &clauses,
            layers: &layers,
            settings_known: is_read && !self.settings_wrong,
            resolved: &resolved,
            requests: compiled.as_ref().map_or(&[], |compiled| &compiled.requests),
            swallowed: compiled.as_ref().map_or(&[], |compiled| &compiled.swallowed),
            project: self.options.project,
            sources: self.sources,
        };
        self.options.lints.persona(&persona, self.report);
        let requests = compiled.as_ref().map_or(&[][..], |compiled| &compiled.requests);
        self.keys_filled_twice(&layers, &resolved, requests);
        let compiled = compiled?;
        self.webhook(&settings, &layers, location);
        let key = block.map(|block| block.key.read(&scope.unit.source).to_owned());
        let name = settings.name.clone().zip(self.own_name(&layers));
        let Resolved { literals, atoms, .. } = resolved;
        let requests = compiled.requests;
        Some(Compiled { key, audience: Audience { requests, literals, atoms, settings, name, location } })
    }

    /// Where the persona or its file says what it is called, if that is what counts.
    fn own_name(&self, layers: &[&Layer]) -> Option<Location> {
        let counts = layers.iter().find_map(|layer| layer.get("name"))?;
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

    /// Keys of `raw` that a filter fills, too.
    fn keys_filled_twice(&mut self, layers: &[&Layer], resolved: &Resolved, requests: &[Request]) {
        let entry = layers.iter().find_map(|layer| layer.get("raw"));
        let Some(GivenKind::Object(members)) = entry.map(|entry| &entry.value.kind) else { return };
        for (key, location, _) in members {
            let clause = resolved.literals.iter().find(|literal| literal.fills(key));
            let sent = requests.iter().flat_map(|request| &request.filters).any(|filter| sends(filter, key));
            let twice = (clause.is_some() || sent).then(|| key_of_another(key, *location));
            let origin = clause.map(|clause| clause.location);
            let twice = twice.map(|twice| origin.into_iter().fold(twice, |twice, at| twice.label(at, "filled here")));
            twice.into_iter().for_each(|twice| self.report.push(twice));
        }
    }

    fn webhook(&mut self, settings: &Settings, layers: &[&Layer], location: Location) {
        let given = layers.iter().any(|layer| layer.get("webhook").is_some() || layer.leaves_out("webhook"));
        if settings.webhook.is_none() && !given {
            let missing = Diagnostic::new(&rule::NO_WEBHOOK, "this persona has no webhook to deliver to")
                .label(location, "the API will not start this search")
                .help("add `webhook: \"https://…\"` here or under `[defaults]` in `personac.toml`");
            self.report.push(missing);
        }
    }
}

/// Whether a filter of a request has this key.
fn sends(filter: &Filter, key: &str) -> bool {
    let row = filter.field.row();
    (!filter.includes.is_empty() && row.include == key) || (!filter.exclude.is_empty() && row.exclude == Some(key))
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
    let first = unit.source.slice(span).lines().next().unwrap_or_default();
    Span { start: span.start, end: span.start + first.len() as u32 }
}

fn no_filter(location: Location) -> Diagnostic {
    Diagnostic::new(&rule::NO_FILTER, "this persona looks for nobody: it has no filter")
        .label(location, "no clause says whom to look for")
        .help("add at least one clause, such as `title = CEO`")
}
