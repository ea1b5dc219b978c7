//! Personas in Zed: where the language server is. All else is in `extension.toml` and `languages/`.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension, serde_json};

const MISSING: &str = "`personac` is not found: put it on the PATH, or name it in the settings, under lsp.personac.binary.path";

struct Personac;

impl Extension for Personac {
    fn new() -> Personac {
        Personac
    }

    fn language_server_command(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(server.as_ref(), worktree)?.binary;
        let (path, args, env) = match binary {
            Some(binary) => (binary.path, binary.arguments, binary.env),
            None => (None, None, None),
        };
        let command = path.or_else(|| worktree.which("personac")).ok_or(MISSING)?;
        let mut whole_env = worktree.shell_env();
        whole_env.extend(env.into_iter().flatten());
        Ok(Command { command, args: args.unwrap_or_else(|| vec!["lsp".to_owned()]), env: whole_env })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }
}

register_extension!(Personac);
