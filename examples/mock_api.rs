//! A stand-in for the lead-search API, for trying `personac preview`, `submit` and `status` without an account.
//!
//! ```text
//! cargo run --example mock_api
//! cargo run --example mock_api -- --port 9000 --interval 0 --fail drop-after=0.2 --fail 500=0.1
//! ```
//!
//! It prints its address and the two variables that lead personac to it. Then it prints a line for each request, until
//! it is interrupted:
//!
//! ```text
//! POST /leads/advanced_search 201 8e1dcba0-f0bb-4071-99fc-f18ba6559ccc "EU SaaS VPs"
//! POST /leads/advanced_search cut 3b0c64a5-1f6e-4c1c-8a5b-6d1d5e0b2f11 "EU SaaS VPs", on purpose: drop-after
//! ```
//!
//! It answers as documented: it wants the key, judges bodies, and answers what comes within a second of the request
//! before with 429. Nobody is searched for, and no webhook is called: every lead is invented. Each look at a search finds
//! it one status further, from `NOT_STARTED` over `ONGOING` to `FINISHED`.
//!
//! `--fail NAME=PROBABILITY` makes a part of the requests go wrong, the same ones each time for the same `--seed`. A name
//! is a status from 400 to 599 or one that `--help` lists.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a tool for trying things out, not part of the program")]

#[path = "../tests/mock/mod.rs"]
mod mock;

use std::time::Duration;

use clap::Parser;
use mock::{Behaviour, Mock, NAMED, Recorded};

/// A stand-in for the lead-search API, on this machine alone, that fails as it is told
#[derive(Debug, Parser)]
#[command(name = "mock_api", after_help = failures())]
struct Arguments {
    /// The port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The key that requests must carry
    #[arg(long, default_value = mock::KEY)]
    key: String,
    /// The least time between two requests; 0 allows any
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
    interval: Duration,
    /// Let a part of the requests fail, such as `drop-after=0.2`; may be repeated
    #[arg(long, value_name = "NAME=PROBABILITY", value_parser = failure)]
    fail: Vec<(Behaviour, f64)>,
    /// Where the random numbers begin that decide which requests fail
    #[arg(long, default_value_t = 24)]
    seed: u64,
}

fn main() {
    let arguments = Arguments::parse();
    let builder = Mock::builder().key(&arguments.key).port(arguments.port).interval(arguments.interval);
    let mock = builder.log(|request| println!("{}", line(request))).try_start().unwrap_or_else(|error| {
        let message = format!("cannot listen on port {}: {error}; `--port 0` takes a free one\n", arguments.port);
        clap::Error::raw(clap::error::ErrorKind::Io, message).exit()
    });
    for (index, (behaviour, probability)) in (0..).zip(arguments.fail) {
        mock.at_random(behaviour, probability, arguments.seed.wrapping_add(index));
    }
    println!("Listening on {}; interrupt it to end it.\n", mock.url());
    println!("    export PRONTO_BASE_URL={}", mock.url());
    println!("    export PRONTO_API_KEY={}\n", arguments.key);
    loop {
        std::thread::park();
    }
}

/// One line for one request. The key is in none of them: only the body's name is shown, quoted.
fn line(request: &Recorded) -> String {
    let status = request.status.map_or_else(|| "cut".to_owned(), |status| status.to_string());
    let mut line = format!("{} {} {status}", request.method, request.path);
    if let Some(id) = &request.id {
        line += &format!(" {id}");
    }
    if let Some(name) = request.json().as_ref().and_then(|body| body.get("name")?.as_str()) {
        line += &format!(" {name:?}");
    }
    if let Some(name) = request.behaviour.name() {
        line += &format!(", on purpose: {name}");
    }
    line
}

fn failures() -> String {
    let named = NAMED.iter().map(|(name, what, _)| format!("  {name:<15} {what}"));
    let lines: Vec<String> = named.chain(["  400 … 599       answer with this status".to_owned()]).collect();
    format!("What `--fail` knows:\n{}", lines.join("\n"))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number of seconds".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|_| "not a number of seconds".to_owned())
}

fn failure(text: &str) -> Result<(Behaviour, f64), String> {
    let (name, probability) = text.split_once('=').ok_or("there is no `=PROBABILITY`, such as `=0.2`")?;
    let probability: f64 = probability.parse().map_err(|_| format!("`{probability}` is not a number"))?;
    let possible = (0.0..=1.0).contains(&probability);
    let behaviour = name.parse()?;
    possible.then_some((behaviour, probability)).ok_or_else(|| "a probability is from 0 to 1".to_owned())
}
