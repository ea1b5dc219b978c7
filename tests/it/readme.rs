//! What the README shows is what happens: every `$ personac` command in a `console` block is run.

use std::fs;
use std::process::Command;

#[test]
fn console_blocks_of_the_readme_are_true() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let blocks = readme.split("```console\n").skip(1).filter_map(|block| block.split("```").next());
    let mut runs = 0;
    for run in blocks.flat_map(|block| block.split("$ ").skip(1)) {
        let (command, expected) = run.split_once('\n').expect("a command and what it prints");
        assert_eq!(shown(command).trim_end(), expected.trim_end(), "$ {command}");
        runs += 1;
    }
    assert!(runs >= 5, "the README shows real runs");
}

#[test]
fn personas_of_the_readme_compile() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let blocks = readme.split("```persona\n").skip(1).filter_map(|block| block.split("```").next());
    for persona in blocks {
        let command = format!("LEADS_WEBHOOK=https://hooks.example.com/x personac build - <<'END'\n{persona}END\n");
        let shown = shown(&command);
        assert!(shown.starts_with('{') && !shown.contains("error["), "{persona}{shown}");
    }
}

/// What a terminal shows: standard output, then standard error.
fn shown(command: &str) -> String {
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_personac"));
    let directory = binary.parent().expect("a directory").display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", command])
        .env("PATH", format!("{directory}:{path}"))
        .env("NO_COLOR", "1")
        .env_remove("PERSONAC_OUTPUT_FORMAT")
        .output()
        .expect("a shell");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
