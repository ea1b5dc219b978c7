//! What is generated in `docs/` is fresh.

use std::fs;

#[cfg(all(feature = "http", feature = "lsp"))]
use personac::cli::limits_reference;
use personac::cli::manual;
use personac::explain::{fields_reference, rules_reference};
use personac::schema::{body, project};

/// Set to write the documents anew.
const UPDATE: &str = "PERSONAC_UPDATE";

#[test]
fn documents_are_fresh() {
    let mut documents = vec![
        ("docs/rules.md", rules_reference()),
        ("docs/fields.md", fields_reference()),
        ("docs/schema/body.json", body().pretty()),
        ("docs/schema/project.json", project().pretty()),
    ];
    #[cfg(all(feature = "http", feature = "lsp"))]
    documents.push(("docs/limits.md", limits_reference()));
    // A build without some feature has fewer options than the document.
    if cfg!(feature = "watch") {
        documents.push(("docs/cli.md", manual()));
    }
    for (path, text) in &documents {
        if std::env::var_os(UPDATE).is_some() {
            fs::write(path, text).expect("a document that can be written");
        }
        let is_fresh = fs::read_to_string(path).is_ok_and(|old| old.replace("\r\n", "\n") == *text);
        assert!(is_fresh, "`{path}` is stale: renew it with `{UPDATE}=1 cargo test --test it generated_docs`");
    }
}

#[test]
fn links_lead_to_headings() {
    for text in [rules_reference(), fields_reference()] {
        let anchor = |heading: &str| {
            let kept = heading.to_lowercase().replace(' ', "-");
            kept.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect::<String>()
        };
        let headings: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
        for target in text.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(headings.iter().any(|heading| heading == target), "#{target}");
        }
    }
}
