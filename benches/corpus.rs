//! Personas like those of a revenue team, made up: the same ones on every run.

const TITLES: &[&str] = &[
    "VP of Sales",
    "Chief Revenue Officer",
    "Head of Growth",
    "Sales Director",
    "Director of Marketing",
    "CTO",
    "VP Engineering",
    "Head of RevOps",
    "Account Executive",
    "Chief of Staff",
    "Product Manager",
    "Head of Talent",
];
const FUNCTIONS: &[&str] =
    &["Sales", "Marketing", "Engineering", "Operations", "Finance", "\"Human Resources\"", "Legal"];
const SENIORITIES: &[&str] = &[">= Director", "in [VP, CXO]", "in [Senior, Director, VP]", "not in [\"In Training\"]"];
const PLACES: &[&str] = &[
    "France",
    "Germany",
    "Australia",
    "\"United Kingdom\"",
    "\"California, United States\"",
    "Netherlands",
    "Spain",
    "Italy",
    "Poland",
    "\"New York, United States\"",
];
const INDUSTRIES: &[&str] = &[
    "\"Financial Services\"",
    "Telecommunications",
    "\"Law Practice\"",
    "\"Hospitals and Health Care\"",
    "\"Pharmaceutical Manufacturing\"",
    "\"Embedded Software Products\"",
];
const SIZES: &[&str] = &["51..1000", "1..50", "201..", "..200", "1001..10000"];

/// A small generator of numbers, so that the personas need no dependency and never change.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below
    }

    fn some<'a>(&mut self, of: &[&'a str], count: usize) -> Vec<&'a str> {
        let start = self.next(of.len());
        (0..count)
            .map(|step| of[(start + step * 3) % of.len()])
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.next(of.len())]
    }
}

/// Persona number `index`: 15 to 25 lines, about 700 bytes.
pub fn persona(index: usize) -> String {
    let mut numbers = Numbers(index as u64 + 1);
    let mut lines = vec![
        format!("# Persona {index}: whom the team of region {} looks for this quarter.", index % 17),
        format!("name: \"Persona {index}\""),
        "webhook: \"https://hooks.example.com/leads\"".to_owned(),
        format!("limit: {}", numbers.one(&["100", "250", "500", "1_000"])),
        format!("custom: {{ hubspot_id: \"{index}\", owner: \"team-{}\" }}", index % 9),
        String::new(),
        "title in [".to_owned(),
    ];
    lines.extend(numbers.some(TITLES, 4).iter().map(|title| format!("  \"{title}\",")));
    // Nobody keeps ten thousand personas that contain each other.
    lines.push(format!("  \"Head of Region {index}\","));
    lines.push("]".to_owned());
    lines.push("and title not in [Intern, Assistant, Student]".to_owned());
    lines.push(format!("and seniority {}", numbers.one(SENIORITIES)));
    lines.push(format!("and function in [{}]", numbers.some(FUNCTIONS, 2).join(", ")));
    lines.push(format!("and location in [{}]", numbers.some(PLACES, 3).join(", ")));
    lines.push(format!("and industry in [{}]", numbers.some(INDUSTRIES, 3).join(", ")));
    lines.push(format!("and size {}", numbers.one(SIZES)));
    let more = [
        "and years_in_position 3..10",
        "and experience >= 6",
        "and company not in [1441, 1035, 162479]",
        "and changed_jobs",
    ];
    lines.extend(more.iter().filter(|_| numbers.next(2) == 0).map(|line| (*line).to_owned()));
    if numbers.next(5) == 0 {
        lines.push("and not (past_title = Recruiter or past_title = SDR)".to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}
