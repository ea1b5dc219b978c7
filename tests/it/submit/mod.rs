//! `personac submit` as people run it, against a server that does what no server should.

mod answers;
mod behaviour;
#[cfg(unix)]
mod crash;
mod diary;
mod key;
mod network;
#[cfg(unix)]
mod processes;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod terminal;
mod webhook;
mod world;

#[cfg(unix)]
use std::io::Read;
use std::process::{Child, Command};

use crate::mock::{KEY, Mock};
use crate::tool::{HOOK, Ran, Room, finish};

/// A room from which requests go to one address, with the environment they go with.
struct To<'a> {
    room: &'a Room,
    variables: Vec<(&'a str, String)>,
}

impl<'a> To<'a> {
    /// To a server, with its key, and as fast as it goes.
    fn new(mock: &Mock, room: &'a Room) -> Self {
        To::at(&mock.url(), room)
    }

    /// The same to any address.
    fn at(url: &str, room: &'a Room) -> Self {
        let variables = [("PRONTO_BASE_URL", url), ("PRONTO_API_KEY", KEY), ("PERSONAC_PACE", "0")];
        To { room, variables: variables.map(|(name, value)| (name, value.to_owned())).to_vec() }
    }

    /// With one more variable, or another value of it.
    fn with(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self = self.without(name);
        self.variables.push((name, value.into()));
        self
    }

    /// Without a variable.
    fn without(mut self, name: &str) -> Self {
        self.variables.retain(|(other, _)| *other != name);
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.room.command(arguments);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().expect("personac")
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        finish(self.start(arguments), "")
    }

    /// `personac submit` with these arguments, and `--yes`.
    fn submit(&self, arguments: &[&str]) -> Ran {
        self.run(&submit(arguments))
    }
}

/// The arguments of a submission that asks nobody.
fn submit<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["submit", "--yes"], arguments].concat()
}

/// A server that takes requests as fast as they come.
fn fast() -> Mock {
    Mock::builder().interval(std::time::Duration::ZERO).start()
}

/// Three personas, in the order in which they are sent.
fn three() -> Room {
    Room::with(&[("a.persona", &persona("CEO")), ("b.persona", &persona("CFO")), ("c.persona", &persona("COO"))])
}

/// A persona that looks for a title, without a warning.
fn persona(title: &str) -> String {
    format!("name: \"{title}s\"\n{HOOK}limit: 100\n\ntitle = \"{title}\"\n")
}

/// What a process says until it says this.
#[cfg(unix)]
fn until(child: &mut Child, text: &str) -> String {
    let (mut said, mut byte) = (vec![], [0]);
    let err = child.stderr.as_mut().expect("a pipe");
    while !String::from_utf8_lossy(&said).contains(text) {
        assert_eq!(err.read(&mut byte).expect("a pipe"), 1, "{}", String::from_utf8_lossy(&said));
        said.push(byte[0]);
    }
    String::from_utf8_lossy(&said).into_owned()
}
