//! The [tree-sitter] grammar of `.persona` files.
//!
//! ```
//! let mut parser = tree_sitter::Parser::new();
//! parser.set_language(&tree_sitter_persona::LANGUAGE.into())?;
//! let tree = parser.parse("title in [\"VP Sales\"] and size 51..1000", None).expect("a tree");
//! assert_eq!(tree.root_node().child(0).map(|item| item.kind()), Some("clause"));
//! # Ok::<(), tree_sitter::LanguageError>(())
//! ```
//!
//! [tree-sitter]: https://tree-sitter.github.io/

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_persona() -> *const ();
}

/// The language, for [`Parser::set_language`](https://docs.rs/tree-sitter/latest/tree_sitter/struct.Parser.html#method.set_language).
// SAFETY: the function is in `src/parser.c`, and returns a static language.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_persona) };

/// Every kind of node, as `src/node-types.json` describes them.
pub const NODE_TYPES: &str = include_str!("../../src/node-types.json");

/// Colors.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");

/// Languages inside personas: that of comments.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");

/// What names are known where.
pub const LOCALS_QUERY: &str = include_str!("../../queries/locals.scm");

/// Personas and `let`s, for an outline.
pub const TAGS_QUERY: &str = include_str!("../../queries/tags.scm");

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(test)]
mod tests {
    use tree_sitter::{Language, Parser, Query};

    #[test]
    fn the_language_loads_and_parses() {
        let mut parser = Parser::new();
        parser.set_language(&super::LANGUAGE.into()).expect("the language loads");
        let mut has_error = |text: &str| parser.parse(text, None).expect("a tree").root_node().has_error();
        assert!(!has_error("limit: 5\ntitle in [CEO, \"VP Sales\"]\nand size 51..1000 employees\n"));
        assert!(has_error("title = VP Sales\n"));
    }

    #[test]
    fn the_queries_are_of_this_language() {
        let language = Language::new(super::LANGUAGE);
        for query in [super::HIGHLIGHTS_QUERY, super::INJECTIONS_QUERY, super::LOCALS_QUERY, super::TAGS_QUERY] {
            assert!(Query::new(&language, query).expect("a query").pattern_count() > 0);
        }
    }
}
