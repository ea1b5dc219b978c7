//! Names of one scope, written so that they mean the same in another.

use super::super::nodes::nodes;
use super::here::Here;
use super::inline::reference as reference_at;
use super::written::{listed, without_comments};
use crate::resolve::Scope;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Let, Reference};
use crate::workspace::UsedFile;

/// Names, and where they are to stand.
pub struct Names<'a> {
    /// The file.
    pub here: &'a Here<'a>,
    /// Where the names stand.
    pub from: Scope<'a>,
    /// Where they are to stand.
    pub to: Scope<'a>,
    /// The alias under which that place sees the file they come from.
    pub alias: Option<&'a str>,
}

impl<'a> Names<'a> {
    /// A reference as it is written there; `None` if nothing there means the same.
    pub fn reference(&self, reference: Reference) -> Option<String> {
        let (target, _) = self.here.meaning.named(reference, self.from)?;
        let name = self.from.text(reference.name.span);
        let own = reference.alias.map(|alias| self.from.text(alias.span));
        let ways = [own, self.alias.filter(|_| own.is_none())];
        let means = |alias: &Option<&str>| self.named(*alias, name).is_some_and(|found| std::ptr::eq(found, target));
        let alias = ways.into_iter().find(means)?;
        Some(alias.map_or_else(|| format!("${name}"), |alias| format!("${alias}.{name}")))
    }

    /// What a name means there.
    fn named(&self, alias: Option<&str>, name: &str) -> Option<&'a Let> {
        let units = &self.here.meaning.units;
        let in_scope = |scope: Scope<'a>| {
            let mut lets = scope.lets();
            lets.find(|(named, own)| own.text(named.name.span) == name).map(|(named, _)| named)
        };
        let Some(alias) = alias else {
            return in_scope(self.to).or_else(|| self.to.used(units).find_map(in_scope));
        };
        let called = |used: &&UsedFile| used.alias.is_some_and(|own| self.to.text(own.span) == alias);
        let used = self.to.unit.uses.iter().find(called)?;
        in_scope(Scope::file(units.get(used.unit?)?))
    }

    /// Operands with a comma between them.
    pub fn list(&self, elements: &[Element]) -> Option<String> {
        let one = |element: &Element| match element.kind {
            ElementKind::Reference(reference) => self.reference(reference),
            _ => Some(listed(&self.from.unit.source, std::slice::from_ref(element))),
        };
        Some(elements.iter().map(one).collect::<Option<Vec<_>>>()?.join(", "))
    }

    /// The text of a filter without its comments, its names written as they must be there.
    pub fn text(&self, span: Span, named: &Let) -> Option<String> {
        let all = nodes(&self.from.unit.parsed.file.items);
        let inside = all.iter().filter(|place| place.named.is_some_and(|own| std::ptr::eq(own, named)));
        let (mut text, mut at) = (String::new(), span.start);
        for reference in inside.filter_map(reference_at) {
            text.push_str(self.from.text(Span { start: at, end: reference.span.start }));
            text.push_str(&self.reference(reference)?);
            at = reference.span.end;
        }
        text.push_str(self.from.text(Span { start: at, end: span.end }));
        Some(without_comments(&text).trim().to_owned())
    }
}
