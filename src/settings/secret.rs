//! What is secret in the address of a webhook: whoever knows it can post to it.

use crate::resolve::is_uuid;

/// What is secret in an address, in words that do not tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// A login before the host.
    Login,
    /// A parameter such as `token`.
    Parameter,
    /// A part of the path.
    Path,
}

/// An address in parts.
struct Parts<'a> {
    login: &'a str,
    parameters: Vec<(&'a str, &'a str)>,
    path: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Option<Parts<'a>> {
        let (_, rest) = address.split_once("://")?;
        let rest = rest.split('#').next().unwrap_or_default();
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = place.split_once('/').unwrap_or((place, ""));
        Some(Parts {
            login: authority.rsplit_once('@').map_or("", |(login, _)| login),
            parameters: query.split('&').filter_map(|one| one.split_once('=')).collect(),
            path: path.split('/').filter(|part| !part.is_empty()).collect(),
        })
    }

    fn secret_parameters(&self) -> impl Iterator<Item = &'a str> {
        self.parameters.iter().filter(|(name, value)| is_secret_parameter(name, value)).map(|(_, value)| *value)
    }

    fn secret_path(&self) -> impl Iterator<Item = &'a str> {
        let last = self.path.len().saturating_sub(1);
        // At the end of a path a UUID is what keeps others away; elsewhere it names a customer or a campaign.
        let is_secret = move |(at, part): &(usize, &&str)| is_key(part) || (*at == last && is_uuid(part));
        self.path.iter().enumerate().filter(is_secret).map(|(_, part)| *part)
    }
}

/// What is secret in an address, if anything is.
pub fn secret_of(address: &str) -> Option<Secret> {
    let parts = Parts::of(address)?;
    match () {
        () if !parts.login.is_empty() => Some(Secret::Login),
        () if parts.secret_parameters().next().is_some() => Some(Secret::Parameter),
        () => parts.secret_path().next().map(|_| Secret::Path),
    }
}

/// The shortest part of a login that is looked for in other texts: a shorter one stands in many a word.
const SHORTEST: usize = 4;

/// The secrets of an address themselves, for whoever has to find them in other texts.
pub fn secrets_of(address: &str) -> Vec<&str> {
    let Some(parts) = Parts::of(address) else { return vec![] };
    let login = parts.login.split(':').filter(|part| part.len() >= SHORTEST);
    login.chain(parts.secret_parameters()).chain(parts.secret_path()).collect()
}

/// Names after which any value is a secret.
const SECRETS: &[&str] =
    &["token", "secret", "password", "passwd", "pwd", "sig", "signature", "apikey", "apitoken", "accesstoken"];

/// Names after which a long value is one.
const LIKELY: &[&str] = &["key", "auth", "code", "hash", "hmac"];

/// The shortest value after one of those.
const LONG: usize = 12;

fn is_secret_parameter(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let last = name.rsplit(['_', '-', '.']).next().unwrap_or_default();
    let named = |names: &[&str]| names.contains(&last) || names.contains(&name.as_str());
    let is_key_name = last == "key" && (name.contains("api") || name.contains("secret"));
    !value.is_empty() && (named(SECRETS) || is_key_name || (named(LIKELY) && value.len() >= LONG))
}

/// Letters and digits in a row that a key has at least, and changes between the two.
const KEY: (usize, usize) = (16, 3);

/// Whether a part of a path looks like a key: a long run in which letters and digits take turns, as in no word.
fn is_key(part: &str) -> bool {
    part.split(['-', '_', '.', '~', '@']).any(|run| {
        let plain = run.len() >= KEY.0 && run.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let bytes = run.as_bytes();
        let changes = bytes.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
        plain && changes >= KEY.1
    })
}

/// The address, safe to show to others: of one that holds a secret the host alone.
pub fn without_secret(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://").filter(|_| secret_of(address).is_some()) else {
        return address.to_owned();
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}/…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_seen() {
        for (address, secret) in [
            ("https://user:pass@example.com/leads", Secret::Login),
            ("https://ghp_abc@example.com/", Secret::Login),
            ("https://example.com/leads?campaign=q3&access_token=x1", Secret::Parameter),
            ("https://example.com/leads?API_KEY=abc", Secret::Parameter),
            ("https://x.azurewebsites.net/api/leads?code=aGVsbG8gd29ybGQh", Secret::Parameter),
            ("https://prod.logic.azure.com/workflows/x/triggers?api-version=1&sig=abc", Secret::Parameter),
            ("https://hooks.slack.com/services/T00000000/B00000000/aB3dE5fG7hJ9kL1mN3pQ5rS7", Secret::Path),
            ("https://hook.eu1.make.com/x8k2m4n6p8q1r3t5v7w9y2z4a6b8c1d3", Secret::Path),
            ("https://n8n.example.com/webhook/3f2504e0-4f89-11d3-9a0c-0305e82c3301", Secret::Path),
        ] {
            assert_eq!(secret_of(address), Some(secret), "{address}");
        }
    }

    #[test]
    fn addresses_are_no_secrets() {
        for address in [
            "https://hooks.example.com/leads",
            "https://hooks.example.com/eu-saas-vps-of-sales-q3-2025/leads",
            "https://hooks.example.com/salesdirectors2025emea",
            "https://hooks.example.com/customers/3f2504e0-4f89-11d3-9a0c-0305e82c3301/leads",
            "https://hooks.zapier.com/hooks/catch/123456/abc12de/",
            "https://example.com/leads?key=q3&code=FR&token=&author=x",
            "https://example.com/leads?monkey=aaaaaaaaaaaaaaaaaaaa",
            "https://example.com/#token=x",
            "https://",
            "token=x",
        ] {
            assert_eq!(secret_of(address), None, "{address}");
        }
    }

    #[test]
    fn secrets_are_not_shown() {
        for (address, shown) in [
            ("https://user:pass@example.com/leads", "https://example.com/…"),
            ("https://hooks.slack.com/services/T0/B0/aB3dE5fG7hJ9kL1mN3pQ5rS7", "https://hooks.slack.com/…"),
            ("https://example.com?token=a@b", "https://example.com/…"),
            ("https://hooks.example.com/leads", "https://hooks.example.com/leads"),
        ] {
            assert_eq!(without_secret(address), shown);
        }
    }
}
