//! Whether something can be called so.

use crate::lsp::failure::Failure;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::ast::Item;
use crate::syntax::parse;
use crate::wording::quoted;

/// A new name as it is written in the place of an old one, which stands in the source as `old`. The name of a persona
/// block may be any text, in quotes if need be; other names are words.
///
/// # Errors
///
/// If nothing can be called so.
pub fn new_name(new: &str, is_persona: bool) -> Result<String, Failure> {
    // Whoever looks at `$titles` may write the `$` again.
    let word = new.trim().trim_start_matches('$');
    let made = |form: String| -> Option<String> {
        let source = SourceFile::new("", form);
        let parsed = parse(&source, FileId(0));
        let name = match parsed.file.items.as_slice() {
            [Item::Let(named)] => named.name.span,
            [Item::Persona(block)] => block.key.span,
            _ => Span::default(),
        };
        (parsed.diagnostics.is_empty()).then(|| source.slice(name).to_owned())
    };
    let is_whole = |name: &String| !name.is_empty() && (name == word || name.starts_with('"'));
    let written = match is_persona {
        true => made(format!("persona {word} {{}}"))
            .filter(is_whole)
            .or_else(|| made(format!("persona {} {{}}", quoted(new.trim()))).filter(|_| !word.is_empty())),
        false => made(format!("let {word} = x")).filter(is_whole),
    };
    written.ok_or_else(|| Failure::failed(refused(new)))
}

fn refused(new: &str) -> String {
    let rule = "a name is letters, digits, `_` and `-`, a letter first, and no word of the language";
    match new.trim() {
        "" => rule.to_owned(),
        new => format!("`{new}` cannot be a name: {rule}"),
    }
}
