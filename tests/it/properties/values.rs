//! The values of the fields' tables, spelled in the ways that the language takes.

use super::vocabulary::Value;

const fn v(sent: &'static str, written: &'static [&'static str]) -> Value {
    Value { sent, written, inside: &[] }
}

const fn within(sent: &'static str, written: &'static [&'static str], inside: &'static [usize]) -> Value {
    Value { sent, written, inside }
}

pub const TEXTS: &[Value] = &[
    v("VP Sales", &["\"VP Sales\""]),
    v("CEO", &["CEO", "\"CEO\""]),
    v("Intern", &["Intern"]),
    v("Head of \"Growth\"", &["\"Head of \\\"Growth\\\"\""]),
    v("Île-Chef", &["Île-Chef", "\"Île-Chef\""]),
];

pub const PLACES: &[Value] = &[
    within("106383538", &["\"Paris, Île-de-France, France\"", "106383538"], &[1, 2, 6, 7]),
    within("104246759", &["Île-de-France", "IDF", "\"Ile de France\""], &[2, 6, 7]),
    within("105015875", &["France", "FR", "france"], &[6, 7]),
    within("100545973", &["Bavaria", "Bayern"], &[4, 5, 6, 7]),
    within("101282230", &["Germany", "Deutschland", "101282230"], &[5, 6, 7]),
    within("91000006", &["DACH"], &[6]),
    v("100506914", &["Europe", "\"Europe (macro)\""]),
    v("91000000", &["EU", "\"European Union\""]),
    within("103350119", &["Italy"], &[6, 7]),
    v("102713980", &["India", "\"102713980\""]),
];

pub const INDUSTRIES: &[Value] = &[
    v("1594", &["\"Technology, Information and Media\"", "1594"]),
    within("6", &["\"Technology, Information & Internet\"", "6"], &[0]),
    within("4", &["\"Software Development\"", "4"], &[1, 0]),
    v("43", &["\"Financial Services\"", "43"]),
    within("41", &["Banking", "41"], &[3]),
    within("42", &["Insurance"], &[3]),
];

pub const ORGANIZATIONS: &[Value] = &[
    v("1441", &["1441", "\"1441\"", "\"urn:li:organization:1441\""]),
    v("1035", &["1035", "\"https://www.linkedin.com/company/1035\""]),
    v("162479", &["162479"]),
];

pub const LISTS: &[Value] =
    &[v("12345678", &["12345678"]), v("87654321", &["87654321", "\"87654321\""]), v("7", &["7"])];

pub const SENIORITIES: &[Value] = &[
    v("100", &["\"In Training\"", "Training", "100"]),
    v("110", &["Entry", "\"Entry Level\""]),
    v("120", &["Senior", "senior"]),
    v("130", &["Strategic"]),
    v("200", &["\"Entry Level Manager\"", "200"]),
    v("210", &["\"Experienced Manager\""]),
    v("220", &["Director", "220", "DIRECTOR"]),
    v("300", &["VP", "\"Vice President\""]),
    v("310", &["CXO", "C-level", "\"C-suite\""]),
    v("320", &["Owner", "Partner", "\"Owner / Partner\""]),
];

pub const FUNCTIONS: &[Value] = &[
    v("1", &["Accounting"]),
    v("2", &["Administrative"]),
    v("3", &["\"Arts and Design\""]),
    v("4", &["\"Business Development\""]),
    v("5", &["\"Community and Social Services\""]),
    v("6", &["Consulting"]),
    v("7", &["Education"]),
    v("8", &["Engineering", "8"]),
    v("9", &["Entrepreneurship"]),
    v("10", &["Finance"]),
    v("11", &["\"Healthcare Services\""]),
    v("12", &["HR", "\"Human Resources\""]),
    v("13", &["IT"]),
    v("14", &["Legal"]),
    v("15", &["Marketing"]),
    v("16", &["\"Media & Communication\""]),
    v("17", &["\"Military and Protective Services\""]),
    v("18", &["Operations"]),
    v("19", &["\"Product Management\""]),
    v("20", &["\"Program and Project Management\""]),
    v("21", &["Purchasing"]),
    v("22", &["\"Quality Assurance\""]),
    v("23", &["\"Real Estate\""]),
    v("24", &["Research"]),
    v("25", &["Sales", "sales", "25"]),
    v("26", &["\"Customer Success and Support\""]),
];

pub const SIZES: &[Value] = &[
    v("1-10", &["1-10", "\"1-10 employees\""]),
    v("11-50", &["11-50", "\"11–50\""]),
    v("51-200", &["51-200", "51–200"]),
    v("201-500", &["201-500", "201–500"]),
    v("501-1000", &["501-1000"]),
    v("1001-5000", &["1001-5000"]),
    v("5001-10000", &["\"5001-10000\""]),
    v("10001+", &["10001+"]),
];
pub const SIZE_BUCKETS: &[(u64, u64)] =
    &[(1, 10), (11, 50), (51, 200), (201, 500), (501, 1000), (1001, 5000), (5001, 10_000), (10_001, u64::MAX)];

pub const YEARS: &[Value] = &[
    v("1", &["\"<1\"", "\"Less than 1 year\"", "0"]),
    v("2", &["1-2", "\"1 to 2 years\""]),
    v("3", &["3-5", "3–5"]),
    v("4", &["\"6 to 10 years\"", "6-10"]),
    v("5", &["\">10\"", "\"More than 10 years\""]),
];
pub const YEAR_BUCKETS: &[(u64, u64)] = &[(0, 0), (1, 2), (3, 5), (6, 10), (11, u64::MAX)];

pub const COMPANY_TYPES: &[Value] = &[
    v("C", &["\"Public Company\"", "public"]),
    v("E", &["Educational"]),
    v("G", &["Government"]),
    v("N", &["Non-Profit", "\"non profit\""]),
    v("P", &["Private", "\"Privately Held\""]),
    v("S", &["Self-Employed"]),
    v("X", &["Self-Owned"]),
];

pub const DEGREES: &[Value] =
    &[v("F", &["1st"]), v("S", &["2nd", "S"]), v("O", &["\"3rd+\"", "Third"]), v("A", &["\"Group members\""])];

pub const PROFILES: &[Value] = &[
    v("https://www.linkedin.com/in/williamhgates", &["\"https://www.linkedin.com/in/williamhgates\""]),
    v("https://www.linkedin.com/in/jeffweiner08", &["\"https://www.linkedin.com/in/jeffweiner08\""]),
];

pub const KEYWORDS: &[Value] = &[v("cloud", &["cloud"]), v("a AND b", &["\"a AND b\""])];

pub const TRUE: &[Value] = &[v("true", &[""])];
pub const RECENT: &[Value] = &[v("RPC", &[""])];
