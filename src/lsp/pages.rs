//! The manual pages behind the codes of findings, as files that an editor can open.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::PathBuf;

use gen_lsp_types::Uri;

use super::uri::uri_of;
use crate::cli::directories::{Kept, directory};
use crate::disk::write_whole;
use crate::explain::Topic;
use crate::rule::Rule;

/// The pages that were asked for, written where the user's programs keep what they can make again.
#[derive(Debug, Default)]
pub struct Pages(RefCell<HashMap<&'static str, Option<Uri>>>);

impl Pages {
    /// The address of the page of a rule; `None` where nothing can be written.
    pub fn of(&self, rule: &'static Rule) -> Option<Uri> {
        self.0.borrow_mut().entry(rule.code).or_insert_with(|| write(rule)).clone()
    }
}

fn write(rule: &'static Rule) -> Option<Uri> {
    let version = concat!("rules-", env!("CARGO_PKG_VERSION"));
    let path: PathBuf = directory(Kept::Cache)?.join(version).join(format!("{}.md", rule.code));
    write_whole(&path, &Topic::Rule(rule).page()).ok()?;
    Some(uri_of(&path))
}
