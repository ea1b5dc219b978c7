//! P5xx: what a request needs beside its filters.

use super::rules;

rules! {
    /// The persona has no filter.
    ///
    /// The API wants at least one filter or keyword: everybody on LinkedIn is not an audience. Clauses that leave
    /// nobody out, such as `title = CEO or title != CEO`, count as none.
    ///
    /// ## Example
    ///
    /// ```persona
    /// name: "Chiefs"
    /// limit: 500
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// name: "Chiefs"
    /// limit: 500
    ///
    /// title in [CEO, CFO]
    /// ```
    NO_FILTER = Error "P501" "no-filter";
    /// A setting has a value of the wrong type.
    ///
    /// The API would refuse the request, or worse, read the value as another: a limit that is not understood is no
    /// limit. `personac explain limit` shows what a setting takes.
    ///
    /// ## Example
    ///
    /// ```persona
    /// limit: "500"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// limit: 500
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it is offered where only quotes are missing or too many.
    MISTYPED_SETTING = Error "P502" "mistyped-setting";
    /// A setting is given twice in one scope.
    ///
    /// One of the two would count and the other would not. For a limit or a webhook that is a question of money, and
    /// of who gets the leads. A persona block may set again what its file sets, and a file what `personac.toml` sets:
    /// the nearer one counts.
    ///
    /// ## Example
    ///
    /// ```persona
    /// limit: 500
    ///
    /// title = CEO
    /// limit: 50
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// limit: 50
    ///
    /// title = CEO
    /// ```
    DUPLICATE_SETTING = Error "P503" "duplicate-setting";
    /// The persona has no webhook, so nothing can be delivered.
    ///
    /// The API does not start a search without one. A webhook is often a secret and the same for all personas, so it
    /// is best set once for the project, with its address in an environment variable.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```toml personac.toml
    /// [defaults]
    /// webhook = { env = "LEADS_WEBHOOK" }
    /// ```
    ///
    /// Or in the persona itself: `webhook: env("LEADS_WEBHOOK")`.
    NO_WEBHOOK = Warning "P504" "no-webhook";
    /// An environment variable is not set.
    ///
    /// `env("NAME")` is read when the request is built, and without it the request would have no webhook to deliver
    /// to. Checking alone does not ask for it. The name may be misspelt, or the variable is set in another shell or
    /// another job.
    ///
    /// ## Example
    ///
    /// Here `LEADS_WEBHOOK` is set:
    ///
    /// ```persona
    /// webhook: env("LEAD_WEBHOOK")
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// webhook: env("LEADS_WEBHOOK")
    ///
    /// title = CEO
    /// ```
    MISSING_ENVIRONMENT_VARIABLE = Error "P505" "missing-environment-variable";
    /// The webhook is not an absolute `https` address.
    ///
    /// Leads are personal data, and over `http` everybody on the way can read them. An address without a host, or
    /// with a blank in it, delivers to nobody: the search is paid for, and its leads are lost.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "http://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it writes `https`, and only you know whether the server answers there.
    BAD_WEBHOOK = Error "P506" "bad-webhook";
    /// `raw` holds a key that a setting or a filter of the persona fills.
    ///
    /// `raw` is for what the language cannot say, and what it holds is sent unchecked. A key in both places would be
    /// sent twice, and which one counts is up to the API. The keys of settings are never for `raw`; that of a filter is,
    /// with a warning, as long as no clause fills it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// raw: { job_titles: ["CEO"] }
    ///
    /// title = CFO
    /// and function = Sales
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in [CEO, CFO]
    /// and function = Sales
    /// ```
    KNOWN_KEY_IN_RAW = Error "P507" "known-key-in-raw";
    /// `live: false` and a filter that only a live search has.
    ///
    /// With `live: false` the vendor's own database is searched, and it does not know how people are related to your
    /// account or what they did on LinkedIn. The API refuses the request.
    ///
    /// ## Example
    ///
    /// ```persona
    /// live: false
    ///
    /// title = CEO
    /// and posted_on_linkedin
    /// ```
    ///
    /// ## Use instead
    ///
    /// Drop the filter, or search LinkedIn itself, which the API does unless told otherwise:
    ///
    /// ```persona
    /// title = CEO
    /// and posted_on_linkedin
    /// ```
    LIVE_ONLY = Error "P508" "live-only";
}
