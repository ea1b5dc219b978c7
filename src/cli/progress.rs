//! How far a run has come, for people at a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::OutputFormat;
use super::channel::Channel;
use super::session::Session;

/// Fewer steps than this are over before a bar would say anything.
const WORTH_A_BAR: u64 = 3;

/// How far a run has come. It is drawn only where people look at standard error.
#[derive(Debug)]
pub struct Progress(ProgressBar);

impl Progress {
    /// A run of so many steps; `what` is done in them.
    pub fn new(session: &Session, steps: u64, what: &'static str) -> Progress {
        let global = session.global;
        let wanted = global.output_format == OutputFormat::Human && !global.quiet && steps >= WORTH_A_BAR;
        if !wanted || !Channel::Error.is_terminal() {
            return Progress(ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden()));
        }
        let bar = ProgressBar::new(steps).with_prefix(what);
        let style = ProgressStyle::with_template("{prefix} {pos}/{len} {bar:20} {eta} left  {wide_msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }

    /// A wait of which nobody knows how long it takes, or what is over in a moment.
    pub fn spinner(session: &Session) -> Progress {
        let global = session.global;
        let wanted = global.output_format == OutputFormat::Human && !global.quiet;
        if !wanted || !Channel::Error.is_terminal() {
            return Progress(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }

    /// Whether anybody sees it.
    pub fn is_shown(&self) -> bool {
        !self.0.is_hidden()
    }

    /// The next step begins, about `title`.
    pub fn begin(&self, title: &str) {
        self.0.set_message(crate::render::on_one_line(title));
    }

    /// A step is done.
    pub fn done(&self) {
        self.0.inc(1);
    }

    /// Write something else to the terminal.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }

    /// The run is over.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Drop for Progress {
    /// An error ends a run as well, and is shown where the progress was.
    fn drop(&mut self) {
        self.finish();
    }
}
