//! Which places take "the" in a sentence: "in the United Kingdom", but "in France".

/// How the name of such a place begins.
const BEGINNINGS: &[&str] =
    &["United ", "Isle of ", "Republic of ", "Democratic Republic ", "Federated States ", "State of ", "Province of "];

/// How the name of such a place ends.
const ENDINGS: &[&str] = &[
    " Area",
    " Authority",
    " Emirates",
    " Islands",
    " Lands",
    " Metroplex",
    " Region",
    " Republic",
    " Territory",
    " Union",
    " area",
    " region",
];

/// Such places that nothing in their name tells apart.
const NAMES: &[&str] = &["Comoros", "Maldives", "Middle East", "Netherlands", "Nordics", "Philippines", "Seychelles"];

/// The place with the article that a sentence needs.
pub fn with_article(place: &str) -> String {
    let name = place.split([',', '(']).next().unwrap_or_default().trim_end();
    let takes = BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || NAMES.contains(&name);
    if takes { format!("the {place}") } else { place.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_places_take_an_article() {
        let shown = [
            "United States",
            "Netherlands",
            "France",
            "Greater Chicago Area",
            "The Bahamas",
            "New York, United States",
        ]
        .map(with_article);
        let wanted = [
            "the United States",
            "the Netherlands",
            "France",
            "the Greater Chicago Area",
            "The Bahamas",
            "New York, United States",
        ];
        assert_eq!(shown, wanted);
    }
}
