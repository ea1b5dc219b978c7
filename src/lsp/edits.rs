//! Edits of files as editors take them.

use std::time::Duration;

use gen_lsp_types::{
    DocumentChange, Edit as VersionedEdit, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
    TextDocumentIdentifier, TextEdit, WorkspaceEdit,
};
use similar::{DiffOp, TextDiff};

use super::server::Server;
use super::view::View;
use crate::diagnostic::{Edit, Fix, Safety};
use crate::fix::apply;
use crate::source::Span;

/// How long the shortest difference is looked for; of texts that differ in thousands of places any will do.
const PATIENCE: Duration = Duration::from_millis(50);

/// Texts of up to so many bytes are compared word by word, larger ones line by line.
const BY_WORDS: usize = 128 * 1024;

/// The edits of a file as the client takes them, in the order of the text.
pub fn text_edits(view: &View, edits: &[Edit]) -> Vec<TextEdit> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let one = |edit: &Edit| TextEdit { range: view.range(edit.span), new_text: edit.text.clone() };
    edits.into_iter().map(one).collect()
}

/// Edits of several files as one. They name the versions they are for if the client knows such edits.
pub fn workspace_edit(server: &Server, files: &[(&View, Vec<Edit>)]) -> WorkspaceEdit {
    let edits = files.iter().map(|(view, edits)| (view.uri.clone(), text_edits(view, edits)));
    if !names_versions(server) {
        return WorkspaceEdit { changes: Some(edits.collect()), ..WorkspaceEdit::default() };
    }
    let change = |(uri, edits): (gen_lsp_types::Uri, Vec<TextEdit>)| {
        let version = server.documents.get(&uri).map(|document| document.version);
        let text_document_identifier = TextDocumentIdentifier { uri };
        DocumentChange::TextDocumentEdit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { version, text_document_identifier },
            edits: edits.into_iter().map(VersionedEdit::TextEdit).collect(),
        })
    };
    WorkspaceEdit { document_changes: Some(edits.map(change).collect()), ..WorkspaceEdit::default() }
}

fn names_versions(server: &Server) -> bool {
    let edits = server.capabilities.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
    edits.and_then(|edits| edits.document_changes) == Some(true)
}

/// The text after edits that do not overlap.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let fix = Fix { title: String::new(), safety: Safety::Safe, edits: edits.to_vec() };
    apply(text, std::iter::once(&fix))
}

/// The edits that make one text of another, and leave alone what is in both, so that cursors stay where they are.
pub fn between(before: &str, after: &str) -> Vec<Edit> {
    let mut differ = TextDiff::configure();
    differ.timeout(PATIENCE);
    let diff = match before.len().max(after.len()) <= BY_WORDS {
        true => differ.diff_words(before, after),
        false => differ.diff_lines(before, after),
    };
    let (old, new) = (starts(diff.iter_old_slices()), starts(diff.iter_new_slices()));
    let offset = |starts: &[usize], piece: usize| starts.get(piece).copied().unwrap_or_default();
    let changes = diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let one = |op: &DiffOp| {
        let (from, to) = (op.old_range(), op.new_range());
        let span = Span::new(offset(&old, from.start), offset(&old, from.end));
        let text = after.get(offset(&new, to.start)..offset(&new, to.end)).unwrap_or_default();
        trimmed(before, Edit::replace(span, text))
    };
    changes.map(one).collect()
}

/// Where each of these pieces of a text begins, and where the last one ends.
fn starts<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<usize> {
    let mut at = 0;
    let ends = pieces.map(|piece| {
        at += piece.len();
        at
    });
    std::iter::once(0).chain(ends).collect()
}

/// The edit without what it does not change at its ends. It never parts the two bytes of a line end.
fn trimmed(before: &str, edit: Edit) -> Edit {
    let old = before.get(edit.span.range()).unwrap_or_default();
    let same = old.chars().zip(edit.text.chars()).take_while(|(one, other)| one == other);
    let mut head: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    if old.get(..head).is_some_and(|head| head.ends_with('\r')) {
        head -= 1;
    }
    let (rest, text) = (old.get(head..).unwrap_or_default(), edit.text.get(head..).unwrap_or_default());
    let same = rest.chars().rev().zip(text.chars().rev()).take_while(|(one, other)| one == other);
    let mut tail: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let parts = |text: &str| {
        let kept = text.split_at_checked(text.len() - tail);
        kept.is_some_and(|(kept, tail)| kept.ends_with('\r') && tail.starts_with('\n'))
    };
    if parts(rest) || parts(text) {
        tail -= 1;
    }
    let span = Span { start: edit.span.start + head as u32, end: edit.span.end - tail as u32 };
    Edit::replace(span, text.get(..text.len() - tail).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_in_both_is_left_alone() {
        let edits = between("a = 1\nb  =  2\nc = 3\n", "a = 1\nb = 2\nc = 3\n");
        assert_eq!(edits, [Edit::delete(Span::new(8, 9)), Edit::delete(Span::new(11, 12))]);
        assert!(between("a\n", "a\n").is_empty());
        assert_eq!(between("a\r\nb", "a\nb"), [Edit::replace(Span::new(1, 3), "\n")]);
    }

    proptest! {
        #[test]
        fn edits_make_the_other_text(before in "([ab é😀]{0,3}(\r\n|\n|\r|)){0,8}", after in "([ab é😀]{0,3}(\r\n|\n|\r|)){0,8}") {
            let edits = between(&before, &after);
            prop_assert_eq!(edited(&before, &edits), after);
            for edit in edits {
                for at in [edit.span.start, edit.span.end] {
                    let (left, right) = before.split_at(at as usize);
                    prop_assert!(!(left.ends_with('\r') && right.starts_with('\n')));
                }
            }
        }
    }
}
