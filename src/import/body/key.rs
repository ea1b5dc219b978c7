//! What a key of the body is.

use crate::fields::FieldId;
use crate::settings::{SETTINGS, SettingRow};

/// What a key of the body is.
pub enum Known {
    /// A request option.
    Setting(&'static SettingRow),
    /// A filter.
    Filter(FieldId),
    /// Nothing that the API's reference has.
    Unknown,
}

/// What the key is; the API reads keys letter by letter.
pub fn known(key: &str) -> Known {
    let setting = SETTINGS.iter().find(|row| row.key == Some(key));
    let field = || FieldId::of_key(key).map_or(Known::Unknown, Known::Filter);
    setting.map_or_else(field, Known::Setting)
}

/// Every key of the body.
pub fn all() -> impl Iterator<Item = &'static str> {
    let settings = SETTINGS.iter().filter_map(|row| row.key);
    let fields = FieldId::all().flat_map(|field| std::iter::once(field.row().include).chain(field.row().exclude));
    settings.chain(fields)
}
