//! Where a search stands, in words.

use crate::api::{Followed, Stage};
use crate::render::on_one_line;
use crate::wording::{counted, thousands};

/// What a search is called: its name, or else its ID.
pub fn title(found: &Followed, id: &str) -> String {
    on_one_line(found.name.as_deref().unwrap_or(id))
}

/// The line about where it stands: `finished: EU SaaS VPs of Sales, 842 leads`.
pub fn line(found: &Followed, id: &str) -> String {
    let title = title(found, id);
    let word = on_one_line(found.status.as_deref().unwrap_or_default());
    let leads = found.leads.map(leads);
    match found.stage() {
        Stage::Finished => format!("finished: {title}{}\n", after_comma(leads)),
        Stage::Failed(failure) => format!("failed: {title}, {} ({word})\n", failure.why),
        Stage::Running => {
            let so_far = leads.filter(|_| found.leads > Some(0)).map(|leads| format!("{leads} so far"));
            format!("running: {title} ({word}){}\n", after_comma(so_far))
        }
        Stage::NotKnown => format!("not known: {title}{}\n", after_comma(leads)),
    }
}

fn leads(count: usize) -> String {
    match count {
        0..1000 => counted(count, "lead"),
        _ => format!("{} leads", thousands(count as u64)),
    }
}

fn after_comma(text: Option<String>) -> String {
    text.map_or_else(String::new, |text| format!(", {text}"))
}
