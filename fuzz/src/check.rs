//! Any text as a persona: findings that can be drawn, and the same ones every time; bodies that are JSON, or an error.

use super::findings::drawn;
use super::persona::{bodies_in, compiled};

/// Compile it.
pub fn check(text: &str) {
    let checked = compiled(text);
    let said = drawn(&checked.diagnostics, &checked.sources);
    if checked.has_errors() {
        assert!(checked.personas.is_empty(), "it has errors, and bodies");
    } else {
        let found: usize = checked.personas.iter().map(personac::check::Compiled::count).sum();
        assert_eq!(bodies_in(&checked, text).len(), found);
        assert!(checked.personas.iter().all(|persona| persona.count() > 0), "a persona without a body");
    }
    let again = compiled(text);
    assert_eq!(drawn(&again.diagnostics, &again.sources), said, "it is not the same the second time");
    assert_eq!(again.bodies(), checked.bodies(), "the bodies are not the same the second time");
}
