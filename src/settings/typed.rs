//! From data as it was given to settings of the right type.

use super::mistakes::{bad_webhook, key_of_another, mistyped};
use super::webhook::check_webhook;
use super::{Entry, Given, GivenKind, Layer, SETTINGS};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fields::FieldId;
use crate::json::Json;
use crate::report::Report;
use crate::rule;
use crate::source::Location;
use crate::wording::quoted;

/// Reads an environment variable.
pub type Environment<'a> = dyn Fn(&str) -> Option<String> + Sync + 'a;

/// Whether a persona may take several requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Split {
    /// One request or an error.
    #[default]
    Never,
    /// As many as it takes.
    Any,
    /// As many as it takes, without a lead in two of them.
    Disjoint,
}

/// The settings of one persona.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What the search is called.
    pub name: Option<String>,
    /// Where leads are delivered to.
    pub webhook: Option<String>,
    /// At most this many leads.
    pub limit: Option<u64>,
    /// Deliver as leads are found.
    pub streaming: Option<bool>,
    /// Less data, more volume.
    pub scale: Option<bool>,
    /// Search LinkedIn itself.
    pub live: Option<bool>,
    /// Comes back in every delivery.
    pub custom: Option<Json>,
    /// Further request keys.
    pub raw: Vec<(String, Json)>,
    /// Whether several requests are welcome.
    pub split: Split,
    /// Where each of them is set that is sent, by its request key.
    pub places: Vec<(&'static str, Location)>,
}

impl Settings {
    /// Where the setting stands that fills this key of the request.
    pub fn place(&self, key: &str) -> Option<Location> {
        self.places.iter().find(|(own, _)| *own == key).map(|(_, place)| *place)
    }

    /// Whether a key of a filter is among the further request keys.
    pub fn has_filter_in_raw(&self) -> bool {
        self.raw.iter().any(|(key, _)| FieldId::of_key(key).is_some())
    }
}

/// Lay the layers over each other, the strongest first, and type what is left. Every entry is checked, but the
/// environment is asked for the ones that count only; without an environment its variables are not needed.
pub fn settle(layers: &[&Layer], environment: Option<&Environment>, report: &mut Report) -> Settings {
    let mut settings = Settings::default();
    for row in SETTINGS {
        let mut given = layers.iter().filter_map(|layer| layer.get(row.name));
        let counts = !layers.iter().any(|layer| layer.leaves_out(row.name));
        if counts && let Some(entry) = given.next() {
            take(entry, &mut settings, environment, report);
        }
        given.for_each(|overridden| check_entry(overridden, report));
    }
    settings
}

/// Check the type of a setting without asking the environment.
pub fn check_entry(entry: &Entry, report: &mut Report) {
    take(entry, &mut Settings::default(), None, report);
}

fn take(entry: &Entry, settings: &mut Settings, environment: Option<&Environment>, report: &mut Report) {
    let mut reader = Reader { environment, report };
    settings.places.extend(entry.row.key.map(|key| (key, entry.value.location)));
    match entry.row.name {
        "name" => settings.name = reader.text(entry),
        "webhook" => settings.webhook = reader.webhook(entry),
        "limit" => settings.limit = reader.whole(entry),
        "streaming" => settings.streaming = reader.boolean(entry),
        "scale" => settings.scale = reader.boolean(entry),
        "live" => settings.live = reader.boolean(entry),
        "split" => settings.split = reader.split(entry).unwrap_or_default(),
        "custom" => settings.custom = reader.object(entry).map(Json::Object),
        "raw" => settings.raw = reader.raw(entry).unwrap_or_default(),
        _ => drop(reader.text(entry)),
    }
}

struct Reader<'a> {
    environment: Option<&'a Environment<'a>>,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn text(&mut self, entry: &Entry) -> Option<String> {
        match &entry.value.kind {
            GivenKind::Text(text) | GivenKind::Loose(text) => Some(text.clone()),
            GivenKind::Env(name) => self.variable(name, entry.value.location),
            _ => self.mistyped(entry),
        }
    }

    /// The value of a variable; how it is read where no environment may be asked.
    fn variable(&mut self, name: &str, location: Location) -> Option<String> {
        let Some(environment) = self.environment else { return Some(format!("env({})", quoted(name))) };
        let value = environment(name);
        if value.is_none() {
            let message = format!("the environment variable `{name}` is not set");
            let missing = Diagnostic::new(&rule::MISSING_ENVIRONMENT_VARIABLE, message)
                .label(location, "read when building")
                .help(format!("set it for this command: `{name}=… personac build …`"));
            self.report.push(missing);
        }
        value
    }

    fn webhook(&mut self, entry: &Entry) -> Option<String> {
        let address = self.text(entry)?;
        let from_environment = matches!(entry.value.kind, GivenKind::Env(_));
        if from_environment && self.environment.is_none() {
            return Some(address);
        }
        let problem = check_webhook(&address).err();
        if let Some(problem) = problem {
            self.report.push(bad_webhook(entry, &address, problem));
        }
        problem.is_none().then_some(address)
    }

    fn whole(&mut self, entry: &Entry) -> Option<u64> {
        let number = match &entry.value.kind {
            GivenKind::Number(digits) => digits.parse::<u64>().ok().filter(|number| *number >= 1),
            _ => None,
        };
        number.or_else(|| self.mistyped(entry))
    }

    fn boolean(&mut self, entry: &Entry) -> Option<bool> {
        match entry.value.kind {
            GivenKind::Bool(value) => Some(value),
            _ => self.mistyped(entry),
        }
    }

    fn split(&mut self, entry: &Entry) -> Option<Split> {
        match &entry.value.kind {
            GivenKind::Bool(false) => Some(Split::Never),
            GivenKind::Word(word) | GivenKind::Text(word) if word.eq_ignore_ascii_case("any") => Some(Split::Any),
            GivenKind::Word(word) | GivenKind::Text(word) if word.eq_ignore_ascii_case("disjoint") => {
                Some(Split::Disjoint)
            }
            _ => self.mistyped(entry),
        }
    }

    fn object(&mut self, entry: &Entry) -> Option<Vec<(String, Json)>> {
        match &entry.value.kind {
            GivenKind::Object(members) => self.members(members),
            _ => self.mistyped(entry),
        }
    }

    fn members(&mut self, members: &[(String, Location, Given)]) -> Option<Vec<(String, Json)>> {
        let mut read: Vec<(String, Json)> = vec![];
        let mut firsts: std::collections::HashMap<&str, Location> = std::collections::HashMap::new();
        let mut complete = true;
        for (key, location, value) in members {
            if let Some(first) = firsts.insert(key, *location) {
                let twice = Diagnostic::new(&rule::DUPLICATE_SETTING, format!("the key `{key}` is given twice"))
                    .label(*location, "given again here")
                    .label(first, "first given here")
                    .help("keep one of the two");
                self.report.push(twice);
                complete = false;
            }
            match self.json(value) {
                Some(json) => read.push((key.clone(), json)),
                None => complete = false,
            }
        }
        complete.then_some(read)
    }

    fn json(&mut self, given: &Given) -> Option<Json> {
        match &given.kind {
            GivenKind::Null => Some(Json::Null),
            GivenKind::Bool(value) => Some(Json::Bool(*value)),
            GivenKind::Number(digits) => Json::number(digits).or_else(|| self.not_json(given, digits)),
            GivenKind::Text(text) | GivenKind::Loose(text) => Some(Json::Text(text.clone().into())),
            GivenKind::Word(word) => self.not_json(given, word),
            GivenKind::Env(name) => self.variable(name, given.location).map(|text| Json::Text(text.into())),
            GivenKind::Array(values) => {
                let read: Vec<Option<Json>> = values.iter().map(|value| self.json(value)).collect();
                read.into_iter().collect::<Option<Vec<Json>>>().map(Json::Array)
            }
            GivenKind::Object(members) => self.members(members).map(Json::Object),
        }
    }

    fn not_json<T>(&mut self, given: &Given, written: &str) -> Option<T> {
        let text = quoted(written);
        let message = format!("`{written}` needs quotes to be text");
        let unquoted = Diagnostic::new(&rule::MISTYPED_SETTING, message)
            .label(given.location, "a bare word")
            .help(format!("write `{text}`"))
            .safe_fix("add quotes", vec![Edit::replace(given.location.span, text)]);
        self.report.push(unquoted);
        None
    }

    fn raw(&mut self, entry: &Entry) -> Option<Vec<(String, Json)>> {
        if let GivenKind::Object(members) = &entry.value.kind {
            for (key, location, _) in members {
                // Whether a filter fills the key of a filter is known once the clauses are.
                if SETTINGS.iter().any(|row| row.key == Some(key)) {
                    self.report.push(key_of_another(key, *location));
                }
            }
        }
        self.object(entry)
    }

    fn mistyped<T>(&mut self, entry: &Entry) -> Option<T> {
        if !matches!(entry.value.kind, GivenKind::Loose(_)) {
            self.report.push(mistyped(entry));
        }
        None
    }
}
