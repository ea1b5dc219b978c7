use std::collections::HashSet;

use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::references::{References, blocks, lets};
use crate::lint::{File, removal};
use crate::report::Report;
use crate::source::Span;
use crate::syntax::ast::{Item, Let};
use crate::syntax::comments;

lint! {
    /// A `let` that nothing refers to.
    ///
    /// What it names is not a part of any audience. Often a clause was meant to use it, and was forgotten or is
    /// misspelt in another file. A file that holds nothing but `let`s is there for others, and is not looked at.
    ///
    /// ## Example
    ///
    /// ```persona
    /// persona founders {
    ///     let startups = [1..10, 11..50]
    ///     title = Founder
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// persona founders {
    ///     title = Founder
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it deletes a `let` of a persona block, which nobody else can use, with its line if nothing else is on it.
    /// At the top of a file it is not safe, because another file may use the `let`. There is no fix for one that has
    /// comments inside.
    Warning "P620" "unused-let" in lint: Look::File(look)
}

fn look(file: &File, report: &mut Report) {
    let is_library = !file.items.iter().any(|item| matches!(item, Item::Clause(_) | Item::Persona(_)));
    let has_lets = lets(file.items).next().is_some() || blocks(file.items).any(|block| lets(block).next().is_some());
    // Behind an error nobody knows what was meant to be referred to.
    if is_library || !has_lets || report.errors() > 0 {
        return;
    }
    let source = file.source;
    let comments = comments(source.text());
    let mut used: HashSet<&str> = References::of(file.items, source).names().collect();
    for block in blocks(file.items) {
        let own: HashSet<&str> = lets(block).map(|named| source.slice(named.name.span)).collect();
        let inner: HashSet<&str> = References::of(block, source).names().collect();
        used.extend(inner.iter().filter(|name| !own.contains(*name)));
        unused(file, block, &inner).for_each(|named| report.push(of_block(file, named, &comments)));
    }
    unused(file, file.items, &used).for_each(|named| report.push(of_file(file, named, &comments)));
}

fn unused<'a>(file: &'a File, items: &'a [Item], used: &HashSet<&str>) -> impl Iterator<Item = &'a Let> {
    lets(items).filter(|named| !used.contains(file.source.slice(named.name.span)))
}

fn of_block(file: &File, named: &Let, comments: &[Span]) -> Diagnostic {
    let found = finding(file, named, "or delete it");
    match removal(file.source, comments, named.span) {
        Some(edit) => found.safe_fix("delete it", vec![edit]),
        None => found,
    }
}

fn of_file(file: &File, named: &Let, comments: &[Span]) -> Diagnostic {
    let found = finding(file, named, "or delete it if no other file uses it");
    match removal(file.source, comments, named.span) {
        Some(edit) => found.unsafe_fix("delete it", vec![edit]),
        None => found,
    }
}

fn finding(file: &File, named: &Let, or_else: &str) -> Diagnostic {
    let name = file.source.slice(named.name.span);
    Diagnostic::new(&RULE, format!("nothing here refers to `${name}`, so it is a part of no audience"))
        .label(file.at(named.name.span), "named here, and not used")
        .help(format!("use it in a clause as `${name}`, {or_else}"))
}
