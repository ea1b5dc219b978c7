//! File names as addresses.

use std::path::Path;

use crate::render::place::slashed;

/// The address of a file, and whether it is one from the root of the sources.
pub fn address(name: &str) -> (String, bool) {
    let path = encoded(&slashed(name));
    match (Path::new(name).is_absolute(), path.starts_with('/')) {
        (false, _) => (path, true),
        (true, true) => (format!("file://{path}"), false),
        (true, false) => (format!("file:///{path}"), false),
    }
}

/// Every byte that may mean something in an address is written in hexadecimal digits, but for slashes.
fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_name_is_taken_for_something_else() {
        let uri = |name| address(name).0;
        assert_eq!(uri("a b/100%?#[é]:\u{1b}\n.persona"), "a%20b/100%25%3F%23%5B%C3%A9%5D%3A%1B%0A.persona");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
        assert_eq!(uri("../x.persona"), "../x.persona");
    }

    #[cfg(unix)]
    #[test]
    fn a_backslash_is_a_character_and_the_root_is_known() {
        assert_eq!(address("a\\b"), ("a%5Cb".to_owned(), true));
        assert_eq!(address("/a b"), ("file:///a%20b".to_owned(), false));
    }
}
