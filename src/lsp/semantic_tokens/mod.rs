//! `textDocument/semanticTokens`: what each word is, as the tree and the tables know it.

mod classes;
mod painted;

use gen_lsp_types::{
    SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensParams, SemanticTokensRangeParams,
};

pub use classes::{Class, Modifiers};
use painted::{Painted, painted};

use super::failure::Failure;
use super::server::Server;
use super::view::View;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// What the numbers in answers mean.
pub fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: Class::ALL.iter().map(|class| class.name().to_owned()).collect(),
        token_modifiers: Modifiers::NAMES.iter().map(|name| (*name).to_owned()).collect(),
    }
}

/// What each word of a file is.
///
/// # Errors
///
/// If there is no such file.
pub fn full(server: &Server, params: SemanticTokensParams) -> Result<Option<SemanticTokens>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let whole = Span { start: 0, end: view.source.text().len() as u32 };
    Ok(Some(tokens(&view, whole)))
}

/// What each word of a part of a file is.
///
/// # Errors
///
/// If there is no such file.
pub fn range(server: &Server, params: SemanticTokensRangeParams) -> Result<Option<SemanticTokens>, Failure> {
    let view = server.view(&params.text_document.uri)?;
    let part = view.span(params.range);
    Ok(Some(tokens(&view, part)))
}

fn tokens(view: &View, part: Span) -> SemanticTokens {
    let old = old_labels(view);
    let mut before = gen_lsp_types::Position { line: 0, character: 0 };
    let mut data = vec![];
    for token in painted(&view.source, &view.parsed.file.items) {
        if token.span.end <= part.start || part.end <= token.span.start {
            continue;
        }
        let range = view.range(token.span);
        let same_line = range.start.line == before.line;
        data.push(SemanticToken {
            delta_line: range.start.line - before.line,
            delta_start: range.start.character - if same_line { before.character } else { 0 },
            length: range.end.character - range.start.character,
            token_type: token.class.index(),
            token_modifiers_bitset: modifiers(&token, &old).bits(),
        });
        before = range.start;
    }
    SemanticTokens { data, ..SemanticTokens::default() }
}

/// Where labels stand that LinkedIn has given up.
fn old_labels(view: &View) -> Vec<Span> {
    let is_old = |finding: &&Diagnostic| finding.rule.name == "old-label" && finding.location().file == FileId(0);
    view.checked().diagnostics.iter().filter(is_old).map(|finding| finding.location().span).collect()
}

fn modifiers(token: &Painted, old: &[Span]) -> Modifiers {
    match old.contains(&token.span) {
        true => token.modifiers.with(Modifiers::DEPRECATED),
        false => token.modifiers,
    }
}
