use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::{Finding, Library, Member};
use crate::wording::and;

lint! {
    /// Every lead of a persona is found by another persona too.
    ///
    /// Whoever submits both pays for these leads twice. The proof is exact for what the filters say: titles, keywords
    /// and companies are compared as they are written.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and location = France
    /// ```
    ///
    /// ```persona all_founders.persona
    /// title in [CEO, Founder]
    /// and location = Europe
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and location = France
    /// ```
    ///
    /// ```persona all_founders.persona
    /// title in [CEO, Founder]
    /// and location = Europe
    /// and location not in [France]
    /// ```
    Warning "P624" "contained-persona" in lint: Look::Library(look)
}

/// Other personas that a message names.
const MOST_SHOWN: usize = 3;

fn look(library: &Library, findings: &mut Vec<Finding>) {
    for (index, member) in library.members.iter().enumerate() {
        let (larger, count) = library.larger(index);
        if count > 0 {
            findings.push(contained(index, member, &larger, count));
        }
    }
}

fn contained(index: usize, member: &Member, larger: &[&Member], count: usize) -> Finding {
    let mut titles: Vec<String> = larger.iter().take(MOST_SHOWN).map(|other| other.title()).collect();
    if count > MOST_SHOWN {
        titles.push(format!("{} more", count - MOST_SHOWN));
    }
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let found = Diagnostic::new(&RULE, format!("every lead of this persona is found by {} too", and(&titles)))
        .label(member.location, "all inside")
        .help("whoever submits both pays for these leads twice: exclude them there, or drop this persona");
    let found = Finding::new(index, found);
    larger.iter().take(MOST_SHOWN).fold(found, |found, other| found.other(other, other.location, "finds them too"))
}
