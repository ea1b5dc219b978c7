//! The closed vocabularies: finite, whole, and small enough to be read at once.

use std::sync::LazyLock;

use super::fold::fold_into;
use super::text::{body, list};

/// A closed vocabulary: the complement of a set of its rows is the rest of its rows.
pub struct Closed {
    /// What one row is called in a sentence, such as `function`.
    pub name: &'static str,
    /// What several are called, such as `functions`.
    pub plural: &'static str,
    /// The name of its file in `tables/`, without `.tsv`.
    pub file: &'static str,
    pub(super) text: &'static str,
    key: fn(&str, &mut String),
    data: LazyLock<Data>,
}

/// A row of a closed vocabulary. Its index is its rank: rows stand in the order of their levels or quantities.
#[derive(Debug, Default)]
pub struct ClosedRow {
    /// What the request holds.
    pub id: &'static str,
    /// The API reference's label.
    pub label: &'static str,
    /// Other names people use.
    pub aliases: Vec<&'static str>,
    /// The smallest quantity of a bucket; 0 where there are none.
    pub low: u64,
    /// The largest quantity of a bucket; none if it has no end.
    pub high: Option<u64>,
    /// What to know before using it: the two readings of a contested ID.
    pub note: Option<&'static str>,
    /// How a sentence names those who have it, where the label does not: `non-profits`.
    pub phrase: Option<&'static str>,
}

/// What a label means in a closed vocabulary; rows are named by their index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClosedLookup {
    /// Exactly one row bears it.
    Found(usize),
    /// Several rows bear it.
    Ambiguous(Vec<usize>),
    /// No row bears it.
    Unknown,
}

#[derive(Default)]
struct Data {
    rows: Vec<ClosedRow>,
    /// Folded label and row, in order.
    keys: Vec<(String, usize)>,
}

macro_rules! closed {
    ($($(#[doc = $doc:literal])+ $table:ident = $file:literal $name:literal $plural:literal $key:ident;)+) => {
        $($(#[doc = $doc])+ pub static $table: Closed = Closed {
            name: $name, plural: $plural, file: $file, key: $key,
            text: include_str!(concat!("../../tables/", $file, ".tsv")),
            data: LazyLock::new(|| Data::read(&$table)),
        };)+
        /// Every closed vocabulary.
        pub static CLOSED: &[&Closed] = &[$(&$table),+];
    };
}

closed! {
    /// The 26 functions (departments) of the API reference.
    FUNCTIONS = "functions" "function" "functions" fold_into;
    /// The ten levels of seniority of the API reference, lowest first.
    SENIORITIES = "seniority" "seniority" "seniority levels" fold_into;
    /// The five buckets of whole completed years of the API reference; 6 to 8 are reserved and left out.
    YEARS = "years" "range of years" "ranges of years" quantity_into;
    /// The eight headcounts of the API reference.
    SIZES = "sizes" "company size" "company sizes" quantity_into;
    /// The seven company types of the API reference; LinkedIn itself reads three of the letters differently.
    COMPANY_TYPES = "company_types" "company type" "company types" fold_into;
    /// The four relationships to the connected account of the API reference.
    RELATIONSHIPS = "relationships" "relationship" "relationships" fold_into;
}

impl Closed {
    /// The rows, in vocabulary order.
    pub fn rows(&'static self) -> &'static [ClosedRow] {
        &self.data.rows
    }

    /// The form in which labels of this vocabulary are compared.
    pub(super) fn folded(&self, label: &str) -> String {
        let mut key = String::with_capacity(label.len());
        (self.key)(label, &mut key);
        key
    }

    /// What `label` means: rows whose label or alias it is.
    pub fn lookup(&'static self, label: &str) -> ClosedLookup {
        let key = self.folded(label);
        let keys = &self.data.keys;
        let start = keys.partition_point(|(other, _)| *other < key);
        let rows = keys[start..].iter().take_while(|(other, _)| *other == key).map(|(_, row)| *row);
        match &rows.collect::<Vec<_>>()[..] {
            [] => ClosedLookup::Unknown,
            [row] => ClosedLookup::Found(*row),
            rows => ClosedLookup::Ambiguous(rows.to_vec()),
        }
    }

    /// The index of the row with exactly this ID.
    pub fn by_id(&'static self, id: &str) -> Option<usize> {
        self.rows().iter().position(|row| row.id == id)
    }

    /// The index of the bucket that holds `quantity`; none below the first bucket, or without buckets.
    pub fn bucket_of(&'static self, quantity: u64) -> Option<usize> {
        let holds = |row: &ClosedRow| row.low <= quantity && row.high.is_none_or(|high| quantity <= high);
        self.is_quantity().then(|| self.rows().iter().position(holds)).flatten()
    }

    /// Whether the rows are buckets of a quantity.
    pub fn is_quantity(&'static self) -> bool {
        self.rows().iter().any(|row| row.high.is_some())
    }

    #[cfg(test)]
    pub(super) fn keys(&'static self) -> &'static [(String, usize)] {
        &self.data.keys
    }
}

impl Data {
    fn read(table: &Closed) -> Data {
        let columns: Vec<&str> = table.text.lines().next().unwrap_or_default().split('\t').collect();
        let rows: Vec<_> = body(table.text).lines().map(|line| read_row(&columns, line)).collect();
        let mut keys: Vec<_> = rows.iter().enumerate().flat_map(|(at, row)| row_keys(table, at, row)).collect();
        keys.sort();
        keys.dedup();
        Data { rows, keys }
    }
}

fn row_keys(table: &Closed, at: usize, row: &ClosedRow) -> Vec<(String, usize)> {
    let fold = |label: &&str| {
        let mut key = String::new();
        (table.key)(label, &mut key);
        (key, at)
    };
    std::iter::once(&row.label).chain(&row.aliases).map(fold).collect()
}

fn read_row(columns: &[&str], line: &'static str) -> ClosedRow {
    let mut row = ClosedRow::default();
    for (column, value) in columns.iter().zip(line.split('\t')) {
        match *column {
            "id" => row.id = value,
            "label" => row.label = value,
            "aliases" => row.aliases = list(value).collect(),
            "low" => row.low = value.parse().unwrap_or_default(),
            "high" => row.high = value.parse().ok(),
            "note" => row.note = Some(value).filter(|note| !note.is_empty()),
            "phrase" => row.phrase = Some(value),
            _ => {}
        }
    }
    row
}

/// Folding for buckets, where dashes and signs carry the meaning: `51-200` is not `51200`.
fn quantity_into(label: &str, out: &mut String) {
    out.clear();
    out.extend(label.chars().filter_map(|letter| match letter {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '+' | '<' | '>' => Some(letter),
        _ => letter.is_alphanumeric().then(|| letter.to_ascii_lowercase()),
    }));
}
