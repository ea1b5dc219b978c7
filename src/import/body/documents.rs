//! One body, a list of bodies, or one a line.

use super::keys::Keys;
use super::node::{Kind, Node, below};
use super::reader::{Reader, Wrong};
use super::whole::read_body;
use crate::diagnostic::Diagnostic;
use crate::import::Draft;
use crate::report::Report;
use crate::rule;
use crate::source::{FileId, Location, SourceFile, Span};

/// The bodies of a text.
#[derive(Debug, Default)]
pub struct Documents {
    /// A draft for each, under keys that differ.
    pub drafts: Vec<(String, Draft)>,
    /// Whether the text is one body.
    pub is_single: bool,
}

/// The keys of a line that `build --emit ndjson` prints.
const RECORD: &[&str] = &["file", "persona", "part", "body"];

/// Read the bodies of `source`.
pub fn read(source: &SourceFile, file: FileId, stem: &str, report: &mut Report) -> Documents {
    let mut reading = Reading { file, keys: Keys::new(stem), drafts: vec![], report };
    let is_single = reading.text(source);
    Documents { drafts: reading.drafts, is_single }
}

struct Reading<'a> {
    file: FileId,
    keys: Keys,
    drafts: Vec<(String, Draft)>,
    report: &'a mut Report,
}

impl Reading<'_> {
    /// Whether the text is one body.
    fn text(&mut self, source: &SourceFile) -> bool {
        let (text, start) = (source.text(), source.byte_order_mark());
        match Reader::new(text, start, text.len()).whole() {
            Ok(node) => self.document(&node),
            Err(_) if is_one_a_line(source) => self.lines(source),
            Err(wrong) => {
                self.report.push(not_json(self.file, wrong));
                true
            }
        }
    }

    fn document(&mut self, node: &Node) -> bool {
        match &node.kind {
            Kind::Array(bodies) => {
                if bodies.is_empty() {
                    self.report.push(no_body(self.at(node.span)));
                }
                bodies.iter().enumerate().for_each(|(index, body)| self.one(body, &format!("$[{index}]")));
                false
            }
            _ => {
                self.one(node, "$");
                record(node).is_none()
            }
        }
    }

    fn lines(&mut self, source: &SourceFile) -> bool {
        for line in (0..source.line_count()).map(|index| source.line_span(index)) {
            if source.slice(line).trim().is_empty() {
                continue;
            }
            match Reader::new(source.text(), line.start as usize, line.end as usize).whole() {
                Ok(node) => self.one(&node, "$"),
                Err(wrong) => self.report.push(not_json(self.file, wrong)),
            }
        }
        false
    }

    /// One body, bare or with where it comes from.
    fn one(&mut self, node: &Node, path: &str) {
        let record = record(node);
        let (body, path) = record.map_or((node, path.to_owned()), |body| (body, below(path, "body")));
        let text = |key| record.and_then(|_| member(node, key)).and_then(Node::text);
        let name = text("persona")
            .or_else(|| member(body, "name").and_then(Node::text))
            .or_else(|| text("file").and_then(file_name));
        let key = self.keys.make(name);
        let draft = read_body(body, &path, self.file, self.report);
        self.drafts.extend(draft.map(|draft| (key, draft)));
    }

    fn at(&self, span: Span) -> Location {
        Location { file: self.file, span }
    }
}

fn file_name(path: &str) -> Option<&str> {
    path.rsplit(['/', '\\']).next()
}

fn member<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    node.members()?.iter().find(|member| member.key == key).map(|member| &member.value)
}

/// The body in a line of `build --emit ndjson`, if this is one.
fn record(node: &Node) -> Option<&Node> {
    let members = node.members()?;
    let all_known = members.iter().all(|member| RECORD.contains(&member.key.as_str()));
    member(node, "body").filter(|_| all_known && member(node, "file").is_some())
}

/// Whether there are several lines, each of which begins an object, and one of them is a whole one: a body that is
/// written over several lines has keys at the start of most.
fn is_one_a_line(source: &SourceFile) -> bool {
    let text = source.text();
    let lines = || text.lines().map(|line| line.trim_start_matches('\u{feff}').trim()).filter(|line| !line.is_empty());
    let is_whole = |line: &str| Reader::new(line, 0, line.len()).whole().is_ok();
    lines().count() > 1 && lines().all(|line| line.starts_with('{')) && lines().any(is_whole)
}

fn not_json(file: FileId, wrong: Wrong) -> Diagnostic {
    Diagnostic::new(&rule::NOT_JSON, format!("this is not JSON: {}", wrong.what))
        .label(Location { file, span: wrong.span }, wrong.label)
        .help(wrong.help)
}

fn no_body(at: Location) -> Diagnostic {
    Diagnostic::new(&rule::NO_FILTER_IN_BODY, "there is no body in this list")
        .label(at, "empty")
        .help("give it request bodies, `[{ … }, { … }]`")
}
