//! Why a request has no answer.

use lsp_server::{ErrorCode, RequestId, Response};

/// Why a request has no answer.
#[derive(Debug)]
pub struct Failure {
    code: ErrorCode,
    message: String,
}

impl Failure {
    /// The request itself is wrong.
    pub fn invalid(message: impl Into<String>) -> Failure {
        Failure { code: ErrorCode::InvalidParams, message: message.into() }
    }

    /// The request is right, and cannot be answered.
    pub fn failed(message: impl Into<String>) -> Failure {
        Failure { code: ErrorCode::RequestFailed, message: message.into() }
    }

    /// With another code.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Failure {
        Failure { code, message: message.into() }
    }

    /// The answer that says so.
    pub fn response(self, id: RequestId) -> Response {
        Response::new_err(id, self.code as i32, self.message)
    }
}
