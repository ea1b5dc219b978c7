//! Findings of the algebra, said in the words of the persona.

use super::{MAX_REQUESTS, Persona};
use crate::algebra::{Apart, Budget, Conflict, Filter, Literal, Normal, Overlap, Request, ValueSet, disjoint, holds};
use crate::diagnostic::Diagnostic;
use crate::emit::{fields_in_words, request_as_persona};
use crate::fields::FieldId;
use crate::resolve::covers_everything;
use crate::rule;
use crate::source::Location;

/// Characters of a label that lists values, so that it fits beside its place.
const WIDEST_VALUES: usize = 36;

/// Requests that a message shows.
const MOST_SHOWN: usize = 5;

/// Conditions that a message points at.
const MOST_LABELS: usize = 4;

impl Persona<'_> {
    fn literal(&self, origin: u32) -> Option<&Literal> {
        self.literals.get(origin as usize)
    }

    /// The text of a place, on one line and not too long.
    fn written(&self, location: Location) -> String {
        let words: Vec<&str> = self.sources.slice(location).split_whitespace().collect();
        let text = words.join(" ");
        match text.char_indices().nth(60) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    /// The values of a condition, for a label.
    fn values(&self, literal: &Literal) -> String {
        let mut shown = String::from(if literal.negated { "anything but " } else { "" });
        for (index, value) in literal.listed.iter().enumerate() {
            let label = self.atoms.label(literal.field, *value);
            if index > 0 && shown.chars().count() + label.chars().count() > WIDEST_VALUES {
                shown.push_str(", …");
                break;
            }
            shown.push_str(if index > 0 { ", " } else { "" });
            shown.push_str(&label);
        }
        if literal.listed.is_empty() { "no value is left".to_owned() } else { shown }
    }

    pub(super) fn too_complex(&self) -> Diagnostic {
        let message = "this persona joins too many `or`s to be taken apart into requests";
        Diagnostic::new(&rule::TOO_COMPLEX, message)
            .label(self.location, "given up here")
            .help(format!("split it into several personas; one may take {MAX_REQUESTS} requests at most"))
    }

    pub(super) fn no_filter(&self) -> Diagnostic {
        Diagnostic::new(&rule::NO_FILTER, "every lead passes this persona: it has no filter left")
            .label(self.location, "nothing here leaves anybody out")
            .help("the API wants at least one filter or keyword; add one, such as `title = CEO`")
    }

    /// Two sides of a conflict that are enough to cause it.
    fn sides(&self, conflict: &Conflict) -> Vec<&Literal> {
        let literals: Vec<&Literal> = conflict.origins.iter().filter_map(|origin| self.literal(*origin)).collect();
        let excludes = |one: &&Literal, other: &&Literal| {
            let (a, b): (ValueSet, ValueSet) =
                (one.listed.iter().copied().collect(), other.listed.iter().copied().collect());
            match (one.negated, other.negated) {
                (false, false) => a.intersection(&b).is_empty(),
                (false, true) => a.iter().all(|value| holds(one.field, &b, value)),
                (true, false) => b.iter().all(|value| holds(one.field, &a, value)),
                (true, true) => false,
            }
        };
        for (index, one) in literals.iter().enumerate() {
            if let Some(other) = literals[..index].iter().find(|other| excludes(one, other)) {
                return vec![other, one];
            }
        }
        literals.into_iter().take(MOST_LABELS).collect()
    }

    pub(super) fn matches_nobody(&self, normal: &Normal) -> Diagnostic {
        let Some(conflict) = normal.log.conflicts.first() else {
            return Diagnostic::new(&rule::MATCHES_NOBODY, "this persona can match nobody")
                .label(self.location, "no lead passes")
                .help("drop the clauses that exclude each other");
        };
        let sides = self.sides(conflict);
        let named: Vec<String> = sides.iter().map(|side| format!("`{}`", self.written(side.location))).collect();
        let message = match named.as_slice() {
            [one] => format!("nobody is {one}"),
            [one, other] => format!("nobody is both {one} and {other}"),
            _ => format!("nobody is all of {}", named.join(", ")),
        };
        let help = match sides.len() {
            1 => "drop the clause, or widen it",
            2 => "drop one of the two",
            _ => "drop one of them",
        };
        let diagnostic = Diagnostic::new(&rule::MATCHES_NOBODY, message).help(help);
        sides.iter().fold(diagnostic, |diagnostic, side| diagnostic.label(side.location, self.values(side)))
    }

    pub(super) fn dead_branch(&self, branch: Location, normal: &Normal) -> Diagnostic {
        let inside = |literal: &&Literal| {
            literal.location.file == branch.file
                && branch.span.start <= literal.location.span.start
                && literal.location.span.end <= branch.span.end
        };
        let concerns = |conflict: &&Conflict| {
            conflict.origins.iter().filter_map(|origin| self.literal(*origin)).any(|literal| inside(&literal))
        };
        let diagnostic = Diagnostic::new(&rule::DEAD_BRANCH, "this branch can match nobody, so it is left out")
            .label(branch, "no lead passes")
            .help("drop the branch, or the condition that excludes it");
        let conflict = normal.log.conflicts.iter().find(concerns);
        let sides = conflict.map(|conflict| self.sides(conflict)).unwrap_or_default();
        sides.iter().fold(diagnostic, |diagnostic, side| diagnostic.label(side.location, self.values(side)))
    }

    /// Included values that an exclusion drops, where no request has them.
    pub(super) fn dead_values(&self, normal: &Normal) -> Vec<Diagnostic> {
        let mut dead = normal.log.dead.clone();
        dead.sort_unstable();
        dead.dedup();
        let sent = |field: FieldId, value: u32| {
            let filters = normal.requests.iter().filter_map(|request| request.filter(field));
            filters.flat_map(|filter| &filter.includes).any(|values| values.contains(value))
        };
        dead.into_iter()
            .filter(|(field, value)| !sent(*field, *value))
            .filter_map(|(field, value)| self.dead_value(field, value))
            .collect()
    }

    fn dead_value(&self, field: FieldId, value: u32) -> Option<Diagnostic> {
        let on_field = || self.literals.iter().filter(|literal| literal.field == field);
        let include = on_field().find(|literal| !literal.negated && literal.listed.contains(&value))?;
        let excluded =
            |literal: &&Literal| literal.negated && holds(field, &literal.listed.iter().copied().collect(), value);
        let exclude = on_field().find(excluded)?;
        let name = self.atoms.label(field, value);
        let message = format!("`{name}` is included and excluded, so it finds nobody and is left out");
        Some(
            Diagnostic::new(&rule::DEAD_BRANCH, message)
                .label(place(include, |own| own == value), "included here")
                .label(place(exclude, |own| holds(field, &std::iter::once(own).collect(), value)), "excluded here")
                .help("drop it from one of the two"),
        )
    }

    /// Fields on which branches together leave nobody out, and which no request has for it.
    pub(super) fn everything(&self, normal: &Normal) -> Vec<Diagnostic> {
        let gone = |field: FieldId| normal.requests.iter().all(|request| request.filter(field).is_none());
        let concerned = normal.log.everything.iter().filter(|(field, _)| gone(*field));
        let finding = |(field, origins): &(FieldId, Vec<u32>)| {
            let literals =
                origins.iter().filter_map(|origin| self.literal(*origin)).filter(|literal| literal.field == *field);
            let locations: Vec<Location> = literals.map(|literal| literal.location).take(MOST_LABELS).collect();
            (!locations.is_empty()).then(|| covers_everything(field.row(), &locations))
        };
        concerned.filter_map(finding).collect()
    }

    fn shown(&self, requests: &[Request]) -> String {
        let line = |(index, request): (usize, &Request)| {
            format!("  {}. {}", index + 1, request_as_persona(request, self.literals, self.atoms))
        };
        let mut lines: Vec<String> = requests.iter().enumerate().take(MOST_SHOWN).map(line).collect();
        if requests.len() > lines.len() {
            lines.push(format!("  … {} more", requests.len() - lines.len()));
        }
        lines.join("\n")
    }

    pub(super) fn not_one_request(&self, normal: &Normal) -> Diagnostic {
        let count = normal.requests.len();
        let can_be_disjoint = disjoint(&normal.requests, &mut Budget::default()).is_ok();
        let ways = match can_be_disjoint {
            true => "add `split: any`, or `split: disjoint` so that nobody is delivered and paid for twice",
            false => "add `split: any`; a lead that several of them find is delivered and paid for several times",
        };
        let help = format!("it takes {count} requests:\n{}\n{ways}", self.shown(&normal.requests));
        self.at_the_or(normal, &rule::NOT_ONE_REQUEST).help(help)
    }

    /// The finding at the outermost `or` that takes several requests, with what it joins.
    fn at_the_or(&self, normal: &Normal, rule: &'static rule::Rule) -> Diagnostic {
        let Some(or) = normal.ors.first() else {
            return Diagnostic::new(rule, "this persona is more than one request can say")
                .label(self.location, "all of this");
        };
        let joined = or.branches.iter().find_map(|(_, or)| *or);
        let fields: Vec<String> = or.requests.iter().map(|requests| fields_in_words(requests)).collect();
        let message = match joined {
            None => format!("one request holds one `{}`, and this asks for several", fields[0]),
            Some(_) if fields.iter().all(|field| *field == fields[0]) => {
                format!("this `or` joins different combinations of {}, which one request cannot do", fields[0])
            }
            Some(_) => "this `or` joins different filters, which one request cannot do".to_owned(),
        };
        let mut diagnostic = Diagnostic::new(rule, message);
        for ((location, or), fields) in or.branches.iter().zip(&fields).take(MOST_LABELS) {
            if let Some(or) = or.filter(|or| Some(*or) == joined) {
                diagnostic = diagnostic.label(or, "joined here");
            }
            let label = match joined {
                Some(_) => format!("finds leads by {fields}"),
                None => "a request of its own".to_owned(),
            };
            diagnostic = diagnostic.label(*location, label);
        }
        diagnostic
    }

    pub(super) fn too_many(&self, normal: &Normal, count: usize) -> Diagnostic {
        let mut diagnostic = self.at_the_or(normal, &rule::TOO_MANY_REQUESTS);
        diagnostic.message = format!("this persona takes {count} requests, more than {MAX_REQUESTS}");
        diagnostic.help("split it into several personas, or join fewer combinations")
    }

    pub(super) fn no_both(&self, request: &Request) -> Diagnostic {
        let filter = request.filters.iter().find(|filter| !filter.is_expressible());
        let Some(filter) = filter.filter(|filter| filter.includes.len() > 1) else {
            return Diagnostic::new(&rule::NO_BOTH, "the API cannot express this persona")
                .label(self.location, "all of this");
        };
        let name = filter.field.row().name;
        let diagnostic =
            Diagnostic::new(&rule::NO_BOTH, format!("the API has no \"both\" for `{name}`")).help(both_help(name));
        self.both_sides(filter).iter().fold(diagnostic, |diagnostic, side| {
            diagnostic.label(side.location, format!("asks for {}", self.values(side)))
        })
    }

    /// A condition for each include set.
    fn both_sides(&self, filter: &Filter) -> Vec<&Literal> {
        let origins = || filter.origins.iter().filter_map(|origin| self.literal(*origin));
        let mut sides: Vec<&Literal> = vec![];
        for values in &filter.includes {
            let makes = |literal: &&Literal| {
                literal.field == filter.field
                    && !literal.negated
                    && values.iter().any(|value| literal.listed.contains(&value))
            };
            let new = |literal: &&Literal| !sides.iter().any(|side| side.location == literal.location);
            if let Some(side) = origins().filter(makes).find(new) {
                sides.push(side);
            }
        }
        sides.sort_by_key(|side| side.location);
        sides.truncate(MOST_LABELS);
        sides
    }

    /// Fields whose unknown values `split: disjoint` loses.
    pub(super) fn unknown_left_out(&self, apart: &Apart) -> Vec<Diagnostic> {
        let finding = |field: &FieldId| {
            let name = field.row().name;
            let message = format!("keeping the requests apart loses leads whose `{name}` LinkedIn does not know");
            let literals = self.literals.iter().filter(|literal| literal.field == *field).take(MOST_LABELS);
            let diagnostic = Diagnostic::new(&rule::UNKNOWN_LEFT_OUT, message).help(
                "a lead without a known value is in no part; with `split: any` nobody is lost, and some are found twice",
            );
            literals.fold(diagnostic, |diagnostic, literal| {
                diagnostic.label(literal.location, "the other requests ask for the rest of its values")
            })
        };
        apart.unknown.iter().map(finding).collect()
    }

    pub(super) fn not_disjoint(&self, normal: &Normal, overlap: &Overlap) -> Diagnostic {
        let filter = match overlap {
            Overlap::TooComplex => return self.too_complex(),
            Overlap::Inexpressible(filter) => filter,
        };
        let name = filter.field.row().name;
        let message = format!("the requests cannot be kept apart: the API cannot exclude `{name}` exactly");
        let diagnostic = Diagnostic::new(&rule::NOT_DISJOINT, message).help(format!(
            "it takes {} requests:\n{}\nwith `split: any` a lead that several of them find is delivered and paid for several times",
            normal.requests.len(),
            self.shown(&normal.requests)
        ));
        let literals = filter.origins.iter().filter_map(|origin| self.literal(*origin));
        let concerned = literals.filter(|literal| literal.field == filter.field).take(MOST_LABELS);
        let labelled = concerned.fold(diagnostic, |diagnostic, literal| {
            diagnostic.label(literal.location, "the other requests would have to leave these leads out")
        });
        match labelled.labels.is_empty() {
            true => labelled.label(self.location, "all of this"),
            false => labelled,
        }
    }
}

/// Where a condition has the value that is looked for.
fn place(literal: &Literal, wanted: impl Fn(u32) -> bool) -> Location {
    let index = literal.listed.iter().position(|value| wanted(*value));
    index.and_then(|index| literal.places.get(index)).copied().unwrap_or(literal.location)
}

fn both_help(name: &str) -> String {
    match name {
        "keyword" => "join them in one keyword: `keyword = \"cloud AND security\"`".to_owned(),
        "title" | "past_title" => format!(
            "for either of them join with `or`; for both words in one title write them as one text: `{name} = \"Sales AND Marketing\"`"
        ),
        _ => format!("for either of them use one list: `{name} in […]`; for one of them drop the other"),
    }
}
