//! Whether requests together find all that another one finds.

use super::budget::{Budget, TooComplex};
use super::request::Request;

/// Whether every lead of `request` is found by one of `others`.
///
/// # Errors
///
/// [`TooComplex`] when the budget is used up.
pub fn is_covered(request: &Request, others: &[&Request], steps: &mut Budget) -> Result<bool, TooComplex> {
    let mut left = vec![request.clone()];
    for other in others {
        let mut pieces = vec![];
        for piece in &left {
            pieces.extend(piece.subtract(other, steps)?);
        }
        left = pieces;
        if left.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}
