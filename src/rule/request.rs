//! P5xx: what a request needs beside its filters.

use super::rules;

rules! {
    /// The persona has no filter.
    NO_FILTER = Error "P501" "no-filter";
    /// A setting has a value of the wrong type.
    MISTYPED_SETTING = Error "P502" "mistyped-setting";
    /// A setting is given twice in one scope.
    DUPLICATE_SETTING = Error "P503" "duplicate-setting";
    /// The persona has no webhook, so nothing can be delivered.
    NO_WEBHOOK = Warning "P504" "no-webhook";
    /// An environment variable is not set.
    MISSING_ENVIRONMENT_VARIABLE = Error "P505" "missing-environment-variable";
    /// The webhook is not an absolute `https` address.
    BAD_WEBHOOK = Error "P506" "bad-webhook";
    /// `raw` holds a key that personac fills itself.
    KNOWN_KEY_IN_RAW = Error "P507" "known-key-in-raw";
    /// `live: false` and a filter that only a live search has.
    LIVE_ONLY = Error "P508" "live-only";
}
