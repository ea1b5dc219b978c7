//! Compiles the parser.

use std::path::Path;

fn main() {
    let src = Path::new("src");
    let mut c = cc::Build::new();
    c.std("c11").include(src).flag_if_supported("-Wno-unused-parameter");
    if cfg!(target_env = "msvc") {
        c.flag("-utf-8");
    }
    for name in ["parser.c", "scanner.c"] {
        let path = src.join(name);
        println!("cargo:rerun-if-changed={}", path.display());
        c.file(path);
    }
    c.compile("tree-sitter-persona");
}
