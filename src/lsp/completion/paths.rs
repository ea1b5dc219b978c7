//! The files that may be used, and aliases for them.

use super::around::{Around, UsableFile};
use super::item::{Item, Kind};
use crate::source::Span;
use crate::syntax::ast;
use crate::wording::{counted, quoted};

/// Names of a file that are shown.
const SHOWN: usize = 4;

/// The files that are not used yet, those first that are made to be used.
pub fn files(around: &Around) -> Vec<Item> {
    let typed = &around.typed;
    let quote = typed.text.chars().next().filter(|_| typed.quoted).map(String::from).unwrap_or_default();
    let mut files: Vec<UsableFile> =
        around.outside.files().into_iter().filter(|file| !is_used(around, &file.path)).collect();
    files.sort_by(|one, other| (!one.is_library, &one.path).cmp(&(!other.is_library, &other.path)));
    let item = |file: UsableFile| {
        let names: Vec<String> = file.lets.iter().take(SHOWN).map(|name| format!("${name}")).collect();
        let more = if file.lets.len() > SHOWN { ", …" } else { "" };
        let detail = match names.is_empty() {
            true => "no `let`".to_owned(),
            false => format!("{}: {}{more}", counted(file.lets.len(), "name"), names.join(", ")),
        };
        let item = Item::new(Kind::File, file.path.as_str()).detail(detail);
        item.insert(quoted(&file.path)).filter(format!("{quote}{}", file.path))
    };
    files.into_iter().map(item).collect()
}

fn is_used(around: &Around, path: &str) -> bool {
    around.items().iter().any(|item| match item {
        ast::Item::Use(used) => used.path.read(around.source) == path && !around.touches(used.path.span),
        _ => false,
    })
}

/// The name of the file without its ending, as an alias can be.
pub fn alias(around: &Around, path: Span) -> Vec<Item> {
    let path = around.text(path).trim_matches('"');
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.strip_suffix(".persona").unwrap_or(file);
    let name: String = stem.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect();
    let name = if name.starts_with(|letter: char| letter.is_numeric()) { format!("_{name}") } else { name };
    if name.is_empty() { vec![] } else { vec![Item::new(Kind::Reference, name).detail("the name of the file")] }
}
