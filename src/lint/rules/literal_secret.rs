use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::lint::Persona;
use crate::report::Report;
use crate::settings::{Entry, GivenKind, Secret, secret_of};
use crate::source::{COMMAND_LINE_ID, Location, PROJECT_FILE_ID};

lint! {
    /// The address of a webhook holds a secret.
    ///
    /// Whoever can read the file, its history or the built request can post to such an address, and fill a CRM with
    /// made-up leads. A password, a query parameter such as `token` or `sig`, and a part of the path that looks like a
    /// key count as secrets.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads?token=5f2a9c81"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// Read it from the environment when building, and renew the secret if the file was shared with it. In
    /// `personac.toml` the same is `webhook = { env = "LEADS_WEBHOOK" }`.
    ///
    /// ```persona
    /// webhook: env("LEADS_WEBHOOK")
    ///
    /// title = CEO
    /// ```
    Warning "P622" "literal-secret" in lint: Look::Persona(look)
}

fn look(persona: &Persona, report: &mut Report) {
    let profiles = persona.project.profiles.values();
    for layer in persona.layers.iter().copied().chain(profiles) {
        let entry = layer.get("webhook").filter(|entry| entry.key.file != COMMAND_LINE_ID);
        if let Some((entry, secret)) = entry.and_then(|entry| Some((entry, secret(entry)?))) {
            report.push(finding(entry.value.location, secret));
        }
    }
}

fn secret(entry: &Entry) -> Option<Secret> {
    match &entry.value.kind {
        GivenKind::Text(address) => secret_of(address),
        _ => None,
    }
}

fn finding(at: Location, secret: Secret) -> Diagnostic {
    let label = match secret {
        Secret::Login => "a login stands before the host",
        Secret::Parameter => "a parameter holds a secret",
        Secret::Path => "a part of the path looks like a secret",
    };
    let help = match at.file {
        PROJECT_FILE_ID => {
            "renew it, and read the address from the environment: `webhook = { env = \"LEADS_WEBHOOK\" }`"
        }
        _ => "renew it, and read the address from the environment: `webhook: env(\"LEADS_WEBHOOK\")`",
    };
    Diagnostic::new(&RULE, "whoever sees this file can post made-up leads to this webhook").label(at, label).help(help)
}
