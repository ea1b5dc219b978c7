//! Whether an address can be a webhook: absolute, `https`, with a host.

use thiserror::Error;

/// Why an address cannot be a webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WebhookProblem {
    /// It begins with `http:`.
    #[error("the webhook must be `https`, and this is `http`")]
    Plain,
    /// It does not begin with `https://`.
    #[error("the webhook is not an absolute `https` address")]
    NotAbsolute,
    /// Nothing that can be a host stands after `https://`.
    #[error("the webhook has no host")]
    NoHost,
    /// It holds a blank or a control character.
    #[error("the webhook holds a blank or a control character")]
    Blank,
}

/// Check the address of a webhook.
///
/// # Errors
///
/// [`WebhookProblem`] says why the API would refuse it.
pub fn check_webhook(address: &str) -> Result<(), WebhookProblem> {
    if address.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(WebhookProblem::Blank);
    }
    let has_scheme = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if has_scheme("http://") {
        return Err(WebhookProblem::Plain);
    }
    if !has_scheme("https://") {
        return Err(WebhookProblem::NotAbsolute);
    }
    let rest = &address["https://".len()..];
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if is_host_and_port(authority) { Ok(()) } else { Err(WebhookProblem::NoHost) }
}

fn is_host_and_port(authority: &str) -> bool {
    let host_and_port = authority.rsplit('@').next().unwrap_or_default();
    let (host, port) = match host_and_port.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (host_and_port, None),
    };
    let in_brackets = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_host = match in_brackets {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.split('.').all(is_host_part),
    };
    is_host && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0))
}

fn is_host_part(part: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !part.is_empty() && part.chars().all(allowed) && !part.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_can_be_posted_to() {
        for address in [
            "https://hooks.example.com/leads",
            "HTTPS://example.com",
            "https://user:pass@example.com:8443/a?b=c#d",
            "https://[::1]:8443/x",
            "https://bücher.example/x",
        ] {
            assert_eq!(check_webhook(address), Ok(()), "{address}");
        }
    }

    #[test]
    fn says_why_not() {
        use WebhookProblem::{Blank, NoHost, NotAbsolute, Plain};
        let cases = [
            ("http://example.com", Plain),
            ("example.com/leads", NotAbsolute),
            ("", NotAbsolute),
            ("https://", NoHost),
            ("https:///leads", NoHost),
            ("https://a..b/", NoHost),
            ("https://example.com:99999/", NoHost),
            ("https://example.com/a b", Blank),
        ];
        for (address, problem) in cases {
            assert_eq!(check_webhook(address), Err(problem), "{address}");
        }
    }
}
