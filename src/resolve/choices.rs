//! What may have been meant by a label that nobody bears.

use super::{Resolver, Scope};
use crate::fields::FieldId;
use crate::suggest::MOST;
use crate::tables::Suggestion;
use crate::wording::Choice;

impl<'a> Resolver<'a> {
    /// A `let` of that name, names of the label book, and the table's own suggestions, the best few of them; and
    /// whether the only one surely was meant.
    pub(super) fn label_choices(
        &self,
        field: FieldId,
        text: &str,
        suggestions: &[Suggestion],
        scope: Scope<'a>,
    ) -> (Vec<Choice>, bool) {
        let own = self.reference_named(text, scope).into_iter().chain(self.book_choices(field, text));
        let known = suggestions.iter().map(|one| Choice::label(&one.label, &one.id));
        let choices: Vec<Choice> = own.chain(known).take(MOST).collect();
        let certain = matches!(suggestions, [one] if one.certain) && choices.len() == 1;
        (choices, certain)
    }

    /// Names of the label book that are near to `text`.
    pub(super) fn book_choices(&self, field: FieldId, text: &str) -> Vec<Choice> {
        self.project.labels.nearest(field, text).into_iter().map(Choice::value).collect()
    }
}
