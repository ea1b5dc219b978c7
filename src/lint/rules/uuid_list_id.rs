use super::{Look, lint};
use crate::diagnostic::Diagnostic;
use crate::fields::Values;
use crate::lint::Written;
use crate::report::Report;
use crate::resolve::is_uuid;

lint! {
    /// A UUID stands where LinkedIn's number of a list belongs.
    ///
    /// LinkedIn numbers account lists and lead lists. A UUID is what the API calls its own copy of a list; it is sent as
    /// it is, and LinkedIn knows no such list: the search is refused, or finds nobody, or excludes nobody.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and lead_list not in ["3f2504e0-4f89-11d3-9a0c-0305e82c3301"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// The number is the last part of the list's address in Sales Navigator,
    /// `https://www.linkedin.com/sales/lists/people/7263514826549833728` (`…/company/…` for an account list). The API
    /// tells it as the `linkedin_list_id` of its list.
    ///
    /// ```persona
    /// title = CEO
    /// and lead_list not in [7263514826549833728]
    /// ```
    Warning "P628" "uuid-list-id" in build: Look::Written(look)
}

fn look(written: &Written, report: &mut Report) {
    let field = written.mention.field.row();
    if !matches!(field.values, Values::ListId) || !is_uuid(written.text()) {
        return;
    }
    let page = if field.name == "account_list" { "company" } else { "people" };
    let found = Diagnostic::new(
        &RULE,
        format!("this `{}` is a UUID, and LinkedIn knows its lists by number", field.name),
    )
    .help(format!(
        "write the number that the list's address in Sales Navigator ends with: `linkedin.com/sales/lists/{page}/…`"
    ));
    report.push(written.finding(found, "not a list of LinkedIn"));
}
