//! Addresses that cannot be imported, and what to do about each.

use super::report::at;
use crate::diagnostic::Diagnostic;
use crate::rule;
use crate::salesnav::{Fault, FaultKind, Refusal};
use crate::source::{SourceFile, Span};

/// What to do about most of them.
const COPY_AGAIN: &str = "open the search in Sales Navigator, wait for the results, and copy the address again";

/// The finding for an address without a search.
pub fn refusal(refusal: Refusal, source: &SourceFile) -> Diagnostic {
    let other = |message: &str, span: Span, label: &str, help: &str| {
        Diagnostic::new(&rule::NOT_A_PEOPLE_SEARCH, message).label(at(span), label).help(help)
    };
    let people = "the address of a people search begins with `https://www.linkedin.com/sales/search/people?query=`";
    match refusal {
        Refusal::NoAddress(span) => other("this is no address", span, "no `https://…`", people),
        Refusal::OtherHost(span) => {
            let message = format!("`{}` is not LinkedIn", source.slice(span));
            other(&message, span, "another site", people)
        }
        Refusal::OtherPage(span) => other(
            "this page of LinkedIn is not a people search of Sales Navigator",
            span,
            "another page",
            "open Lead filters in Sales Navigator, search, and copy the address of the results",
        ),
        Refusal::Companies(span) => other(
            "this search finds companies, and a persona finds people",
            span,
            "a search for accounts",
            "save the companies to an account list, search for leads on that list, and import that search",
        ),
        Refusal::NoQuery(span) => other("the address holds no search", span, "no `query=` in it", COPY_AGAIN),
        Refusal::TwoQueries(first, second) => {
            other("the address holds two searches", first, "the first", "leave the one that you do not mean out")
                .label(at(second), "the second")
        }
        Refusal::Old(span) => Diagnostic::new(&rule::OLD_LINK, "this is a search of LinkedIn's older form")
            .label(at(span), "written so before about 2022")
            .help("open it in the browser, where LinkedIn writes it anew, and copy the address again"),
        Refusal::Saved(span) => {
            Diagnostic::new(&rule::SAVED_SEARCH_LINK, "the address names a search that LinkedIn keeps, and no filters")
                .label(at(span), "only LinkedIn knows what it asks for")
                .help(COPY_AGAIN)
        }
        Refusal::Broken(span) => damaged(&Fault { kind: FaultKind::Control, span }, source),
    }
}

/// The finding for a query that asks for nothing.
pub fn empty(span: Span) -> Diagnostic {
    Diagnostic::new(&rule::NOTHING_TO_IMPORT, "this search has no filter and no keywords")
        .label(at(span), "asks for everybody")
        .help("choose filters in Sales Navigator and copy the address again")
}

/// The finding for a query that cannot be read.
pub fn damaged(fault: &Fault, source: &SourceFile) -> Diagnostic {
    let offset = source.position(fault.span.start).column;
    let (what, label) = words(fault);
    let message = format!("the search is damaged at character {offset}: {what}");
    let help = match fault.kind {
        FaultKind::NoKey | FaultKind::NoComma | FaultKind::NoColon | FaultKind::Percent | FaultKind::NoValue => {
            "commas, colons, parentheses and `%` inside a text are encoded twice, as in `%252C`; \
             open the search in Sales Navigator and copy the address again"
        }
        FaultKind::Control => {
            "an address is one line without tabs: put its parts together, and import several addresses one by one"
        }
        _ => COPY_AGAIN,
    };
    Diagnostic::new(&rule::DAMAGED_LINK, message).label(at(fault.span), label).help(help)
}

fn words(fault: &Fault) -> (String, String) {
    let (what, label) = match fault.kind {
        FaultKind::Percent => ("`%` without two hexadecimal digits", "what is encoded here?"),
        FaultKind::NotText => ("these bytes are no UTF-8", "no text"),
        FaultKind::Open(1) => ("it ends, and one parenthesis is still open", "`)` is missing here or before"),
        FaultKind::Open(open) => {
            return (
                format!("it ends, and {open} parentheses are still open"),
                format!("{open} times `)` is missing here or before"),
            );
        }
        FaultKind::Unopened => ("this parenthesis closes nothing", "one too many here or before"),
        FaultKind::More => ("more follows the search", "not a part of it"),
        FaultKind::NoObject => ("it does not begin with a parenthesis", "`(` belongs here"),
        FaultKind::NoList => ("only `List` stands before a parenthesis", "`List(` or `(` is meant"),
        FaultKind::NoKey => ("the name of a part belongs here", "not a name"),
        FaultKind::NoColon => ("a colon belongs after a name", "`:` belongs here"),
        FaultKind::NoValue => ("a value belongs here", "no value"),
        FaultKind::NoComma => ("a comma or a closing parenthesis belongs here", "`,` or `)` belongs here"),
        FaultKind::Control => ("an address cannot hold this character", "a line end, a tab or the like"),
        FaultKind::Deep => ("its parentheses are nested deeper than any search", "too deep"),
        FaultKind::Twice => ("the same name stands twice in one pair of parentheses", "the second one"),
        FaultKind::Shape(what) => return (format!("{what} belongs here"), "something else".to_owned()),
    };
    (what.to_owned(), label.to_owned())
}
