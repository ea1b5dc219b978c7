use super::{Look, lint};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Written;
use crate::report::Report;

lint! {
    /// A keyword or a title holds quotes that are not straight.
    ///
    /// LinkedIn reads only straight quotes as the marks of a phrase. With the curly ones of a document the words are
    /// searched one by one, and anybody who has all of them somewhere is found, and paid for.
    ///
    /// ## Example
    ///
    /// ```persona
    /// keyword = "“zero trust” OR SASE"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// keyword = "\"zero trust\" OR SASE"
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it writes straight quotes, which changes who is found.
    Warning "P617" "curly-quotes-in-text" in build: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let Some(text) = written.boolean() else { return };
    let Some((first, others)) = text.curly.split_first() else { return };
    let name = written.mention.field.row().name;
    let message = format!("LinkedIn reads only straight quotes, and this `{name}` has others");
    let mut found = Diagnostic::new(&RULE, message)
        .help("for a phrase write straight quotes, with a backslash inside the text: `\\\"…\\\"`");
    for other in others {
        found = found.label(written.part(*other), "");
    }
    if text.open_quote.is_none() {
        let edits = text.curly.iter().map(|curly| Edit::replace(*curly, "\\\"")).collect();
        found = found.unsafe_fix("write straight quotes", edits);
    }
    report.push(written.finding_at(*first, found, "marks no phrase"));
}
