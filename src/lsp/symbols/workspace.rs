//! `workspace/symbol`: personas and `let`s of all files.

use gen_lsp_types::{
    BaseSymbolInformation, Location, SymbolInformation, SymbolKind, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::cut;
use crate::lsp::failure::Failure;
use crate::lsp::persona_files::everywhere;
use crate::lsp::server::Server;
use crate::lsp::view::View;
use crate::source::Span;
use crate::syntax::ast::{DataKind, Item};

/// Names that are shown at once.
const MOST: usize = 200;

/// The personas, by key and by name, and `let`s whose name has the letters of the query in their order. The best come
/// first, and of those that are as good what is open.
///
/// # Errors
///
/// Never.
pub fn find(server: &Server, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>, Failure> {
    let mut found = vec![];
    for view in everywhere(server) {
        for named in names(&view) {
            if let Some(cost) = cost(&params.query, &named.name) {
                found.push((cost, information(&view, named)));
            }
        }
    }
    found.sort_by_key(|(cost, _)| *cost);
    let best: Vec<SymbolInformation> = found.into_iter().take(MOST).map(|(_, symbol)| symbol).collect();
    Ok(Some(best.into()))
}

/// Something with a name.
struct Named {
    name: String,
    kind: SymbolKind,
    at: Span,
    inside: Option<String>,
}

fn names(view: &View) -> Vec<Named> {
    let items = &view.parsed.file.items;
    let mut found = of_items(view, items, None);
    let is_persona = items.iter().any(|item| matches!(item, Item::Clause(_)));
    let is_named = items.iter().any(|item| setting_name(view, item).is_some());
    if is_persona && !is_named {
        let stem = view.path.as_ref().and_then(|path| path.file_stem()).map(|stem| stem.to_string_lossy().into_owned());
        let at = items.iter().find(|item| matches!(item, Item::Clause(_))).map(Item::span).unwrap_or_default();
        found.extend(stem.map(|name| Named { name, kind: SymbolKind::Class, at: Span::at(at.start), inside: None }));
    }
    found
}

fn of_items(view: &View, items: &[Item], inside: Option<&str>) -> Vec<Named> {
    let mut found = vec![];
    for item in items {
        let inside = inside.map(str::to_owned);
        match item {
            Item::Let(named) => {
                let (name, at) = (view.text(named.name.span).to_owned(), named.name.span);
                found.push(Named { name, kind: SymbolKind::Constant, at, inside });
            }
            Item::Persona(block) => {
                let key = block.key.read(&view.source).to_owned();
                found.extend(of_items(view, &block.items, Some(&key)));
                found.push(Named { name: key, kind: SymbolKind::Class, at: block.key.span, inside });
            }
            _ => found.extend(setting_name(view, item).map(|(name, at)| Named {
                name,
                kind: SymbolKind::Class,
                at,
                inside,
            })),
        }
    }
    found.retain(|named| !named.name.trim().is_empty());
    found
}

/// What a `name:` says, and where.
fn setting_name(view: &View, item: &Item) -> Option<(String, Span)> {
    let Item::Setting(setting) = item else { return None };
    let DataKind::Text(text) = &setting.value.kind else { return None };
    let is_name = view.text(setting.key.span) == "name";
    is_name.then(|| (cut(text.read(&view.source)), text.span))
}

/// How far a name is from a query, or `None` if it lacks one of its letters: nothing where it begins so, little where it
/// holds it, more where its letters are scattered.
fn cost(query: &str, name: &str) -> Option<usize> {
    let (query, name) = (query.to_lowercase(), name.to_lowercase());
    if let Some(at) = name.find(query.as_str()) {
        let starts_word = name.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric));
        return Some(if at == 0 { 0 } else { 2 - usize::from(starts_word) });
    }
    let mut letters = name.chars();
    let skipped = query.chars().map(|letter| letters.position(|other| other == letter));
    skipped.sum::<Option<usize>>().map(|skipped| 3 + skipped)
}

#[allow(deprecated, reason = "the field is there and must be filled")]
fn information(view: &View, named: Named) -> SymbolInformation {
    let Named { name, kind, at, inside } = named;
    let file = || view.path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    SymbolInformation {
        deprecated: None,
        location: Location { uri: view.uri.clone(), range: view.range(at) },
        base_symbol_information: BaseSymbolInformation { name, kind, tags: None, container_name: inside.or_else(file) },
    }
}

#[cfg(test)]
mod tests {
    use super::cost;

    #[test]
    fn the_nearer_the_better() {
        let far: Vec<_> = ["sales", "eu_sales", "presales", "s_a_les", "selas"].map(|name| cost("Sal", name)).into();
        assert_eq!(far, [Some(0), Some(1), Some(2), Some(5), None]);
        assert_eq!(cost("", "x"), Some(0));
    }
}
