//! What to do about the last line after a crash: nothing is lost, and every line can be read again. Pure.

use jiff::Timestamp;
use serde::Serialize;

use super::entry::Torn;
use super::lines::{Lines, TORN, Tail};
use crate::render::json_line;

/// How the end of a journal becomes whole lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// It is as it should be.
    Nothing,
    /// The end of the line is missing.
    End,
    /// This line replaces what stands after the last whole line.
    Replace(String),
}

#[derive(Serialize)]
struct TornLine<'a> {
    state: &'static str,
    #[serde(flatten)]
    torn: &'a Torn,
}

/// What to do about the end of these bytes, found at this time.
pub fn mend(bytes: &[u8], lines: &Lines, time: Timestamp) -> Mend {
    match lines.tail {
        Tail::Nothing => Mend::Nothing,
        Tail::Unended => Mend::End,
        Tail::Torn => {
            let torn = torn(bytes.get(lines.whole..).unwrap_or_default(), time);
            Mend::Replace(json_line(&TornLine { state: TORN, torn: &torn }) + "\n")
        }
    }
}

/// The bytes, kept so that they can be had back.
fn torn(bytes: &[u8], time: Timestamp) -> Torn {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let exact = text.as_bytes() == bytes;
    let digits = || bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Torn { time, text, bytes: (!exact).then(digits) }
}
