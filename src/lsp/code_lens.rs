//! `textDocument/codeLens`: what can be done with each persona, above it.

use gen_lsp_types::{CodeLens, CodeLensParams, Command};
use serde_json::{Value, json};

use super::commands;
use super::failure::Failure;
use super::server::Server;
use super::view::View;
use crate::check::Compiled;
use crate::source::Span;
use crate::syntax::ast::{Item, PersonaBlock};
use crate::wording::counted;

/// What can be done with the personas of a file.
///
/// # Errors
///
/// If there is no such file.
pub fn code_lenses(server: &Server, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let checked = view.checked();
    let mut lenses = vec![];
    for (place, key) in personas(&view) {
        let known = checked.personas.iter().find(|persona| persona.key.as_deref() == key);
        let count = known.map_or(0, Compiled::count);
        let title = match count {
            0 | 1 => "build: show request body".to_owned(),
            several => format!("build: show request bodies ({})", counted(several, "request")),
        };
        lenses.push(lens(&view, place, &title, commands::SHOW_BODY, key));
        #[cfg(feature = "http")]
        lenses.push(lens(&view, place, "preview count", commands::PREVIEW, key));
    }
    Ok(Some(lenses))
}

fn lens(view: &View, place: Span, title: &str, command: &str, key: Option<&str>) -> CodeLens {
    let arguments: Vec<Value> = vec![json!(view.uri), json!(key)];
    let command = Command {
        title: title.to_owned(),
        command: command.to_owned(),
        arguments: Some(arguments),
        ..Command::default()
    };
    CodeLens { range: view.range(place), command: Some(command), data: None }
}

/// Where each persona begins, and its key: the blocks of a file, or the file itself.
fn personas<'a>(view: &'a View) -> Vec<(Span, Option<&'a str>)> {
    let items = &view.parsed.file.items;
    let blocks = items.iter().filter_map(|item| match item {
        Item::Persona(block) => Some(place(view, block)),
        _ => None,
    });
    let blocks: Vec<_> = blocks.collect();
    let has_clause = items.iter().any(|item| matches!(item, Item::Clause(_)));
    match blocks.is_empty() && has_clause {
        true => vec![(Span::at(0), None)],
        false => blocks,
    }
}

fn place<'a>(view: &'a View, block: &'a PersonaBlock) -> (Span, Option<&'a str>) {
    (Span { start: block.span.start, end: block.key.span.end }, Some(block.key.read(&view.source)))
}
