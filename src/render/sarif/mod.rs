//! Findings as a SARIF 2.1.0 log, which code scanning services and editors read.

mod log;
mod uri;

use std::collections::BTreeMap;

use super::fingerprint::Fingerprints;
use super::place::Place;
use super::{Format, Trouble, json_document, with_help};
use crate::diagnostic::{Diagnostic, Fix, Label, Safety};
use crate::rule::{Level, Rule};
use crate::source::{COMMAND_LINE_ID, Location, Sources};

/// The directory in which personac was run; whoever reads the log knows where that is.
const ROOT: &str = "%SRCROOT%";

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One SARIF log.
#[derive(Debug, Default)]
pub struct Sarif {
    fingerprints: Fingerprints,
    rules: BTreeMap<&'static str, &'static Rule>,
    findings: Vec<log::Finding>,
    troubles: Vec<log::Notification>,
}

impl Format for Sarif {
    fn finding(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let mut places = diagnostic.labels.iter().map(|label| labelled(label, sources));
        let own = places.next().unwrap_or_else(|| place(diagnostic.location(), sources, ""));
        let fingerprint = self.fingerprints.of(diagnostic, sources);
        self.rules.insert(diagnostic.rule.code, diagnostic.rule);
        self.findings.push(log::Finding {
            rule_id: diagnostic.rule.code,
            rule_index: 0,
            level: diagnostic.severity.name(),
            message: text(with_help(&diagnostic.message, diagnostic.help.as_deref(), "\n")),
            locations: [own],
            related_locations: places.collect(),
            partial_fingerprints: BTreeMap::from([("personacFinding/v1", fingerprint)]),
            fixes: diagnostic.fixes.iter().filter_map(|one| fix(one, diagnostic.location(), sources)).collect(),
        });
        String::new()
    }

    fn trouble(&mut self, trouble: &Trouble) -> String {
        let whole = |file| log::Place {
            physical_location: log::PhysicalLocation { artifact_location: artifact(file), region: None },
            message: None,
        };
        self.troubles.push(log::Notification {
            level: "error",
            message: text(with_help(trouble.message, trouble.help, "\n")),
            locations: trouble.file.map(whole).into_iter().collect(),
        });
        String::new()
    }

    fn finish(&mut self) -> String {
        let codes: Vec<&str> = self.rules.keys().copied().collect();
        for finding in &mut self.findings {
            finding.rule_index = codes.binary_search(&finding.rule_id).unwrap_or_default();
        }
        let log = log::Log { schema: SCHEMA, version: "2.1.0", runs: [self.run()] };
        json_document(&log)
    }

    fn is_document(&self) -> bool {
        true
    }
}

impl Sarif {
    fn run(&mut self) -> log::Run {
        let rules = self.rules.values().map(|rule| descriptor(rule)).collect();
        let troubles = std::mem::take(&mut self.troubles);
        let root = log::Base { description: text("the directory in which personac was run") };
        log::Run {
            tool: log::Tool {
                driver: log::Driver { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), rules },
            },
            invocations: [log::Invocation {
                execution_successful: troubles.is_empty(),
                tool_execution_notifications: troubles,
            }],
            original_uri_base_ids: BTreeMap::from([(ROOT, root)]),
            column_kind: "unicodeCodePoints",
            results: std::mem::take(&mut self.findings),
        }
    }
}

fn descriptor(rule: &Rule) -> log::ReportingDescriptor {
    log::ReportingDescriptor {
        id: rule.code,
        name: rule.name,
        short_description: text(rule.summary()),
        help: log::Help { text: rule.page(), markdown: rule.page() },
        default_configuration: log::Configuration {
            enabled: rule.level != Level::Allow,
            level: rule.severity().name(),
        },
    }
}

fn labelled(label: &Label, sources: &Sources) -> log::Place {
    place(label.location, sources, &label.text)
}

fn place(location: Location, sources: &Sources, says: &str) -> log::Place {
    let place = Place::new(location, sources);
    let physical_location =
        log::PhysicalLocation { artifact_location: artifact(place.file), region: Some(region(&place)) };
    let message = (!says.is_empty()).then(|| text(with_help(says, None, "")));
    log::Place { physical_location, message }
}

/// A fix of a file; there is none of what was said on the command line.
fn fix(fix: &Fix, home: Location, sources: &Sources) -> Option<log::Fix> {
    let place = |span| Place::new(Location { file: home.file, span }, sources);
    let replacements = fix.edits.iter().map(|edit| log::Replacement {
        deleted_region: region(&place(edit.span)),
        inserted_content: text(edit.text.as_str()),
    });
    let change = log::ArtifactChange {
        artifact_location: artifact(place(home.span).file),
        replacements: replacements.collect(),
    };
    (home.file != COMMAND_LINE_ID && !change.replacements.is_empty()).then(|| log::Fix {
        description: text(with_help(&fix.title, None, "")),
        artifact_changes: [change],
        properties: log::Safety { safe: fix.safety == Safety::Safe },
    })
}

fn artifact(name: &str) -> log::ArtifactLocation {
    let (uri, is_relative) = uri::address(name);
    log::ArtifactLocation { uri, uri_base_id: is_relative.then_some(ROOT) }
}

fn region(place: &Place) -> log::Region {
    log::Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}

fn text(text: impl Into<String>) -> log::Text {
    log::Text { text: text.into() }
}
