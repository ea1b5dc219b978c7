//! Findings as a report of tests, which most CI servers show: a suite for each file, a failed test for each finding.

use std::collections::HashMap;

use super::place::{Place, slashed};
use super::{Format, Trouble, brief, on_one_line, visible, with_help};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// The suite of what is about no file, and the test that a file without findings passes.
const PERSONAC: &str = "personac";

/// What a file is called ends so; CI servers take a dot in the name of a class for the end of its package.
const ENDING: &str = ".persona";

/// One XML document.
#[derive(Debug, Default)]
pub struct Junit {
    suites: Vec<Suite>,
    /// Where the suite of a file is among them.
    places: HashMap<String, usize>,
}

/// The tests of a file.
#[derive(Debug, Default)]
struct Suite {
    file: String,
    failures: usize,
    errors: usize,
    cases: String,
}

/// A test that does not pass.
struct Case<'a> {
    name: &'a str,
    /// `failure` or `error`.
    element: &'a str,
    severity: &'a str,
    message: &'a str,
    text: &'a str,
}

impl Junit {
    fn suite(&mut self, file: &str) -> &mut Suite {
        let place = *self.places.entry(file.to_owned()).or_insert(self.suites.len());
        if place == self.suites.len() {
            self.suites.push(Suite { file: slashed(file).into_owned(), ..Suite::default() });
        }
        &mut self.suites[place]
    }
}

impl Format for Junit {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let (rule, place) = (diagnostic.rule, Place::new(diagnostic.location(), sources));
        let (severity, start) = (diagnostic.severity.name(), place.start);
        let position = format!("{}:{}", start.line, start.column);
        let said = with_help(&diagnostic.message, diagnostic.help.as_deref(), "\nhelp: ");
        let file = on_one_line(place.file);
        let suite = self.suite(place.file);
        suite.failures += 1;
        suite.add(&Case {
            name: &format!("{} {} ({position})", rule.code, rule.name),
            element: "failure",
            severity,
            message: &diagnostic.message,
            text: &format!("{file}:{position}: {severity}[{} {}]: {said}", rule.code, rule.name),
        });
        String::new()
    }

    fn looked_at(&mut self, file: &str) {
        self.suite(file);
    }

    fn trouble(&mut self, trouble: &Trouble) -> String {
        let text = with_help(trouble.message, trouble.help, "\nhelp: ");
        let suite = self.suite(trouble.file.unwrap_or(PERSONAC));
        suite.errors += 1;
        suite.add(&Case { name: PERSONAC, element: "error", severity: "error", message: trouble.message, text: &text });
        String::new()
    }

    fn finish(&mut self) -> String {
        if self.suites.is_empty() {
            self.suite(PERSONAC);
        }
        let counts = counts(&self.suites);
        let suites: String = self.suites.iter().map(Suite::xml).collect();
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        format!("{head}<testsuites name=\"{PERSONAC}\"{counts}>\n{suites}</testsuites>\n")
    }

    fn is_document(&self) -> bool {
        true
    }
}

impl Suite {
    /// The attributes that name a test.
    fn names(&self, test: &str) -> String {
        let class = self.file.strip_suffix(ENDING).unwrap_or(&self.file);
        attribute("name", test) + &attribute("classname", class)
    }

    fn add(&mut self, case: &Case) {
        let (names, element) = (self.names(case.name), case.element);
        let facts = attribute("type", case.severity) + &attribute("message", &brief(case.message));
        let text = escaped(case.text);
        self.cases
            .push_str(&format!("    <testcase{names}>\n      <{element}{facts}>{text}</{element}>\n    </testcase>\n"));
    }

    fn xml(&self) -> String {
        let passed = || format!("    <testcase{}/>\n", self.names(PERSONAC));
        let cases = if self.cases.is_empty() { passed() } else { self.cases.clone() };
        let head = attribute("name", &self.file) + &counts(std::slice::from_ref(self));
        format!("  <testsuite{head}>\n{cases}  </testsuite>\n")
    }
}

fn counts(suites: &[Suite]) -> String {
    let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>().to_string();
    let tests = sum(|suite| (suite.failures + suite.errors).max(1));
    let failures = attribute("failures", &sum(|suite| suite.failures));
    attribute("tests", &tests) + &failures + &attribute("errors", &sum(|suite| suite.errors))
}

/// Line feeds and tabs are written as references: a reader makes blanks of those it meets in an attribute.
fn attribute(name: &str, value: &str) -> String {
    let value = escaped(value).replace('\n', "&#10;").replace('\t', "&#9;");
    format!(" {name}=\"{value}\"")
}

/// The text as XML. What XML cannot hold at all is made visible, as is what should not reach a terminal.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => xml.push(char::REPLACEMENT_CHARACTER),
            c => xml.push(c),
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_xml_cannot_hold_is_left() {
        let hostile = "]]> <!-- \"&amp;\" \0\u{1b}\u{7f}\u{fffe}\u{ffff}\r\u{202e}é😀";
        assert_eq!(escaped(hostile), "]]&gt; &lt;!-- &quot;&amp;amp;&quot; ␀␛␡\u{fffd}\u{fffd}␍\u{fffd}é😀");
        assert_eq!(attribute("a", "b\n\tc"), " a=\"b&#10;&#9;c\"");
    }

    #[test]
    fn a_report_is_never_empty() {
        let report = Junit::default().finish();
        assert!(report.contains("tests=\"1\" failures=\"0\" errors=\"0\"") && report.contains("<testcase name="));
    }
}
