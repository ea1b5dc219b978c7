//! What a manual page shows: the files of its example, and what to write instead.

use personac::rule::Rule;

/// The name under which the main file of a page is written and checked; other files of the page may use it.
pub const MAIN: &str = "main.persona";

/// One project that a page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The main file.
    pub main: Vec<u8>,
    /// Whether the main file is no persona, but what one is imported from.
    pub is_imported: bool,
    /// Every other file, by its path.
    pub others: Vec<(String, Vec<u8>)>,
}

/// What a page says of the fix of its finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixing {
    /// There is none that may be applied unasked.
    None,
    /// Safe.
    Safe,
    /// A person must choose it.
    Unsafe,
}

/// A manual page, as far as it can be run.
#[derive(Debug)]
pub struct Page {
    /// Each of them raises the code. Several main files are several examples.
    pub examples: Vec<Sample>,
    /// Each of them raises nothing.
    pub instead: Vec<Sample>,
    /// What `## Fix` says.
    pub fixing: Fixing,
}

impl Page {
    /// Read the page of a rule.
    pub fn of(rule: &Rule) -> Page {
        let text = rule.page();
        let example = Shown::of(section(&text, "## Example").unwrap_or_else(|| panic!("{} has no example", rule.code)));
        let instead =
            Shown::of(section(&text, "## Use instead").unwrap_or_else(|| panic!("{} shows no way out", rule.code)));
        assert!(!example.mains.is_empty(), "the example of {} has a `persona` block", rule.code);
        assert!(!instead.is_empty(), "{} shows what to write instead", rule.code);
        let fixing = match section(&text, "## Fix").map(str::trim_start) {
            None => Fixing::None,
            Some(said) if said.starts_with("Safe:") => Fixing::Safe,
            Some(said) if said.starts_with("Not safe:") => Fixing::Unsafe,
            Some(_) => panic!("the fix of {} begins with `Safe:` or `Not safe:`", rule.code),
        };
        let instead = instead.after(&example).samples();
        Page { examples: example.samples(), instead, fixing }
    }
}

/// The text below a heading, up to the next one.
pub fn section<'p>(page: &'p str, heading: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&format!("{heading}\n"))?;
    Some(rest.split_once("\n## ").map_or(rest, |(own, _)| own))
}

/// The files that a section shows.
#[derive(Debug, Clone, Default)]
struct Shown {
    mains: Vec<Vec<u8>>,
    /// Whether the main files are there to be imported.
    imported: bool,
    others: Vec<(String, Vec<u8>)>,
}

impl Shown {
    fn of(section: &str) -> Shown {
        let mut shown = Shown::default();
        let mut lines = section.lines();
        while let Some(line) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                shown.take(info, &(inside.join("\n") + "\n"));
            }
        }
        shown
    }

    /// A block: its language, then the path of its file, `xN` for a text that is repeated, or `bytes`. Others are there to be read.
    fn take(&mut self, info: &str, text: &str) {
        let mut words = info.split(' ');
        let language = words.next().unwrap_or_default();
        // A request body, a curl command with one, or the address of a search.
        let imported = matches!(language, "json" | "sh" | "url");
        if language != "persona" && language != "toml" && !imported {
            return;
        }
        let (mut path, mut bytes) = (None, text.as_bytes().to_vec());
        for word in words {
            match word.strip_prefix('x').and_then(|times| times.parse().ok()) {
                Some(times) => bytes = bytes.repeat(times),
                None if word == "bytes" => bytes = unescaped(&bytes),
                None => path = Some(word.to_owned()),
            }
        }
        match path {
            Some(path) => self.others.push((path, bytes)),
            None if language == "persona" || imported => {
                self.mains.push(bytes);
                self.imported = imported;
            }
            // A part of a project file, to be read.
            None => {}
        }
    }

    fn is_empty(&self) -> bool {
        self.mains.is_empty() && self.others.is_empty()
    }

    /// Files that are not shown again stay as they were.
    fn after(mut self, example: &Shown) -> Shown {
        if self.mains.is_empty() {
            self.mains.clone_from(&example.mains);
            self.imported = example.imported;
        }
        let is_new = |shown: &Shown, path: &String| shown.others.iter().all(|(own, _)| own != path);
        let kept: Vec<_> = example.others.iter().filter(|(path, _)| is_new(&self, path)).cloned().collect();
        self.others.extend(kept);
        self
    }

    fn samples(self) -> Vec<Sample> {
        let (others, is_imported) = (self.others, self.imported);
        self.mains.into_iter().map(|main| Sample { main, is_imported, others: others.clone() }).collect()
    }
}

/// The bytes with every `\xNN` decoded.
fn unescaped(text: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (vec![], text);
    while let [first, after @ ..] = rest {
        let code = after.strip_prefix(b"x").and_then(|hex| hex.get(..2)).filter(|_| *first == b'\\');
        let code = code.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        out.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[3..] } else { after };
    }
    out
}

#[test]
fn bytes_are_decoded() {
    assert_eq!(unescaped(b"a\\xE9\\n"), b"a\xe9\\n");
}
