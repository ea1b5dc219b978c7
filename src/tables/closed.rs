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

    /// What `label` means: rows whose label or alias it is.
    pub fn lookup(&'static self, label: &str) -> ClosedLookup {
        let mut key = String::with_capacity(label.len());
        (self.key)(label, &mut key);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn id(table: &'static Closed, label: &str) -> Option<&'static str> {
        match table.lookup(label) {
            ClosedLookup::Found(row) => Some(table.rows()[row].id),
            _ => None,
        }
    }

    #[test]
    fn labels_and_aliases_resolve() {
        assert_eq!(id(&FUNCTIONS, "sales"), Some("25"));
        assert_eq!(id(&FUNCTIONS, "Arts & Design"), Some("3"));
        assert_eq!(id(&FUNCTIONS, "HR"), Some("12"));
        assert_eq!(id(&SENIORITIES, "vice-president"), Some("300"));
        assert_eq!(id(&SENIORITIES, "C-Suite"), Some("310"));
        assert_eq!(id(&SENIORITIES, "owner/partner"), Some("320"));
        assert_eq!(id(&COMPANY_TYPES, "non profit"), Some("N"));
        assert_eq!(id(&RELATIONSHIPS, "3rd+"), Some("O"));
        assert_eq!(id(&FUNCTIONS, "Salez"), None);
    }

    #[test]
    fn a_label_of_two_rows_is_ambiguous() {
        assert_eq!(SENIORITIES.lookup("manager"), ClosedLookup::Ambiguous(vec![4, 5]));
        assert_eq!(FUNCTIONS.lookup("PM"), ClosedLookup::Ambiguous(vec![18, 19]));
    }

    #[test]
    fn buckets_are_read_with_their_signs() {
        for size in ["51-200", "51–200", "51 - 200", "51-200 employees", "51 to 200"] {
            assert_eq!(id(&SIZES, size), Some("51-200"), "{size}");
        }
        for size in ["10001+", "10,001+", "10,000+", "10001+ employees"] {
            assert_eq!(id(&SIZES, size), Some("10001+"), "{size}");
        }
        assert_eq!(id(&SIZES, "1,001-5,000"), Some("1001-5000"));
        assert_eq!(id(&YEARS, "< 1 year"), Some("1"));
        for other in ["51200", "5-1200", "10001", "110"] {
            assert_eq!(SIZES.lookup(other), ClosedLookup::Unknown, "{other}");
        }
    }

    #[test]
    fn a_quantity_has_one_bucket() {
        let size = |employees| SIZES.bucket_of(employees).map(|row| SIZES.rows()[row].id);
        assert_eq!([size(0), size(1), size(200), size(201)], [None, Some("1-10"), Some("51-200"), Some("201-500")]);
        assert_eq!(size(u64::MAX), Some("10001+"));
        assert_eq!(YEARS.bucket_of(0), Some(0));
        assert_eq!(YEARS.bucket_of(10), Some(3));
        assert_eq!(SENIORITIES.bucket_of(300), None);
    }

    #[test]
    fn contested_letters_carry_a_note() {
        let noted: Vec<_> = COMPANY_TYPES.rows().iter().filter(|row| row.note.is_some()).map(|row| row.id).collect();
        assert_eq!(noted, ["E", "S", "X"]);
    }
}
