//! What well-known labels mean.

use proptest::prelude::*;

use crate::tables::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_text_can_be_looked_up(label in ".*", kind in "|\\(city\\)|\\([0-9]{1,12}\\)") {
        let label = format!("{label}{kind}");
        LOCATIONS.lookup(&label);
        INDUSTRIES.lookup(&label);
        CLOSED.iter().for_each(|table| drop(table.lookup(&label)));
        SENIORITIES.suggestions(&label);
        INDUSTRIES.suggestions(&label);
        INDUSTRIES.search(&label);
    }
}

fn place(label: &str) -> Result<u32, Vec<u32>> {
    match LOCATIONS.lookup(label) {
        OpenLookup::Found(found) => Ok(found.id),
        OpenLookup::Ambiguous(ids) => Err(ids),
        OpenLookup::Unknown => Err(vec![]),
    }
}

fn namesakes(label: &str) -> Vec<&'static str> {
    let OpenLookup::Found(found) = LOCATIONS.lookup(label) else { panic!("{label}") };
    found.namesakes.iter().map(|id| LOCATIONS.row(*id).unwrap().label).collect()
}

fn industry(label: &str) -> Option<(u32, How)> {
    match INDUSTRIES.lookup(label) {
        OpenLookup::Found(found) => Some((found.id, found.how)),
        _ => None,
    }
}

fn suggested(table: &Open, label: &str) -> Vec<String> {
    table.suggestions(label).into_iter().map(|suggestion| suggestion.label).collect()
}

#[test]
fn countries_resolve_by_name_and_code() {
    for (label, id) in [
        ("France", 105015875),
        ("FR", 105015875),
        ("Australia", 101452733),
        ("United States", 103644278),
        ("USA", 103644278),
        ("U.S.", 103644278),
        ("UK", 101165590),
        ("Luxembourg", 104042105),
        ("Singapore", 102454443),
        ("Mexico", 103323778),
        ("Monaco", 101352147),
        ("Hong Kong", 103291313),
        ("Россия", 101728296),
        ("EMEA", 91000007),
    ] {
        assert_eq!(place(label), Ok(id), "{label}");
    }
}

#[test]
fn regions_and_cities_resolve() {
    for (label, id) in [
        ("São Paulo", 105871508),
        ("Île-de-France", 104246759),
        ("ile de france", 104246759),
        ("New York", 105080838),
        ("NYC", 102571732),
        ("London", 102257491),
        ("Berlin", 103035651),
        ("California", 102095887),
        ("Ontario", 105149290),
        ("Washington", 103977389),
        ("Amazonas", 103948230),
        ("Paris", 106383538),
    ] {
        assert_eq!(place(label), Ok(id), "{label}");
    }
}

#[test]
fn rivals_are_ambiguous_and_have_forms() {
    assert_eq!(place("Georgia"), Err(vec![106315325, 103950076]));
    assert_eq!(place("Georgia (Country)"), Ok(106315325));
    assert_eq!(place("Georgia, United States"), Ok(103950076));
    assert_eq!(place("Georgia (region)"), Ok(103950076));
    assert_eq!(LOCATIONS.unique_form(106315325), "Georgia (country)");
    assert_eq!(place("Lima, Peru"), Err(vec![100829422, 101312395]));
    assert_eq!(place("Lima, Peru (city)"), Ok(101312395));
    assert_eq!(place("Georgia (106315325)"), Ok(106315325));
    assert_eq!(place("Georgia (1)"), Err(vec![]));
}

#[test]
fn smaller_places_are_namesakes() {
    assert_eq!(namesakes("Paris"), ["Paris, Tennessee, United States", "Paris, Texas, United States"]);
    assert_eq!(namesakes("Mexico"), ["México, Mexico", "México, México, Mexico"]);
    assert_eq!(namesakes("France"), Vec::<&str>::new());
    assert_eq!(place("Springfield"), Err(vec![]));
    assert_eq!(place("Paris (city)"), Ok(106383538));
    assert_eq!(place("New York (city)"), Ok(102571732));
}

#[test]
fn codes_mean_codes() {
    assert_eq!(place("ARG"), Ok(100446943));
    assert_eq!(place("BA"), Ok(102869081));
    assert_eq!(place("US-AK").map(|id| LOCATIONS.row(id).unwrap().label), Ok("Alaska, United States"));
    assert_eq!(place("Usak").unwrap_err().len(), 2);
}

#[test]
fn industries_resolve_by_present_and_past_labels() {
    assert_eq!(industry("software development"), Some((4, How::Name)));
    assert_eq!(industry("Computer Software"), Some((4, How::Legacy)));
    assert_eq!(industry("Automotive"), Some((3198, How::Name)));
    assert_eq!(industry("Education"), Some((1999, How::Name)));
    assert_eq!(industry("Accommodation and Food Services"), Some((2190, How::Alias)));
    assert_eq!(industry("IT Services & IT Consulting"), Some((96, How::Name)));
    assert_eq!(industry("SaaS"), None);
    assert_eq!(INDUSTRIES.by_reference_label("automotive"), Some(4));
    assert_eq!(INDUSTRIES.by_reference_label("Sales"), None);
}

#[test]
fn containment_is_seen() {
    assert!(LOCATIONS.within(106383538, 105015875), "Paris is in France");
    assert!(LOCATIONS.within(106383538, 91000007), "Paris is in EMEA");
    assert!(!LOCATIONS.within(105015875, 106383538));
    assert!(!LOCATIONS.within(103323778, 102221843), "lists differ about Mexico in North America");
    assert!(INDUSTRIES.within(5, 4) && INDUSTRIES.within(5, 6) && !INDUSTRIES.within(4, 5));
    assert!(LOCATIONS.within(7, 7) && !LOCATIONS.within(7, 8));
    assert!(INDUSTRIES.children(4).contains(&5));
}

#[test]
fn slips_get_suggestions() {
    assert_eq!(suggested(&LOCATIONS, "Fracne"), ["France"]);
    assert_eq!(suggested(&LOCATIONS, "Unted States"), ["United States"]);
    assert_eq!(suggested(&LOCATIONS, "foo"), Vec::<String>::new());
    assert_eq!(suggested(&INDUSTRIES, "Sofware Developement"), ["Software Development"]);
    assert_eq!(suggested(&INDUSTRIES, "Autmotive"), ["Automotive"]);
    assert_eq!(suggested(&INDUSTRIES, "SaaS"), ["Software Development", "IT Services and IT Consulting"]);
    let springfields = suggested(&LOCATIONS, "Springfield");
    assert_eq!(springfields.len(), 3);
    assert!(springfields.iter().all(|label| label.starts_with("Springfield, ")));
    let sales = FUNCTIONS.suggestions("Salez");
    assert_eq!((&*sales[0].label, &*sales[0].id, sales[0].certain, sales.len()), ("Sales", "25", true, 1));
    assert_eq!(SENIORITIES.suggestions("Directr")[0].id, "220");
}

#[test]
fn no_fix_is_certain_for_a_place_or_a_number() {
    assert!(LOCATIONS.suggestions("Reading").iter().all(|suggestion| !suggestion.certain));
    assert!(SIZES.suggestions("51-250").iter().all(|suggestion| !suggestion.certain));
    assert!(INDUSTRIES.suggestions("Sofware Developement")[0].certain);
}

#[test]
fn search_puts_the_best_first() {
    let labels = |query| LOCATIONS.search(query).into_iter().map(|(id, hit)| (LOCATIONS.row(id).unwrap().label, hit));
    assert_eq!(labels("france").next(), Some(("France", Hit::Exact)));
    assert!(labels("lyon").any(|(label, _)| label.contains("Lyon")));
    assert_eq!(labels("fracne").next(), Some(("France", Hit::Near)));
    let automotive: Vec<_> = INDUSTRIES.search("Automotive").into_iter().map(|(id, _)| id).collect();
    assert!([3198, 4, 53].iter().all(|id| automotive.contains(id)), "today's, the reference's and the older reading");
    assert_eq!(FUNCTIONS.search("sale"), [(24, Hit::Start)]);
    assert_eq!(FUNCTIONS.search("").len(), 26);
}
