//! What tables call personas: short, and no two alike.

use super::Member;
use crate::render::on_one_line;

/// The ending of a persona's file.
const ENDING: &str = ".persona";

/// A title for each: its file without the directories that all are in, and its key.
pub fn titles(members: &[Member]) -> Vec<String> {
    let shared = shared_directory(members);
    let title = |member: &Member| {
        let file = member.file.get(shared..).unwrap_or(&member.file);
        let file = file.strip_suffix(ENDING).filter(|stem| !stem.is_empty()).unwrap_or(file);
        match &member.key {
            Some(key) => on_one_line(&format!("{file}:{key}")),
            None => on_one_line(file),
        }
    };
    members.iter().map(title).collect()
}

/// How many bytes of their names the directories take that all files are in.
fn shared_directory(members: &[Member]) -> usize {
    let Some(first) = members.first() else { return 0 };
    let in_all = |end: &usize| {
        let directory = first.file.get(..=*end);
        directory.is_some_and(|directory| members.iter().all(|member| member.file.starts_with(directory)))
    };
    let ends = first.file.char_indices().filter(|(_, c)| *c == '/').map(|(end, _)| end);
    ends.take_while(in_all).last().map_or(0, |end| end + 1)
}
