use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::RULES;
use crate::rule::Rule;
use crate::source::Location;
use crate::suggest::nearest;
use crate::wording::{Choice, did_you_mean};

lint! {
    /// A comment allows a rule that does not exist, or one that cannot be allowed.
    ///
    /// A misspelt name allows nothing, and nobody would notice until the finding is looked for. Errors of P1 to P5 say
    /// that there is no request to send; they cannot be allowed.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO # personac: allow(no-webhok)
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO # personac: allow(no-webhook) the pilot delivers nothing
    /// ```
    Warning "P631" "unknown-suppression" in lint: Look::Elsewhere
}

/// The comment begins like one, and goes on like none.
pub fn not_understood(at: Location) -> Diagnostic {
    Diagnostic::new(&RULE, "this comment speaks to personac, but says nothing it knows")
        .label(at, "allows nothing")
        .help("write `# personac: allow(name)` or `# personac: allow-file(name)`; a reason may follow")
}

/// There is no rule of this name.
pub fn unknown(name: &str, at: Location) -> Diagnostic {
    let found = Diagnostic::new(&RULE, format!("no finding is called `{name}`")).label(at, "allows nothing");
    let near = nearest(name, RULES.iter().filter(|rule| !rule.is_fixed()).map(|rule| rule.name));
    let choices: Vec<Choice> = near.into_iter().map(Choice::name).collect();
    match choices.is_empty() {
        true => found.help("write the name that a finding shows behind its code"),
        false => did_you_mean(found, at, &choices, false, ""),
    }
}

/// The rule is there, and cannot be allowed.
pub fn fixed(rule: &Rule, at: Location) -> Diagnostic {
    Diagnostic::new(&RULE, format!("`{}` is an error, which no comment can allow", rule.name))
        .label(at, "allows nothing")
        .help("mend what it says, and drop the comment")
}
