//! What tells most pairs of requests, and of unions of requests, apart at once.

use std::sync::LazyLock;

use super::request::Request;
use crate::fields::{FieldId, Kind};

/// The fields of a request, and the values it allows on fields with a whole vocabulary.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// A bit for each field that it has a filter on.
    fields: u64,
    /// A bit for each value of each vocabulary that its leads may have.
    allowed: u128,
}

impl Shape {
    /// The shape of a request.
    pub fn of(request: &Request) -> Shape {
        let mut shape = Shape { fields: 0, allowed: u128::MAX };
        for filter in &request.filters {
            shape.fields |= 1 << filter.field.0;
            let (Some((first, count)), Some(set)) = (BITS[usize::from(filter.field.0)], filter.includes.first()) else {
                continue;
            };
            let own: u128 = set.iter().map(|value| 1 << (first + value)).sum();
            shape.allowed &= own | !(((1 << count) - 1) << first);
        }
        shape
    }

    /// The shape of the union of requests: what any of them allows, and the fields without a whole vocabulary of which
    /// all of them ask for a value. `None` for no request.
    pub fn of_union(requests: &[Request]) -> Option<Shape> {
        let asking = |request: &Request| {
            let is_open = |field: FieldId| field.row().vocabulary().is_none();
            let fields = request.filters.iter().filter(|filter| is_open(filter.field) && !filter.includes.is_empty());
            Shape { fields: fields.map(|filter| 1 << filter.field.0).sum(), ..Shape::of(request) }
        };
        let either = |one: Shape, other: Shape| Shape {
            fields: one.fields & other.fields,
            allowed: one.allowed | other.allowed,
        };
        requests.iter().map(asking).reduce(either)
    }

    /// Whether some lead may pass both. Of a field of which it has exactly one value, both must allow one.
    pub fn may_meet(self, other: Shape) -> bool {
        let both = self.allowed & other.allowed;
        ONE_OF.iter().all(|field| both & field != 0)
    }

    /// Whether a request of this shape may be inside one of the other: it has a filter on all of its fields, and
    /// allows no value that the other does not.
    pub fn may_be_inside(self, other: Shape) -> bool {
        other.fields & !self.fields == 0 && self.allowed & !other.allowed == 0
    }
}

/// The bits of each field of which a lead has exactly one value.
static ONE_OF: LazyLock<Vec<u128>> = LazyLock::new(|| {
    let fields = FieldId::all().filter(|field| field.row().kind == Kind::ClosedOne);
    fields.filter_map(bits).map(|(first, count)| ((1 << count) - 1) << first).collect()
});

/// The bits of each field.
static BITS: LazyLock<Vec<Option<(u32, u32)>>> = LazyLock::new(|| FieldId::all().map(bits).collect());

/// The bits of a field: where they begin, and how many there are. None once there is no room.
fn bits(field: FieldId) -> Option<(u32, u32)> {
    let count = |field: FieldId| field.row().vocabulary().map(|closed| closed.rows().len() as u32);
    let own = count(field)?;
    let first: u32 = FieldId::all().take_while(|other| *other != field).filter_map(count).sum();
    (first + own < u128::BITS).then_some((first, own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::algebra::Filter;

    fn shape(filters: &[(&str, &[u32])]) -> Shape {
        let mut request = Request::default();
        for (field, values) in filters {
            let field = FieldId::find(field).expect("a field");
            request = request.with(Filter::include(field, values.iter().copied().collect()));
        }
        Shape::of(&request)
    }

    #[test]
    fn whoever_is_inside_says_more() {
        let narrow = shape(&[("seniority", &[7, 8]), ("title", &[1])]);
        assert!(narrow.may_be_inside(shape(&[("seniority", &[6, 7, 8])])));
        assert!(narrow.may_be_inside(shape(&[("title", &[2])])), "titles are not told apart");
        assert!(!narrow.may_be_inside(shape(&[("seniority", &[7])])));
        assert!(!narrow.may_be_inside(shape(&[("size", &[7])])));
        assert!(!shape(&[("title", &[1])]).may_be_inside(narrow));
    }

    #[test]
    fn every_vocabulary_has_room() {
        let closed = FieldId::all().filter(|field| field.row().vocabulary().is_some());
        assert!(closed.into_iter().all(|field| bits(field).is_some()));
    }
}
