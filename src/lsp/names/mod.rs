//! What has a name that a person chose: `let`s, aliases, persona blocks, used files; and every place where it is written.
//!
//! A thing is known by its file and its number there, not by its name, so that it is still the same once it is called
//! otherwise.

mod everywhere;
mod new_name;
mod proof;

use super::nodes::{Node, Place, holds, nodes};
use crate::resolve::Scope;
use crate::source::Span;
use crate::syntax::ast::{Element, ElementKind, Expr, ExprKind, Item, Reference};
use crate::workspace::Unit;

pub use everywhere::{Written, everywhere};
pub use new_name::new_name;
pub use proof::stays;

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// A `let`, an alias or a persona block: the file that makes it, and how many the file makes before it.
    Made(String, usize),
    /// A file.
    File(String),
}

/// A place where something is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// What is named.
    pub thing: Thing,
    /// The name alone, without `$`; with quotes where it stands in quotes.
    pub span: Span,
    /// Whether this is where the name is made.
    pub makes: bool,
}

impl Thing {
    /// What makes the file the same as another, in which it is made or which it is.
    pub fn file(&self) -> &str {
        match self {
            Thing::Made(file, _) | Thing::File(file) => file,
        }
    }

    /// Where it is made, if that is in one of these files; the beginning of a file.
    pub fn place<'u>(&self, units: &'u [Unit]) -> Option<(&'u Unit, Span)> {
        let unit = units.iter().find(|unit| unit.identity == self.file())?;
        let span = match self {
            Thing::Made(_, number) => *makings(&unit.parsed.file.items).get(*number)?,
            Thing::File(_) => Span::at(0),
        };
        Some((unit, span))
    }
}

/// Every name in the first of these files, in the order of the source. A reference that names nothing is left out.
pub fn occurrences(units: &[Unit]) -> Vec<Occurrence> {
    let Some(main) = units.first() else { return vec![] };
    let made = units.iter().map(|unit| makings(&unit.parsed.file.items)).collect();
    let reader = Reader { units, main, made };
    nodes(&main.parsed.file.items).iter().flat_map(|place| reader.of(place)).collect()
}

/// The name at a byte of the first of these files; the `$` before a name belongs to it.
pub fn occurrence_at(units: &[Unit], offset: u32) -> Option<Occurrence> {
    let rest = units.first()?.source.text().get(offset as usize..)?;
    let offset = if rest.starts_with('$') { offset + 1 } else { offset };
    occurrences(units).into_iter().find(|one| holds(one.span, offset))
}

/// The names that a file makes, in the order of the source.
fn makings(items: &[Item]) -> Vec<Span> {
    items.iter().flat_map(made_by).collect()
}

fn made_by(item: &Item) -> Vec<Span> {
    match item {
        Item::Let(named) => vec![named.name.span],
        Item::Use(used) => used.alias.map(|alias| alias.span).into_iter().collect(),
        Item::Persona(block) => std::iter::once(block.key.span).chain(makings(&block.items)).collect(),
        Item::Setting(_) | Item::Clause(_) => vec![],
    }
}

struct Reader<'a> {
    units: &'a [Unit],
    main: &'a Unit,
    /// What each of the files makes.
    made: Vec<Vec<Span>>,
}

impl Reader<'_> {
    fn of(&self, place: &Place) -> Vec<Occurrence> {
        match place.node {
            Node::Let(named) => self.makes(named.name.span).into_iter().collect(),
            Node::Persona(block) => self.makes(block.key.span).into_iter().collect(),
            Node::Use(used) => {
                let alias = used.alias.and_then(|alias| self.makes(alias.span));
                self.file(used.path.span).into_iter().chain(alias).collect()
            }
            Node::Element(Element { kind: ElementKind::Reference(reference), .. })
            | Node::Expression(Expr { kind: ExprKind::Reference(reference), .. }) => self.reference(*reference, place),
            _ => vec![],
        }
    }

    fn makes(&self, span: Span) -> Option<Occurrence> {
        Some(Occurrence { thing: self.thing(0, span)?, span, makes: true })
    }

    /// What a file makes there.
    fn thing(&self, unit: usize, made: Span) -> Option<Thing> {
        let number = self.made.get(unit)?.binary_search(&made).ok()?;
        Some(Thing::Made(self.units.get(unit)?.identity.clone(), number))
    }

    /// The file that a path leads to.
    fn file(&self, path: Span) -> Option<Occurrence> {
        let used = self.main.uses.iter().find(|used| used.span == path)?;
        let thing = Thing::File(self.units.get(used.unit?)?.identity.clone());
        Some(Occurrence { thing, span: path, makes: false })
    }

    fn reference(&self, reference: Reference, place: &Place) -> Vec<Occurrence> {
        let scope = Scope { unit: self.main, block: place.block };
        let uses = |thing: Option<Thing>, span| thing.map(|thing| Occurrence { thing, span, makes: false });
        let alias = reference.alias.and_then(|alias| {
            let called = |own: Span| self.main.source.slice(own) == self.main.source.slice(alias.span);
            let own = self.main.uses.iter().filter_map(|used| used.alias).find(|own| called(own.span))?;
            uses(self.thing(0, own.span), alias.span)
        });
        let named = scope.find(reference, self.units);
        let named = named.and_then(|(named, home)| self.thing(usize::from(home.unit.id.0), named.name.span));
        alias.into_iter().chain(uses(named, reference.name.span)).collect()
    }
}
