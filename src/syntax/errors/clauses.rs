//! Clauses and what joins them.

use super::{Place, quoted, short};
use crate::diagnostic::{Diagnostic, Edit, Safety};
use crate::rule::{FOREIGN_OPERATOR, MISSING_AND, MIXED_FILE, STRAY_CONNECTIVE, UNEXPECTED_TEXT};
use crate::source::Span;

impl Place<'_> {
    /// Two clauses side by side.
    pub(in crate::syntax) fn missing_and(self, first: Span, second: Span) -> Diagnostic {
        let same_line = !self.slice(Span { start: first.end, end: second.start }).contains('\n');
        let message = match same_line {
            true => "two clauses on one line need `and` between them",
            false => "two clauses in parentheses need `and` or `or` between them",
        };
        let finding = Diagnostic::new(&MISSING_AND, message)
            .label(self.at(second), "a second clause")
            .label(self.at(first), "the first clause ends here");
        let edit = vec![self.insert_word(second.start, "and")];
        if same_line {
            return finding.help("put `and` between them, or each on a line of its own").safe_fix("add `and`", edit);
        }
        let or = vec![self.insert_word(second.start, "or")];
        finding.help("put `and` or `or` between them").unsafe_fix("add `and`", edit).unsafe_fix("add `or`", or)
    }

    /// A clause and words after it. Words with quotes in them have slips of their own, which `and` would only uncover.
    pub(in crate::syntax) fn words_after(self, first: Span, words: Span) -> Diagnostic {
        let mut finding = self.missing_and(first, words);
        if self.slice(words).contains(['\'', '’']) {
            finding.fixes.iter_mut().for_each(|fix| fix.safety = Safety::Unsafe);
        }
        finding
    }

    /// `title = VP Sales`: a bare value and words after it.
    pub(in crate::syntax) fn unquoted_value(self, field: Span, value: Span, rest: Span) -> Diagnostic {
        let whole = value.to(rest);
        let straight = quoted(self.slice(whole));
        let field = self.slice(field);
        let finding = Diagnostic::new(&MISSING_AND, "two clauses on one line need `and` between them")
            .label(self.at(rest), "read as a second clause")
            .label(self.at(value), format!("the {field} ends here"))
            .help(format!("for a {field} of several words write {straight}"))
            .unsafe_fix(format!("write {straight}"), vec![Edit::replace(whole, straight)]);
        if self.slice(rest).contains(' ') {
            return finding;
        }
        finding.unsafe_fix("add `and`", vec![self.insert_word(rest.start, "and")])
    }

    /// `title CEO`: a name and words after it.
    pub(in crate::syntax) fn missing_operator(self, field: Span, rest: Span) -> Diagnostic {
        let (name, words) = (self.slice(field), self.slice(rest));
        let one = !words.contains(char::is_whitespace);
        let value = if one { words.to_owned() } else { quoted(words) };
        let between = Span { start: field.end, end: rest.end };
        let title = format!("write `{name} = {value}`");
        let finding = Diagnostic::new(&MISSING_AND, format!("nothing joins `{name}` and `{}`", short(words)))
            .label(self.at(rest), "read as a second clause")
            .label(self.at(field), "a clause of its own")
            .unsafe_fix(title.clone(), vec![Edit::replace(between, format!(" = {value}"))]);
        if !one {
            return finding.help(title);
        }
        finding
            .help(format!("{title}, or `{name} and {words}` for two signals"))
            .unsafe_fix("add `and`", vec![self.insert_word(rest.start, "and")])
    }

    /// An operator of another language; `ours` is what it is called here.
    pub(in crate::syntax) fn foreign_operator(self, span: Span, ours: &str, sure: bool) -> Diagnostic {
        let theirs = self.slice(span);
        let title = format!("replace with `{ours}`");
        let finding = Diagnostic::new(&FOREIGN_OPERATOR, format!("`{theirs}` is written `{ours}` here"))
            .label(self.at(span), "an operator of another language")
            .help(format!("write `{ours}`"));
        let edits = vec![Edit::replace(span, self.spaced(span, ours))];
        if sure { finding.safe_fix(title, edits) } else { finding.unsafe_fix(title, edits) }
    }

    /// Put `word` and the blanks it needs before byte `at`.
    fn insert_word(self, at: u32, word: &str) -> Edit {
        let before = self.slice(Span { start: 0, end: at });
        let gap = if before.is_empty() || before.ends_with(char::is_whitespace) { "" } else { " " };
        Edit::insert(at, format!("{gap}{word} "))
    }

    /// `word` with blanks where it would touch its neighbours.
    fn spaced(self, span: Span, word: &str) -> String {
        let text = self.source.text();
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_-$(\"".contains(c));
        let is_word = word.ends_with(char::is_alphabetic);
        let before = text.get(..span.start as usize).and_then(|text| text.chars().next_back());
        let after = text.get(span.end as usize..).and_then(|text| text.chars().next());
        let left = if is_word && (joins(before) || before == Some(')') || before == Some(']')) { " " } else { "" };
        format!("{left}{word}{}", if is_word && joins(after) { " " } else { "" })
    }

    /// `and` or `or` without a clause on one side.
    pub(in crate::syntax) fn stray_connective(self, span: Span, side: &str, sure: bool) -> Diagnostic {
        let word = self.slice(span);
        let title = format!("remove `{word}`");
        let blanks = if side == "before" { self.with_blanks_after(span) } else { self.with_blanks_before(span) };
        let blanks = self.line_of_its_own(span).unwrap_or(blanks);
        let finding = Diagnostic::new(&STRAY_CONNECTIVE, format!("`{word}` has no clause {side} it"))
            .label(self.at(span), format!("nothing {side} this"))
            .help(format!("remove it, or write the clause that belongs {side} it"));
        let edits = vec![Edit::delete(blanks)];
        if sure { finding.safe_fix(title, edits) } else { finding.unsafe_fix(title, edits) }
    }

    /// `and and`, `and or`.
    pub(in crate::syntax) fn doubled_connective(self, first: Span, second: Span) -> Diagnostic {
        let (one, two) = (self.slice(first), self.slice(second));
        let finding = Diagnostic::new(&STRAY_CONNECTIVE, format!("`{one}` and `{two}` stand side by side"))
            .label(self.at(second), "a second connective")
            .label(self.at(first), "the first one");
        let remove = |span: Span| vec![Edit::delete(self.with_blanks_before(span))];
        if one.eq_ignore_ascii_case(two) {
            return finding.help("one is enough").safe_fix(format!("remove one `{two}`"), remove(second));
        }
        finding
            .help(format!("keep `{one}` or `{two}`"))
            .unsafe_fix(format!("keep `{two}`"), remove(first))
            .unsafe_fix(format!("keep `{one}`"), remove(second))
    }

    /// A comma or semicolon between clauses, or after one.
    pub(in crate::syntax) fn stray_comma(self, span: Span, between: bool) -> Diagnostic {
        let sign = self.slice(span);
        let finding = Diagnostic::new(&UNEXPECTED_TEXT, format!("no `{sign}` stands here"));
        if between {
            return finding
                .label(self.at(span), "clauses are joined by `and` or `or`")
                .help(format!("write `and` instead of `{sign}`"))
                .safe_fix("replace with `and`", vec![Edit::replace(span, " and")]);
        }
        finding
            .label(self.at(span), "a line needs nothing at its end")
            .help("remove it")
            .safe_fix(format!("remove `{sign}`"), vec![Edit::delete(span)])
    }

    /// `()`
    pub(in crate::syntax) fn empty_parentheses(self, span: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, "the parentheses hold no clause")
            .label(self.at(span), "nothing inside")
            .help("write a clause between them, or remove them")
    }

    /// `not` and nothing.
    pub(in crate::syntax) fn nothing_after_not(self, span: Span) -> Diagnostic {
        Diagnostic::new(&UNEXPECTED_TEXT, format!("`{}` has no clause after it", self.slice(span)))
            .label(self.at(span), "excludes nothing")
            .help("write the clause that leads must not match after it")
    }

    /// Clauses and persona blocks in one file.
    pub(in crate::syntax) fn mixed_file(self, clause: Span, persona: Span) -> Diagnostic {
        Diagnostic::new(&MIXED_FILE, "a file has either clauses of its own or persona blocks")
            .label(self.at(clause), "a clause outside any persona")
            .label(self.at(persona), "a persona block")
            .help("move the clause into the blocks, or name it with `let` and use it there")
    }
}
