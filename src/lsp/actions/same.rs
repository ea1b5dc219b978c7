//! Whether the items of two texts say the same once every name is replaced by what it names: a proof for what no request
//! shows, such as a library, or a file with a mistake elsewhere.

use std::collections::HashSet;

use super::super::meaning::Meaning;
use super::super::view::View;
use super::sense::Sense;
use crate::syntax::ast::Item;

/// Whether the items of a file say what those of another text of it say. New `let`s do not count, nor do those that
/// are gone: what used them counts.
pub fn says_the_same(before: (&View, &Meaning), after: (&View, &Meaning), in_order: bool) -> bool {
    let old = Sense::new(before.0, before.1, in_order);
    let new = Sense::new(after.0, after.1, in_order);
    let part = |sense| Part { sense, items: &[], block: &[] };
    same_items(&Part { items: before.1.items(), ..part(&old) }, &Part { items: after.1.items(), ..part(&new) })
}

fn same_items(old: &Part, new: &Part) -> bool {
    let (known, left) = (old.names(), new.names());
    let (before, after) = (old.items_but_for(&left), new.items_but_for(&known));
    before.len() == after.len() && before.iter().zip(&after).all(|(before, after)| same_item(old, before, new, after))
}

fn same_item(old: &Part, before: &Item, new: &Part, after: &Item) -> bool {
    let (was, is) = (old.sense.view.text(before.span()), new.sense.view.text(after.span()));
    match (before, after) {
        (Item::Persona(before), Item::Persona(after)) => {
            old.sense.view.text(before.key.span) == new.sense.view.text(after.key.span)
                && same_items(&old.block(&before.items), &new.block(&after.items))
        }
        _ if was == is && !was.contains('$') => true,
        // Values of a `let` are compared as they are written, or else as what they are for its only field.
        _ => [false, true].into_iter().any(|by_field| {
            let said = old.sense.item(before, old.block, by_field);
            said.is_some() && said == new.sense.item(after, new.block, by_field)
        }),
    }
}

/// The items of a file, or of a persona block in it.
struct Part<'a> {
    sense: &'a Sense<'a>,
    items: &'a [Item],
    /// The items again, if it is a block.
    block: &'a [Item],
}

impl<'a> Part<'a> {
    fn block(&self, items: &'a [Item]) -> Part<'a> {
        Part { sense: self.sense, items, block: items }
    }

    fn names(&self) -> HashSet<&'a str> {
        self.items.iter().filter_map(|item| self.name(item)).collect()
    }

    fn name(&self, item: &Item) -> Option<&'a str> {
        match item {
            Item::Let(named) => Some(self.sense.text_of(named)),
            _ => None,
        }
    }

    /// The items without the `let`s that the other text lacks.
    fn items_but_for(&self, others: &HashSet<&str>) -> Vec<&'a Item> {
        let stays = |item: &&Item| self.name(item).is_none_or(|name| others.contains(name));
        self.items.iter().filter(stays).collect()
    }
}
