//! Finding files that were moved: a file that is gone and one that is new hold the same.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::project::{Subjects, are_the_same};
use super::subject::Subject;

/// Pairs of files that are compared at most.
const MOST_PAIRS: usize = 10_000;

/// For each file that was moved where it was. Files of the same text are paired first, then those that find the same
/// people with the same settings, then those of the same name.
pub fn moves<'a>(old: &'a Subjects, new: &'a Subjects) -> BTreeMap<&'a PathBuf, &'a PathBuf> {
    let mut gone: Vec<&PathBuf> = old.keys().filter(|path| !new.contains_key(*path)).collect();
    let mut come: Vec<&PathBuf> = new.keys().filter(|path| !old.contains_key(*path)).collect();
    let mut moves = BTreeMap::new();
    let both = |was: &PathBuf, is: &PathBuf, test: fn(&Subject, &Subject) -> bool| {
        old.get(was).zip(new.get(is)).is_some_and(|(was, is)| test(was, is))
    };
    pair(&mut gone, &mut come, &mut moves, |was, is| both(was, is, Subject::has_text_of));
    if gone.len() * come.len() <= MOST_PAIRS {
        pair(&mut gone, &mut come, &mut moves, |was, is| both(was, is, are_the_same));
    }
    let names =
        |paths: &[&PathBuf], name: &PathBuf| paths.iter().filter(|path| path.file_name() == name.file_name()).count();
    let (all_gone, all_come) = (gone.clone(), come.clone());
    pair(&mut gone, &mut come, &mut moves, |was, is| {
        was.file_name() == is.file_name() && names(&all_gone, was) == 1 && names(&all_come, is) == 1
    });
    moves
}

fn pair<'a>(
    gone: &mut Vec<&'a PathBuf>,
    come: &mut Vec<&'a PathBuf>,
    moves: &mut BTreeMap<&'a PathBuf, &'a PathBuf>,
    belong_together: impl Fn(&PathBuf, &PathBuf) -> bool,
) {
    come.retain(|is| {
        let Some(at) = gone.iter().position(|was| belong_together(was, is)) else { return true };
        moves.insert(is, gone.remove(at));
        false
    });
}
