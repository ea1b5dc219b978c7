//! A command for the shell that sends a body, for people who try things out by hand.

use super::{Body, pretty};
use crate::render::is_hidden;

/// The base address of the API. Source: the API reference.
pub const BASE_ADDRESS: &str = "https://app.prontohq.com/api/v2";

/// Where searches are started, below the base address. Source: the API reference.
pub const SEARCH_PATH: &str = "/leads/advanced_search";

/// The longest body that is an argument, in bytes: Linux takes 128 KiB for one.
const LONGEST_ARGUMENT: usize = 100_000;

/// A line of the pretty body begins with a brace or a blank: none of them is this word.
const END_OF_BODY: &str = "BODY";

/// The command, for any POSIX shell. The key is the variable `PRONTO_API_KEY`, which the shell puts in.
pub fn curl(body: &Body) -> String {
    let json = pastable(pretty(body).trim_end());
    let data = match json.len() {
        0..LONGEST_ARGUMENT => format!("--data {}", in_single_quotes(&json)),
        _ => format!("--data @- <<'{END_OF_BODY}'\n{json}\n{END_OF_BODY}"),
    };
    let options = [
        "curl --fail-with-body --request POST",
        &format!("--url {BASE_ADDRESS}{SEARCH_PATH}"),
        "--header 'Content-Type: application/json'",
        "--header \"X-API-KEY: $PRONTO_API_KEY\"",
        &data,
    ];
    options.join(" \\\n  ") + "\n"
}

/// The same JSON without characters that a terminal acts upon when they are pasted, and without `!`, which some shells
/// read even between quotes when they lie on several lines. All of them stand in strings only.
fn pastable(json: &str) -> String {
    let mut clean = String::with_capacity(json.len());
    for letter in json.chars() {
        match is_hidden(letter) || letter == '!' {
            true => clean.push_str(&format!("\\u{:04x}", u32::from(letter))),
            false => clean.push(letter),
        }
    }
    clean
}

/// The text as one word of the shell, which reads nothing in it.
fn in_single_quotes(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
