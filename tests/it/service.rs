//! The program and a stand-in for the API that it talks to.

use crate::mock::{Builder, KEY, Mock};
use crate::tool::{Ran, Room};

/// A directory with files, and the API beside it.
pub struct Service {
    pub mock: Mock,
    pub room: Room,
}

impl Service {
    /// An API that allows any pace, and files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        Self::of(Mock::builder(), files)
    }

    /// A certain API that allows any pace, and files.
    pub fn of(mock: Builder, files: &[(&str, &str)]) -> Self {
        Service { mock: mock.interval(std::time::Duration::ZERO).start(), room: Room::with(files) }
    }

    /// Run the program; the key and the address are in its environment.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// Run it with further variables.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let (url, state, cache) = (self.mock.url(), self.place("state"), self.place("cache"));
        let ours = [
            ("PRONTO_API_KEY", KEY),
            ("PRONTO_BASE_URL", &url),
            ("PERSONAC_PACE", "0"),
            ("PERSONAC_STATE_DIR", &state),
            ("PERSONAC_CACHE_DIR", &cache),
        ];
        let ran = self.room.run_with_variables(arguments, &[&ours, variables].concat());
        assert!(!format!("{}{}", ran.out, ran.err).contains(KEY), "the key is never shown:\n{}{}", ran.out, ran.err);
        ran
    }

    fn place(&self, name: &str) -> String {
        self.room.path(name).display().to_string()
    }

    /// The bodies that the API was sent at a path.
    pub fn asked(&self, path: &str) -> Vec<String> {
        let requests = self.mock.requests().into_iter().filter(|request| request.path == path);
        requests.map(|request| String::from_utf8(request.body.unwrap_or_default()).expect("text")).collect()
    }
}
