//! Any text as a persona: findings that can be drawn, and a layout that loses nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use personac::format::format;
use personac::source::{FileId, SourceFile};
use personac::syntax::parse;
use personac_fuzz::{compiled, drawn};

fuzz_target!(|text: &str| {
    let checked = compiled(text);
    drawn(&checked.diagnostics, &checked.sources);
    let source = SourceFile::new("fuzzed.persona", text);
    if let Ok(formatted) = format(&source, &parse(&source, FileId(0))) {
        assert_eq!(checked.has_errors(), compiled(&formatted).has_errors(), "{formatted}");
    }
});
