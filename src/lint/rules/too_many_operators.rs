use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::{Boolean, Kind, Written};
use crate::report::Report;
use crate::wording;

lint! {
    /// A keyword or a title holds more operators than LinkedIn may read.
    ///
    /// About 15 of AND, OR and NOT are said to work in one text. LinkedIn does not document where it stops, and does
    /// not say so when it does: what stands behind is not searched, or nothing is found at all.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = "CEO OR CFO OR COO OR CTO OR CIO OR CMO OR CRO OR CPO OR CHRO OR CDO OR CCO OR CLO OR CSO OR CISO OR CAO OR CXO OR CBO"
    /// ```
    ///
    /// ## Use instead
    ///
    /// A list of titles has no operators:
    ///
    /// ```persona
    /// title in [CEO, CFO, COO, CTO, CIO, CMO, CRO, CPO, CHRO, CDO, CCO, CLO, CSO, CISO, CAO, CXO, CBO]
    /// ```
    ///
    /// A keyword takes several requests, each with a part of the text: `keyword in ["cloud OR SaaS", "SIEM OR SOAR"]` and
    /// `split: any`.
    Warning "P618" "too-many-operators" in build: Look::Written(look)
}

/// Operators of one text that are said to work.
const MOST: usize = 15;

/// Titles that the help begins a list with.
const SHOWN: usize = 2;

fn look(written: &Written, report: &mut Report) {
    let Some(text) = written.boolean() else { return };
    let count = text.operators().count();
    if count <= MOST {
        return;
    }
    let name = written.mention.field.row().name;
    let message = format!("this `{name}` holds {count} operators, and LinkedIn is said to read about {MOST}");
    let help = match name {
        "keyword" => {
            "ask in several requests, with fewer in each: `keyword in [\"…\", \"…\"]` and `split: any`".to_owned()
        }
        _ => format!("write a list, which needs no operators: `{name} in [{}, …]`", first_titles(text)),
    };
    let found = Diagnostic::new(&RULE, message).help(help);
    let beyond = text.operators().nth(MOST).map(|token| token.span).unwrap_or_default();
    report.push(written.finding_at(beyond, found, format!("operator {} of {count}", MOST + 1)));
}

/// The first of several titles that are joined by OR.
fn first_titles(text: &Boolean) -> String {
    let alternatives = text.tokens.split(|token| token.word() == Some("OR"));
    let said = alternatives.take(SHOWN).map(|tokens| match tokens {
        [only] => match &only.kind {
            Kind::Word(said) | Kind::Phrase(said) => wording::value(said),
            _ => "\"…\"".to_owned(),
        },
        _ => "\"…\"".to_owned(),
    });
    said.collect::<Vec<_>>().join(", ")
}
