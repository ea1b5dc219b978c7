//! The one place that speaks HTTP.

use std::io::{self, Read};
use std::time::{Duration, SystemTime};

use ureq::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use ureq::http::{HeaderMap, HeaderName, Response};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error, SendBody, Timeout};

use super::endpoint::Endpoint;
use super::exchange::{Answer, Exchange, NO_TLS, NotSent, Question};
use super::key::ApiKey;
use super::retry_after::retry_after;

/// The header of the key. Source: the API reference.
pub const KEY_HEADER: &str = "X-API-KEY";

/// The longest answer that is read, in bytes.
pub const MOST_READ: u64 = 1024 * 1024;

/// How long anything may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// To find the host and connect to it.
    pub connect: Duration,
    /// To send the question.
    pub send: Duration,
    /// To begin an answer, and again to end it.
    pub answer: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Timeouts { connect: Duration::from_secs(10), send: Duration::from_secs(30), answer: Duration::from_secs(60) }
    }
}

/// Sends questions to the API, each once.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    endpoint: Endpoint,
    key: ApiKey,
    timeouts: Timeouts,
}

impl Client {
    /// A client of the API at `endpoint`.
    pub fn new(endpoint: Endpoint, key: ApiKey, timeouts: Timeouts) -> Client {
        // Certificates are checked as the system does, which knows those of a company's own proxy.
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let mut config = Agent::config_builder()
            .tls_config(tls)
            // A redirect would carry the key to another host.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("personac/", env!("CARGO_PKG_VERSION")))
            // A connection that the server has closed in the meantime would look like a request without an answer.
            .max_idle_connections(0)
            .timeout_resolve(Some(timeouts.connect))
            .timeout_connect(Some(timeouts.connect))
            .timeout_send_request(Some(timeouts.send))
            .timeout_send_body(Some(timeouts.send))
            .timeout_recv_response(Some(timeouts.answer))
            .timeout_recv_body(Some(timeouts.answer));
        if endpoint.is_local() {
            // Without encryption a proxy would read the key.
            config = config.proxy(None);
        }
        Client { agent: config.build().into(), endpoint, key, timeouts }
    }

    /// Where it asks.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Ask once.
    pub fn ask(&self, question: &Question) -> Exchange {
        let Some(key) = self.key.header() else {
            return Exchange::NotSent(NotSent::Other("the key is not one that can be sent".to_owned()));
        };
        let mut watched = Watched { bytes: &[], begun: false };
        let is_get = matches!(question, Question::Get(_));
        let result = match question {
            Question::Get(path) => {
                self.agent.get(self.endpoint.at(path)).header(KEY_HEADER, key).header("Accept", JSON).call()
            }
            Question::Post(path, body) => {
                watched.bytes = body;
                self.agent
                    .post(self.endpoint.at(path))
                    .header(KEY_HEADER, key)
                    .header("Accept", JSON)
                    .header(CONTENT_TYPE, JSON)
                    .header(CONTENT_LENGTH, body.len())
                    .send(SendBody::from_reader(&mut watched))
            }
        };
        match result {
            Ok(response) => Exchange::Answered(self.read(response)),
            Err(error) if watched.begun || (is_get && is_late(&error)) => Exchange::NoAnswer(self.why_no_answer(error)),
            Err(error) => Exchange::NotSent(self.why_not_sent(error)),
        }
    }

    fn read(&self, response: Response<Body>) -> Answer {
        let (parts, mut body) = response.into_parts();
        let text = |name: HeaderName| header(&parts.headers, name);
        let mut bytes = vec![];
        let mut reader = body.with_config().limit(MOST_READ).reader();
        let cut = read_on(&mut reader, &mut bytes).err().map(|error| why_cut(&error));
        let answer = Answer {
            status: parts.status.as_u16(),
            content_type: text(CONTENT_TYPE),
            retry_after: text(RETRY_AFTER).and_then(|text| retry_after(&text, SystemTime::now())),
            location: text(LOCATION),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            cut,
        };
        answer.in_words(&|words| self.key.hide_in(words))
    }

    fn why_not_sent(&self, error: Error) -> NotSent {
        match error {
            Error::HostNotFound => NotSent::NoSuchHost,
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => NotSent::TooSlow(self.timeouts.connect.as_secs()),
            Error::Timeout(_) => NotSent::TooSlow(self.timeouts.send.as_secs()),
            Error::ConnectProxyFailed(why) => NotSent::Proxy(why_no_proxy(&self.key.hide_in(&why))),
            Error::InvalidProxyUrl => NotSent::Proxy("the address of the proxy cannot be read".to_owned()),
            Error::Rustls(why) => NotSent::NotTrusted(why_not_trusted(&why.to_string())),
            Error::Tls(why) => NotSent::NotTrusted(why.to_owned()),
            // The handshake wraps what it finds.
            Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
                NotSent::NotTrusted(why_not_trusted(&error.to_string()))
            }
            Error::Io(error) if is_unknown_host(&error) => NotSent::NoSuchHost,
            Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                NotSent::NoConnection("nobody listens there".to_owned())
            }
            Error::Io(error) => NotSent::NoConnection(why_broken(&error)),
            Error::ConnectionFailed => NotSent::NoConnection("nobody answers there".to_owned()),
            other => NotSent::Other(self.key.hide_in(&other.to_string())),
        }
    }

    fn why_no_answer(&self, error: Error) -> String {
        match error {
            Error::Timeout(Timeout::SendBody) => format!("sending took more than {} s", self.timeouts.send.as_secs()),
            Error::Timeout(_) => format!("no answer in {} s", self.timeouts.answer.as_secs()),
            Error::Io(error) => why_broken(&error),
            Error::Protocol(_) => "what came back is not HTTP".to_owned(),
            other => self.key.hide_in(&other.to_string()),
        }
    }
}

const JSON: &str = "application/json";

/// Whether an error shows that a question without a body was sent.
fn is_late(error: &Error) -> bool {
    let closed = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted
        )
    };
    match error {
        Error::Timeout(Timeout::RecvResponse | Timeout::RecvBody) | Error::Protocol(_) => true,
        Error::Io(error) => closed(error),
        _ => false,
    }
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Read to the end; what came before an error is kept.
fn read_on(reader: &mut impl Read, bytes: &mut Vec<u8>) -> io::Result<()> {
    reader.read_to_end(bytes).map(drop)
}

/// Whether the system knows no address of a host. It has no error kind for that, but words of its own.
fn is_unknown_host(error: &io::Error) -> bool {
    const NO_SUCH_HOST_ON_WINDOWS: i32 = 11001;
    error.raw_os_error() == Some(NO_SUCH_HOST_ON_WINDOWS) || error.to_string().contains("failed to lookup address")
}

/// The status that the proxy answered with, if the library tells of one in its words.
fn why_no_proxy(said: &str) -> String {
    match said.split(|letter: char| !letter.is_ascii_digit()).find(|digits| digits.len() == 3) {
        Some("407") => "it wants a login (407)".to_owned(),
        Some(status) => format!("it answered {status}"),
        None => said.to_owned(),
    }
}

/// In words for people; what the library says of the rest is for those who look after certificates.
fn why_not_trusted(said: &str) -> String {
    match said {
        said if said.contains("InvalidContentType") => NO_TLS.to_owned(),
        said if said.contains("UnknownIssuer") => "nobody this system trusts has signed its certificate".to_owned(),
        said if said.contains("Expired") => "its certificate has expired".to_owned(),
        said if said.contains("NotValidForName") => "its certificate is for another host".to_owned(),
        said => said.to_owned(),
    }
}

fn why_cut(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "it ends too early".to_owned(),
        io::ErrorKind::TimedOut => "the rest of it did not come in time".to_owned(),
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted => "the connection broke".to_owned(),
        _ => error.to_string(),
    }
}

fn why_broken(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "the other side closed the connection".to_owned(),
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe => {
            "the other side cut the connection".to_owned()
        }
        _ => format!("the connection broke: {}", crate::disk::reason(error)),
    }
}

/// The body of a question, which knows whether any of it was taken to be sent. Headers alone are no request that
/// anybody acts on, so until then the question was surely not received.
struct Watched<'a> {
    bytes: &'a [u8],
    begun: bool,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.begun = true;
        self.bytes.read(buffer)
    }
}
