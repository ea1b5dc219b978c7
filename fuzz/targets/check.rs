//! Any text as a persona: findings that can be drawn, and a layout that asks for the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use personac::format::format;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac_fuzz::{bodies_in, bodies_of, compiled, drawn};

fuzz_target!(|text: &str| {
    let checked = compiled(text);
    drawn(&checked.diagnostics, &checked.sources);
    let source = SourceFile::new("fuzzed.persona", text);
    let formatted = format(&source, &parse(&source, FileId(0)));
    // A layout may mend what has errors.
    if let (Ok(formatted), false) = (formatted, checked.has_errors()) {
        assert_eq!(bodies_in(&checked, text), bodies_of(&formatted), "{formatted}");
    }
});
