//! Companies, lists and profiles: things that LinkedIn numbers or addresses.

use super::{Resolver, Scope};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::project::LabelBook;
use crate::rule;
use crate::source::Location;
use crate::syntax::ast::Value;
use crate::wording::{Choice, did_you_mean, quoted};

impl<'a> Resolver<'a> {
    /// The organizations that a value stands for: a number, an address that holds one, or a name of the label
    /// book.
    pub(super) fn company(&mut self, field: FieldId, value: &Value, scope: Scope<'a>) -> Option<Vec<u32>> {
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        if let Some(id) = company_id(text) {
            return Some(vec![self.atoms.intern(id)]);
        }
        if let Some(ids) = self.book(field, text) {
            return Some(ids);
        }
        match linkedin_path(text).and_then(|path| path.strip_prefix("company/")) {
            Some(vanity) => self.vanity_company(field, vanity, at),
            None => self.unnamed(field, text, at, "the number is in LinkedIn's address of the company's people search"),
        }
    }

    /// The lists that a value stands for: an ID, or a name of the label book.
    pub(super) fn list_id(&mut self, field: FieldId, value: &Value, scope: Scope<'a>) -> Option<Vec<u32>> {
        let text = value.text.read(&scope.unit.source);
        let at = scope.at(value.text.span);
        if is_number(text) || is_uuid(text) {
            return Some(vec![self.atoms.intern(text)]);
        }
        match self.book(field, text) {
            Some(ids) => Some(ids),
            None => self.unnamed(field, text, at, "the number is in Sales Navigator's address of the list"),
        }
    }

    fn book(&mut self, field: FieldId, text: &str) -> Option<Vec<u32>> {
        let entry = self.project.labels.find(field, text)?;
        Some(entry.ids.iter().map(|id| self.atoms.intern(id)).collect())
    }

    fn unnamed<T>(&mut self, field: FieldId, text: &str, at: Location, where_to_look: &str) -> Option<T> {
        let page = LabelBook::page_of(field).unwrap_or_default();
        let noun = page.replace('_', " ");
        let diagnostic =
            Diagnostic::new(&rule::UNKNOWN_LABEL, format!("no {noun} is called `{text}` in the label book"))
                .label(at, "neither an ID nor a name of `personac.toml`");
        let choices = if self.report.wants(&diagnostic) { self.book_choices(field, text) } else { vec![] };
        if !choices.is_empty() {
            return self.fail(did_you_mean(diagnostic, at, &choices, false, ""));
        }
        let key = quoted(text);
        self.fail(diagnostic.help(format!("name it under `[labels.{page}]`: `{key} = …`; {where_to_look}")))
    }

    fn vanity_company<T>(&mut self, field: FieldId, vanity: &str, at: Location) -> Option<T> {
        let name = vanity.split(['/', '?', '#']).next().unwrap_or_default();
        let message = format!("the API wants the number of `{name}`, which this address does not tell");
        let diagnostic = Diagnostic::new(&rule::VANITY_COMPANY, message).label(at, "a public name, not a number");
        let known = self.project.labels.find(field, name).map(|entry| Choice::value(&entry.name));
        self.fail(match known {
            Some(choice) => did_you_mean(diagnostic, at, &[choice], false, "It is in the label book"),
            None => diagnostic.help(format!(
                "the company's \"See all employees\" link holds the number; name it once under `[labels.company]`: `{} = …`",
                quoted(name)
            )),
        })
    }

    /// The address of a LinkedIn profile, in one of the forms that the API reads.
    pub(super) fn profile(&mut self, value: &Value, scope: Scope<'a>) -> Option<u32> {
        let text = value.text.read(&scope.unit.source);
        if is_profile(text) {
            return Some(self.atoms.intern(text));
        }
        let at = scope.at(value.text.span);
        let diagnostic = Diagnostic::new(&rule::NOT_A_PROFILE, "this is not the address of a LinkedIn profile")
            .label(at, "the API would refuse it");
        self.fail(match repaired_profile(text) {
            Some(repaired) => diagnostic
                .help(format!("write \"{repaired}\""))
                .unsafe_fix("use the plain address", vec![Edit::replace(at.span, quoted(&repaired))]),
            None => diagnostic.help(
                "the API reads `https://www.linkedin.com/in/…` (a handle or a URN) and `https://www.linkedin.com/sales/lead/…`",
            ),
        })
    }
}

/// Whether the text is a number that can be an ID of LinkedIn's.
pub fn is_number(text: &str) -> bool {
    text.len() <= 20 && is_digits(text)
}

/// Whether the text is digits and nothing else.
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text has the form of a UUID.
pub fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    lengths == [8, 4, 4, 4, 12] && groups.concat().bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The organization's number in any of the forms that hold one.
pub fn company_id(text: &str) -> Option<&str> {
    let in_address = || linkedin_path(text)?.strip_prefix("company/")?.split(['/', '?', '#']).next();
    let id = text.strip_prefix("urn:li:organization:").or_else(in_address).unwrap_or(text);
    is_number(id).then_some(id)
}

/// What follows the host in an address at LinkedIn.
fn linkedin_path(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let (host, path) = rest.split_once('/')?;
    let host = host.to_ascii_lowercase();
    (host == "linkedin.com" || host.ends_with(".linkedin.com")).then_some(path)
}

/// Whether the text is the address of a profile, in one of the forms that the API reads.
pub fn is_profile(text: &str) -> bool {
    let Some(path) = text.strip_prefix("https://www.linkedin.com/") else { return false };
    let path = path.strip_suffix('/').unwrap_or(path);
    let id = path.strip_prefix("in/").or_else(|| path.strip_prefix("sales/lead/"));
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ',' | '%' | '.' | '~' | ':');
    id.is_some_and(|id| !id.is_empty() && id.chars().all(allowed))
}

/// The same profile's address in a form that the API reads, where only the host or the tail is off.
pub fn repaired_profile(text: &str) -> Option<String> {
    let path = linkedin_path(text)?.split(['?', '#']).next()?;
    let address = format!("https://www.linkedin.com/{path}");
    is_profile(&address).then_some(address)
}
