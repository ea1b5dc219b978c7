//! What holds for every finding: it has places, they are there, and its fixes can be applied.

use personac::diagnostic::{Diagnostic, Fix};
use personac::fix::apply;
use personac::render::Human;
use personac::source::{Location, Sources};

/// The findings as people see them. Each is about places that are there.
pub fn drawn(findings: &[Diagnostic], sources: &Sources) -> String {
    in_place(findings, sources);
    let human = Human { color: false, width: 80 };
    findings.iter().map(|finding| human.render(finding, sources)).collect()
}

/// Make sure that all places of findings and fixes are there.
pub fn in_place(findings: &[Diagnostic], sources: &Sources) {
    for finding in findings {
        assert!(!finding.labels.is_empty(), "without a place: {finding:?}");
        assert!(!finding.message.trim().is_empty(), "without a word: {finding:?}");
        assert!(finding.help.is_some(), "without help: {finding:?}");
        for label in &finding.labels {
            let text = text_of(label.location, sources, finding);
            assert!(text.get(label.location.span.range()).is_some(), "{:?} is not there: {finding:?}", label.location);
        }
        let text = text_of(finding.location(), sources, finding);
        finding.fixes.iter().for_each(|fix| can_be_applied(fix, text, finding));
    }
}

fn text_of<'s>(at: Location, sources: &'s Sources, finding: &Diagnostic) -> &'s str {
    let file = sources.get(at.file).unwrap_or_else(|| panic!("{:?} is no file: {finding:?}", at.file));
    file.text()
}

/// The edits of a fix are in the file of its finding, keep clear of each other, and change something.
fn can_be_applied(fix: &Fix, text: &str, finding: &Diagnostic) {
    let mut spans: Vec<_> = fix.edits.iter().map(|edit| edit.span).collect();
    assert!(spans.iter().all(|span| text.get(span.range()).is_some()), "an edit is not there: {finding:?}");
    spans.sort();
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "edits overlap: {finding:?}");
    assert_ne!(apply(text, std::iter::once(fix)), text, "a fix changes nothing: {finding:?}");
}
