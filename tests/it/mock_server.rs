//! What stands in for the API in tests does what it says.

use crate::mock::Mock;

#[test]
fn starts() {
    drop(Mock::start());
}
