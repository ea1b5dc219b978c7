//! Personas that once went wrong.

use super::compiled::compile;

#[test]
fn a_rest_as_long_as_what_is_written_is_not_what_is_written() {
    let compiled = compile("split: disjoint\nseniority Senior..Director or function = Sales");
    let [first, second] = &compiled.texts[..] else { panic!("two bodies: {:?}", compiled.errors) };
    assert!(first.contains("\"220\"") && !first.contains("\"310\""), "{first}");
    assert!(second.contains("\"310\"") && !second.contains("\"220\""), "{second}");
}

#[test]
fn different_titles_in_different_sizes_are_kept_apart() {
    let compiled = compile("split: disjoint\ntitle = CEO and seniority = CXO or title = CTO and size 1..10");
    assert_eq!(compiled.errors, [""; 0]);
}

#[test]
fn requests_are_kept_apart_in_whichever_order_works() {
    let clauses = "title != Intern and size 1..10 or title = CEO or title != CTO and tenure 3..5";
    let compiled = compile(&format!("split: disjoint\n{clauses}"));
    assert_eq!(compiled.errors, [""; 0]);
}

#[test]
fn six_overlapping_boxes_that_fill_one_are_one_request() {
    let compiled = compile(
        r#"
        (seniority in [VP, Owner, Director] and tenure in ["<1", 1-2, 6-10] and size in [11-50, 51-200])
        or (seniority in [VP, CXO, Owner] and tenure in [1-2, 3-5, 6-10] and size in [1-10, 51-200])
        or (seniority in [CXO, Owner, Director] and tenure in ["<1", 1-2, 3-5] and size in [11-50, 51-200])
        or (seniority in [CXO, Owner, Director] and tenure in ["<1", 3-5] and size in [1-10, 11-50, 51-200])
        or (seniority in [VP, CXO, Director] and tenure in ["<1", 3-5, 6-10] and size in [1-10, 11-50])
        or (seniority in [VP, CXO, Director] and tenure in [1-2, 3-5, 6-10] and size = 1-10)
        or (seniority = Owner and tenure = "<1" and size = 1-10)
        "#,
    );
    assert_eq!(compiled.errors, [""; 0]);
}

#[test]
fn a_request_that_two_others_cover_is_left_out() {
    let compiled = compile(
        r#"
        split: any
        tenure 0..5 or past_title in [Intern, CEO] or keyword = cloud
        tenure >= 3 or tenure = 1-2 and experience in ["<1", ">10"] or headquarters = France and tenure <= 0
        past_title not in [Intern, CEO] or tenure != 3-5
        "#,
    );
    assert_eq!(compiled.texts.len(), 5, "{:?}", compiled.errors);
}
