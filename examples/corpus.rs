//! Write many personas to a directory, for measuring whole runs: `cargo run --example corpus -- DIR COUNT`.

#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "a tool for measuring, not part of the program")]

#[path = "../benches/corpus.rs"]
mod corpus;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let directory = std::path::PathBuf::from(arguments.next().expect("a directory"));
    let count: usize = arguments.next().and_then(|count| count.parse().ok()).expect("a number of personas");
    std::fs::create_dir_all(&directory).expect("a directory that can be made");
    for index in 0..count {
        std::fs::write(directory.join(format!("p{index:05}.persona")), corpus::persona(index)).expect("a free disk");
    }
}
