//! How a sentence about people speaks of each field: one row a field, in the order of the sentence.

use super::FieldId;

/// What a field says in a sentence that begins with "people". `{}` stands for the values in words.
#[derive(Debug)]
pub struct Phrase {
    /// The field's name.
    pub field: &'static str,
    /// The part of the sentence it belongs to.
    pub part: Part,
    /// What is said of included values.
    pub include: &'static str,
    /// What is said of several included values, where that is something else.
    pub several: Option<&'static str>,
    /// What is said right after another field, and which one.
    pub after: Option<(&'static str, &'static str)>,
    /// What is said of all values but a few; nothing for fields that name each value.
    pub any_but: Option<&'static str>,
    /// What is said of excluded values after "but not" or "people"; empty for fields that cannot exclude.
    pub exclude: &'static str,
    /// What is said of several excluded values, where that is something else.
    pub exclude_several: Option<&'static str>,
    /// What is said of excluded values after included ones and "but not".
    pub but_not: &'static str,
    /// What a list of values is called as one word, where that is not the field's name and an `s`.
    pub list: Option<&'static str>,
}

/// The parts of the sentence, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A clause about the person: "who …".
    Who,
    /// Where the person is.
    Where,
    /// What kind of companies the person is at.
    Companies,
    /// What is said of these companies.
    OfCompanies,
    /// How long the person has done something: "with … of experience".
    With,
}

impl Phrase {
    const fn of(field: &'static str, part: Part, include: &'static str) -> Phrase {
        Phrase {
            field,
            part,
            include,
            several: None,
            after: None,
            any_but: None,
            exclude: "",
            exclude_several: None,
            but_not: "{}",
            list: None,
        }
    }

    const fn several(self, several: &'static str) -> Phrase {
        Phrase { several: Some(several), ..self }
    }

    const fn list(self, list: &'static str) -> Phrase {
        Phrase { list: Some(list), ..self }
    }

    const fn after(self, field: &'static str, include: &'static str) -> Phrase {
        Phrase { after: Some((field, include)), ..self }
    }

    const fn any_but(self, any_but: &'static str) -> Phrase {
        Phrase { any_but: Some(any_but), ..self }
    }

    const fn exclude_several(self, exclude_several: &'static str) -> Phrase {
        Phrase { exclude_several: Some(exclude_several), ..self }
    }

    const fn exclude(self, exclude: &'static str, but_not: &'static str) -> Phrase {
        Phrase { exclude, but_not, ..self }
    }
}

/// The phrase of every field, in the order of the sentence.
pub static PHRASES: &[Phrase] = &[
    Phrase::of("seniority", Part::Who, "who are now {}").any_but("of any seniority but {}").list("seniorities"),
    Phrase::of("function", Part::Who, "who work in {}").after("seniority", "in {}").any_but("any function but {}"),
    Phrase::of("title", Part::Who, "whose job title is {}").exclude("with the job title {}", "{}"),
    Phrase::of("past_title", Part::Who, "who used to have the job title {}")
        .exclude("with the past job title {}", "{}"),
    Phrase::of("company", Part::Who, "who work at {}").exclude("now at {}", "at {}").list("companies"),
    Phrase::of("past_company", Part::Who, "who used to work at {}").list("past_companies"),
    Phrase::of("lead_list", Part::Who, "who are on the lead list {}")
        .several("who are on one of the lead lists {}")
        .exclude("on the lead list {}", "on {}"),
    Phrase::of("relationship", Part::Who, "who are {}"),
    Phrase::of("connections_of", Part::Who, "who are 1st degree connections of {}").list("connections_of"),
    Phrase::of("changed_jobs", Part::Who, "who changed jobs in the last 90 days"),
    Phrase::of("posted_on_linkedin", Part::Who, "who posted on LinkedIn in the last 30 days"),
    Phrase::of("follows_your_company", Part::Who, "who follow your company"),
    Phrase::of("viewed_your_profile", Part::Who, "who viewed your profile"),
    Phrase::of("with_shared_experiences", Part::Who, "who share experiences with you"),
    Phrase::of("past_colleague", Part::Who, "who were colleagues of yours"),
    Phrase::of("keyword", Part::Who, "whose profile mentions {}"),
    Phrase::of("location", Part::Where, "based in {}").exclude("in {}", "in {}"),
    Phrase::of("industry", Part::Where, "in the industry {}")
        .several("in the industries {}")
        .exclude("in the industry {}", "in {}")
        .exclude_several("in the industries {}")
        .list("industries"),
    Phrase::of("company_type", Part::Companies, "{}").any_but("companies of any type but {}"),
    Phrase::of("size", Part::OfCompanies, "of {}"),
    Phrase::of("headquarters", Part::OfCompanies, "with headquarters in {}").list("headquarters"),
    Phrase::of("account_list", Part::OfCompanies, "on the account list {}")
        .several("on one of the account lists {}")
        .exclude("at companies on the account list {}", "on {}"),
    Phrase::of("experience", Part::With, "{} of experience").list("experience"),
    Phrase::of("tenure", Part::With, "{} at the company").list("tenure"),
    Phrase::of("years_in_position", Part::With, "{} in the position").list("years_in_position"),
];

impl FieldId {
    /// What a list of values of the field is called, as one word.
    pub fn list_name(self) -> String {
        let phrase = self.phrase().and_then(|(_, phrase)| phrase.list);
        phrase.map_or_else(|| format!("{}s", self.row().name), str::to_owned)
    }

    /// How a sentence speaks of the field, and its place there.
    pub fn phrase(self) -> Option<(usize, &'static Phrase)> {
        let name = self.row().name;
        PHRASES.iter().enumerate().find(|(_, phrase)| phrase.field == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_one_phrase() {
        assert_eq!(PHRASES.len(), FieldId::all().count());
        for field in FieldId::all() {
            let (row, (_, phrase)) = (field.row(), field.phrase().expect("a phrase"));
            assert_eq!(phrase.include.contains("{}"), !row.is_signal(), "{}", row.name);
            assert_eq!(phrase.exclude.contains("{}"), row.exclude.is_some(), "{}", row.name);
        }
    }

    #[test]
    fn parts_are_in_the_order_of_the_sentence() {
        assert!(PHRASES.is_sorted_by_key(|phrase| phrase.part));
    }
}
