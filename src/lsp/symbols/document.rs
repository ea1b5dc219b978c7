//! `textDocument/documentSymbol`: personas with their settings, `let`s and conditions.

use gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, SymbolInformation,
    SymbolKind,
};

use super::{cut, shown};
use crate::lsp::failure::Failure;
use crate::lsp::server::Server;
use crate::lsp::view::View;
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Item, Let, LetValue, PersonaBlock, Predicate, Setting, Use};

/// What is in a file: as a tree, or one after another for clients that know no trees.
///
/// # Errors
///
/// If there is no such file.
pub fn symbols(server: &Server, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let symbols = of_items(&view, &view.parsed.file.items);
    let text = server.capabilities.text_document.as_ref();
    let tree = text.and_then(|text| text.document_symbol.as_ref()?.hierarchical_document_symbol_support);
    if tree == Some(true) {
        return Ok(Some(symbols.into()));
    }
    let mut flat = vec![];
    flatten(&view, symbols, None, &mut flat);
    Ok(Some(flat.into()))
}

fn of_items(view: &View, items: &[Item]) -> Vec<DocumentSymbol> {
    let mut symbols = vec![];
    for item in items {
        match item {
            Item::Setting(setting) => symbols.push(of_setting(view, setting)),
            Item::Let(named) => symbols.push(of_let(view, named)),
            Item::Use(used) => symbols.push(of_use(view, used)),
            Item::Persona(block) => symbols.push(of_persona(view, block)),
            Item::Clause(clause) => of_clause(view, clause, &mut symbols),
        }
    }
    symbols
}

fn of_setting(view: &View, setting: &Setting) -> DocumentSymbol {
    let symbol = symbol(view, &shown(view, setting.key.span), SymbolKind::Property, setting.span, setting.key.span);
    DocumentSymbol { detail: Some(shown(view, setting.value.span)), ..symbol }
}

fn of_let(view: &View, named: &Let) -> DocumentSymbol {
    let kind = match &named.value {
        LetValue::List(..) => SymbolKind::Array,
        LetValue::Element(_) => SymbolKind::Constant,
        LetValue::Filter(_) => SymbolKind::Function,
    };
    let value = match &named.value {
        LetValue::List(span, _) => *span,
        LetValue::Element(element) => element.span,
        LetValue::Filter(filter) => filter.span,
    };
    let symbol = symbol(view, &shown(view, named.name.span), kind, named.span, named.name.span);
    DocumentSymbol { detail: Some(shown(view, value)), ..symbol }
}

fn of_use(view: &View, used: &Use) -> DocumentSymbol {
    let path = cut(used.path.read(&view.source));
    let detail = used.alias.map(|alias| format!("as {}", view.text(alias.span)));
    DocumentSymbol { detail, ..symbol(view, &path, SymbolKind::Module, used.span, used.path.span) }
}

fn of_persona(view: &View, block: &PersonaBlock) -> DocumentSymbol {
    let key = cut(block.key.read(&view.source));
    let children = Some(of_items(view, &block.items));
    DocumentSymbol { children, ..symbol(view, &key, SymbolKind::Class, block.span, block.key.span) }
}

/// Each of the conditions of a clause that are joined by `and`.
fn of_clause(view: &View, clause: &Expr, symbols: &mut Vec<DocumentSymbol>) {
    match &clause.kind {
        ExprKind::And(parts) => parts.iter().for_each(|part| of_clause(view, part, symbols)),
        ExprKind::Predicate(predicate) => symbols.push(of_predicate(view, predicate)),
        _ => symbols.push(symbol(view, &shown(view, clause.span), SymbolKind::Operator, clause.span, clause.span)),
    }
}

fn of_predicate(view: &View, predicate: &Predicate) -> DocumentSymbol {
    let (span, field) = (predicate.span, predicate.field.span);
    let rest = shown(view, Span { start: field.end.min(span.end), end: span.end });
    let detail = (!rest.is_empty()).then_some(rest);
    DocumentSymbol { detail, ..symbol(view, &shown(view, field), SymbolKind::Field, span, field) }
}

/// A symbol without parts. Editors take none without a name, and none that does not hold what stands for it.
#[allow(deprecated, reason = "the field is there and must be filled")]
fn symbol(view: &View, name: &str, kind: SymbolKind, whole: Span, named: Span) -> DocumentSymbol {
    DocumentSymbol {
        name: if name.trim().is_empty() { "…".to_owned() } else { name.to_owned() },
        detail: None,
        kind,
        tags: None,
        deprecated: None,
        range: view.range(whole.to(named)),
        selection_range: view.range(named),
        children: None,
    }
}

#[allow(deprecated, reason = "the field is there and must be filled")]
fn flatten(view: &View, symbols: Vec<DocumentSymbol>, inside: Option<&str>, flat: &mut Vec<SymbolInformation>) {
    for symbol in symbols {
        flat.push(SymbolInformation {
            deprecated: None,
            location: Location { uri: view.uri.clone(), range: symbol.range },
            base_symbol_information: BaseSymbolInformation {
                name: symbol.name.clone(),
                kind: symbol.kind,
                tags: None,
                container_name: inside.map(str::to_owned),
            },
        });
        flatten(view, symbol.children.unwrap_or_default(), Some(&symbol.name), flat);
    }
}
