//! Every kind of finding: its code, its name, its severity and its manual text.
//!
//! A code is never used again for something else. The doc comment of a rule is its manual page.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The persona compiles, but may surprise.
    Warning,
    /// The persona does not compile.
    Error,
}

impl Severity {
    /// `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Such as `P201`.
    pub code: &'static str,
    /// Such as `unknown-field`.
    pub name: &'static str,
    /// The severity a finding starts with.
    pub severity: Severity,
    /// The lines of the manual page, as Markdown.
    pub doc: &'static [&'static str],
}

/// Declare rules as constants, and list them all in `RULES`, in the order of their codes.
macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $constant:ident = $severity:ident $code:literal $name:literal;)+) => {
        $($(#[doc = $doc])+ pub static $constant: Rule = Rule {
            code: $code, name: $name, severity: Severity::$severity, doc: &[$($doc),+],
        };)+
        /// Every rule, in the order of the codes.
        pub static RULES: &[&Rule] = &[$(&$constant),+];
    };
}

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

    /// No filter has this name.
    UNKNOWN_FIELD = Error "P201" "unknown-field";
    /// No setting has this name.
    UNKNOWN_SETTING = Error "P202" "unknown-setting";
    /// The field's vocabulary has no such label.
    UNKNOWN_LABEL = Error "P203" "unknown-label";
    /// The label names several things.
    AMBIGUOUS_LABEL = Error "P204" "ambiguous-label";
    /// No `let` has this name.
    UNKNOWN_REFERENCE = Error "P205" "unknown-reference";
    /// A used file cannot be read.
    MISSING_FILE = Error "P206" "missing-file";
    /// Files use each other in a circle, or a `let` refers to itself.
    CIRCULAR_USE = Error "P207" "circular-use";
    /// A used file lies outside the project.
    OUTSIDE_PROJECT = Error "P208" "outside-project";
    /// A name is given twice: two `let`s, two aliases, two personas.
    DUPLICATE_NAME = Error "P209" "duplicate-name";
    /// A used file has errors of its own.
    BROKEN_USE = Error "P210" "broken-use";

    /// A quantity does not end where one of LinkedIn's buckets ends.
    INSIDE_A_BUCKET = Error "P301" "inside-a-bucket";
    /// A raw ID that the field's whole vocabulary does not have.
    UNKNOWN_ID = Error "P302" "unknown-id";
    /// The field cannot be compared this way.
    WRONG_OPERATOR = Error "P303" "wrong-operator";
    /// The value is of a kind the field does not take.
    WRONG_VALUE = Error "P304" "wrong-value";
    /// A range ends before it begins.
    BACKWARDS_RANGE = Error "P305" "backwards-range";
    /// The unit after a quantity is not the field's.
    WRONG_UNIT = Error "P306" "wrong-unit";
    /// The API wants a company's number, which its public address does not tell.
    VANITY_COMPANY = Error "P307" "vanity-company";
    /// Not an address of a LinkedIn profile.
    NOT_A_PROFILE = Error "P308" "not-a-profile";
    /// A list without values finds nobody.
    EMPTY_LIST = Error "P309" "empty-list";
    /// A field other than a signal stands alone, or a signal has a value.
    NOT_A_SIGNAL = Error "P310" "not-a-signal";
    /// A `let` of one kind is used as another.
    WRONG_REFERENCE = Error "P311" "wrong-reference";
    /// A raw ID that the table does not know; the table cannot be complete.
    UNLISTED_ID = Warning "P312" "unlisted-id";

    /// The expression takes several requests, and `split` is not set.
    NOT_ONE_REQUEST = Error "P401" "not-one-request";
    /// Clauses exclude each other.
    MATCHES_NOBODY = Error "P402" "matches-nobody";
    /// The API has no way to exclude values of this field.
    NO_SUCH_EXCLUSION = Error "P403" "no-such-exclusion";
    /// The API has no way to ask for two values of this field at once.
    NO_BOTH = Error "P404" "no-both";
    /// The expression takes more than 64 requests.
    TOO_MANY_REQUESTS = Error "P405" "too-many-requests";
    /// The expression grows out of all bounds when it is taken apart.
    TOO_COMPLEX = Error "P406" "too-complex";
    /// A filter that every lead passes; it is dropped.
    COVERS_EVERYTHING = Warning "P407" "covers-everything";
    /// A branch of an `or`, or a value of a list, that can match nobody; it is dropped.
    DEAD_BRANCH = Warning "P408" "dead-branch";
    /// A lead may have several values of this field, so "not" is not exact.
    INEXACT_COMPLEMENT = Warning "P409" "inexact-complement";
    /// `split: disjoint` cannot keep two requests apart.
    NOT_DISJOINT = Error "P410" "not-disjoint";
    /// `split: disjoint` keeps requests apart by the rest of a vocabulary, in which a lead of unknown value is not.
    UNKNOWN_LEFT_OUT = Warning "P411" "unknown-left-out";

    /// The persona has no filter.
    NO_FILTER = Error "P501" "no-filter";
    /// A setting has a value of the wrong type.
    MISTYPED_SETTING = Error "P502" "mistyped-setting";
    /// A setting is given twice in one scope.
    DUPLICATE_SETTING = Error "P503" "duplicate-setting";
    /// The persona has no webhook, so nothing can be delivered.
    NO_WEBHOOK = Warning "P504" "no-webhook";
    /// An environment variable is not set.
    MISSING_ENVIRONMENT_VARIABLE = Error "P505" "missing-environment-variable";
    /// The webhook is not an absolute `https` address.
    BAD_WEBHOOK = Error "P506" "bad-webhook";
    /// `raw` holds a key that personac fills itself.
    KNOWN_KEY_IN_RAW = Error "P507" "known-key-in-raw";
    /// `live: false` and a filter that only a live search has.
    LIVE_ONLY = Error "P508" "live-only";

    /// A value is given twice; it is sent once.
    DUPLICATE_VALUE = Warning "P602" "duplicate-value";
    /// A label of LinkedIn's older industry list.
    OLD_LABEL = Warning "P603" "old-label";
    /// A place whose name smaller places bear too.
    NAMESAKES = Warning "P604" "namesakes";
    /// LinkedIn and the API's reference disagree about what an ID or a label means.
    CONTESTED_LABEL = Warning "P607" "contested-label";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_names_are_unique() {
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
        let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
