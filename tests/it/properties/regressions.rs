//! Personas that once went wrong.

use super::compiled::compile;

#[test]
fn a_rest_as_long_as_what_is_written_is_not_what_is_written() {
    let compiled = compile("split: disjoint\nseniority Senior..Director or function = Sales");
    let [first, second] = &compiled.texts[..] else { panic!("two bodies: {:?}", compiled.errors) };
    assert!(first.contains("\"220\"") && !first.contains("\"310\""), "{first}");
    assert!(second.contains("\"310\"") && !second.contains("\"220\""), "{second}");
}
