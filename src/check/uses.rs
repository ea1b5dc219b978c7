//! Files behind a `use` that have errors of their own.

use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::rule;
use crate::source::{FileId, Location};
use crate::syntax::ast::Item;
use crate::workspace::Unit;

/// Say at each `use` of the main file that something behind it has errors.
pub fn report_broken_uses(units: &[Unit], report: &mut Report) {
    let broken = report.files_with_errors();
    let main = &units[0];
    let uses = main.parsed.file.items.iter().filter_map(|item| match item {
        Item::Use(used) => Some(used),
        _ => None,
    });
    for used in uses {
        let path = used.path.read(&main.source);
        let target =
            main.uses.iter().find(|followed| followed.span == used.path.span).and_then(|followed| followed.unit);
        if target.is_some_and(|target| reaches(units, target, &broken)) {
            let finding = Diagnostic::new(&rule::BROKEN_USE, format!("`{path}` has errors, or uses a file that has"))
                .label(Location { file: main.id, span: used.path.span }, "used here")
                .help("mend it first; its findings are shown with this one");
            report.push(finding);
        }
    }
}

fn reaches(units: &[Unit], from: usize, broken: &[FileId]) -> bool {
    let mut seen = vec![false; units.len()];
    let mut waiting = vec![from];
    while let Some(index) = waiting.pop() {
        if broken.contains(&units[index].id) {
            return true;
        }
        if !std::mem::replace(&mut seen[index], true) {
            waiting.extend(units[index].uses.iter().filter_map(|used| used.unit));
        }
    }
    false
}
