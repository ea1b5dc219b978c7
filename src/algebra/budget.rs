//! A bound on the work that an expression may cause.

use thiserror::Error;

/// Steps that the algebra may take for one persona; well under a second of work.
pub const MAX_STEPS: usize = 4_000_000;

/// The expression grows out of all bounds when it is taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the expression grows out of all bounds when it is taken apart")]
pub struct TooComplex;

/// The steps that are left.
#[derive(Debug)]
pub struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Budget(MAX_STEPS)
    }
}

impl Budget {
    /// A budget of `steps`, for a search that may be given up.
    pub fn of(steps: usize) -> Self {
        Budget(steps)
    }

    /// The steps that are left.
    pub fn left(&self) -> usize {
        self.0
    }

    /// Take `steps` from the budget.
    ///
    /// # Errors
    ///
    /// [`TooComplex`] when there are not that many left.
    pub fn spend(&mut self, steps: usize) -> Result<(), TooComplex> {
        self.0 = self.0.checked_sub(steps).ok_or(TooComplex)?;
        Ok(())
    }
}
