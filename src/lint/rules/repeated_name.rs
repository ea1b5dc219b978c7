use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::{Finding, Library};

lint! {
    /// Two personas of the project have the same `name`.
    ///
    /// The name is what a search is called where its leads arrive; two searches of one name cannot be told apart there.
    ///
    /// ## Example
    ///
    /// ```persona
    /// name: "Founders"
    ///
    /// title = Founder
    /// ```
    ///
    /// ```persona ceos.persona
    /// name: "Founders"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// name: "Founders"
    ///
    /// title = Founder
    /// ```
    ///
    /// ```persona ceos.persona
    /// name: "CEOs"
    ///
    /// title = CEO
    /// ```
    Warning "P626" "repeated-name" in lint: Look::Library(look)
}

fn look(library: &Library, findings: &mut Vec<Finding>) {
    for (name, members) in library.by_name() {
        let Some((first, rest)) = members.split_first() else { continue };
        let place = |index: usize| library.members[index].name.as_ref().map(|(_, at)| *at).unwrap_or_default();
        let first_member = &library.members[*first];
        for index in rest {
            let found = Diagnostic::new(&RULE, format!("the name `{name}` is taken by {}", first_member.title()))
                .label(place(*index), "named so again")
                .help("give one of the two another name: their leads arrive under it");
            findings.push(Finding::new(*index, found).other(first_member, place(*first), "first named so"));
        }
    }
}
