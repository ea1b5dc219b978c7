//! Applying fixes: as many as are allowed, until nothing is left to mend.
//!
//! No fix is trusted. After each round the text is checked again; a round that adds an error or loses a comment is
//! taken back, and its fixes are tried one by one.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::check::{Checked, Options, check};
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety};
use crate::lint::takes_comments;
use crate::rule::Rule;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::{comments, parse};
use crate::workspace::Loaded;

/// Rounds after which fixing ends, whatever is left. So deep may brackets be inside each other, and of those that are never
/// closed a round mends the outermost.
const MOST_ROUNDS: usize = 128;

/// How much text is checked again while one file is mended, in bytes: what is left then is mended by the next run. A file
/// of usual size is never checked so often.
const MOST_CHECKED: usize = 2 * 1024 * 1024;

/// A file after its fixes.
#[derive(Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// The rule and the title of every fix that was applied, in the order in which that happened.
    pub applied: Vec<(&'static Rule, String)>,
    /// What is known of the text.
    pub checked: Checked,
}

/// Apply the safe fixes of a file, and with [`Safety::Unsafe`] those that are the only one of their finding.
pub fn fix(main: Loaded, options: &Options, most: Safety) -> Fixed {
    let identity = main.identity.clone();
    let text = main.source.text().to_owned();
    let fixer = Fixer { options, name: main.source.name().to_owned(), identity, checked: Cell::new(0) };
    let mut fixed = Fixed { text, applied: vec![], checked: check(main, options) };
    for _ in 0..MOST_ROUNDS {
        if !fixer.round(&mut fixed, most) {
            break;
        }
    }
    fixed
}

/// A fix, and the finding it mends.
type Chosen = (&'static Rule, Fix);

struct Fixer<'a> {
    options: &'a Options<'a>,
    name: String,
    identity: String,
    /// How many bytes were checked again.
    checked: Cell<usize>,
}

impl Fixer<'_> {
    /// Apply what can be applied at once; whether anything was.
    fn round(&self, fixed: &mut Fixed, most: Safety) -> bool {
        let chosen = choose(&fixed.checked.diagnostics, most);
        !chosen.is_empty() && self.apply_good(fixed, chosen)
    }

    /// Apply all of them; or if that makes it worse, those that do not, one after the other.
    fn apply_good(&self, fixed: &mut Fixed, chosen: Vec<Chosen>) -> bool {
        if self.try_all(fixed, &chosen) {
            return true;
        }
        let mut good: Vec<Chosen> = vec![];
        for one in chosen {
            let with: Vec<Chosen> = good.iter().cloned().chain([one]).collect();
            if self.attempt(fixed, &with).is_some() {
                good = with;
            }
        }
        !good.is_empty() && self.try_all(fixed, &good)
    }

    fn try_all(&self, fixed: &mut Fixed, chosen: &[Chosen]) -> bool {
        let Some((text, checked)) = self.attempt(fixed, chosen) else { return false };
        (fixed.text, fixed.checked) = (text, checked);
        fixed.applied.extend(chosen.iter().map(|(rule, fix)| (*rule, fix.title.clone())));
        true
    }

    /// The text with these fixes, unless they make it worse.
    fn attempt(&self, before: &Fixed, chosen: &[Chosen]) -> Option<(String, Checked)> {
        if self.checked.get() >= MOST_CHECKED {
            return None;
        }
        let text = apply(&before.text, chosen.iter().map(|(_, fix)| fix));
        self.checked.set(self.checked.get() + text.len());
        if text == before.text || !keeps_comments(&before.text, &text, chosen) {
            return None;
        }
        let source = Arc::new(SourceFile::new(self.name.as_str(), text.as_str()));
        let parsed = Arc::new(parse(&source, FileId(0)));
        let checked = check(Loaded { identity: self.identity.clone(), source, parsed }, self.options);
        (checked.errors() <= before.checked.errors()).then_some((text, checked))
    }
}

/// The fixes that may be applied and keep clear of each other, in the order of the text.
fn choose(findings: &[Diagnostic], most: Safety) -> Vec<Chosen> {
    let own = findings.iter().filter(|finding| finding.location().file == FileId(0));
    let mut chosen: Vec<Chosen> =
        own.filter_map(|finding| Some((finding.rule, allowed(finding, most)?.clone()))).collect();
    chosen.sort_by_key(|(_, fix)| extent(fix));
    let mut end = None;
    chosen.retain(|(_, fix)| {
        let (from, to) = extent(fix);
        let clear = end.is_none_or(|end| from > end);
        if clear {
            end = Some(to);
        }
        clear
    });
    chosen
}

/// The fix of a finding that may be applied unasked. Of several that are not safe, nobody knows which was meant.
pub fn allowed(finding: &Diagnostic, most: Safety) -> Option<&Fix> {
    let safe = finding.fixes.iter().find(|fix| fix.safety == Safety::Safe);
    safe.or(match finding.fixes.as_slice() {
        [only] if most == Safety::Unsafe => Some(only),
        _ => None,
    })
}

/// From the first to the last byte that a fix changes.
fn extent(fix: &Fix) -> (u32, u32) {
    let starts = fix.edits.iter().map(|edit| edit.span.start);
    let ends = fix.edits.iter().map(|edit| edit.span.end);
    (starts.min().unwrap_or_default(), ends.max().unwrap_or_default())
}

/// The text with the edits of all `fixes`, which do not overlap.
pub fn apply<'f>(text: &str, fixes: impl Iterator<Item = &'f Fix>) -> String {
    let mut edits: Vec<&Edit> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(&edit.text);
        at = at.max(range.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Whether every comment is still there, but for those that a fix is there to remove.
fn keeps_comments(before: &str, after: &str, chosen: &[Chosen]) -> bool {
    let takers = chosen.iter().filter(|(rule, _)| takes_comments(rule)).flat_map(|(_, fix)| &fix.edits);
    let mut removed: Vec<Span> = takers.map(|edit| edit.span).collect();
    // They do not overlap, so their ends are in order too.
    removed.sort_unstable();
    let taken = |span: &Span| {
        let next = removed.partition_point(|edit| edit.end <= span.start);
        removed.get(next).is_some_and(|edit| edit.start < span.end)
    };
    let mut left: HashMap<&str, usize> = HashMap::new();
    comments(after).iter().for_each(|span| *left.entry(&after[span.range()]).or_default() += 1);
    comments(before).iter().filter(|span| !taken(span)).all(|span| {
        let same = left.get_mut(&before[span.range()]).filter(|count| **count > 0);
        same.map(|count| *count -= 1).is_some()
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::disk::DiskLoader;
    use crate::lint::Lints;
    use crate::project::Project;
    use crate::rule::UNKNOWN_FIELD;
    use crate::settings::Overrides;

    fn fix(edits: Vec<Edit>) -> Fix {
        Fix { title: String::new(), safety: Safety::Safe, edits }
    }

    #[test]
    fn edits_are_applied_from_left_to_right() {
        let one = fix(vec![Edit::replace(Span::new(2, 3), "CC"), Edit::insert(0, ">")]);
        let other = fix(vec![Edit::delete(Span::new(4, 5))]);
        assert_eq!(apply("abcdef", [&one, &other].into_iter()), ">abCCdf");
    }

    /// A text after these fixes, as far as they do no harm, and how many of them were applied.
    fn after(text: &str, fixes: Vec<Fix>) -> (String, usize) {
        let (project, overrides) = (Project::default(), Overrides::default());
        let loader = DiskLoader::new(Path::new(""));
        let lints = Lints::of_lint();
        let options = Options {
            project: &project,
            profile: None,
            overrides: &overrides,
            environment: None,
            loader: &loader,
            lints,
        };
        let source = Arc::new(SourceFile::new("a.persona", text));
        let parsed = Arc::new(parse(&source, FileId(0)));
        let checked = check(Loaded { identity: String::new(), source, parsed }, &options);
        let mut fixed = Fixed { text: text.to_owned(), applied: vec![], checked };
        let (name, identity) = ("a.persona".to_owned(), String::new());
        let fixer = Fixer { options: &options, name, identity, checked: Cell::new(0) };
        fixer.apply_good(&mut fixed, fixes.into_iter().map(|fix| (&UNKNOWN_FIELD, fix)).collect());
        (fixed.text, fixed.applied.len())
    }

    #[test]
    fn what_adds_an_error_or_loses_a_comment_is_taken_back() {
        let text = "title = CEO # why\nand size 1..10\n";
        let replace = |old: &str, new: &str| {
            let start = text.find(old).unwrap();
            fix(vec![Edit::replace(Span::new(start, start + old.len()), new)])
        };
        let (harm, loss, good) = (replace("title", "titel"), replace(" # why", ""), replace("1..10", "1..50"));
        assert_eq!(after(text, vec![harm.clone()]), (text.to_owned(), 0));
        assert_eq!(after(text, vec![loss.clone()]), (text.to_owned(), 0));
        let mended = "title = CEO # why\nand size 1..50\n".to_owned();
        assert_eq!(after(text, vec![harm, loss, good]), (mended, 1));
    }

    #[test]
    fn a_lost_comment_is_noticed() {
        assert!(keeps_comments("a # x\n# x", "b # x\n# x\n# y", &[]));
        assert!(!keeps_comments("a # x\n# x", "a # x", &[]));
    }
}
