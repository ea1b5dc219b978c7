//! The way to the API: where it is, the key, and the pace of requests.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;

use super::arguments::Api;
use super::directories::{Kept, directory};
use super::messages::Problem;
use super::session::Session;
use crate::api::pace::Pace;
use crate::api::{ApiKey, Caller, Client, Endpoint, EndpointProblem, KeyProblem, Timeouts, VARIABLES};
use crate::diagnostic::Diagnostic;
use crate::disk::{read_text, reason};
use crate::emit::BASE_ADDRESS;
use crate::report::Report;
use crate::source::{SourceFile, Sources};
use crate::user::{KeyCommand, USER_FILE, User, parse_user, read_seconds, without_strange_values};

/// The limit of the API. Source: the API reference.
const PACE: Duration = Duration::from_secs(1);

/// The time from one request to the next, in seconds, whatever the configuration says.
const PACE_VARIABLE: &str = "PERSONAC_PACE";

/// How long an answer may take, in seconds, whatever the configuration says.
const TIMEOUT_VARIABLE: &str = "PERSONAC_TIMEOUT";

/// Where the API is, instead of the usual address.
#[cfg(feature = "lsp")]
const ENDPOINT_VARIABLE: &str = "PRONTO_BASE_URL";

/// Where the configuration of the user is, instead of the usual place.
const CONFIG_VARIABLE: &str = "PERSONAC_USER_CONFIG";

/// What stands between a command and the API.
#[derive(Debug, Error)]
pub enum AccessProblem {
    /// There is no key.
    #[error("there is no API key\n  help: `export {variable}=…`, or set `api_key_command` in `{file}`", variable = VARIABLES[0])]
    NoKey {
        /// The configuration of the user.
        file: String,
    },
    /// What should be the key cannot be one.
    #[error("what {whence} is no API key: {problem}\n  help: {help}")]
    BadKey {
        /// Such as "`PRONTO_API_KEY` holds".
        whence: String,
        /// Why.
        problem: KeyProblem,
        /// What to do.
        help: &'static str,
    },
    /// Two keys.
    #[error("`{one}` and `{other}` hold different keys\n  help: unset the one that is not meant", one = VARIABLES[0], other = VARIABLES[1])]
    TwoKeys,
    /// The command that prints the key failed.
    #[error("`api_key_command` gives no key: {0}\n  help: run it yourself; it must print the key and nothing else")]
    KeyCommand(String),
    /// Not an address for the key to be sent to.
    #[error("`{address}` cannot be the address of the API: {problem}\n  help: write it like `{BASE_ADDRESS}`")]
    BadEndpoint {
        /// The address.
        address: String,
        /// Why.
        problem: EndpointProblem,
    },
    /// A number that is none.
    #[error("`{name}` is a number of seconds, and not `{value}`\n  help: write it like `{name}=1.5`")]
    BadSeconds {
        /// The variable.
        name: &'static str,
        /// What it holds.
        value: String,
    },
    /// Faster than the API allows.
    #[error(
        "a pace of {0} s is faster than the API allows\n  help: one request a second is its limit; only a server on this machine may be asked faster"
    )]
    TooFast(f64),
}

/// Where requests would go, whether or not there is a key.
pub struct Way {
    /// The address.
    pub endpoint: Endpoint,
    user: User,
}

/// Where the API is.
///
/// # Errors
///
/// If the address is not one for a key to be sent to, or the configuration of the user cannot be used.
pub fn way(api: &Api, session: &mut Session) -> Result<Way, Problem> {
    let user = configuration(session)?;
    Way::new(api.endpoint.as_deref(), user)
}

/// The way to the API for a program that nobody watches and whose standard input is not a person's.
///
/// # Errors
///
/// If the configuration of the user cannot be used, or there is no key, or more than one.
#[cfg(feature = "lsp")]
pub fn unattended() -> Result<Caller, Problem> {
    let user = match read_configuration()? {
        Some(Configuration { name, broken: true, .. }) => return Err(unusable(&name)),
        configuration => configuration.map(|configuration| configuration.user).unwrap_or_default(),
    };
    Way::new(variable(ENDPOINT_VARIABLE).as_deref(), user)?.caller(Stdio::null())
}

/// The way to the API, with the key.
///
/// # Errors
///
/// If there is no key, or more than one.
pub fn access(api: &Api, session: &mut Session) -> Result<Caller, Problem> {
    way(api, session)?.with_key()
}

impl Way {
    fn new(given: Option<&str>, user: User) -> Result<Way, Problem> {
        let given = given.filter(|given| !given.is_empty());
        let address = given.or(user.endpoint.as_deref()).unwrap_or(BASE_ADDRESS);
        let endpoint = Endpoint::parse(address)
            .map_err(|problem| AccessProblem::BadEndpoint { address: without_login(address), problem })?;
        Ok(Way { endpoint, user })
    }

    /// Get the key, and be ready to ask.
    ///
    /// # Errors
    ///
    /// If there is no key, or more than one.
    pub fn with_key(self) -> Result<Caller, Problem> {
        self.caller(Stdio::inherit())
    }

    /// `input` is what the command reads that prints the key.
    fn caller(self, input: Stdio) -> Result<Caller, Problem> {
        let pace = self.pace()?;
        let timeouts = self.timeouts()?;
        let key = key(self.user.api_key_command.as_ref(), input)?;
        let pace = Pace::new(&directory(Kept::State).unwrap_or_default(), self.endpoint.service(), pace);
        Ok(Caller { client: Client::new(self.endpoint, key, timeouts), pace })
    }

    fn pace(&self) -> Result<Duration, AccessProblem> {
        let pace = seconds_of(PACE_VARIABLE)?.or(self.user.pace).unwrap_or(PACE);
        match pace < PACE && !self.endpoint.is_local() {
            true => Err(AccessProblem::TooFast(pace.as_secs_f64())),
            false => Ok(pace),
        }
    }

    fn timeouts(&self) -> Result<Timeouts, AccessProblem> {
        let usual = Timeouts::default();
        let Some(answer) = seconds_of(TIMEOUT_VARIABLE)?.or(self.user.timeout) else { return Ok(usual) };
        Ok(Timeouts { answer, ..usual })
    }
}

fn seconds_of(name: &'static str) -> Result<Option<Duration>, AccessProblem> {
    let Some(value) = variable(name) else { return Ok(None) };
    read_seconds(&value).map(Some).ok_or(AccessProblem::BadSeconds { name, value })
}

/// A variable that is set and not empty.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

/// An address as it may be shown: whoever writes a login or a key into it does not want to see it again.
fn without_login(address: &str) -> String {
    let (place, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
    let rest = rest.chars().next().map_or_else(String::new, |mark| format!("{mark}…"));
    let place = match (place.find("://"), place.rfind('@')) {
        (Some(scheme), Some(at)) if scheme + 3 <= at => format!("{}…{}", &place[..scheme + 3], &place[at..]),
        (None, Some(at)) => format!("…{}", &place[at..]),
        _ => place.to_owned(),
    };
    place + &rest
}

fn key(command: Option<&KeyCommand>, input: Stdio) -> Result<ApiKey, AccessProblem> {
    let mut keys = vec![];
    for name in VARIABLES {
        let Some(value) = variable(name) else { continue };
        let help = "copy it again from the API's settings";
        let bad = |problem| AccessProblem::BadKey { whence: format!("`{name}` holds"), problem, help };
        keys.push(ApiKey::new(&value).map_err(bad)?);
    }
    match (keys.pop(), keys.pop(), command) {
        (Some(one), Some(other), _) if !one.is(&other) => Err(AccessProblem::TwoKeys),
        (Some(key), ..) => Ok(key),
        (None, _, Some(command)) => from_command(command, input),
        (None, _, None) => Err(AccessProblem::NoKey {
            file: user_file().map_or(USER_FILE.to_owned(), |file| file.display().to_string()),
        }),
    }
}

/// What the command prints. Its own messages and questions go to the terminal.
fn from_command(command: &KeyCommand, input: Stdio) -> Result<ApiKey, AccessProblem> {
    let mut process = match command {
        KeyCommand::Shell(line) if cfg!(windows) => arguments(Command::new("cmd"), &["/C", line]),
        KeyCommand::Shell(line) => arguments(Command::new("sh"), &["-c", line]),
        KeyCommand::Program(words) => {
            let (program, rest) = words.split_first().map_or(("", &[][..]), |(program, rest)| (program.as_str(), rest));
            arguments(Command::new(program), rest)
        }
    };
    let output = process.stderr(Stdio::inherit()).stdin(input).output();
    let output = output.map_err(|error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        AccessProblem::KeyCommand(if missing { "there is no such program".to_owned() } else { reason(&error) })
    })?;
    if !output.status.success() {
        let code = output.status.code().map_or("a signal".to_owned(), |code| format!("exit code {code}"));
        return Err(AccessProblem::KeyCommand(format!("it ended with {code}")));
    }
    let (whence, help) = ("`api_key_command` prints".to_owned(), "it must print the key and nothing else");
    let bad = |problem| AccessProblem::BadKey { whence, problem, help };
    ApiKey::new(&String::from_utf8_lossy(&output.stdout)).map_err(bad)
}

fn arguments<T: AsRef<std::ffi::OsStr>>(mut command: Command, arguments: &[T]) -> Command {
    command.args(arguments);
    command
}

/// What the user has configured.
fn configuration(session: &mut Session) -> Result<User, Problem> {
    let Some(Configuration { name, user, findings, dropped, source, broken }) = read_configuration()? else {
        return Ok(User::default());
    };
    session.say(&format!("using the configuration `{name}`"));
    session.findings(&findings, dropped, &Sources { project: Some(source), ..Sources::default() });
    if broken { Err(unusable(&name)) } else { Ok(user) }
}

/// A file of the user's configuration, and what was found in it.
struct Configuration {
    name: String,
    user: User,
    findings: Vec<Diagnostic>,
    dropped: usize,
    source: Arc<SourceFile>,
    broken: bool,
}

/// The configuration of the user, if there is one.
fn read_configuration() -> Result<Option<Configuration>, Problem> {
    let Some(file) = user_file() else { return Ok(None) };
    let named = std::env::var_os(CONFIG_VARIABLE).is_some();
    if !named && !file.is_file() {
        return Ok(None);
    }
    let name = file.display().to_string();
    let text = read_text(&file).map_err(Problem::unreadable(&name))?;
    let mut report = Report::default();
    let user = parse_user(&Arc::new(SourceFile::new(name.clone(), text.as_str())), &mut report);
    let broken = report.errors() > 0;
    let (findings, dropped) = report.finish();
    let source = Arc::new(SourceFile::new(name.clone(), without_strange_values(&text)));
    Ok(Some(Configuration { name, user, findings, dropped, source, broken }))
}

fn unusable(name: &str) -> Problem {
    Problem::Usage(format!("the configuration `{name}` cannot be used"))
}

/// The file of the user's configuration.
fn user_file() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os(CONFIG_VARIABLE).filter(|file| !file.is_empty()) {
        return Some(PathBuf::from(file));
    }
    Some(directory(Kept::Configuration)?.join(USER_FILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_in_an_address_is_not_shown() {
        for (address, shown) in [
            ("https://me:secret@a.example/v2", "https://…@a.example/v2"),
            ("me:secret@a.example", "…@a.example"),
            ("https://a.example/v2", "https://a.example/v2"),
            ("https://a.example/v2?api_key=secret#x", "https://a.example/v2?…"),
            ("https://a.example#secret@b", "https://a.example#…"),
            ("@://", "@://"),
        ] {
            assert_eq!(without_login(address), shown);
        }
    }
}
