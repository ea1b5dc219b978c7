//! What a link cannot say, and what else to know about it.

use super::LONGEST;
use crate::audience::Audience;
use crate::diagnostic::Diagnostic;
use crate::rule;
use crate::wording::{and, or};

/// What the link cannot say, in words, and what that does.
#[derive(Default)]
pub struct LeftOut {
    said: Vec<String>,
    shows_more: bool,
    shows_fewer: bool,
}

impl LeftOut {
    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// One of several included values is missed where others are left: fewer people are shown. Anything else that is
    /// left out lets more people in.
    pub fn add(&mut self, said: String, is_one_of_several: bool) {
        self.said.push(said);
        self.shows_fewer |= is_one_of_several;
        self.shows_more |= !is_one_of_several;
    }
}

/// Something cannot be said.
pub fn left(audience: &Audience, left_out: &LeftOut) -> Diagnostic {
    let whom = match (left_out.shows_more, left_out.shows_fewer) {
        (true, false) => "more people",
        (false, _) => "fewer people",
        (true, true) => "other people",
    };
    let said = and(&left_out.said);
    let message = format!("the link cannot say {said}, so the browser shows {whom} than the persona finds");
    let help = "`/in/…` addresses, lists with a UUID and `raw` have no form in a link: write `/sales/lead/…` or the \
                list's number where there is one";
    Diagnostic::new(&rule::NOT_IN_LINK, message).label(audience.location, format!("{whom} in the browser")).help(help)
}

/// LinkedIn is not searched.
pub fn not_live(audience: &Audience) -> Diagnostic {
    let place = audience.settings.place("live").unwrap_or(audience.location);
    Diagnostic::new(&rule::LIVE_LINK, "with `live: false` another database is searched than the browser shows")
        .label(place, "LinkedIn itself is not searched")
        .help("read the count in the browser as a hint, or leave `live: false` out")
}

/// The link may be too long.
pub fn long(audience: &Audience, length: usize) -> Diagnostic {
    let message = format!("the link has {length} characters, and LinkedIn may refuse more than {LONGEST}");
    Diagnostic::new(&rule::LONG_LINK, message)
        .label(audience.location, "very many values")
        .help("the request itself has no such limit; split the persona if the browser shows an error")
}

/// Letters differ.
pub fn letters(audience: &Audience, letters: &[String]) -> Diagnostic {
    let message = format!("the API's letters are not LinkedIn's: {}", and(letters));
    Diagnostic::new(&rule::CONTESTED_IN_LINK, message)
        .label(audience.location, "the link has what the labels say")
        .help("if the API hands its letters on as they are, the delivered leads are others than the browser shows")
}

/// Nothing can be said, so there is no link.
pub fn nothing(audience: &Audience, left_out: &LeftOut) -> Diagnostic {
    let message = match left_out.said.is_empty() {
        true => "a link cannot say anything of this persona".to_owned(),
        false => format!("a link cannot say {}, and the persona asks for nothing else", or(&left_out.said)),
    };
    Diagnostic::new(&rule::EMPTY_LINK, message)
        .label(audience.location, "the browser would show everybody")
        .help("add a filter that a link can say, such as a job title")
}
