//! The key of the API: it can be sent, and nothing else.

use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use ureq::http::HeaderValue;

/// The variables that hold it: the one of the API's reference and the one of the vendor's newer name.
pub const VARIABLES: [&str; 2] = ["PRONTO_API_KEY", "PIPECORN_API_KEY"];

/// What stands where the key would.
pub const MASK: &str = "********";

/// An API key. It has no `Display` and no `Serialize`, and its `Debug` does not show it.
#[derive(Debug, Clone)]
pub struct ApiKey(SecretString);

/// Why something cannot be a key, in words that do not tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyProblem {
    /// Nothing, or blanks.
    #[error("it is empty")]
    Empty,
    /// It holds a character that no header takes.
    #[error("it holds a blank, a line break or another character that a key has not")]
    Characters,
}

impl ApiKey {
    /// The key in `text`; blanks around it are not part of it.
    ///
    /// # Errors
    ///
    /// [`KeyProblem`] if it can be none.
    pub fn new(text: &str) -> Result<ApiKey, KeyProblem> {
        match text.trim() {
            "" => Err(KeyProblem::Empty),
            key if !key.bytes().all(|byte| byte.is_ascii_graphic()) => Err(KeyProblem::Characters),
            key => Ok(ApiKey(SecretString::from(key))),
        }
    }

    /// The key as a header, which does not show it either.
    pub(super) fn header(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(self.0.expose_secret()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// A text of somebody else, without the key: servers repeat in errors what they were sent.
    pub fn hide_in(&self, text: &str) -> String {
        text.replace(self.0.expose_secret(), MASK)
    }

    /// Whether both are the same key.
    pub fn is(&self, other: &ApiKey) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_shown() {
        let key = ApiKey::new(" pk_live_abc\n").expect("a key");
        let header = key.header().expect("a header");
        assert!(!format!("{key:?}{header:?}").contains("pk_live_abc"));
        assert_eq!(key.hide_in("no such key: pk_live_abc"), format!("no such key: {MASK}"));
    }

    #[test]
    fn what_is_no_key() {
        assert_eq!(ApiKey::new(" ").err(), Some(KeyProblem::Empty));
        assert_eq!(ApiKey::new("pk live").err(), Some(KeyProblem::Characters));
        assert_eq!(ApiKey::new("pk\r\nX-Other: 1").err(), Some(KeyProblem::Characters));
        assert_eq!(ApiKey::new("schlüssel").err(), Some(KeyProblem::Characters));
    }
}
