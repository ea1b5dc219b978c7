//! Which `let`s a reference can see: those of its persona block, of its file, and of the files it uses.

use super::Resolver;
use crate::diagnostic::Diagnostic;
use crate::rule;
use crate::source::{Location, Span};
use crate::suggest;
use crate::syntax::ast::{Item, Let, Name, Reference};
use crate::wording::{Choice, did_you_mean, listed};
use crate::workspace::{FEW_ITEMS, Unit};

/// Where an expression stands.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Its file.
    pub unit: &'a Unit,
    /// The items of its persona block, if it is in one.
    pub block: &'a [Item],
}

impl<'a> Scope<'a> {
    /// The top level of a file.
    pub fn file(unit: &'a Unit) -> Self {
        Scope { unit, block: &[] }
    }

    /// A place in this file.
    pub fn at(self, span: Span) -> Location {
        Location { file: self.unit.id, span }
    }

    /// The text of a span of this file.
    pub fn text(self, span: Span) -> &'a str {
        self.unit.source.slice(span)
    }

    fn name(self, name: Name) -> &'a str {
        self.text(name.span)
    }

    /// The `let` that a reference names, and where it stands: in the persona block, in the file, in a used file.
    pub fn find(self, reference: Reference, units: &'a [Unit]) -> Option<(&'a Let, Scope<'a>)> {
        let name = self.name(reference.name);
        match reference.alias {
            Some(alias) => self.aliased(alias, units)?.in_file(name),
            None => self.in_block(name).map(|named| (named, self)).or_else(|| self.outside(name, units)),
        }
    }

    fn in_block(self, name: &str) -> Option<&'a Let> {
        self.block.iter().filter_map(Item::as_let).find(|named| self.name(named.name) == name)
    }

    fn in_file(self, name: &str) -> Option<(&'a Let, Scope<'a>)> {
        self.unit.find_let(name).map(|named| (named, Scope::file(self.unit)))
    }

    /// The `let` of this name outside the persona block.
    fn outside(self, name: &str, units: &'a [Unit]) -> Option<(&'a Let, Scope<'a>)> {
        self.in_file(name).or_else(|| self.used(units).find_map(|used| used.in_file(name)))
    }

    /// The file that is used under an alias.
    pub fn aliased(self, alias: Name, units: &'a [Unit]) -> Option<Scope<'a>> {
        let called = |own: Name| self.name(own) == self.name(alias);
        let used = self.unit.uses.iter().find(|used| used.alias.is_some_and(called))?;
        Some(Scope::file(units.get(used.unit?)?))
    }

    /// The files whose `let`s are seen without an alias.
    pub fn used(self, units: &'a [Unit]) -> impl Iterator<Item = Scope<'a>> + use<'a> {
        let plain = self.unit.uses.iter().filter(|used| used.alias.is_none());
        plain.filter_map(move |used| Some(Scope::file(units.get(used.unit?)?)))
    }

    /// The `let`s that are seen here without a look at other files, the nearest first.
    pub fn lets(self) -> impl Iterator<Item = (&'a Let, Scope<'a>)> {
        let outer = Scope::file(self.unit);
        let block = self.block.iter().map(move |item| (item, self));
        let file = self.unit.parsed.file.items.iter().map(move |item| (item, outer));
        block.chain(file).filter_map(|(item, scope)| match item {
            Item::Let(named) => Some((named, scope)),
            _ => None,
        })
    }
}

impl<'a> Resolver<'a> {
    /// The `let` that `reference` names, and where it stands.
    pub(super) fn find_let(&mut self, reference: Reference, scope: Scope<'a>) -> Option<(&'a Let, Scope<'a>)> {
        let found = match reference.alias {
            None if scope.block.len() > FEW_ITEMS => self.in_large_block(scope.name(reference.name), scope),
            _ => scope.find(reference, self.units),
        };
        if found.is_none() && !self.is_lost(reference, scope) {
            let unknown = self.unknown_reference(reference, scope);
            self.report.push(unknown);
        }
        found
    }

    /// As [`Scope::find`], where one `let` after the other would be looked at for each of thousands.
    fn in_large_block(&mut self, name: &str, scope: Scope<'a>) -> Option<(&'a Let, Scope<'a>)> {
        let lets = self.block_lets.entry(scope.block.as_ptr()).or_insert_with(|| {
            let lets = scope.block.iter().rev().filter_map(Item::as_let);
            lets.map(|named| (scope.name(named.name), named)).collect()
        });
        lets.get(name).map(|named| (*named, scope)).or_else(|| scope.outside(name, self.units))
    }

    /// Whether the reference may be to a file that could not be read, which is reported already.
    fn is_lost(&self, reference: Reference, scope: Scope<'a>) -> bool {
        let name = |name: Option<Name>| name.map(|name| scope.name(name));
        let same = |own: Option<Name>| name(own) == name(reference.alias);
        scope.unit.uses.iter().any(|used| used.unit.is_none() && same(used.alias))
    }

    fn has_alias(&self, alias: Name, scope: Scope<'a>) -> bool {
        let called = |own: Name| scope.name(own) == scope.name(alias);
        scope.unit.uses.iter().any(|used| used.alias.is_some_and(called))
    }

    /// A word that may be meant as a reference: the `let` of that name.
    pub(super) fn reference_named(&self, word: &str, scope: Scope<'a>) -> Option<Choice> {
        if self.sees(word, scope) {
            return Some(Choice::name(&format!("${word}")));
        }
        let (alias, name) = word.split_once('.').map_or((None, word), |(alias, name)| (Some(alias), name));
        let named =
            |(own, used): &(&str, Scope)| alias.is_none_or(|alias| alias == *own) && used.in_file(name).is_some();
        self.aliases(scope).find(named).map(|(own, _)| Choice::name(&format!("${own}.{name}")))
    }

    /// Whether a `let` of this name is seen without an alias.
    fn sees(&self, name: &str, scope: Scope<'a>) -> bool {
        scope.in_block(name).is_some() || scope.outside(name, self.units).is_some()
    }

    /// The files that are used under an alias, each with it.
    fn aliases(&self, scope: Scope<'a>) -> impl Iterator<Item = (&'a str, Scope<'a>)> {
        let used = scope.unit.uses.iter().filter_map(|used| Some((used.alias?, used.unit?)));
        used.map(move |(alias, unit)| (scope.name(alias), Scope::file(&self.units[unit])))
    }

    fn unknown_reference(&mut self, reference: Reference, scope: Scope<'a>) -> Diagnostic {
        let written = scope.text(reference.span);
        let at = scope.at(reference.span);
        let diagnostic = Diagnostic::new(&rule::UNKNOWN_REFERENCE, format!("nothing is called `{written}`"))
            .label(at, "no `let` names this");
        if !self.report.wants(&diagnostic) {
            return diagnostic;
        }
        if let Some(alias) = reference.alias.filter(|alias| !self.has_alias(*alias, scope)) {
            let (alias, name) = (scope.name(alias), scope.name(reference.name));
            let plain = format!("${name}");
            return match self.sees(name, scope) {
                true => {
                    did_you_mean(diagnostic, at, &[Choice::name(&plain)], false, "The file is used without an alias")
                }
                false => diagnostic.help(format!("no file is used as `{alias}`: `use \"….persona\" as {alias}`")),
            };
        }
        if !self.report.may_compare(self.items(scope)) {
            return diagnostic.help("name it with `let`, or `use` the file that names it");
        }
        let visible = self.visible(scope);
        let nearest = suggest::nearest(written, visible.iter().map(String::as_str));
        let choices: Vec<Choice> = nearest.into_iter().map(Choice::name).collect();
        match choices.is_empty() {
            true if visible.is_empty() => diagnostic.help("name it with `let`, or `use` the file that names it"),
            true => diagnostic.help(format!("the names seen here are {}", some_of(&visible))),
            false => did_you_mean(diagnostic, at, &choices, false, ""),
        }
    }

    /// So many items may have a name that could be meant in this scope.
    fn items(&self, scope: Scope<'a>) -> usize {
        let used = scope.unit.uses.iter().filter_map(|used| used.unit);
        let outside: usize = used.map(|unit| self.units[unit].parsed.file.items.len()).sum();
        outside + scope.unit.parsed.file.items.len() + scope.block.len()
    }

    /// Every reference that could stand in this scope.
    fn visible(&self, scope: Scope<'a>) -> Vec<String> {
        let plain = std::iter::once(scope).chain(scope.used(self.units));
        let mut names: Vec<String> =
            plain.flat_map(Scope::lets).map(|(named, own)| format!("${}", own.name(named.name))).collect();
        for (alias, used) in self.aliases(scope) {
            names.extend(used.lets().map(|(named, own)| format!("${alias}.{}", own.name(named.name))));
        }
        names
    }
}

fn some_of(names: &[String]) -> String {
    const MOST: usize = 8;
    let more = if names.len() > MOST { ", …" } else { "" };
    format!("{}{more}", listed(names.iter().take(MOST).map(String::as_str)))
}
