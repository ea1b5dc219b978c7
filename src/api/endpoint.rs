//! Where the API is.

use std::fmt;
use std::net::IpAddr;

use thiserror::Error;
use ureq::http::Uri;

/// Hosts that are the same service under two names: what was submitted to the one was submitted to the other.
/// Source: the vendor's command line, which was renamed with its host.
const RENAMED: &[(&str, &str)] = &[("app.pipecorn.com", "app.prontohq.com")];

/// The base address of the API: `https`, or `http` on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Without a slash at the end.
    address: String,
    /// Scheme, host and port, as messages name them.
    origin: String,
    service: String,
    is_local: bool,
}

/// Why an address cannot be that of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EndpointProblem {
    /// It is not an absolute address of `http` or `https`.
    #[error("it is not an absolute `https` address")]
    NotAbsolute,
    /// It is `http`, and the host is not this machine.
    #[error("over `http` everybody on the way could read the API key")]
    Plain,
    /// It has a login, a query or a fragment.
    #[error("a base address has no login, no `?` and no `#`")]
    Extra,
}

impl Endpoint {
    /// The endpoint at `address`.
    ///
    /// # Errors
    ///
    /// [`EndpointProblem`] says why the key is not sent there.
    pub fn parse(address: &str) -> Result<Endpoint, EndpointProblem> {
        let address = address.trim().trim_end_matches('/');
        if address.contains(['@', '?', '#']) {
            return Err(EndpointProblem::Extra);
        }
        let uri: Uri = address.parse().map_err(|_| EndpointProblem::NotAbsolute)?;
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host().filter(|host| !host.is_empty())) else {
            return Err(EndpointProblem::NotAbsolute);
        };
        let (host, is_local) = (host.to_ascii_lowercase(), is_local(host));
        match scheme {
            "https" => {}
            "http" if is_local => {}
            "http" => return Err(EndpointProblem::Plain),
            _ => return Err(EndpointProblem::NotAbsolute),
        }
        let port = uri.port_u16().filter(|port| *port != if scheme == "https" { 443 } else { 80 });
        let port = port.map_or_else(String::new, |port| format!(":{port}"));
        let known = RENAMED.iter().find(|(new, _)| *new == host).map_or(host.as_str(), |(_, known)| known);
        let service = format!("{scheme}://{known}{port}{}", uri.path().trim_end_matches('/'));
        let origin = format!("{scheme}://{host}{port}");
        Ok(Endpoint { address: address.to_owned(), origin, service, is_local })
    }

    /// The address of a path, which begins with a slash.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What tells this service from others, whatever name it goes by: what was submitted here is known by it.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// Whether it is on this machine, which no proxy has to know of.
    pub fn is_local(&self) -> bool {
        self.is_local
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.address)
    }
}

fn is_local(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_the_key_may_be_sent_to() {
        for (address, service) in [
            ("https://app.prontohq.com/api/v2", "https://app.prontohq.com/api/v2"),
            ("https://APP.prontohq.com:443/api/v2/", "https://app.prontohq.com/api/v2"),
            ("https://app.pipecorn.com/api/v2", "https://app.prontohq.com/api/v2"),
            ("https://staging.example.com:8443", "https://staging.example.com:8443"),
            ("http://127.0.0.1:8787/api/v2", "http://127.0.0.1:8787/api/v2"),
            ("http://localhost/api", "http://localhost/api"),
            ("http://[::1]:9000", "http://[::1]:9000"),
        ] {
            assert_eq!(Endpoint::parse(address).expect(address).service(), service);
        }
        assert_eq!(Endpoint::parse("https://a.example/v2/").expect("good").at("/x"), "https://a.example/v2/x");
    }

    #[test]
    fn addresses_that_it_may_not() {
        use EndpointProblem::{Extra, NotAbsolute, Plain};
        for (address, problem) in [
            ("http://app.prontohq.com/api/v2", Plain),
            ("http://127.0.0.1.example.com", Plain),
            ("http://localhost.example.com", Plain),
            ("http://10.0.0.1", Plain),
            ("https://user:pass@app.prontohq.com", Extra),
            ("http://localhost@evil.example", Extra),
            ("https://app.prontohq.com/?x=1", Extra),
            ("app.prontohq.com/api/v2", NotAbsolute),
            ("/api/v2", NotAbsolute),
            ("ftp://localhost", NotAbsolute),
            ("https://", NotAbsolute),
            ("", NotAbsolute),
        ] {
            assert_eq!(Endpoint::parse(address), Err(problem), "{address}");
        }
    }
}
