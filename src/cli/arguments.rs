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
    /// Ask the API how many people personas find; it costs nothing
    #[cfg(feature = "http")]
    Preview(Preview),
    /// Start the searches of personas, each once; it costs credits
    #[cfg(feature = "http")]
    Submit(Submit),
    /// Follow a search that was submitted until it ends
    #[cfg(feature = "http")]
    Status(Status),
    /// Show what was submitted and what became of it
    #[cfg(feature = "http")]
    Journal(Journal),
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
    /// Ask the API for places of this name; it needs a key
    #[cfg(feature = "http")]
    #[arg(long, requires = "query")]
    pub online: bool,
    /// With `--online`: write the place that is found into the label book of `personac.toml`
    #[cfg(feature = "http")]
    #[arg(long, requires = "online")]
    pub save: bool,
    /// With `--save`: which place, where several have the name
    #[cfg(feature = "http")]
    #[arg(long, requires = "save", value_name = "ID")]
    pub id: Option<String>,
    /// With `--online`: ask again, even if the answer is remembered
    #[cfg(feature = "http")]
    #[arg(long, requires = "online")]
    pub refresh: bool,
    /// Where the API is
    #[cfg(feature = "http")]
    #[command(flatten)]
    pub api: Api,
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

/// Where the API is.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct Api {
    /// The base address of the API, such as `https://app.prontohq.com/api/v2`; `http` only on this machine
    #[arg(long, env = "PRONTO_BASE_URL", value_name = "URL")]
    pub endpoint: Option<String>,
}

/// Where the journal is.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct JournalFile {
    /// Use this journal instead of `.personac/journal.jsonl` of the project
    #[arg(long = "journal", env = "PERSONAC_JOURNAL", value_name = "FILE", global = true)]
    pub file: Option<PathBuf>,
}

/// Arguments of `preview`.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct Preview {
    /// Persona files, directories of them, or `-` for standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Fail if a persona finds more people than this
    #[arg(long, value_name = "N")]
    pub max: Option<u64>,
    /// Where the API is
    #[command(flatten)]
    pub api: Api,
}

/// Arguments of `submit`.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct Submit {
    /// Persona files, directories of them, or `-` for standard input; none means the whole project
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Do not ask before credits are spent
    #[arg(long, short = 'y')]
    pub yes: bool,
    /// Send nothing; print what would be sent, without the key
    #[arg(long, conflicts_with = "yes")]
    pub dry_run: bool,
    /// Send again what was submitted before; it is paid for again
    #[arg(long)]
    pub again: bool,
    /// Where the journal is
    #[command(flatten)]
    pub journal: JournalFile,
    /// Where the API is
    #[command(flatten)]
    pub api: Api,
}

/// Arguments of `status`.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct Status {
    /// The ID of a search, or a persona file whose searches were submitted
    #[arg(value_name = "ID|FILE")]
    pub search: String,
    /// Look once instead of waiting for the end
    #[arg(long)]
    pub no_wait: bool,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS", conflicts_with = "no_wait")]
    pub timeout: Option<u64>,
    /// Where the journal is
    #[command(flatten)]
    pub journal: JournalFile,
    /// Where the API is
    #[command(flatten)]
    pub api: Api,
}

/// Arguments of `journal`.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct Journal {
    /// Show only what was submitted for these personas: files or directories
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Show only what is in this state
    #[arg(long, value_enum, value_name = "STATE", value_delimiter = ',')]
    pub state: Vec<SubmissionState>,
    /// Show every attempt instead of where each request stands
    #[arg(long)]
    pub all: bool,
    /// Where the journal is
    #[command(flatten)]
    pub journal: JournalFile,
    /// What to do instead of showing it
    #[command(subcommand)]
    pub action: Option<JournalAction>,
}

/// What can be done with a journal.
#[cfg(feature = "http")]
#[derive(Debug, Subcommand)]
pub enum JournalAction {
    /// Write down what became of a request whose outcome is not known
    Settle(Settle),
}

/// Arguments of `journal settle`.
#[cfg(feature = "http")]
#[derive(Debug, Args)]
pub struct Settle {
    /// The beginning of the request's digest as the journal shows it, or a persona file
    #[arg(value_name = "DIGEST|FILE")]
    pub request: String,
    /// The search was started: it is never sent again unasked
    #[arg(long, group = "outcome", required_unless_present = "refused")]
    pub accepted: bool,
    /// No search was started: it is sent the next time
    #[arg(long, group = "outcome")]
    pub refused: bool,
    /// With `--accepted`: the ID of the search
    #[arg(long, conflicts_with = "refused", value_name = "ID")]
    pub id: Option<String>,
    /// Only what was sent to the API at this address, where the same was sent to several
    #[arg(long, value_name = "URL")]
    pub endpoint: Option<String>,
}

/// Where a request stands.
#[cfg(feature = "http")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SubmissionState {
    /// It is being sent
    Intent,
    /// The search was started
    Accepted,
    /// Surely no search was started
    Refused,
    /// It was sent and no answer came
    Unknown,
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
