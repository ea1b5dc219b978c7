//! Ctrl-C, politely: the request that is under way is finished, so that nobody has to find out what became of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::channel::tell;

/// The exit code of a program that was interrupted twice, as shells have it.
const INTERRUPTED: i32 = 130;

/// Whether the run is to end.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Listen for Ctrl-C, and for the signal that asks programs to end. The second one ends the program at once: the
    /// journal then says that the request was sent, and not what became of it.
    pub fn on_interrupt() -> Stop {
        let stop = Stop::default();
        let wanted = stop.clone();
        // Where no handler can be set, Ctrl-C ends the program as usual.
        drop(ctrlc::set_handler(move || {
            if wanted.0.swap(true, Ordering::SeqCst) {
                std::process::exit(INTERRUPTED);
            }
            tell("\nstopping after the request that is under way; Ctrl-C again stops at once\n");
        }));
        stop
    }

    /// Whether the run is to end.
    pub fn is_wanted(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
