//! `textDocument/completion`: what can be written at a place, in text that is still typed too.
//!
//! `tokens` and `reader` find out what may stand there (`place`) and what is `typed`, from the text before it alone; `choose` asks
//! whoever knows what that is. All of it knows nothing of the protocol, which is met here.

mod around;
mod beginnings;
mod choose;
mod comments;
mod data;
mod item;
mod operators;
mod outside;
mod paths;
mod place;
mod reader;
mod references;
mod tokens;
mod typed;
mod values;

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams,
    CompletionResponse, CompletionTriggerKind, Documentation, InsertTextFormat, MarkupContent, MarkupKind, TextEdit,
};
use serde_json::{Value, json};

use super::failure::Failure;
use super::hover::quieter;
use super::meaning::Taken;
use super::server::Server;
use super::view::View;
use crate::explain::Topic;
use crate::fields::{FieldId, Values};
use crate::project::Project;
use crate::resolve::Atoms;
use around::Around;
use choose::choices;
use item::{Choices, Item, Kind, Page};
use outside::Neighbourhood;
use typed::typed;

/// What can be written at a place.
///
/// # Errors
///
/// If there is no such file.
pub fn completion(server: &Server, params: CompletionParams) -> Result<Option<CompletionResponse>, Failure> {
    let place = params.text_document_position_params;
    let view = server.view(&place.text_document.uri)?;
    let offset = view.offset(place.position);
    let by = params.context.filter(|context| context.trigger_kind == CompletionTriggerKind::TriggerCharacter);
    let around = Around {
        source: &view.source,
        parsed: &view.parsed,
        offset,
        project: &view.home.project,
        outside: &Neighbourhood { view: &view },
        typed: typed(view.source.text(), offset as usize),
        by_blank: by.is_some_and(|context| context.trigger_character.as_deref() == Some(" ")),
    };
    let found = choices(&around);
    let items = found.items.iter().enumerate().map(|(index, item)| shown(&view, &found, index, item)).collect();
    let list = CompletionList { is_incomplete: found.incomplete, items, ..CompletionList::default() };
    Ok(Some(CompletionResponse::CompletionList(list)))
}

/// An item as the client has it. The order is ours: editors sort by a text.
fn shown(view: &View, found: &Choices, index: usize, item: &Item) -> CompletionItem {
    let snippet = item.snippet.as_ref().filter(|_| takes_snippets(view.server));
    let details = CompletionItemLabelDetails { detail: None, description: some(&item.beside) };
    let edit = TextEdit { range: view.range(found.span), new_text: snippet.unwrap_or(&item.insert).clone() };
    CompletionItem {
        label: item.label.clone(),
        label_details: (!item.beside.is_empty()).then_some(details),
        kind: Some(kind(item.kind)),
        detail: some(&item.detail),
        sort_text: Some(format!("{index:04}")),
        filter_text: Some(item.filter.clone()),
        insert_text_format: snippet.map(|_| InsertTextFormat::Snippet),
        text_edit: Some(edit.into()),
        data: item.page.as_ref().map(data_of),
        ..CompletionItem::default()
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn takes_snippets(server: &Server) -> bool {
    let text = server.capabilities.text_document.as_ref();
    let item = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
    item.and_then(|item| item.snippet_support) == Some(true)
}

fn kind(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Keyword => CompletionItemKind::Keyword,
        Kind::Field => CompletionItemKind::Field,
        Kind::Setting => CompletionItemKind::Property,
        Kind::Operator => CompletionItemKind::Operator,
        Kind::Label => CompletionItemKind::EnumMember,
        Kind::Book => CompletionItemKind::Constant,
        Kind::Range => CompletionItemKind::Value,
        Kind::Reference => CompletionItemKind::Variable,
        Kind::File => CompletionItemKind::File,
        Kind::Variable => CompletionItemKind::Variable,
        Kind::Rule => CompletionItemKind::Reference,
        Kind::Snippet => CompletionItemKind::Snippet,
    }
}

fn data_of(page: &Page) -> Value {
    match page {
        Page::Manual(name) => json!({ "manual": name }),
        Page::Row { field, id } => json!({ "field": field, "id": id }),
    }
}

/// `completionItem/resolve`: what explains an item, once somebody looks at it.
///
/// # Errors
///
/// Never: an item that nothing explains stays as it is.
pub fn resolve(_server: &Server, mut item: CompletionItem) -> Result<CompletionItem, Failure> {
    let text = |key: &str| item.data.as_ref().and_then(|data| data.get(key)?.as_str());
    let page = match (text("manual"), text("field"), text("id")) {
        (Some(name), ..) => Topic::find(name).map(|topic| quieter(&topic.page())),
        (None, Some(field), Some(id)) => row(field, id),
        _ => None,
    };
    item.documentation =
        page.map(|value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }));
    Ok(item)
}

/// What is known of a row of a vocabulary.
fn row(field: &str, id: &str) -> Option<String> {
    let field = FieldId::find(field)?;
    let value = match field.row().values {
        Values::Label(closed) | Values::Quantity(closed, _) => u32::try_from(closed.by_id(id)?).ok()?,
        Values::Listed(table) => id.parse().ok().filter(|id| table.row(*id).is_some())?,
        _ => return None,
    };
    let taken = Taken { field, values: vec![value], atoms: Atoms::default(), found: None };
    Some(super::values::page(&taken, id, &Project::default()))
}
