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

/// What `console api` blocks show, in one directory, with the stand-in for the API.
#[cfg(feature = "http")]
#[test]
fn console_blocks_with_the_api_are_true() {
    let mock = crate::mock::Mock::builder().interval(std::time::Duration::ZERO).start();
    let directory = tempfile::TempDir::new().expect("a directory");
    let readme = fs::read_to_string("README.md").expect("the README");
    let blocks = readme.split("```console api\n").skip(1).filter_map(|block| block.split("```").next());
    let mut runs = 0;
    for run in blocks.flat_map(|block| block.split("$ ").skip(1)) {
        let (command, expected) = run.split_once('\n').expect("a command and what it prints");
        // A terminal shows both in the order in which they come.
        let mut shell = shell(&format!("{{ {command}; }} 2>&1"));
        shell.current_dir(directory.path()).env("PRONTO_API_KEY", crate::mock::KEY).env("PRONTO_BASE_URL", mock.url());
        shell.env("PERSONAC_PACE", "0").env("PERSONAC_STATE_DIR", directory.path().join("state"));
        let said = output(&mut shell).replace(&mock.url(), "http://127.0.0.1:8787/api/v2");
        let port = mock.url().replace("/api/v2", "");
        let said = said.replace(&port, "http://127.0.0.1:8787");
        assert_eq!(lasting(said.trim_end()), lasting(expected.trim_end()), "$ {command}\n{said}");
        runs += 1;
    }
    assert!(runs >= 5, "the README shows real runs");
}

/// The text without what differs from run to run: IDs of searches, days and times.
#[cfg(feature = "http")]
fn lasting(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '-' || c == ':';
    let is_varying =
        |word: &str| word.len() >= 5 && word.contains(['-', ':']) && word.starts_with(|c: char| c.is_ascii_hexdigit());
    let mut lasting = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at(end);
        lasting.push_str(if is_varying(word) { "…" } else { word });
        rest = after;
    }
    lasting
}

/// What a terminal shows: standard output, then standard error.
fn shown(command: &str) -> String {
    output(&mut shell(command))
}

/// A shell that runs a command, and finds this personac.
fn shell(command: &str) -> Command {
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_personac"));
    let directory = binary.parent().expect("a directory").display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.args(["-c", command]);
    shell.env("PATH", format!("{directory}:{path}")).env("NO_COLOR", "1").env_remove("PERSONAC_OUTPUT_FORMAT");
    shell
}

fn output(shell: &mut Command) -> String {
    let output = shell.output().expect("a shell");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
