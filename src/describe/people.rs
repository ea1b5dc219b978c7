//! One request as a sentence: "people who …, based in …, at companies of …".

use super::piece::Piece;
use super::words::Words;
use crate::algebra::{Filter, Request};
use crate::fields::{Part, Phrase};

/// What one filter says: the pieces without what joins them to others.
type Clause = Vec<Piece>;

/// Stands between what a filter includes and what it excludes.
const BUT_NOT: &str = " but not ";

/// The people that a request finds, without a full stop.
pub fn people(request: &Request, words: &Words) -> Vec<Piece> {
    let mut filters: Vec<(&Filter, usize, &'static Phrase)> = request
        .filters
        .iter()
        .filter_map(|filter| filter.field.phrase().map(|(place, phrase)| (filter, place, phrase)))
        .collect();
    filters.sort_by_key(|(_, place, _)| *place);
    let (included, excluded): (Vec<_>, Vec<_>) =
        filters.into_iter().partition(|(filter, ..)| !filter.includes.is_empty());
    let excluded: Vec<Piece> = excluded
        .into_iter()
        .filter_map(|(filter, _, phrase)| left_out(filter, excluding(filter, phrase), words))
        .collect();
    if included.is_empty() {
        return all_but(excluded);
    }
    let mut sentence = Sentence { pieces: vec![Piece::joint("people")], parts: 0 };
    let part = |wanted: Part| included.iter().filter(move |(.., phrase)| phrase.part == wanted).copied();
    sentence.who(who(part(Part::Who), words));
    part(Part::Where).for_each(|(filter, _, phrase)| sentence.part("", clause(filter, phrase, phrase.include, words)));
    sentence.companies(
        part(Part::Companies).next().map(|(filter, _, phrase)| clause(filter, phrase, phrase.include, words)),
        part(Part::OfCompanies).map(|(filter, _, phrase)| clause(filter, phrase, phrase.include, words)).collect(),
    );
    sentence.with(part(Part::With).map(|(filter, _, phrase)| clause(filter, phrase, phrase.include, words)).collect());
    sentence.but_not(excluded);
    sentence.pieces
}

/// The clauses about the person; what can be said right after the field before it is no clause of its own.
fn who<'p>(filters: impl Iterator<Item = (&'p Filter, usize, &'static Phrase)>, words: &Words) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = vec![];
    let mut before = "";
    for (filter, _, phrase) in filters {
        match (phrase.after.filter(|(field, _)| *field == before), clauses.last_mut()) {
            (Some((_, template)), Some(last)) => {
                last.push(Piece::joint(" "));
                last.append(&mut clause(filter, phrase, template, words));
            }
            _ => clauses.push(clause(filter, phrase, phrase.include, words)),
        }
        before = phrase.field;
    }
    clauses
}

/// What a filter includes, and what it excludes from that.
fn clause(filter: &Filter, phrase: &Phrase, template: &str, words: &Words) -> Clause {
    let row = filter.field.row();
    let mut clause: Clause = vec![];
    for (index, values) in filter.includes.iter().enumerate() {
        let template = phrase.several.filter(|_| values.len() > 1).unwrap_or(template);
        if index > 0 {
            clause.push(Piece::joint(" and "));
        }
        clause.push(Piece::of(row.include, &words.included(filter, values, phrase, template)));
    }
    if let Some(mut left_out) = left_out(filter, phrase.but_not, words) {
        left_out.text.insert_str(0, BUT_NOT);
        clause.push(left_out);
    }
    clause
}

/// What is said of the values that a filter excludes and that has no others.
fn excluding(filter: &Filter, phrase: &Phrase) -> &'static str {
    phrase.exclude_several.filter(|_| filter.exclude.len() > 1).unwrap_or(phrase.exclude)
}

/// What a filter excludes.
fn left_out(filter: &Filter, template: &str, words: &Words) -> Option<Piece> {
    let key = filter.field.row().exclude.filter(|_| !filter.exclude.is_empty())?;
    let values = words.in_order(filter, &filter.exclude);
    Some(Piece::of(key, &template.replace("{}", &words.list(filter.field, &values))))
}

/// Everybody without some.
fn all_but(excluded: Vec<Piece>) -> Vec<Piece> {
    let mut pieces = vec![Piece::joint("all people but those ")];
    let count = excluded.len();
    for (index, piece) in excluded.into_iter().enumerate() {
        if index > 0 {
            pieces.push(Piece::joint(if index + 1 == count { " and those " } else { ", those " }));
        }
        pieces.push(piece);
    }
    pieces
}

struct Sentence {
    pieces: Vec<Piece>,
    /// How many parts there are after "people".
    parts: usize,
}

impl Sentence {
    /// Add a part that `before` leads in.
    fn part(&mut self, before: &str, clause: Clause) {
        let joint = if self.parts == 0 { " " } else { ", " };
        self.pieces.push(Piece::joint(&format!("{joint}{before}")));
        self.pieces.extend(clause);
        self.parts += 1;
    }

    fn who(&mut self, clauses: Vec<Clause>) {
        let count = clauses.len();
        for (index, clause) in clauses.into_iter().enumerate() {
            self.part(if index > 0 && index + 1 == count { "and " } else { "" }, clause);
        }
    }

    fn companies(&mut self, kind: Option<Clause>, of: Vec<Clause>) {
        if kind.is_none() && of.is_empty() {
            return;
        }
        let kind = kind.unwrap_or_else(|| vec![Piece::joint("companies")]);
        // What follows is said of all kinds, not of the last one.
        let several = kind.iter().any(|piece| piece.text.contains(" or ") || piece.text.contains(" but "));
        self.part("at ", kind);
        for (index, clause) in of.into_iter().enumerate() {
            self.pieces.push(Piece::joint(if index == 0 && !several { " " } else { ", " }));
            self.pieces.extend(clause);
        }
    }

    fn with(&mut self, clauses: Vec<Clause>) {
        let count = clauses.len();
        for (index, clause) in clauses.into_iter().enumerate() {
            match index {
                0 => self.part("with ", clause),
                _ => {
                    self.pieces.push(Piece::joint(if index + 1 == count { " and " } else { ", " }));
                    self.pieces.extend(clause);
                }
            }
        }
    }

    fn but_not(&mut self, excluded: Vec<Piece>) {
        let again = self.pieces.last().is_some_and(|piece| piece.text.starts_with(BUT_NOT));
        let first = if again { ", and not " } else { ", but not " };
        for (index, piece) in excluded.into_iter().enumerate() {
            self.pieces.push(Piece::joint(if index == 0 { first } else { ", nor " }));
            self.pieces.push(piece);
        }
    }
}
