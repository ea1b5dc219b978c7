//! `docs/limits.md`: what personac takes at most, from the constants that say so.

use super::deliver::MOST_OPENED;
use super::session::MOST_SHOWN;
use crate::algebra;
use crate::api::MOST_READ;
use crate::api::journal::MAX_JOURNAL_BYTES;
use crate::compile::MAX_REQUESTS;
use crate::disk::MAX_BODY_BYTES;
use crate::emit::LONGEST_LINK;
use crate::lsp::MOST_FILES;
use crate::overlap::MOST_IN_MATRIX;
use crate::report::{MAX_COMPARED, MAX_FINDINGS};
use crate::resolve;
use crate::source::MAX_FILE_BYTES;
use crate::suggest;
use crate::syntax::{DEEPEST, MOST_BRACKETS, MOST_FINDINGS};
use crate::wording::thousands;
use crate::workspace::{MAX_BYTES, MAX_FILES};

const START: &str = "\
# Limits

No file, however it came about, makes personac run for minutes or fill the memory. So there is a most of everything that
can grow, far beyond what people write. Just above a limit there is a finding or an error that names it; nothing is ever
cut off silently. `docs/limits.md` is made from the program's own constants, and each limit has a test that goes up to it
and one step further.

";

const END: &str = "\
What is not in the table has no limit of its own: the values of a list, the personas of a file and the names of the label book
are bounded by the size of their file, and how many files a command takes by nothing at all. Steps are counted, never seconds,
so that the same file has the same findings on every machine.

A megabyte of anything takes less than two seconds and less than 250 MB to build, to lint or to format on a machine of today;
`overlap` and the lints that compare personas look at each beside each, and thousands take longer.
";

/// A heading and its rows: what, how much of it, and what happens beyond.
type Section = (&'static str, Vec<(&'static str, String, &'static str)>);

/// All limits that a user can meet, as Markdown.
pub fn limits_reference() -> String {
    let mut text = START.to_owned();
    for (heading, rows) in [personas(), findings(), commands()] {
        text.push_str(&format!("## {heading}\n\n| what | at most | beyond it |\n|---|---|---|\n"));
        rows.iter().for_each(|(what, most, beyond)| text.push_str(&format!("| {what} | {most} | {beyond} |\n")));
        text.push('\n');
    }
    text + END
}

fn count(number: usize) -> String {
    thousands(number as u64)
}

fn mib(bytes: u64) -> String {
    format!("{} MiB", bytes / (1024 * 1024))
}

fn personas() -> Section {
    let rows = vec![
        (
            "a persona file, standard input, a file to import",
            mib(MAX_FILE_BYTES),
            "`file-too-large`, or an error; it is not read",
        ),
        ("`personac.toml` and the user's `config.toml`", mib(MAX_FILE_BYTES), "an error; nothing is compiled"),
        ("brackets and `not` inside each other", count(DEEPEST), "`nesting-too-deep`"),
        ("opening brackets in a file", count(MOST_BRACKETS), "`file-too-large`"),
        (
            "files that one persona uses, its own among them",
            count(MAX_FILES),
            "`missing-file`; the others are not read",
        ),
        ("bytes of those files together", mib(MAX_BYTES as u64), "`missing-file`; the others are not read"),
        ("`let`s that refer to each other, one inside the other", count(resolve::MAX_LETS), "`too-complex`"),
        ("uses of `let`s in a persona, those inside `let`s among them", count(resolve::MAX_STEPS), "`too-complex`"),
        (
            "values that the `let`s of a persona stand for, as often as they are used",
            count(resolve::MAX_VALUES),
            "`too-complex`",
        ),
        ("values that the `let`s of all personas of a file stand for", count(resolve::MAX_ALL_VALUES), "`too-complex`"),
        ("nesting of a persona once its `let`s are written out", count(resolve::MAX_DEPTH), "`too-complex`"),
        ("requests of a persona, with `split`", count(MAX_REQUESTS), "`too-many-requests`"),
        ("steps of the set algebra for a persona", count(algebra::MAX_STEPS), "`too-complex`"),
    ];
    ("Personas", rows)
}

fn findings() -> Section {
    let rows = vec![
        ("syntax errors of a file", count(MOST_FINDINGS), "the last says how many more there are"),
        ("findings of a file that are kept", count(MAX_FINDINGS), "counted; of the errors at least the first is kept"),
        (
            "findings of a file that people are shown",
            count(MOST_SHOWN),
            "“… and N more in this file”; other formats show all",
        ),
        ("letters of a name for which another is suggested", count(suggest::LONGEST), "no suggestion"),
        (
            "pairs of letters that are compared to find what one name may mean",
            count(suggest::MAX_STEPS),
            "no suggestion",
        ),
        (
            "names of `let`s that the unknown ones of a file are compared with, each as often as it is",
            count(MAX_COMPARED),
            "no suggestion",
        ),
    ];
    ("Findings", rows)
}

fn commands() -> Section {
    let rows = vec![
        (
            "a file that `build --check` compares a body with",
            mib(MAX_BODY_BYTES),
            "an error; one that no persona makes is left alone",
        ),
        ("personas in `overlap --matrix`", count(MOST_IN_MATRIX), "an error; without `--matrix` there is no limit"),
        ("letters of a link to Sales Navigator", count(LONGEST_LINK), "a finding, and no link"),
        ("links that `build --open` opens", count(MOST_OPENED), "an error; none is opened"),
        ("the journal of submissions", mib(MAX_JOURNAL_BYTES), "an error; nothing is sent"),
        ("an answer of the API", mib(MOST_READ), "the rest is not read, and the answer counts as cut"),
        (
            "persona files of a project that an editor's search looks through",
            count(MOST_FILES),
            "the others are not found; a name is not changed",
        ),
    ];
    ("Commands", rows)
}
