//! How far a long run is, for a person at a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::OutputFormat;
use super::session::{Channel, Session};
use crate::render::on_one_line;

/// How often it moves while nothing happens.
const TICK: Duration = Duration::from_millis(120);

/// How far a run is. It shows nothing unless a person looks at standard error, and is gone from there at the end.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// The progress of so many steps; `what` says what is done, such as `previewing`. A single step, or an unknown number
    /// of them, which is 0, has no bar.
    pub fn new(session: &Session, total: usize, what: &str) -> Progress {
        let is_read = session.global.output_format == OutputFormat::Human && !session.global.quiet;
        if !is_read || !Channel::Error.is_terminal() {
            return Progress { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
        let template = match total {
            0 | 1 => "{spinner} {prefix} {wide_msg}",
            _ => "{spinner} {prefix} {pos}/{len} {bar:20} {wide_msg}",
        };
        // A template that is not understood is a slip in this file, and the usual look does it too.
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        bar.set_prefix(what.to_owned());
        bar.enable_steady_tick(TICK);
        Progress { bar }
    }

    /// Whether somebody sees it.
    pub fn is_shown(&self) -> bool {
        !self.bar.is_hidden()
    }

    /// Say what is going on now.
    pub fn say(&self, message: &str) {
        self.bar.set_message(on_one_line(message));
    }

    /// One more is done; `message` says which.
    pub fn step(&self, message: &str) {
        self.say(message);
        self.bar.inc(1);
    }

    /// Write something else to the terminal, which the progress makes room for.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
