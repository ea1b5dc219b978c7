//! `textDocument/formatting`, `rangeFormatting` and `willSaveWaitUntil`: the layout of `personac fmt`.

use gen_lsp_types::{
    DocumentFormattingParams, DocumentRangeFormattingParams, InitializeParams, TextEdit, WillSaveTextDocumentParams,
};

use super::edits::{between, edited, text_edits};
use super::failure::Failure;
use super::proof::{loaded_as, same_bodies};
use super::server::Server;
use super::view::View;
use crate::diagnostic::Edit;
use crate::format::{Refusal, format, says_the_same};
use crate::source::Span;
use crate::syntax::ast::Item;

/// The answer: edits, none of which touches what is laid out already.
type Edits = Result<Option<Vec<TextEdit>>, Failure>;

/// Lay a file out.
///
/// # Errors
///
/// If there is no such file, or if formatting would change what it says. One with syntax errors is left alone.
pub fn whole(server: &Server, params: DocumentFormattingParams) -> Edits {
    let view = server.view(&params.text_document.uri)?;
    let text = formatted(&view).map_err(|refusal| refused(&view, refusal))?;
    let edits = text.map(|text| between(view.source.text(), &text));
    Ok(Some(text_edits(&view, &edits.unwrap_or_default())))
}

/// Lay a file out that is about to be saved. Saving never fails for it.
///
/// # Errors
///
/// If there is no such file.
pub fn before_saving(server: &Server, params: WillSaveTextDocumentParams) -> Edits {
    let view = server.view(&params.text_document.uri)?;
    let text = formatted(&view).ok().flatten();
    let edits = text.map(|text| between(view.source.text(), &text));
    Ok(Some(text_edits(&view, &edits.unwrap_or_default())))
}

/// Lay out the items that are whole inside a range.
///
/// # Errors
///
/// As [`whole`].
pub fn range(server: &Server, params: DocumentRangeFormattingParams) -> Edits {
    let view = server.view(&params.text_document.uri)?;
    let text = formatted(&view).map_err(|refusal| refused(&view, refusal))?;
    let edits = text.map(|text| within(&view, view.span(params.range), &text));
    Ok(Some(text_edits(&view, &edits.unwrap_or_default())))
}

/// Whether the client wants files laid out whenever they are saved. Most have a setting of their own for that, and ask for
/// formatting themselves; of the server it is wanted by `"formatOnSave": true`.
pub fn on_save(params: &InitializeParams) -> bool {
    let wanted = params.initialization_options.as_ref().and_then(|options| options.get("formatOnSave"));
    wanted.and_then(serde_json::Value::as_bool) == Some(true)
}

/// The text in the canonical layout; `None` if there is none because of syntax errors.
fn formatted(view: &View) -> Result<Option<String>, Refusal> {
    if view.parsed.has_errors() {
        return Ok(None);
    }
    let text = format(&view.source, &view.parsed)?;
    let is_proved = text == view.source.text() || same_bodies(view, &text);
    if is_proved { Ok(Some(text)) } else { Err(Refusal::Meaning) }
}

fn refused(view: &View, refusal: Refusal) -> Failure {
    Failure::failed(format!("`{}` is left as it is: {refusal}; {}", view.source.name(), refusal.help()))
}

/// The edits that lay out the items inside a range. Where they say something else without the others, none.
fn within(view: &View, range: Span, text: &str) -> Vec<Edit> {
    let mut lines = vec![];
    whole_items(view, &view.parsed.file.items, range, &mut lines);
    let mut edits = between(view.source.text(), text);
    edits.retain(|edit| lines.iter().any(|lines| lines.start <= edit.span.start && edit.span.end <= lines.end));
    let after = edited(view.source.text(), &edits);
    let loaded = loaded_as(view, &after);
    let is_proved = !loaded.parsed.has_errors()
        && says_the_same(&view.source, &view.parsed, &loaded.source, &loaded.parsed).is_ok()
        && same_bodies(view, &after);
    if is_proved { edits } else { vec![] }
}

/// The lines of the items inside a range, each run of neighbours as one.
fn whole_items(view: &View, items: &[Item], range: Span, found: &mut Vec<Span>) {
    let mut run: Option<Span> = None;
    for item in items {
        let span = item.span();
        if range.start <= span.start && span.end <= range.end {
            run = Some(run.map_or(span, |run| run.to(span)));
            continue;
        }
        found.extend(run.take());
        if let Item::Persona(block) = item {
            whole_items(view, &block.items, range, found);
        }
    }
    found.extend(run);
    found.iter_mut().for_each(|span| *span = lines(view, *span));
}

/// The span with the rest of its lines, if nothing but blanks stands before it.
fn lines(view: &View, span: Span) -> Span {
    let (first, last) = (view.source.line_of(span.start), view.source.line_of(span.end));
    let start = view.source.line_span(first).start;
    let is_first = view.text(Span { start, end: span.start }).trim().is_empty();
    Span { start: if is_first { start } else { span.start }, end: view.source.line_span(last).end }
}
