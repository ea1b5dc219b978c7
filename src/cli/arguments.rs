//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Compile `.persona` files to the exact request body of the lead-search API.
#[derive(Debug, Parser)]
#[command(name = "personac", version, propagate_version = true, max_term_width = 100)]
pub struct Arguments {
    /// What every command knows.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Use this project file instead of the `personac.toml` nearest to each persona
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use the settings of `[profile.NAME]` in the project file
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,
    /// Set a setting of every persona, such as `limit=100`; it wins over every file
    #[arg(long, global = true, value_name = "KEY=VALUE", value_parser = key_and_value)]
    pub set: Vec<String>,
    /// How findings are written
    #[arg(long, global = true, value_enum, default_value_t, env = "PERSONAC_OUTPUT_FORMAT", value_name = "FORMAT")]
    pub output_format: OutputFormat,
    /// When to use colours; `auto` asks the terminal, `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: ColorChoice,
    /// Show errors only
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say what is done: which project file is used, which files are written
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// The name under which `-` is reported; its directory is where `use` and the project file are looked for
    #[arg(long, global = true, value_name = "FILE")]
    pub stdin_filename: Option<PathBuf>,
    /// Use this many threads; by default as many as there are cores
    #[arg(short, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
}

fn key_and_value(given: &str) -> Result<String, String> {
    match given.split_once('=') {
        Some((key, _)) if !key.trim().is_empty() => Ok(given.to_owned()),
        _ => Err("write it as `key=value`, such as `limit=100`".to_owned()),
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile personas to request bodies
    Build(Build),
    /// Look for what is wrong with personas, and for what compiles but will surprise
    Lint(Lint),
    /// Explain a finding, a filter or a setting: what it means, why it matters, what to write
    Explain(Explain),
    /// Write a project to start from: a project file, a persona, hooks for pre-commit
    Init(Init),
    /// Lay personas out in the one canonical way, comments kept
    Fmt(Fmt),
    /// Search the labels that personas may use, with their IDs
    Labels(Labels),
    /// Write a persona from a request body, a curl command or a Sales Navigator search
    Import(Import),
    /// Show what changed between two personas: whom the one finds and the other does not
    Diff(Diff),
    /// Say in plain words whom personas find
    Describe(Describe),
    /// Show which personas of a library could reach the same person
    Overlap(Overlap),
    /// Print the JSON Schema of the request body, or of `personac.toml`
    Schema(Schema),
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Persona files, directories of them, or `-` for standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Write each body to a file of its own below this directory
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// What to print to standard output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub emit: Emit,
    /// Write nothing; show how the files below `--out-dir` differ from what would be written, and fail if they do
    #[arg(long, requires = "out_dir")]
    pub check: bool,
    /// Open the search in Sales Navigator in the browser
    #[arg(long, conflicts_with = "out_dir")]
    pub open: bool,
}

/// What `build` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Emit {
    /// One body, indented
    #[default]
    Json,
    /// Every body on a line of its own, with its file, persona and part
    Ndjson,
    /// A command for the shell that sends the body, with the key from `PRONTO_API_KEY`
    Curl,
    /// The address of the same search in Sales Navigator
    Url,
}

/// Arguments of `lint`.
#[derive(Debug, Args)]
pub struct Lint {
    /// Persona files, directories of them, or `-` for standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Apply the fixes that are safe: they surely say what was meant
    #[arg(long, group = "mends")]
    pub fix: bool,
    /// With `--fix` or `--diff`: apply the other fixes too, where a finding has only one
    #[arg(long, requires = "mends")]
    pub unsafe_fixes: bool,
    /// Show the fixes as a unified diff instead of applying them, and fail if there are any
    #[arg(long, group = "mends")]
    pub diff: bool,
    /// Look for these findings only: codes, beginnings of codes, names, or `all`
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these findings out
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Make errors of these warnings, or of all `warnings`
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub deny: Vec<String>,
    /// Count the findings by rule instead of showing them
    #[arg(long)]
    pub statistics: bool,
    /// Look again whenever a persona or a project file is saved, until Ctrl-C
    #[cfg(feature = "watch")]
    #[arg(long)]
    pub watch: bool,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The directory of the project; by default this one
    #[arg(value_name = "DIR")]
    pub directory: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A code such as `P201`, the name of a finding, a filter or a setting; without it all codes are listed
    #[arg(value_name = "NAME")]
    pub topics: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `fmt`.
#[derive(Debug, Args)]
pub struct Fmt {
    /// Persona files, directories of them, or `-` to filter standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Write nothing; name the files that would change, and fail if there are any
    #[arg(long)]
    pub check: bool,
    /// Write nothing; show what would change, and fail if anything would
    #[arg(long)]
    pub diff: bool,
}

/// Arguments of `labels`.
#[derive(Debug, Args)]
pub struct Labels {
    /// A filter, such as `location`; without it all of them are searched
    pub field: Option<String>,
    /// What to look for: a label, its beginning, a part of it, or something near it
    pub query: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// A file, the address of a Sales Navigator people search, or `-` for standard input
    #[arg(value_name = "FILE|URL")]
    pub source: String,
    /// Write the persona to this file instead of standard output; what is there already is never overwritten
    #[arg(long, short = 'o', value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Fail if a persona cannot say everything that is asked for
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The persona as it was: a file, or `REVISION:PATH` of git
    #[arg(value_name = "BEFORE", required_unless_present = "git", requires = "after")]
    pub before: Option<String>,
    /// The persona as it is: a file, or `REVISION:PATH` of git
    #[arg(value_name = "AFTER")]
    pub after: Option<String>,
    /// Compare every persona of the project, as it is in the working tree, with what it was at this revision
    #[arg(long, value_name = "REVISION", conflicts_with = "before")]
    pub git: Option<String>,
    /// Fail if there is any difference: in an audience, in a setting, or in which personas there are
    #[arg(long)]
    pub exit_code: bool,
}

/// Arguments of `describe`.
#[derive(Debug, Args)]
pub struct Describe {
    /// Persona files, directories of them, or `-` for standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// Arguments of `overlap`.
#[derive(Debug, Args)]
pub struct Overlap {
    /// Persona files, directories of them, or `-` for standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Show a matrix of all personas instead of a table of those that meet
    #[arg(long)]
    pub matrix: bool,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// What the schema is of
    #[arg(value_enum, default_value_t)]
    pub of: SchemaOf,
}

/// What has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SchemaOf {
    /// The body of a request
    #[default]
    Body,
    /// The project file, `personac.toml`
    Project,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum OutputFormat {
    /// With the lines concerned, for people
    #[default]
    Human,
    /// One line each
    Concise,
    /// One array of objects
    Json,
    /// A SARIF 2.1.0 log, for code scanning and editors
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines of a pull request
    Github,
    /// A report for GitLab's code quality
    Gitlab,
    /// A report of tests as JUnit writes it, a suite for each file
    Junit,
    /// Markdown for a review: `diff`, `describe` and `overlap` only
    Markdown,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColorChoice {
    /// If the terminal can
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
