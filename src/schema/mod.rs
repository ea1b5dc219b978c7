//! JSON Schemas (2020-12) for editors and validators: of the request body, made from the rows of fields and
//! settings, and of the project file, made from what `project` reads.

mod body;
mod keywords;
mod project;
mod values;

pub use body::body;
pub use keywords::Schema;
pub use project::project;
