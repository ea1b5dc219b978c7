//! Any text as the address of a Sales Navigator search: findings, or a persona that compiles, whose own link asks for the
//! same.

use std::sync::Arc;

use personac::diagnostic::Diagnostic;
use personac::emit::{link as link_of, pretty};
use personac::import::{Draft, Linked, link};
use personac::source::{SourceFile, Sources};

use super::body::plain;
use super::findings::drawn;
use super::persona::{PROJECT, bodies_in, bodies_of, compiled};

/// Import it, compile what is written, and import the link of that.
pub fn import_link(text: &str) {
    let Some(persona) = imported(text).and_then(|draft| draft.text(&PROJECT).ok()) else { return };
    let checked = compiled(&persona);
    assert_eq!(bodies_in(&checked, &persona).len(), 1, "{persona}");
    for one in &checked.personas {
        let Some(body) = one.bodies().into_iter().next() else { continue };
        let (address, left_out) = link_of(&body, &one.audience);
        drawn(&left_out, &checked.sources);
        let Some(address) = address.filter(|_| left_out.is_empty()) else { continue };
        let again = imported(&address).and_then(|draft| draft.text(&PROJECT).ok()).expect("its own link is read");
        let again: Vec<_> = bodies_of(&again).iter().map(plain).collect();
        let body = plain(&serde_json::from_str(&pretty(&body)).expect("JSON"));
        assert_eq!(again, [body], "{persona}\n{address}");
    }
}

/// The draft, unless there is an error. Either way all findings can be drawn.
fn imported(address: &str) -> Option<Draft> {
    let source = Arc::new(SourceFile::new("link", address));
    let Linked { draft, findings, .. } = link(&source, false);
    let sources = Sources { files: vec![source], ..Sources::default() };
    drawn(&findings, &sources);
    (!findings.iter().any(Diagnostic::is_error)).then_some(draft)
}
