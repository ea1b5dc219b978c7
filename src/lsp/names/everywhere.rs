//! Where something is named, in all files of the projects.

use std::path::Path;

use super::{Occurrence, Thing, occurrences};
use crate::lsp::persona_files;
use crate::lsp::view::View;

/// A file, and the places in it where something is named.
pub struct Written<'a> {
    /// The file.
    pub view: View<'a>,
    /// The places, in the order of the source.
    pub places: Vec<Occurrence>,
}

/// Every file that may name a thing by one of these names, whether it does or not: those whose text has one, and the one
/// that makes it, which comes first and may lie outside of the folders that are looked through.
pub fn everywhere<'a>(view: &View<'a>, thing: &Thing, names: &[&str]) -> Vec<Written<'a>> {
    let server = view.server;
    let home = match view.identity() == thing.file() {
        true => server.view(&view.uri).ok(),
        false => server.view_at(Path::new(thing.file())).ok(),
    };
    let others = persona_files::everywhere(server).into_iter().filter(|other| {
        let may = matches!(thing, Thing::File(_)) || names.iter().any(|name| other.source.text().contains(name));
        may && other.identity() != thing.file()
    });
    home.into_iter().chain(others).map(|view| written(view, thing)).collect()
}

fn written<'a>(view: View<'a>, thing: &Thing) -> Written<'a> {
    let mut places = occurrences(&view.units());
    places.retain(|place| place.thing == *thing);
    Written { view, places }
}
