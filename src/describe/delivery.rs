//! What becomes of the people: how many are delivered, where, and how.

use super::piece::Piece;
use crate::settings::Settings;
use crate::wording::thousands;

/// "At most 500 of them, delivered to hooks.example.com", without a full stop.
pub fn delivery(settings: &Settings, requests: usize) -> Vec<Piece> {
    let mut pieces = vec![match settings.limit {
        Some(limit) if requests > 1 => {
            Piece::of("limit", &format!("At most {} for each of the {requests} requests", thousands(limit)))
        }
        Some(limit) => Piece::of("limit", &format!("At most {} of them", thousands(limit))),
        None => Piece::joint("All of them"),
    }];
    let to = match settings.webhook.as_deref() {
        None => Piece::joint(", delivered nowhere: there is no webhook"),
        // The environment is not read: this is how the persona asks for it.
        Some(asks) if asks.starts_with("env(") => {
            Piece::of("webhook_url", &format!(", delivered to the address that {asks} holds"))
        }
        Some(address) => Piece::of("webhook_url", &format!(", delivered to {}", host(address).unwrap_or("a webhook"))),
    };
    pieces.push(to);
    if settings.streaming == Some(true) {
        pieces.push(Piece::of("streaming", " as they are found"));
    }
    if settings.scale == Some(true) {
        pieces.push(Piece::of("scale", ", with some data of each left out"));
    }
    if settings.live == Some(false) {
        pieces.push(Piece::of("live", ", from the vendor’s own database instead of a live search"));
    }
    pieces
}

/// The host of an address, without what may be secret: user, password, path and query.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    authority.rsplit('@').next().filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_holds_no_secret() {
        assert_eq!(
            host("https://user:secret@hooks.example.com:8443/secret?key=secret"),
            Some("hooks.example.com:8443")
        );
        assert_eq!(host("https://hooks.example.com?secret@x"), Some("hooks.example.com"));
        assert_eq!(host(""), None);
    }
}
