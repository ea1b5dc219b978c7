//! Whether a refactoring does what it says and nothing else: the file is compiled again.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::super::edits::edited;
use super::super::meaning::Meaning;
use super::super::proof::{checked_as, loaded_as};
use super::super::view::View;
use super::layout::{Layout, differences};
use super::refactoring::{Keeps, Refactoring};
use super::same::says_the_same;
use super::users::{changed, is_untouched, users};
use crate::check::Checked;
use crate::diagnostic::Edit;
use crate::lint::Lints;
use crate::source::SourceFile;
use crate::syntax::ast::Item;
use crate::syntax::comments;

/// What is known of the file as it is, once anybody asks.
pub struct Proof<'a> {
    view: &'a View<'a>,
    meaning: &'a Meaning<'a>,
    before: OnceCell<Rc<Checked>>,
    layout: OnceCell<Layout>,
}

/// What was proved.
pub struct Proved {
    /// The edits, the layout among them.
    pub edits: Vec<Edit>,
    /// Whether values of requests come in another order.
    pub reorders: bool,
}

impl<'a> Proof<'a> {
    /// For refactorings of a file.
    pub fn new(view: &'a View<'a>, meaning: &'a Meaning<'a>) -> Proof<'a> {
        Proof { view, meaning, before: OnceCell::new(), layout: OnceCell::new() }
    }

    /// The edits of a refactoring, if it can be proved that it keeps what it says.
    pub fn of(&self, refactoring: &Refactoring) -> Option<Proved> {
        let before = self.view.source.text();
        let layout = *self.layout.get_or_init(|| Layout::of(before));
        let edits = layout.with_line_ends(refactoring.edits.clone());
        let text = layout.lay_out(edited(before, &edits))?;
        let reorders = self.holds(&text, refactoring.keeps)?;
        Some(Proved { edits: differences(before, &text), reorders })
    }

    /// Whether values of requests come in another order, if it can be proved that nothing else happens. The layout,
    /// which takes time, is left for later.
    pub fn reorders(&self, refactoring: &Refactoring) -> Option<bool> {
        self.holds(&edited(self.view.source.text(), &refactoring.edits), refactoring.keeps)
    }

    /// Whether a text keeps what it must, and then whether values of requests come in another order.
    fn holds(&self, text: &str, keeps: Keeps) -> Option<bool> {
        let loaded = loaded_as(self.view, text);
        let view = changed(self.view, &loaded);
        let is_read = text != self.view.source.text() && !loaded.parsed.has_errors();
        if !is_read || all_comments(&self.view.source) != all_comments(&loaded.source) {
            return None;
        }
        let in_order = keeps == Keeps::Bodies;
        let meaning = Meaning::of(&view);
        if !says_the_same((self.view, self.meaning), (&view, &meaning), in_order) {
            return None;
        }
        let before = self.before.get_or_init(|| before(self.view));
        let after = checked_as(self.view, text, Lints::of_build());
        let same = |one: &Checked, other: &Checked| is_kept(one, other, in_order);
        if !same(before, &after) {
            return None;
        }
        let mut reorders = before.bodies() != after.bodies();
        if self.concerns_others(&view) {
            for user in users(self.view)? {
                let own = std::cell::Cell::new(false);
                let kept = is_untouched(&user, &loaded, |one, other| {
                    own.set(one.bodies() != other.bodies());
                    same(one, other)
                });
                reorders |= own.get();
                kept.then_some(())?;
            }
        }
        Some(reorders)
    }

    /// Whether what other files see of this one is changed.
    fn concerns_others(&self, after: &View) -> bool {
        fn seen<'v>(view: &'v View) -> Vec<&'v str> {
            let lets = view.parsed.file.items.iter().filter(|item| matches!(item, Item::Let(_)));
            lets.map(|item| view.text(item.span())).collect()
        }
        seen(self.view) != seen(after)
    }
}

/// What a check says of the file: the one that its findings are from, if that is all of it.
fn before(view: &View) -> Rc<Checked> {
    let known = view.checked();
    let is_whole = !known.has_errors() && known.dropped == 0;
    if is_whole { known } else { Rc::new(view.check_with(Lints::of_build())) }
}

/// The comments of a file in the order of the alphabet, without blanks at their ends.
fn all_comments(source: &SourceFile) -> Vec<&str> {
    let mut all: Vec<&str> = comments(source.text()).into_iter().map(|span| source.slice(span).trim_end()).collect();
    all.sort_unstable();
    all
}

/// Whether both say the same: the bytes of every body, or the values in any order.
fn is_kept(before: &Checked, after: &Checked, in_order: bool) -> bool {
    match in_order {
        true => after.is_as(before),
        false => before.errors() == after.errors() && sets(before) == sets(after),
    }
}

/// The bodies of each persona, all lists sorted.
fn sets(checked: &Checked) -> BTreeMap<String, Vec<String>> {
    let persona = |(key, bodies): (Option<&str>, Vec<String>)| {
        let mut bodies: Vec<String> = bodies.iter().map(|body| set(body)).collect();
        bodies.sort_unstable();
        (key.unwrap_or_default().to_owned(), bodies)
    };
    checked.bodies().into_iter().map(persona).collect()
}

fn set(body: &str) -> String {
    let Ok(Value::Object(mut members)) = serde_json::from_str(body) else { return body.to_owned() };
    for value in members.values_mut() {
        if let Value::Array(values) = value {
            values.sort_by_key(Value::to_string);
        }
    }
    Value::Object(members).to_string()
}
