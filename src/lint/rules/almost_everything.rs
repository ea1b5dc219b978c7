use super::{Look, lint};
use crate::algebra::Literal;
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::report::Report;
use crate::tables::Closed;
use crate::wording::{and, value};

lint! {
    /// A list or range names almost the whole vocabulary of its field.
    ///
    /// It narrows the audience by next to nothing, and leaves out every lead whose value LinkedIn does not know. The few
    /// values that are left out are easier to read, and to review, if they are what is written.
    ///
    /// ## Example
    ///
    /// ```persona
    /// size 1..10000
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// size < 10001
    /// ```
    Warning "P627" "almost-everything" in lint: Look::Persona(look)
}

/// Vocabularies smaller than this are not worth a word.
const LARGE: usize = 8;

fn look(persona: &Persona, report: &mut Report) {
    for literal in persona.resolved.literals.iter().filter(|literal| !literal.negated && !literal.complement) {
        let Some(closed) = literal.field.row().vocabulary().filter(|closed| closed.rows().len() >= LARGE) else {
            continue;
        };
        let few = (closed.rows().len() / 10).max(1);
        if literal.listed.len() + few < closed.rows().len() {
            continue;
        }
        if !is_one_sided(persona, literal) {
            report.push(almost(literal, closed, &missing(closed, literal)));
        }
    }
}

fn missing(closed: &'static Closed, literal: &Literal) -> Vec<&'static str> {
    let rows = closed.rows().iter().zip(0..);
    rows.filter(|(_, index)| !literal.listed.contains(index)).map(|(row, _)| row.label).collect()
}

/// Whether it is a comparison or an open range, which says plainly what it leaves out.
fn is_one_sided(persona: &Persona, literal: &Literal) -> bool {
    let open = |text: &str| text.starts_with("..") || text.ends_with("..");
    let compares = persona.sources.slice(literal.location).contains(['<', '>']);
    compares || literal.places.iter().all(|place| open(persona.sources.slice(*place)))
}

fn almost(literal: &Literal, closed: &'static Closed, missing: &[&str]) -> Diagnostic {
    let (name, whole) = (literal.field.row().name, closed.rows().len());
    let message =
        format!("{} of {whole} {} are named here: it leaves out {}", literal.listed.len(), closed.plural, and(missing));
    let written: Vec<String> = missing.iter().map(|label| value(label)).collect();
    Diagnostic::new(&RULE, message)
        .label(literal.location, "narrows the audience by next to nothing")
        .help(format!("write what is left out, `{name} not in [{}]`, or drop the clause", written.join(", ")))
}
