//! The commands as a document: clap's own help of each.

use clap::{Command, CommandFactory};

use super::arguments::Arguments;

/// Columns of the document, whatever the terminal has.
const WIDTH: usize = 100;

/// The heading of the options that every command has.
const GLOBAL: &str = "Global options:";

/// `docs/cli.md`
pub fn manual() -> String {
    // What the environment of this machine says is no part of it.
    let mut program = Arguments::command().term_width(WIDTH).mut_args(|argument| argument.hide_env_values(true));
    program.build();
    let mut text = format!(
        "# The command line\n\nThe global options stand once, with `personac`; every command takes them.\n\n{}",
        section(&mut program)
    );
    for command in program.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        text.push_str(&format!("\n{}", section(command)));
    }
    text
}

fn section(command: &mut Command) -> String {
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
    let help = command.clone().term_width(WIDTH).render_long_help().to_string();
    // They are the same for all commands.
    let own = help.split(GLOBAL).next().filter(|_| name.contains(' ')).unwrap_or(&help);
    let lines: Vec<&str> = own.lines().map(str::trim_end).collect();
    format!("## `{name}`\n\n```text\n{}\n```\n", lines.join("\n").trim())
}
