//! Room on the stack for the parser, which calls itself for every bracket it enters.
//!
//! pest can watch the stack itself, at a third of the time that parsing takes. A text cannot be entered deeper than
//! it has opening brackets, whatever else is wrong with it, so counting them is enough.

use std::thread;

/// Up to this many opening brackets the stack of any thread will do.
const FEW: usize = 128;

/// More opening brackets than a megabyte of personas has, and the most that room is made for.
pub const MOST: usize = 20_000;

/// What one level may take of the stack: twice what was measured without optimisation, and six times with it.
const BYTES_A_LEVEL: usize = 8 * 1024;

/// The text has too many opening brackets to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyBrackets;

/// Run `read`, which reads a text with so many opening `brackets`, where the stack is large enough for it.
///
/// # Errors
///
/// [`TooManyBrackets`] where there are more than room can be made for.
pub fn with_room<T: Send>(brackets: usize, read: impl FnOnce() -> T + Send) -> Result<T, TooManyBrackets> {
    if brackets <= FEW {
        return Ok(read());
    }
    if brackets > MOST {
        return Err(TooManyBrackets);
    }
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size((brackets + FEW) * BYTES_A_LEVEL);
        let reader = builder.spawn_scoped(scope, read).map_err(|_| TooManyBrackets)?;
        reader.join().map_err(|panic| std::panic::resume_unwind(panic))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_for_as_many_levels_as_there_are_brackets() {
        fn deep(levels: usize) -> usize {
            let frame = std::hint::black_box([levels; 64]);
            if levels == 0 { 0 } else { 1 + deep(frame[63] - 1) }
        }
        assert_eq!(with_room(MOST, || deep(MOST)), Ok(MOST));
        assert_eq!(with_room(MOST + 1, || ()), Err(TooManyBrackets));
        assert_eq!(with_room(1, || 1), Ok(1));
    }
}
