//! P1xx: text that cannot be read as a persona.

use super::rules;

rules! {
    /// Two clauses stand on one line without `and` between them, which is most often a value of several words without
    /// quotes.
    ///
    /// Without the quotes the value ends after its first word. A search for the title `VP` finds every vice president
    /// there is, and each of them is enriched and paid for; so personac asks what is meant.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = VP Sales
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = "VP Sales"
    /// ```
    ///
    /// For two clauses write `and` between them, or put each on a line of its own.
    ///
    /// ## Fix
    ///
    /// Not safe: quotes make one value of the words, `and` makes two clauses of them, and the audiences differ. Where
    /// both sides are whole clauses, as in `title = "CEO" size 1..10`, adding `and` is safe.
    MISSING_AND = Error "P101" "missing-and";
    /// The text is not part of the persona language.
    ///
    /// It is most often a slip that is quickly mended: a blank inside a range, a comma between clauses, a thousands
    /// separator, a no-break space pasted from a document. Nothing is guessed, because half a clause would be another
    /// audience; the other clauses are checked all the same.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and size 51 .. 1000
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and size 51..1000
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it is offered only where one thing can have been meant, and writes that.
    UNEXPECTED_TEXT = Error "P102" "unexpected-text";
    /// An operator of another language, such as `==`, `&&`, `||` or `!`.
    ///
    /// The words are `and`, `or` and `not`, the comparisons `=`, `!=`, `<`, `<=`, `>`, `>=`. A comment begins with
    /// `#`. There is one way to write each, so that everyone on the team reads the same audience.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title == CEO
    /// && size 1..10
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and size 1..10
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes the operator of this language that means the same.
    FOREIGN_OPERATOR = Error "P103" "foreign-operator";
    /// Quotes that are not the straight double quote, such as `“` pasted from a document, or `'`.
    ///
    /// Word processors and chat programs bend quotes on their own. Sent to LinkedIn they would be a part of the
    /// title, and nobody has a title with quotes in it: the search would find nobody.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in [“VP Sales”, “CRO”]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP Sales", "CRO"]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes the same text in straight quotes.
    FOREIGN_QUOTE = Error "P104" "foreign-quote";
    /// Two values of a list, or two members of an object, have no comma between them.
    ///
    /// A forgotten comma would make one title of two, and a search for `VP Sales CRO` finds nobody.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in ["VP Sales" "CRO"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP Sales", "CRO"]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it adds the comma. For words without quotes, as in `[VP Sales]`, there are two fixes to choose from:
    /// quotes for one value, commas for several.
    MISSING_COMMA = Error "P105" "missing-comma";
    /// A bracket, parenthesis or brace is never closed, or closed without being opened.
    ///
    /// Where it closes decides which conditions belong together: `a or (b and c)` is another audience than `(a or b)
    /// and c`.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in ["VP Sales", CRO
    /// and size 51..1000
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP Sales", CRO]
    /// and size 51..1000
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it adds the bracket where only one place is left for it, as at the end of a list. Elsewhere, as for the
    /// `}` of a persona block, it is offered and a person decides.
    UNBALANCED_BRACKET = Error "P106" "unbalanced-bracket";
    /// A string has no closing quote on its line.
    ///
    /// A string ends on the line on which it begins. So a forgotten quote cannot swallow the clauses below it, which
    /// are checked all the same.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = "VP Sales
    /// and size 51..1000
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = "VP Sales"
    /// and size 51..1000
    /// ```
    ///
    /// A line break inside a text is written `\n`.
    ///
    /// ## Fix
    ///
    /// Safe: it closes the string where its line, or its list, ends.
    UNCLOSED_STRING = Error "P107" "unclosed-string";
    /// `in` is followed by one value without brackets.
    ///
    /// `in` and `not in` take a list in square brackets, `=` and `!=` take one value. A list of one is fine, and the
    /// next value can be added to it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in "VP Sales"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP Sales"]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it adds the brackets.
    VALUE_AFTER_IN = Error "P108" "value-after-in";
    /// `=` or a comparison is followed by a list.
    ///
    /// `=` and `!=` take one value; a list belongs to `in` and `not in`. `title in [CEO, CFO]` finds who is one or
    /// the other, which `=` would not say.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = ["VP Sales", CRO]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP Sales", CRO]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes `in` for `=`, and `not in` for `!=`. For `<` and its like there is none: an ordered filter has
    /// one lowest and one highest value.
    LIST_AFTER_EQUALS = Error "P109" "list-after-equals";
    /// `and` or `or` has nothing before it or nothing after it.
    ///
    /// It is most often what is left of a clause that was deleted. If the clause is missing by accident, the audience
    /// is wider than it was meant to be, and so is the bill.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in ["VP Sales", CRO] and
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP Sales", CRO]
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it removes the word, where nothing else is unclear about the clause.
    STRAY_CONNECTIVE = Error "P110" "stray-connective";
    /// A string holds an escape that the language does not have.
    ///
    /// A backslash begins one of five escapes: `\"` for a quote, `\\` for a backslash, `\n` for a line break, `\t`
    /// for a tab, `\u{e9}` for the character of this number. Any other is most often a path or a pattern of another
    /// program.
    ///
    /// ## Example
    ///
    /// ```persona
    /// name: "Q3\EU"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// name: "Q3\\EU"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it writes two backslashes for one in the text, and another escape may have been meant.
    UNKNOWN_ESCAPE = Error "P111" "unknown-escape";
    /// Brackets are nested deeper than 128.
    ///
    /// No audience that people write needs so many; a program that writes personas may. The limit keeps such a file
    /// from using up the memory of the machine that checks it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
    /// ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
    /// (title = CEO)
    /// ))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
    /// ))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
    /// ```
    ///
    /// ## Use instead
    ///
    /// Leave out parentheses that join nothing, or name the inner parts with `let`:
    ///
    /// ```persona
    /// let chiefs = title in [CEO, CFO]
    ///
    /// $chiefs
    /// ```
    NESTING_TOO_DEEP = Error "P112" "nesting-too-deep";
    /// The file is larger than 1 MiB.
    ///
    /// So large a persona is a list of companies or people that was pasted into it. LinkedIn takes such a list as one
    /// value: upload it as an account list or a lead list, and name that. The same is said of a file with more than
    /// 20,000 brackets.
    ///
    /// ## Example
    ///
    /// ```persona x100000
    /// or company = 1441
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// account_list = 12345678
    /// ```
    ///
    /// A file with many personas can be split into several files.
    FILE_TOO_LARGE = Error "P113" "file-too-large";
    /// The file is not UTF-8.
    ///
    /// Letters such as `é` and `ü` would be read as others, and a title with a wrong letter finds nobody.
    /// Spreadsheets and older editors on Windows often save in another encoding.
    ///
    /// ## Example
    ///
    /// Here `ä` and `ü` are one byte each, as Windows-1252 has them:
    ///
    /// ```persona bytes
    /// title = "Gesch\xE4ftsf\xFChrer"
    /// ```
    ///
    /// ## Use instead
    ///
    /// Save the file as UTF-8, with or without a byte order mark:
    ///
    /// ```persona
    /// title = "Geschäftsführer"
    /// ```
    NOT_UTF8 = Error "P114" "not-utf8";
    /// The file has both clauses at top level and `persona` blocks.
    ///
    /// A clause outside the blocks would belong to none of them or to all of them, and which one decides who is
    /// found. Settings, `let` and `use` may stand outside: they are shared by all blocks.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in [CEO, CFO]
    ///
    /// persona small {
    ///     size 1..50
    /// }
    ///
    /// persona large {
    ///     size 1001..
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// let chiefs = title in [CEO, CFO]
    ///
    /// persona small {
    ///     $chiefs
    ///     size 1..50
    /// }
    ///
    /// persona large {
    ///     $chiefs
    ///     size 1001..
    /// }
    /// ```
    MIXED_FILE = Error "P115" "mixed-file";
}
