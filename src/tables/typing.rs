//! The rows that a label may become while it is typed.

use std::collections::BTreeMap;

use memchr::memmem::find_iter;
use memchr::{memchr, memrchr};

use super::fold::{fold, words_into};
use super::keys::{How, line_bearers};
use super::open::Open;
use super::row::{Kind, OpenRow};
use super::search::Hit;
use super::text::{first_field, lower_bound};

/// Rows looked at for a word in the middle of their names, so that no key that is pressed takes long.
const MOST_LOOKED_AT: usize = 1_500;

impl Open {
    /// The rows with a name that `typed` begins, or a word of which it begins, or that holds it; best first, at most so
    /// many. For an empty text the largest. The second is whether there are more.
    pub fn begun(&self, typed: &str, most: usize) -> (Vec<(u32, Hit)>, bool) {
        let mut found = self.all_begun(typed, most);
        // `Trinidad an` is on its way to `Trinidad and Tobago`, in which "and" does not count.
        if found.is_empty() {
            let cut = typed.trim_end().rsplit_once(' ').filter(|(_, last)| ["a", "an"].contains(&last.trim()));
            found = cut.map(|(before, _)| self.all_begun(before, most)).unwrap_or_default();
        }
        let key = fold(typed);
        found.sort_by_cached_key(|(id, hit)| (self.standing(*id, *hit, &key), self.weight(*id)));
        let more = found.len() > most;
        found.truncate(most);
        (found, more)
    }

    /// How well a row answers what is typed: its own label counts more than its other names, and a code of a region is no
    /// whole name to anybody who is still typing.
    fn standing(&self, id: u32, hit: Hit, key: &str) -> (Hit, bool) {
        let Some(row) = self.row(id) else { return (hit, false) };
        let by_label = fold(row.label).starts_with(key);
        let is_country = row.kind.is_none_or(|kind| kind <= Kind::Country);
        (if hit == Hit::Exact && !by_label && !is_country { Hit::Start } else { hit }, !by_label)
    }

    fn all_begun(&self, typed: &str, most: usize) -> Vec<(u32, Hit)> {
        let key = fold(typed);
        if key.is_empty() {
            return self.outermost();
        }
        let mut found = self.beginning(&key);
        if found.len() < most && key.len() > 1 {
            self.holding(typed, &key, &mut found);
        }
        found.into_iter().collect()
    }

    /// The rows that nothing else contains, and countries.
    fn outermost(&self) -> Vec<(u32, Hit)> {
        let is_large = |row: &OpenRow| match row.kind {
            Some(kind) => kind <= Kind::Country,
            None => row.parents().next().is_none(),
        };
        self.rows().filter(is_large).map(|row| (row.id, Hit::Start)).collect()
    }

    /// The index is sorted: labels that begin alike stand together.
    fn beginning(&self, key: &str) -> BTreeMap<u32, Hit> {
        let start = lower_bound(self.keys, |line| first_field(line) < key);
        let lines = self.keys.get(start..).unwrap_or_default().lines();
        let mut found = BTreeMap::new();
        for line in lines.take_while(|line| line.starts_with(key)) {
            let hit = if first_field(line).len() == key.len() { Hit::Exact } else { Hit::Start };
            for bearer in line_bearers(line).filter(|bearer| bearer.how != How::Reference) {
                let best = found.entry(bearer.id).or_insert(hit);
                *best = hit.min(*best);
            }
        }
        found
    }

    /// The rows with a name that holds the key, found in the index without reading it all.
    fn holding(&self, typed: &str, key: &str, found: &mut BTreeMap<u32, Hit>) {
        let (bytes, mut behind, mut looked_at) = (self.keys.as_bytes(), 0, 0);
        let (mut wanted, mut words) = (String::new(), String::new());
        words_into(typed, &mut wanted);
        for at in find_iter(bytes, key.as_bytes()) {
            if at < behind {
                continue;
            }
            let start = memrchr(b'\n', &bytes[..at]).map_or(0, |before| before + 1);
            behind = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
            let line = &self.keys[start..behind];
            if at - start >= first_field(line).len() {
                continue;
            }
            for bearer in line_bearers(line).filter(|bearer| bearer.how != How::Reference) {
                if found.contains_key(&bearer.id) {
                    continue;
                }
                looked_at += 1;
                let begins_a_word = self.row(bearer.id).is_some_and(|row| has_word(row, &wanted, &mut words));
                // Two letters stand in nearly every name.
                if begins_a_word || key.len() > 2 {
                    found.insert(bearer.id, if begins_a_word { Hit::Word } else { Hit::Inside });
                }
            }
            if looked_at >= MOST_LOOKED_AT {
                return;
            }
        }
    }
}

/// Whether a word of one of the names begins with what is wanted.
fn has_word(row: OpenRow, wanted: &str, words: &mut String) -> bool {
    let mut names = std::iter::once(row.label).chain(row.aliases()).chain(row.legacy);
    names.any(|name| {
        words_into(name, words);
        words.match_indices(wanted).any(|(at, _)| at == 0 || words.as_bytes().get(at - 1) == Some(&b' '))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{INDUSTRIES, LOCATIONS};
    use super::*;

    fn labels(table: &Open, typed: &str) -> Vec<&'static str> {
        table.begun(typed, 4).0.into_iter().filter_map(|(id, _)| Some(table.row(id)?.label)).collect()
    }

    #[test]
    fn larger_places_come_first_and_beginnings_before_words() {
        assert_eq!(labels(&LOCATIONS, "gre")[..3], ["Greece", "Greenland", "Grenada"]);
        assert_eq!(labels(&LOCATIONS, "Trinidad an")[0], "Trinidad and Tobago");
        assert_eq!(labels(&LOCATIONS, "deutschl"), ["Germany"]);
        assert_eq!(labels(&INDUSTRIES, "securities")[0], "Securities and Commodity Exchanges");
    }

    #[test]
    fn nothing_typed_is_the_largest() {
        let (all, more) = LOCATIONS.begun("", 200);
        assert!(all.len() == 200 && more);
        assert!(all.iter().all(|(id, _)| LOCATIONS.row(*id).unwrap().kind <= Some(Kind::Country)));
    }

    #[test]
    fn numbers_of_the_index_are_no_names() {
        assert!(LOCATIONS.begun("101165590", 10).0.is_empty());
    }
}
