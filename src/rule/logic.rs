//! P4xx: filters that cannot be said in one request, or find nobody.

use super::rules;

rules! {
    /// The expression takes several requests, and `split` is not set.
    NOT_ONE_REQUEST = Error "P401" "not-one-request";
    /// Clauses exclude each other.
    MATCHES_NOBODY = Error "P402" "matches-nobody";
    /// The API has no way to exclude values of this field.
    NO_SUCH_EXCLUSION = Error "P403" "no-such-exclusion";
    /// The API has no way to ask for two values of this field at once.
    NO_BOTH = Error "P404" "no-both";
    /// The expression takes more than 64 requests.
    TOO_MANY_REQUESTS = Error "P405" "too-many-requests";
    /// The expression grows out of all bounds when it is taken apart.
    TOO_COMPLEX = Error "P406" "too-complex";
    /// A filter that every lead passes; it is dropped.
    COVERS_EVERYTHING = Warning "P407" "covers-everything";
    /// A branch of an `or` that can match nobody; it is dropped.
    DEAD_BRANCH = Warning "P408" "dead-branch";
    /// A lead may have several values of this field, so "not" is not exact.
    INEXACT_COMPLEMENT = Warning "P409" "inexact-complement";
    /// `split: disjoint` cannot keep two requests apart.
    NOT_DISJOINT = Error "P410" "not-disjoint";
    /// `split: disjoint` keeps requests apart by the rest of a vocabulary, in which a lead of unknown value is not.
    UNKNOWN_LEFT_OUT = Warning "P411" "unknown-left-out";
}
