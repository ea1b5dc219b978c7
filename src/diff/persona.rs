//! What became of one persona.

use super::Side;
use super::requests::Requests;
use super::settings::SettingChange;
use super::verdict::Verdict;
use crate::algebra::Relation;
use crate::check::Compiled;
use crate::emit::request_as_persona;

/// What became of a persona.
#[derive(Debug, Clone)]
pub enum Change {
    /// It is new.
    Added(Outline),
    /// It is gone.
    Removed(Outline),
    /// It is on both sides.
    Both(Box<Difference>),
    /// Its file has errors on these sides, before and after.
    Errors(bool, bool),
}

/// Whom a persona finds, where there is nothing to compare it with.
#[derive(Debug, Clone)]
pub struct Outline {
    /// Its requests as lines of a persona.
    pub requests: Vec<String>,
}

/// How a persona differs from what it was.
#[derive(Debug, Clone)]
pub struct Difference {
    /// How the leads that it finds stand to those that it found.
    pub verdict: Verdict,
    /// Settings that are other ones.
    pub settings: Vec<SettingChange>,
    /// What it asks for.
    pub requests: Requests,
    /// What else is to be known, in sentences.
    pub notes: Vec<String>,
}

impl Change {
    /// What became of a persona that was `before` and is `after`; one of the two is there.
    pub(super) fn of(before: Option<(&Compiled, Side)>, after: Option<(&Compiled, Side)>) -> Change {
        match (before, after) {
            (Some(before), Some(after)) => Change::Both(Box::new(Difference::new(before, after))),
            (Some((old, _)), None) => Change::Removed(Outline::of(old)),
            (None, Some((new, _))) => Change::Added(Outline::of(new)),
            (None, None) => Change::Errors(false, false),
        }
    }

    /// Whether anything differs that a search would show.
    pub fn is_difference(&self) -> bool {
        match self {
            Change::Both(difference) => !difference.is_same(),
            _ => true,
        }
    }
}

impl Outline {
    fn of(persona: &Compiled) -> Outline {
        Outline { requests: lines(persona) }
    }
}

/// The requests of a persona as lines of the language.
fn lines(persona: &Compiled) -> Vec<String> {
    let audience = &persona.audience;
    let line = |request| request_as_persona(request, &audience.literals, &audience.atoms);
    audience.requests.iter().map(line).collect()
}

impl Difference {
    fn new((old, before): (&Compiled, Side), (new, after): (&Compiled, Side)) -> Difference {
        let (verdict, presumed) = Verdict::of(&old.audience, &new.audience);
        let same = verdict == Verdict::Proved(Relation::Same);
        let requests = Requests::compare((&old.audience, before.book), (&new.audience, after.book), same);
        let settings = SettingChange::between(&old.audience.settings, &new.audience.settings);
        let mut notes = vec![];
        if let (Some(was), Some(is)) = (&old.key, &new.key)
            && was != is
        {
            notes.push(format!("it is called `{is}` now, and was called `{was}`"));
        }
        notes.extend(requests.note(verdict));
        notes.extend(presumed);
        Difference { verdict, settings, requests, notes }
    }

    /// Whether the audience is the same and no setting differs.
    pub fn is_same(&self) -> bool {
        self.finds_the_same() && self.settings.is_empty()
    }

    /// Whether it surely finds the same leads.
    pub fn finds_the_same(&self) -> bool {
        self.verdict == Verdict::Proved(Relation::Same)
    }
}
