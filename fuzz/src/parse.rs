//! Any text as a persona: whatever the tree and the findings say about places is about places of the text.

use personac::source::{FileId, SourceFile, Sources, Span};
use personac::syntax::{Parsed, code_after, code_behind, comments, parse as read, parse_by_grammar};

use super::findings::in_place;

/// Parse it, and look at every place.
pub fn parse(text: &str) {
    let source = SourceFile::new("fuzzed.persona", text);
    let parsed = read(&source, FileId(0));
    same_by_grammar(&source, &parsed);
    for item in &parsed.file.items {
        let whole = item.span();
        for span in spans(&format!("{item:?}")) {
            assert!(text.get(span.range()).is_some(), "{span:?} is not there: {item:?}");
            // A slip that is mended takes in what stands behind the item.
            let is_inside = whole.start <= span.start && span.end <= whole.end;
            assert!(is_inside || parsed.has_errors(), "{span:?} is outside of its item: {item:?}");
        }
    }
    let follows = |pair: &[personac::syntax::ast::Item]| pair[0].span().end <= pair[1].span().start;
    assert!(parsed.file.items.windows(2).all(follows), "items overlap: {:?}", parsed.file.items);
    let sources = Sources { files: vec![source.into()], ..Sources::default() };
    in_place(&parsed.diagnostics, &sources);
    if !parsed.has_errors() {
        of_comments(text);
    }
}

/// The short way for what is well formed reads what the grammar reads.
fn same_by_grammar(source: &SourceFile, parsed: &Parsed) {
    let by_grammar = parse_by_grammar(source, FileId(0));
    assert_eq!(parsed.file, by_grammar.file, "the grammar reads another tree");
    assert_eq!(parsed.diagnostics, by_grammar.diagnostics, "the grammar finds something else");
}

/// Every span of a tree. Its debug form holds all of them, those of nodes that are yet to come too.
fn spans(tree: &str) -> impl Iterator<Item = Span> {
    let number = |text: &str| text.trim().parse::<usize>().expect("a number");
    tree.split("Span { start: ").skip(1).map(move |rest| {
        let (start, rest) = rest.split_once(", end: ").expect("an end");
        Span::new(number(start), number(rest.split_once('}').expect("the end of it").0))
    })
}

/// Comments are in order, each with the code behind it.
fn of_comments(text: &str) {
    let all = comments(text);
    assert!(all.iter().all(|span| text.get(span.range()).is_some_and(|comment| comment.starts_with('#'))), "{all:?}");
    assert!(all.windows(2).all(|pair| pair[0].end < pair[1].start), "{all:?}");
    let behind: Vec<u32> = all.iter().map(|comment| code_after(text, &all, comment.end)).collect();
    assert_eq!(code_behind(text, &all), behind);
}
