//! What a preview says of a persona, as findings that point at it.

use super::subject::Asked;
use crate::api::{Doubt, Endpoint, Refusal, Request};
use crate::diagnostic::Diagnostic;
use crate::fields::{FIELDS, Field, Kind};
use crate::rule::{self, Rule};
use crate::source::Location;
use crate::wording::{and, or, thousands};

/// What one LinkedIn search delivers at most. Source: Sales Navigator's help.
const MOST_DELIVERED: u64 = 2500;

/// Filters that are named as ways to cut an audience.
const MOST_NAMED: usize = 3;

/// Stands at what was not counted.
const NOT_COUNTED: &str = "not counted";

/// `nobody`, `about 1 person`, `about 1,234 people`.
pub fn people(count: u64) -> String {
    match count {
        0 => "nobody".to_owned(),
        1 => "about 1 person".to_owned(),
        _ => format!("about {} people", thousands(count)),
    }
}

/// The API refused to count.
pub fn refused(refusal: &Refusal, request: Request, endpoint: &Endpoint) -> Diagnostic {
    let mut finding = refusal.finding(request, endpoint);
    if refusal.concerns_all() {
        finding.labels.iter_mut().for_each(|label| label.text = NOT_COUNTED.to_owned());
        return finding;
    }
    finding.help("change what it names, and preview it again")
}

/// The API failed, several times.
pub fn failed(doubt: &Doubt, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::NO_GOOD_ANSWER, format!("no count, however often it is asked: {}", doubt.what))
        .label(at, NOT_COUNTED)
        .help("try again later: a preview costs nothing; if that does not help, look at `--endpoint`")
}

/// Something answered, and not with a preview.
pub fn not_a_preview(status: u16, endpoint: &Endpoint, at: Location) -> Diagnostic {
    Diagnostic::new(&rule::NO_GOOD_ANSWER, format!("`{}` answers ({status}) without a count", endpoint.origin()))
        .label(at, NOT_COUNTED)
        .help("look whether `--endpoint` and `PRONTO_BASE_URL` name the API, and whether a login page is in between")
}

/// What is to be said of the counts of a persona.
pub fn judge(asked: &Asked, max: Option<u64>) -> Vec<Diagnostic> {
    let allowed = max.filter(|max| asked.sum() > *max).map(|max| too_many(asked, max));
    let large = about_parts(asked, |count| count > MOST_DELIVERED).map(|parts| large(asked, &parts));
    let empty = about_parts(asked, |count| count == 0).map(|parts| empty(asked, &parts));
    [allowed, large, empty].into_iter().flatten().collect()
}

/// Requests of a persona: the number of each, and its count.
type Parts = Vec<(usize, u64)>;

/// The requests whose counts are so; `None` if there are none.
fn about_parts(asked: &Asked, is_so: impl Fn(u64) -> bool) -> Option<Parts> {
    let counts = asked.found.iter().enumerate().filter_map(|(index, found)| Some((index + 1, found.as_ref()?.total)));
    let parts: Parts = counts.filter(|(_, count)| is_so(*count)).collect();
    (!parts.is_empty()).then_some(parts)
}

fn finding(rule: &'static Rule, message: String, asked: &Asked, label: String) -> Diagnostic {
    Diagnostic::new(rule, message).label(asked.audience.location, label)
}

fn too_many(asked: &Asked, max: u64) -> Diagnostic {
    let (sum, max) = (people(asked.sum()), thousands(max));
    let who = match asked.bodies.len() {
        1 => "this persona finds".to_owned(),
        parts => format!("the {parts} requests of this persona find"),
    };
    finding(&rule::TOO_MANY_LEADS, format!("{who} {sum}, and `--max` allows {max}"), asked, sum)
        .help("narrow it, or allow more with `--max`")
}

fn large(asked: &Asked, parts: &Parts) -> Diagnostic {
    let most = thousands(MOST_DELIVERED);
    let message = match is_whole(asked) {
        true => format!("this persona finds more people than the {most} that one LinkedIn search delivers"),
        false => format!("{} more people than the {most} that one LinkedIn search delivers", find(parts)),
    };
    let counts: Vec<String> = parts.iter().map(|(_, count)| thousands(*count)).collect();
    let label = format!("about {} people", and(&counts));
    finding(&rule::LARGE_AUDIENCE, message, asked, label)
        .help(format!("cut it into personas of their own{}", by(asked)))
}

fn empty(asked: &Asked, parts: &Parts) -> Diagnostic {
    let message = match is_whole(asked) {
        true => "this persona finds nobody".to_owned(),
        false => format!("{} nobody", find(parts)),
    };
    finding(&rule::NOBODY_FOUND, message, asked, "nobody on LinkedIn is like this".to_owned())
        .help("leave conditions out until somebody is found, exclusions and rare titles first")
}

/// Whether the persona is one request.
fn is_whole(asked: &Asked) -> bool {
    asked.bodies.len() == 1
}

/// `request 2 finds`, `requests 1 and 3 find`.
fn find(parts: &Parts) -> String {
    let numbers: Vec<String> = parts.iter().map(|(number, _)| number.to_string()).collect();
    match numbers.as_slice() {
        [only] => format!("request {only} of this persona finds"),
        _ => format!("requests {} of this persona find", and(&numbers)),
    }
}

/// Along which filters an audience can be cut so that nobody is in two parts: those of which a lead has one value, and
/// which the persona does not use yet.
fn by(asked: &Asked) -> String {
    let used = |field: &&Field| {
        let filters = asked.audience.requests.iter().flat_map(|request| &request.filters);
        filters.into_iter().any(|filter| filter.field.row().name == field.name)
    };
    let parting = FIELDS.iter().filter(|field| field.kind == Kind::ClosedOne && !used(field));
    let names: Vec<String> = parting.map(|field| format!("`{}`", field.name)).take(MOST_NAMED).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!(", along {}: a lead has one value of it", or(&names)),
    }
}
