//! Settings and their data.

use super::piece::{Flat, Piece};
use super::printer::Printer;
use crate::settings::SettingRow;
use crate::syntax::ast::{Data, DataKind, Member, Setting};

impl Printer<'_> {
    /// `key: data`
    pub(super) fn setting(&mut self, setting: &Setting) {
        let key = self.source.slice(setting.key.span);
        self.renamed(setting.key.span, SettingRow::find(key).map_or(key, |row| row.name));
        self.value(&setting.value);
    }

    /// `: data`
    fn value(&mut self, value: &Data) {
        self.push(Piece::Text(":"));
        self.push(Piece::Space);
        self.data(value);
    }

    fn data(&mut self, data: &Data) {
        match &data.kind {
            DataKind::Null => self.renamed(data.span, "null"),
            DataKind::Bool(true) => self.renamed(data.span, "true"),
            DataKind::Bool(false) => self.renamed(data.span, "false"),
            DataKind::Number | DataKind::Text(_) | DataKind::Word => self.atom(data.span),
            DataKind::Env(variable) => {
                self.word("env");
                self.bracket(["(", ")"], Flat::Nothing, |printer| printer.atom(variable.span));
            }
            DataKind::Array(values) => {
                self.bracket(["[", "]"], Flat::Nothing, |printer| printer.separated(values, Self::data));
            }
            DataKind::Object(members) => {
                let flat = if members.is_empty() { Flat::Nothing } else { Flat::Blank };
                self.bracket(["{", "}"], flat, |printer| printer.separated(members, Self::member));
            }
        }
    }

    fn member(&mut self, member: &Member) {
        self.atom(member.key.span);
        self.value(&member.value);
    }
}
