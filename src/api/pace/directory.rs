//! Where the files are that all processes of a user share.

use std::ffi::OsString;
use std::path::PathBuf;

/// The directory of personac's state: `PERSONAC_STATE_DIR`, or where programs of this system keep their state, or a
/// directory for temporary files if the user has no home.
pub fn default_directory() -> PathBuf {
    choose(|name| std::env::var_os(name)).unwrap_or_else(|| {
        let user = ["USER", "USERNAME", "LOGNAME"].iter().find_map(std::env::var_os);
        std::env::temp_dir().join(named(user))
    })
}

/// The directory that the environment tells of.
fn choose(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let path = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // A path that is not from the root would be another one in each directory.
    let rooted = |name: &str| path(name).filter(|path| path.is_absolute());
    let home = || rooted("HOME").filter(|home| home.is_dir());
    let of_the_system = || match () {
        () if cfg!(windows) => rooted("LOCALAPPDATA"),
        () if cfg!(target_os = "macos") => home().map(|home| home.join("Library/Application Support")),
        () => rooted("XDG_STATE_HOME").or_else(|| home().map(|home| home.join(".local/state"))),
    };
    path("PERSONAC_STATE_DIR").or_else(|| of_the_system().map(|directory| directory.join("personac")))
}

/// A name that users of one machine do not share.
fn named(user: Option<OsString>) -> String {
    let user = user.map(|user| user.to_string_lossy().into_owned()).unwrap_or_default();
    let plain: String = user.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if plain.is_empty() { "personac".to_owned() } else { format!("personac-{plain}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(variables: &[(&str, &str)]) -> Option<PathBuf> {
        choose(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_variable_wins() {
        assert_eq!(chosen(&[("PERSONAC_STATE_DIR", "here"), ("XDG_STATE_HOME", "/there")]), Some("here".into()));
        assert_eq!(chosen(&[("PERSONAC_STATE_DIR", "")]), None);
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_home_of_the_user_is_next() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().to_str().unwrap();
        assert_eq!(chosen(&[("HOME", path)]), Some(home.path().join(".local/state/personac")));
        assert_eq!(chosen(&[("HOME", path), ("XDG_STATE_HOME", "/x")]), Some("/x/personac".into()));
        assert_eq!(chosen(&[("HOME", path), ("XDG_STATE_HOME", "x")]), chosen(&[("HOME", path)]));
        assert_eq!(chosen(&[("HOME", "/nonexistent")]), None);
    }

    #[test]
    fn a_user_has_a_directory_for_temporary_files() {
        assert_eq!(named(Some("../ann".into())), "personac-ann");
        assert_eq!(named(None), "personac");
    }
}
