//! What checks said, as long as nothing has changed since.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gen_lsp_types::Uri;

use crate::check::Checked;

/// What checks said, by file.
#[derive(Debug, Default)]
pub struct Checks(RefCell<HashMap<Uri, (u64, Rc<Checked>)>>);

impl Checks {
    /// What the check of a file says in this epoch.
    pub fn of(&self, uri: &Uri, epoch: u64, check: impl FnOnce() -> Checked) -> Rc<Checked> {
        if let Some((_, checked)) = self.0.borrow().get(uri).filter(|(own, _)| *own == epoch) {
            return Rc::clone(checked);
        }
        let checked = Rc::new(check());
        self.0.borrow_mut().insert(uri.clone(), (epoch, Rc::clone(&checked)));
        checked
    }

    /// Forget a file.
    pub fn forget(&self, uri: &Uri) {
        self.0.borrow_mut().remove(uri);
    }
}
