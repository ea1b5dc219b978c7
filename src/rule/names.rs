//! P2xx: names that mean nothing, or several things.

use super::rules;

rules! {
    /// No filter has this name.
    UNKNOWN_FIELD = Error "P201" "unknown-field";
    /// No setting has this name.
    UNKNOWN_SETTING = Error "P202" "unknown-setting";
    /// The field's vocabulary has no such label.
    UNKNOWN_LABEL = Error "P203" "unknown-label";
    /// The label names several things.
    AMBIGUOUS_LABEL = Error "P204" "ambiguous-label";
    /// No `let` has this name.
    UNKNOWN_REFERENCE = Error "P205" "unknown-reference";
    /// A used file cannot be read.
    MISSING_FILE = Error "P206" "missing-file";
    /// Files use each other in a circle, or a `let` refers to itself.
    CIRCULAR_USE = Error "P207" "circular-use";
    /// A used file lies outside the project.
    OUTSIDE_PROJECT = Error "P208" "outside-project";
    /// A name is given twice: two `let`s, two aliases, two personas.
    DUPLICATE_NAME = Error "P209" "duplicate-name";
    /// A used file has errors of its own.
    BROKEN_USE = Error "P210" "broken-use";
}
