//! Where in an address the search is.

use crate::source::{SourceFile, Span};

/// The parts of an address that a search is read from.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    /// The query, still encoded.
    pub query: Span,
    /// Whether only the texts of the query are encoded.
    pub is_raw: bool,
    /// Parameters beside the query that may be a part of the search.
    pub unknown: Vec<Span>,
}

/// Why an address holds no people search that can be read, and the bytes that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no address.
    NoAddress(Span),
    /// It is an address elsewhere.
    OtherHost(Span),
    /// It is a page of LinkedIn, but no search of Sales Navigator.
    OtherPage(Span),
    /// It searches for companies.
    Companies(Span),
    /// It is of the form of before about 2022; the bytes are its first filter.
    Old(Span),
    /// It names a search that LinkedIn keeps.
    Saved(Span),
    /// It holds no search.
    NoQuery(Span),
    /// It holds two.
    TwoQueries(Span, Span),
    /// It is broken by a line end or a tab.
    Broken(Span),
}

/// Parameters that say nothing about whom a search finds: the run, the panel, the page, where the user came from.
const SILENT: &[&str] =
    &["sessionId", "viewAllFilters", "page", "_ntb", "savedSearchId", "recentSearchId", "lipi", "trk"];

/// Names of searches that LinkedIn keeps.
const SAVED: &[&str] = &["savedSearchId", "recentSearchId"];

/// How the names of filters ended before about 2022, and those that stood alone.
const OLD_ENDS: &[&str] = &["Included", "Excluded", "TimeScope"];
const OLD: &[&str] = &["keywords", "companySize", "seniority", "relationship", "yearsOfExperience"];

/// Whether a text is meant as an address, of whatever.
pub fn looks_like_address(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let starts = |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    ["https://", "http://", "www.linkedin.com/", "linkedin.com/"].into_iter().any(starts)
}

/// Find the query of a people search.
///
/// # Errors
///
/// A [`Refusal`] if there is none.
pub fn find(source: &SourceFile) -> Result<Address, Refusal> {
    let all = source.text();
    let bare = all.trim_start_matches('\u{feff}').trim();
    let start = all.len() - all.trim_start_matches('\u{feff}').trim_start().len();
    let whole = Part { text: bare, start };
    if !looks_like_address(bare) {
        return Err(Refusal::NoAddress(whole.span()));
    }
    if let Some((at, c)) = bare.char_indices().find(|(_, c)| c.is_control()) {
        return Err(Refusal::Broken(Span::new(start + at, start + at + c.len_utf8())));
    }
    let rest = bare.split_once("://").map_or(whole, |(scheme, _)| whole.after(scheme.len() + 3));
    let (host, rest) = rest.cut(rest.text.find(['/', '?', '#']));
    if !is_linkedin(host.text) {
        return Err(Refusal::OtherHost(host.span()));
    }
    let (path, rest) = rest.cut(rest.text.find(['?', '#']));
    check_path(path)?;
    let (before, fragment) = rest.cut(rest.text.find('#'));
    let parameters: Vec<Part> = before.parameters().chain(fragment.parameters()).collect();
    query(&parameters, whole)
}

/// A part of the text, and where it starts.
#[derive(Clone, Copy)]
struct Part<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Part<'t> {
    fn span(self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    fn after(self, length: usize) -> Part<'t> {
        Part { text: self.text.get(length..).unwrap_or_default(), start: self.start + length }
    }

    /// What stands before `at`, and the rest.
    fn cut(self, at: Option<usize>) -> (Part<'t>, Part<'t>) {
        let at = at.unwrap_or(self.text.len());
        (Part { text: self.text.get(..at).unwrap_or_default(), start: self.start }, self.after(at))
    }

    /// The parameters after the sign it starts with.
    fn parameters(self) -> impl Iterator<Item = Part<'t>> {
        let inner = self.after(self.text.len().min(1));
        let mut start = inner.start;
        inner.text.split('&').map(move |text| {
            let part = Part { text, start };
            start += text.len() + 1;
            part
        })
    }

    fn name(self) -> &'t str {
        self.text.split('=').next().unwrap_or_default()
    }

    fn value(self) -> Part<'t> {
        self.after((self.name().len() + 1).min(self.text.len()))
    }
}

fn is_linkedin(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let host = host.strip_suffix(":443").unwrap_or(&host);
    host == "linkedin.com" || host.ends_with(".linkedin.com")
}

fn check_path(path: Part) -> Result<(), Refusal> {
    match path.text.trim_end_matches('/').to_ascii_lowercase().as_str() {
        "/sales/search/people" => Ok(()),
        "/sales/search/company" | "/sales/search/companies" => Err(Refusal::Companies(path.span())),
        _ => Err(Refusal::OtherPage(path.span())),
    }
}

/// The query among the parameters.
fn query(parameters: &[Part], whole: Part) -> Result<Address, Refusal> {
    let mut queries = parameters.iter().filter(|part| part.name() == "query").map(|part| part.value());
    let Some(query) = queries.next() else { return Err(without_query(parameters, whole)) };
    if let Some(second) = queries.find(|second| second.text != query.text) {
        return Err(Refusal::TwoQueries(query.span(), second.span()));
    }
    let is_known = |name: &str| name.is_empty() || name == "query" || SILENT.contains(&name);
    let unknown = parameters.iter().filter(|part| !is_known(part.name())).map(|part| part.span());
    Ok(Address { query: query.span(), is_raw: query.text.contains(':'), unknown: unknown.collect() })
}

fn without_query(parameters: &[Part], whole: Part) -> Refusal {
    let find = |is_it: &dyn Fn(&str) -> bool| parameters.iter().find(|part| is_it(part.name())).map(|part| part.span());
    let is_old = |name: &str| OLD.contains(&name) || OLD_ENDS.iter().any(|end| name.ends_with(end));
    let saved = || find(&|name| SAVED.contains(&name)).map(Refusal::Saved);
    find(&is_old).map(Refusal::Old).or_else(saved).unwrap_or(Refusal::NoQuery(whole.span()))
}
