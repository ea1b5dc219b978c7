//! What any program takes that reads every file of a directory: `floor read DIR`; and that writes each again: `floor copy
//! DIR OUT`. One thread, one file after the other.

use std::path::Path;
use std::{env, fs};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [how, from, rest @ ..] = arguments.as_slice() else { panic!("read or copy, and a directory") };
    let mut bytes = 0;
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let text = fs::read(entry.path()).expect("a file");
        bytes += text.len();
        if how == "copy" {
            fs::write(Path::new(&rest[0]).join(entry.file_name()), text).expect("a free disk");
        }
    }
    println!("{bytes}");
}
