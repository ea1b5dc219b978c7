//! Addresses of files, as editors write them.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is encoded: all but letters, digits and what stands between them.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The file of an address; `None` if it is not one of a file.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_ref().strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let decoded = percent_decode_str(rest).decode_utf8().ok()?.into_owned();
    Some(PathBuf::from(match cfg!(windows) {
        true => of_windows(&decoded),
        false => decoded,
    }))
}

/// `/c:/a` is `c:\a`, and `server/share` is `\\server\share`.
fn of_windows(path: &str) -> String {
    let is_drive = path.as_bytes().get(2) == Some(&b':');
    let path = match path.strip_prefix('/') {
        Some(rest) if is_drive => rest.to_owned(),
        Some(_) => path.to_owned(),
        None => format!("//{path}"),
    };
    path.replace('/', "\\")
}

/// The address of a file.
pub fn uri_of(path: &Path) -> Uri {
    let path = path.to_string_lossy();
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() };
    let root = if path.starts_with('/') { "" } else { "/" };
    Uri::from(format!("file://{root}{}", utf8_percent_encode(&path, ENCODED)))
}

/// A word as a part of an address.
pub fn encoded(word: &str) -> String {
    utf8_percent_encode(word, ENCODED).to_string()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths() {
        for (uri, path) in [
            ("file:///home/a/b.persona", "/home/a/b.persona"),
            ("file:///home/a%20b/%C3%A9%2Bx.persona", "/home/a b/é+x.persona"),
            ("file:///c%3A/x", "/c:/x"),
        ] {
            assert_eq!(path_of(&Uri::from(uri)).as_deref(), Some(Path::new(path)));
            assert_eq!(uri_of(Path::new(path)).as_ref(), uri);
        }
        assert_eq!(path_of(&Uri::from("file://localhost/x")).as_deref(), Some(Path::new("/x")));
        assert_eq!(path_of(&Uri::from("untitled:Untitled-1")), None);
    }

    #[test]
    fn drives_and_shares() {
        assert_eq!(of_windows("/c:/a/b"), r"c:\a\b");
        assert_eq!(of_windows("server/share/x"), r"\\server\share\x");
    }
}
