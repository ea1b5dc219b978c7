use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::{Finding, Library};

lint! {
    /// Two personas of the project ask for the same leads.
    ///
    /// Their requests have the same filters, whatever else they say: every lead is found, delivered and paid for
    /// twice. Most often one is a copy that was meant to become something else.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and size 11..200
    /// ```
    ///
    /// ```persona copy.persona
    /// title = CEO
    /// and size in [11-50, 51-200]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and size 11..200
    /// ```
    ///
    /// ```persona copy.persona
    /// title = CTO
    /// and size in [11-50, 51-200]
    /// ```
    Warning "P623" "same-body" in lint: Look::Library(look)
}

fn look(library: &Library, findings: &mut Vec<Finding>) {
    for (index, member) in library.members.iter().enumerate() {
        let Some(other) = library.twin(index) else { continue };
        let found = Diagnostic::new(&RULE, format!("this persona asks for the same leads as {}", other.title()))
            .label(member.location, "the same filters")
            .help("drop one of the two, or every lead is delivered and paid for twice");
        findings.push(Finding::new(index, found).other(other, other.location, "asks for them first"));
    }
}
