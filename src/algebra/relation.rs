//! How two unions of requests stand to each other.

use super::budget::{Budget, TooComplex};
use super::coverage::covers;
use super::request::Request;

/// How the leads of one audience stand to those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The same leads.
    Same,
    /// All of its leads are the other's, and the other has more.
    Narrower,
    /// It has all leads of the other, and more.
    Wider,
    /// Each may have leads that the other has not, and some lead may be in both.
    Overlapping,
    /// No lead can be in both.
    Disjoint,
}

impl Relation {
    /// The relation seen from the other side.
    #[must_use]
    pub fn reversed(self) -> Relation {
        match self {
            Relation::Narrower => Relation::Wider,
            Relation::Wider => Relation::Narrower,
            same => same,
        }
    }
}

/// How the leads that any request of `one` finds stand to those of `other`. Texts must be numbered alike.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn relation(one: &[Request], other: &[Request], budget: &mut Budget) -> Result<Relation, TooComplex> {
    Ok(match (is_inside(one, other, budget)?, is_inside(other, one, budget)?) {
        (true, true) => Relation::Same,
        (true, false) => Relation::Narrower,
        (false, true) => Relation::Wider,
        (false, false) if are_disjoint(one, other) => Relation::Disjoint,
        (false, false) => Relation::Overlapping,
    })
}

/// Whether every lead that a request of `inner` finds is found by one of `outer`.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn is_inside(inner: &[Request], outer: &[Request], budget: &mut Budget) -> Result<bool, TooComplex> {
    let outer: Vec<&Request> = outer.iter().collect();
    for request in inner {
        if !covers(&outer, request, Request::is_possible, budget)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether no lead can be found by a request of each.
pub fn are_disjoint(one: &[Request], other: &[Request]) -> bool {
    one.iter().all(|own| other.iter().all(|other| !own.meets(other)))
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;
    use crate::algebra::filter::Filter;
    use crate::fields::FieldId;

    fn request(filters: &[(&str, &[u32])]) -> Request {
        filters.iter().fold(Request::default(), |request, (field, values)| {
            let field = FieldId::find(field).expect("a field");
            request.with(Filter::include(field, values.iter().copied().collect()))
        })
    }

    fn between(one: &[Request], other: &[Request]) -> Relation {
        let found = relation(one, other, &mut Budget::default()).expect("simple");
        assert_eq!(relation(other, one, &mut Budget::default()).expect("simple"), found.reversed());
        found
    }

    #[test]
    fn sets_decide() {
        let (directors, vps) = (request(&[("seniority", &[6, 7])]), request(&[("seniority", &[7, 8])]));
        let vp = request(&[("seniority", &[7])]);
        assert_eq!(between(from_ref(&directors), from_ref(&vps)), Relation::Overlapping);
        assert_eq!(between(from_ref(&vp), from_ref(&vps)), Relation::Narrower);
        assert_eq!(between(&[vp], &[request(&[("seniority", &[8])])]), Relation::Disjoint);
        assert_eq!(between(from_ref(&directors), from_ref(&directors)), Relation::Same);
    }

    #[test]
    fn nobody_lives_in_two_countries() {
        let (france, germany, paris, europe) = (105015875, 101282230, 106383538, 100506914);
        let in_place = |places: &[u32]| request(&[("location", places)]);
        assert_eq!(between(&[in_place(&[france])], &[in_place(&[germany])]), Relation::Disjoint);
        assert_eq!(between(&[in_place(&[paris])], &[in_place(&[germany])]), Relation::Disjoint);
        assert_eq!(between(&[in_place(&[france, germany])], &[in_place(&[germany])]), Relation::Wider);
        assert_eq!(between(&[in_place(&[europe])], &[in_place(&[france])]), Relation::Wider);
        let location = FieldId::find("location").expect("a field");
        let not_germany = Request::of(Filter::exclude(location, [germany].into_iter().collect()));
        assert_eq!(between(&[in_place(&[france])], &[not_germany]), Relation::Narrower);
    }

    #[test]
    fn a_metropolitan_area_may_cross_a_border() {
        let (basel_side, geneva) = (105015875, 90009886);
        let places = [request(&[("location", &[basel_side])]), request(&[("location", &[geneva])])];
        assert_eq!(between(&places[..1], &places[1..]), Relation::Overlapping);
    }

    #[test]
    fn many_requests_with_one_value_more_are_wider() {
        let field = |at: u32| (0..6).map(|step| (at * 7 + step * 11) % 97).collect::<Vec<u32>>();
        let requests: Vec<Request> = (0..60)
            .map(|at| {
                request(&[("title", &field(at)), ("company", &[at % 5, at % 7, 9]), ("past_title", &[at % 3, 5])])
            })
            .collect();
        let mut more = requests.clone();
        more[0] = request(&[("title", &[field(0), vec![100]].concat()), ("company", &[0, 9]), ("past_title", &[0, 5])]);
        assert_eq!(between(&more, &requests), Relation::Wider);
    }

    #[test]
    fn a_union_may_hold_what_none_of_its_requests_holds() {
        let both = request(&[("seniority", &[7, 8]), ("title", &[1])]);
        let halves =
            [request(&[("seniority", &[7]), ("title", &[1])]), request(&[("seniority", &[8]), ("title", &[1])])];
        assert_eq!(between(from_ref(&both), &halves), Relation::Same);
        assert_eq!(between(&[both], &halves[..1]), Relation::Wider);
    }
}
