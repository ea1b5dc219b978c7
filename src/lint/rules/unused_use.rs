use std::collections::{HashMap, HashSet};

use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::references::{References, blocks, lets};
use crate::lint::{File, removal};
use crate::report::Report;
use crate::syntax::ast::{Item, Use};
use crate::syntax::comments;
use crate::workspace::{Unit, UsedFile};

lint! {
    /// A `use` none of whose names is referred to.
    ///
    /// The file is read for nothing, and each mistake in it becomes one of this persona. Often a clause that was meant
    /// to refer to it is missing: an exclusion that is only brought here excludes nobody.
    ///
    /// A name of this file comes before the same name of a used one, and an earlier `use` before a later one. What a
    /// used file uses itself is not seen here.
    ///
    /// ## Example
    ///
    /// ```persona lib/exclusions.persona
    /// let not_buyers = [Intern, Trainee]
    /// ```
    ///
    /// ```persona
    /// use "lib/exclusions.persona"
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it deletes the `use`, with its line if nothing else is on it.
    Warning "P621" "unused-use" in lint: Look::File(look)
}

fn look(file: &File, report: &mut Report) {
    let uses = file.items.iter().filter_map(|item| match item {
        Item::Use(used) => Some(used),
        _ => None,
    });
    let uses: Vec<&Use> = uses.collect();
    // Behind an error nobody knows what was meant to be referred to.
    if uses.is_empty() || report.errors() > 0 {
        return;
    }
    let referred = Referred::new(file);
    let comments = comments(file.source.text());
    for used in uses {
        let followed = followed(&file.units[0], used).filter(|followed| !referred.to(file, followed));
        let Some(unit) = followed.and_then(|followed| file.units.get(followed.unit?)) else { continue };
        let found = finding(file, used, unit);
        report.push(match removal(file.source, &comments, used.span) {
            Some(edit) => found.safe_fix("delete the `use`", vec![edit]),
            None => found,
        });
    }
}

fn followed<'a>(unit: &'a Unit, used: &Use) -> Option<&'a UsedFile> {
    let index = unit.uses.binary_search_by_key(&used.path.span, |followed| followed.span).ok()?;
    unit.uses.get(index)
}

/// What the file refers to.
struct Referred<'a> {
    aliases: HashSet<&'a str>,
    /// The places of `use`s without an alias that give a name.
    plain: HashSet<u32>,
}

impl<'a> Referred<'a> {
    fn new(file: &'a File) -> Self {
        let mut referred = Referred { aliases: HashSet::new(), plain: HashSet::new() };
        let given = given(file);
        let names = |items: &'a [Item]| lets(items).map(|named| file.source.slice(named.name.span));
        let outer: HashSet<&str> = names(file.items).collect();
        for items in std::iter::once(file.items).chain(blocks(file.items)) {
            let own: HashSet<&str> = names(items).collect();
            let references = References::of(items, file.source);
            referred.aliases.extend(references.aliases());
            for name in references.names().filter(|name| !own.contains(name) && !outer.contains(name)) {
                referred.plain.extend(given.get(name));
            }
        }
        referred
    }

    fn to(&self, file: &File, used: &UsedFile) -> bool {
        match used.alias {
            Some(alias) => self.aliases.contains(file.source.slice(alias.span)),
            None => self.plain.contains(&used.span.start),
        }
    }
}

/// The names that `use`s without an alias give, each with the place of the first that does.
fn given<'a>(file: &'a File) -> HashMap<&'a str, u32> {
    let mut given = HashMap::new();
    for used in file.units[0].uses.iter().filter(|used| used.alias.is_none()) {
        let Some(unit) = used.unit.and_then(|unit| file.units.get(unit)) else { continue };
        for named in lets(&unit.parsed.file.items) {
            given.entry(unit.source.slice(named.name.span)).or_insert(used.span.start);
        }
    }
    given
}

fn finding(file: &File, used: &Use, unit: &Unit) -> Diagnostic {
    let path = used.path.read(file.source);
    let found = Diagnostic::new(&RULE, format!("nothing here refers to a name of `{path}`"))
        .label(file.at(used.path.span), "read for nothing");
    let Some(first) = lets(&unit.parsed.file.items).next() else {
        return found.help("delete the `use`: the file names nothing with `let`");
    };
    let alias = used.alias.map_or(String::new(), |alias| format!("{}.", file.source.slice(alias.span)));
    let name = unit.source.slice(first.name.span);
    found.help(format!("refer to one of its names, such as `${alias}{name}`, or delete the `use`"))
}
