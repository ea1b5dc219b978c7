//! The plan, for people.

use textwrap::core::display_width;

use super::job::Job;
use super::plan::{Fate, Plan, day, delivery};
use crate::api::Endpoint;
use crate::render::{on_one_line, padded, shortened};
use crate::wording::counted;

/// Requests that are shown one by one.
const MOST_SHOWN: usize = 20;

/// The widest title that the columns are laid out for.
const WIDEST: usize = 40;

/// What is about to be done, a line for each request that is sent, and how many are not.
pub fn show(plan: &Plan, endpoint: &Endpoint) -> String {
    let sent: Vec<_> = plan.jobs.iter().filter(|(_, fate)| fate.is_sent()).collect();
    let left_out = plan.jobs.len() - sent.len();
    let shown = &sent[..sent.len().min(MOST_SHOWN)];
    let width = shown.iter().map(|(job, _)| display_width(&title(job))).max().unwrap_or(0);
    let mut text = match sent.len() {
        0 => String::new(),
        count => format!("{} to start at {}:\n", searches(count), endpoint.origin()),
    };
    for (job, fate) in shown {
        let again = if matches!(fate, Fate::SendAgain(_)) { "AGAIN, " } else { "" };
        text.push_str(&format!("  {}  {again}{}\n", padded(&title(job), width), on_one_line(&delivery(job))));
    }
    if sent.len() > shown.len() {
        text.push_str(&format!("  … and {} more\n", sent.len() - shown.len()));
    }
    if left_out > 0 {
        text.push_str(&left_out_lines(plan, left_out));
    }
    text
}

fn left_out_lines(plan: &Plan, count: usize) -> String {
    let lines = plan.jobs.iter().filter_map(|(job, fate)| why_not(fate, plan).map(|why| (job, why)));
    let lines = lines.take(MOST_SHOWN).map(|(job, why)| format!("  {}: {}\n", title(job), on_one_line(&why)));
    let lines: String = lines.collect();
    let more = if count > MOST_SHOWN { format!("  … and {} more\n", count - MOST_SHOWN) } else { String::new() };
    format!("{} left out:\n{lines}{more}", searches(count))
}

/// Why a request is not sent.
pub fn why_not(fate: &Fate, plan: &Plan) -> Option<String> {
    match fate {
        Fate::Send | Fate::SendAgain(_) => None,
        Fate::Accepted(standing) => {
            let search = standing.search().unwrap_or(&standing.last);
            let id = search.id.as_ref().map_or_else(String::new, |id| format!(" as {id}"));
            Some(format!("started on {}{id}", day(search)))
        }
        Fate::Unknown(standing) => Some(format!("sent on {}, and what became of it is not known", day(&standing.last))),
        Fate::Twin(first) => {
            let first = plan.jobs.get(*first).map(|(job, _)| job.place()).unwrap_or_default();
            Some(format!("the same request as {first}"))
        }
    }
}

fn title(job: &Job) -> String {
    shortened(&on_one_line(&job.title()), WIDEST)
}

/// `1 search`, `2 searches`.
pub fn searches(count: usize) -> String {
    match count {
        1 => counted(1, "search"),
        _ => format!("{count} searches"),
    }
}
