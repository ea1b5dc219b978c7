//! P1xx: text that cannot be read as a persona.

use super::rules;

rules! {
    /// Two clauses stand on one line without `and` between them, which is most often a value of several
    /// words without quotes.
    MISSING_AND = Error "P101" "missing-and";
    /// The text is not part of the persona language.
    UNEXPECTED_TEXT = Error "P102" "unexpected-text";
    /// An operator of another language, such as `==`, `&&`, `||` or `!`.
    FOREIGN_OPERATOR = Error "P103" "foreign-operator";
    /// Quotes that are not the straight double quote, such as `“` pasted from a document, or `'`.
    FOREIGN_QUOTE = Error "P104" "foreign-quote";
    /// Two values of a list, or two members of an object, have no comma between them.
    MISSING_COMMA = Error "P105" "missing-comma";
    /// A bracket, parenthesis or brace is never closed, or closed without being opened.
    UNBALANCED_BRACKET = Error "P106" "unbalanced-bracket";
    /// A string has no closing quote on its line.
    UNCLOSED_STRING = Error "P107" "unclosed-string";
    /// `in` is followed by one value without brackets.
    VALUE_AFTER_IN = Error "P108" "value-after-in";
    /// `=` or a comparison is followed by a list.
    LIST_AFTER_EQUALS = Error "P109" "list-after-equals";
    /// `and` or `or` has nothing before it or nothing after it.
    STRAY_CONNECTIVE = Error "P110" "stray-connective";
    /// A string holds an escape that the language does not have.
    UNKNOWN_ESCAPE = Error "P111" "unknown-escape";
    /// Brackets are nested deeper than 128.
    NESTING_TOO_DEEP = Error "P112" "nesting-too-deep";
    /// The file is larger than 1 MiB.
    FILE_TOO_LARGE = Error "P113" "file-too-large";
    /// The file is not UTF-8.
    NOT_UTF8 = Error "P114" "not-utf8";
    /// The file has both clauses at top level and `persona` blocks.
    MIXED_FILE = Error "P115" "mixed-file";
}
