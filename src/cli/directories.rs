//! The directories in which programs of this system keep what they need beside their input.

use std::ffi::OsString;
use std::path::PathBuf;

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// What the user has configured.
    Configuration,
    /// What must outlive a run: all processes of the user share it.
    State,
    /// What can be asked for again.
    Cache,
}

/// Where personac keeps it: where its own variable says, or where this system has such things; `None` if the user has no
/// home. State then lies in a directory for temporary files.
pub fn directory(kept: Kept) -> Option<PathBuf> {
    let found = choose(kept, |name| std::env::var_os(name));
    found.or_else(|| (kept == Kept::State).then(|| std::env::temp_dir().join(of_user())))
}

fn choose(kept: Kept, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let path = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // A path that is not from the root would be another one in each directory.
    let rooted = |name: &str| path(name).filter(|path| path.is_absolute());
    // Nothing can be written where the home is not there; a configuration is only looked for.
    let is_usable = |home: &PathBuf| kept == Kept::Configuration || home.is_dir();
    let home = |below: &str| rooted("HOME").filter(is_usable).map(|home| home.join(below));
    let (own, windows, mac, (xdg, usual)) = match kept {
        Kept::Configuration => (None, "APPDATA", ".config", ("XDG_CONFIG_HOME", ".config")),
        Kept::State => {
            let own = Some("PERSONAC_STATE_DIR");
            (own, "LOCALAPPDATA", "Library/Application Support", ("XDG_STATE_HOME", ".local/state"))
        }
        Kept::Cache => (Some("PERSONAC_CACHE_DIR"), "LOCALAPPDATA", "Library/Caches", ("XDG_CACHE_HOME", ".cache")),
    };
    let of_the_system = || match () {
        () if cfg!(windows) => rooted(windows),
        () if cfg!(target_os = "macos") => rooted(xdg).or_else(|| home(mac)),
        () => rooted(xdg).or_else(|| home(usual)),
    };
    own.and_then(path).or_else(|| of_the_system().map(|directory| directory.join("personac")))
}

/// A name that users of one machine do not share.
fn of_user() -> String {
    let user = ["USER", "USERNAME", "LOGNAME"].iter().find_map(std::env::var_os).unwrap_or_default();
    let plain: String =
        user.to_string_lossy().chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if plain.is_empty() { "personac".to_owned() } else { format!("personac-{plain}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(kept: Kept, variables: &[(&str, &str)]) -> Option<PathBuf> {
        choose(kept, |name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_own_variable_wins() {
        let variables = [("PERSONAC_STATE_DIR", "here"), ("XDG_STATE_HOME", "/there"), ("PERSONAC_CACHE_DIR", "")];
        assert_eq!(chosen(Kept::State, &variables), Some("here".into()));
        assert_eq!(chosen(Kept::Cache, &variables), None);
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_home_of_the_user_is_next() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().to_str().unwrap();
        assert_eq!(chosen(Kept::State, &[("HOME", path)]), Some(home.path().join(".local/state/personac")));
        assert_eq!(chosen(Kept::Configuration, &[("HOME", path)]), Some(home.path().join(".config/personac")));
        assert_eq!(chosen(Kept::Cache, &[("HOME", path), ("XDG_CACHE_HOME", "/x")]), Some("/x/personac".into()));
        assert_eq!(
            chosen(Kept::State, &[("HOME", path), ("XDG_STATE_HOME", "x")]),
            chosen(Kept::State, &[("HOME", path)])
        );
        assert_eq!(chosen(Kept::Cache, &[("HOME", "/nonexistent")]), None);
    }
}
