//! What is said of personas that one request cannot say.

use super::{MAX_REQUESTS, MOST_LABELS, Persona};
use crate::algebra::{Apart, Budget, Filter, Literal, MAX_STEPS, Normal, Overlap, Request, disjoint};
use crate::diagnostic::Diagnostic;
use crate::emit::{fields_in_words, request_as_persona};
use crate::fields::FieldId;
use crate::rule;
use crate::wording::thousands;

/// Requests that a message shows.
const MOST_SHOWN: usize = 5;

impl Persona<'_> {
    pub(super) fn too_complex(&self) -> Diagnostic {
        let message = "this persona joins too many conditions to be taken apart into requests";
        Diagnostic::new(&rule::TOO_COMPLEX, message)
            .label(self.location, format!("given up after {} steps", thousands(MAX_STEPS as u64)))
            .help(format!("split it into several personas; one may take {MAX_REQUESTS} requests at most"))
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
        let sides = self.both_sides(filter);
        let help = match sides.iter().all(|side| side.complement) {
            true => format!("exclude all of them in one list: `{name} not in […]`"),
            false => both_help(name),
        };
        let diagnostic = Diagnostic::new(&rule::NO_BOTH, format!("the API has no \"both\" for `{name}`")).help(help);
        sides.iter().fold(diagnostic, |diagnostic, side| {
            let asked = match side.complement {
                true => "asks for all the others".to_owned(),
                false => format!("asks for {}", self.values(side)),
            };
            diagnostic.label(side.location, asked)
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

fn both_help(name: &str) -> String {
    match name {
        "keyword" => "join them in one keyword: `keyword = \"cloud AND security\"`".to_owned(),
        "title" | "past_title" => format!(
            "for either of them join with `or`; for both words in one title write them as one text: `{name} = \"Sales AND Marketing\"`"
        ),
        _ => format!("for either of them use one list: `{name} in […]`; for one of them drop the other"),
    }
}
