//! The keys of persona blocks.

use std::collections::HashMap;

use crate::tables::words_into;

/// The longest key that is made of a name, in bytes.
const LONGEST: usize = 60;

/// Makes keys that differ.
pub struct Keys {
    stem: String,
    /// How often each one was wanted.
    taken: HashMap<String, usize>,
}

impl Keys {
    /// Bodies without a name are called after `stem`.
    pub fn new(stem: &str) -> Keys {
        let stem = slug(stem);
        Keys { stem: if stem.is_empty() { "persona".to_owned() } else { stem }, taken: HashMap::new() }
    }

    /// A key like `name` that was not made before.
    pub fn make(&mut self, name: Option<&str>) -> String {
        let own = name.map(|name| slug(name.strip_suffix(".persona").unwrap_or(name))).filter(|own| !own.is_empty());
        let own = own.unwrap_or_else(|| self.stem.clone());
        let mut key = own.clone();
        while self.taken.contains_key(&key) {
            let times = self.taken.entry(own.clone()).or_insert(1);
            *times += 1;
            key = format!("{own}_{times}");
        }
        self.taken.insert(key.clone(), 1);
        key
    }
}

/// The words of a name, in plain letters.
fn slug(name: &str) -> String {
    let mut words = String::new();
    words_into(name, &mut words);
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let slug: String = words.split_whitespace().collect::<Vec<_>>().join("_").chars().map(plain).collect();
    slug.get(..LONGEST).unwrap_or(&slug).trim_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_differ() {
        let mut keys = Keys::new("my bodies.2");
        let made =
            [Some("EU SaaS — VPs"), Some("eu saas vps"), None, Some("🦀"), Some("Île")].map(|name| keys.make(name));
        assert_eq!(made, ["eu_saas_vps", "eu_saas_vps_2", "my_bodies_2", "my_bodies_2_2", "ile"]);
    }
}
