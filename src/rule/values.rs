//! P3xx: values that their field does not take.

use super::rules;

rules! {
    /// A quantity does not end where one of LinkedIn's buckets ends.
    INSIDE_A_BUCKET = Error "P301" "inside-a-bucket";
    /// A raw ID that the field's whole vocabulary does not have.
    UNKNOWN_ID = Error "P302" "unknown-id";
    /// The field cannot be compared this way.
    WRONG_OPERATOR = Error "P303" "wrong-operator";
    /// The value is of a kind the field does not take.
    WRONG_VALUE = Error "P304" "wrong-value";
    /// A range ends before it begins.
    BACKWARDS_RANGE = Error "P305" "backwards-range";
    /// The unit after a quantity is not the field's.
    WRONG_UNIT = Error "P306" "wrong-unit";
    /// The API wants a company's number, which its public address does not tell.
    VANITY_COMPANY = Error "P307" "vanity-company";
    /// Not an address of a LinkedIn profile.
    NOT_A_PROFILE = Error "P308" "not-a-profile";
    /// A list without values finds nobody.
    EMPTY_LIST = Error "P309" "empty-list";
    /// A field other than a signal stands alone, or a signal has a value.
    NOT_A_SIGNAL = Error "P310" "not-a-signal";
    /// A `let` of one kind is used as another.
    WRONG_REFERENCE = Error "P311" "wrong-reference";
    /// A raw ID that the table does not know; the table cannot be complete.
    UNLISTED_ID = Warning "P312" "unlisted-id";
}
