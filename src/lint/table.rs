//! What a project says of the rules: the `[lint]` table of `personac.toml`.

use globset::GlobMatcher;

use super::Levels;
use crate::rule::{Level, Rule};

/// Levels of rules, for all files and for those that a pattern names.
#[derive(Debug, Clone, Default)]
pub struct LintTable {
    /// For all files.
    pub everywhere: Vec<(&'static Rule, Level)>,
    /// For the files of a pattern, in the order of the project file: a later one wins.
    pub paths: Vec<PathLevels>,
}

/// Levels of the files that a pattern names.
#[derive(Debug, Clone)]
pub struct PathLevels {
    /// The pattern, of paths that begin at the directory of the project file.
    pub pattern: GlobMatcher,
    /// What is done with the rules there.
    pub levels: Vec<(&'static Rule, Level)>,
}

impl LintTable {
    /// The levels for a file of the project. `path` begins at the project's directory, with `/` between its parts.
    pub fn levels(&self, path: &str) -> Levels {
        let mut levels = Levels::default();
        let here = self.paths.iter().filter(|paths| paths.pattern.is_match(path)).flat_map(|paths| &paths.levels);
        self.everywhere.iter().chain(here).for_each(|(rule, level)| levels.set(rule, *level));
        levels
    }
}
