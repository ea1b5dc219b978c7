//! Settings, lets, uses and persona headers.

use super::{Place, quoted, short};
use crate::diagnostic::{Diagnostic, Edit};
use crate::rule::{FOREIGN_OPERATOR, UNBALANCED_BRACKET, UNEXPECTED_TEXT};
use crate::source::Span;

impl Place<'_> {
    /// `name:` and nothing.
    pub(in crate::syntax) fn no_data(self, key: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` has no value", short(self.slice(key))))
            .label(self.at(key), "nothing after the colon")
            .help("write its value after the colon, or remove the line")
    }

    /// `"name": …`
    pub(in crate::syntax) fn quoted_key(self, span: Span, inner: &str) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, "the name of a setting stands without quotes")
            .label(self.at(span), "in quotes")
            .help(format!("write `{inner}`"))
            .safe_fix("remove the quotes", vec![Edit::replace(span, inner)])
    }

    /// More text after a value that is complete.
    pub(in crate::syntax) fn text_after(self, value: Span, rest: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` cannot follow a value", short(self.slice(rest))))
            .label(self.at(rest), "one thing too many")
            .label(self.at(value), "the value ends here")
            .help("put it on a line of its own, or remove it")
    }

    /// `{ a = 1 }`
    pub(in crate::syntax) fn member_equals(self, span: Span) -> Diagnostic {
        Diagnostic::new(&FOREIGN_OPERATOR, "inside braces a name and its value are parted by `:`")
            .label(self.at(span), "a colon belongs here")
            .help("write `:`")
            .safe_fix("replace with `:`", vec![Edit::replace(span, ":")])
    }

    /// `env(HOOK)`
    pub(in crate::syntax) fn bare_variable(self, span: Span) -> Diagnostic {
        let straight = quoted(self.slice(span));
        Diagnostic::new(&UNEXPECTED_TEXT, "the name of an environment variable stands in quotes")
            .label(self.at(span), "without quotes")
            .help(format!("write `env({straight})`"))
            .safe_fix("add the quotes", vec![Edit::replace(span, straight)])
    }

    /// `let x: CEO`
    pub(in crate::syntax) fn let_sign(self, span: Span) -> Diagnostic {
        Diagnostic::new(&FOREIGN_OPERATOR, "a `let` gives its name a value with `=`")
            .label(self.at(span), "`=` belongs here")
            .help("write `=`")
            .safe_fix("replace with `=`", vec![Edit::replace(span, "=")])
    }

    /// `let x =` and nothing.
    pub(in crate::syntax) fn empty_let(self, name: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` names nothing", self.slice(name)))
            .label(self.at(name), "nothing after the `=`")
            .help("write a value, a list or a filter after the `=`")
    }

    /// `use` inside a persona block.
    pub(in crate::syntax) fn inner_use(self, span: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, "`use` stands outside the persona blocks")
            .label(self.at(span), "inside a persona")
            .help("move it to the top of the file")
    }

    /// `persona {`
    pub(in crate::syntax) fn no_key(self, word: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, "the persona has no key")
            .label(self.at(word), "its key belongs after this word")
            .help("name it: `persona sales { … }`; the key becomes the name of the request's file")
    }

    /// `persona EU sales {`; `key` is what was read as the key.
    pub(in crate::syntax) fn bad_header(self, key: Span, rest: Span) -> Diagnostic {
        let whole = key.to(rest);
        let plain = self.slice(whole).chars().all(|c| c.is_alphanumeric() || " -_".contains(c));
        let finding =
            Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` cannot follow a persona's key", short(self.slice(rest))))
                .label(self.at(rest), "`{` belongs here");
        if !plain || self.slice(key).starts_with('"') {
            let sign = vec![Edit::delete(self.with_blanks_before(rest))];
            return finding.help("after the key comes `{`").unsafe_fix("remove it", sign);
        }
        let straight = quoted(self.slice(whole));
        let title = format!("write {straight}");
        finding
            .help(format!("for a key of several words {title}"))
            .safe_fix(title, vec![Edit::replace(whole, straight)])
    }

    /// `persona sales` without `{`.
    pub(in crate::syntax) fn no_brace(self, header: Span) -> Diagnostic {
        Diagnostic::new(&UNBALANCED_BRACKET, "the persona has no `{`")
            .label(self.at(header), "`{` belongs after this")
            .help("write its settings and clauses between `{` and `}`")
            .safe_fix("add `{`", vec![Edit::insert(header.end, " {")])
    }
}
