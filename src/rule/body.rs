//! P70x: request bodies that are imported.

use super::rules;

rules! {
    /// The text is not JSON.
    ///
    /// The API reads JSON and nothing else: no comments, no commas behind the last value, no single quotes. What looks
    /// like JSON in a script may be a dictionary of Python or an object of JavaScript.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "job_titles": ["CEO", "CFO",]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "job_titles": ["CEO", "CFO"]
    /// }
    /// ```
    NOT_JSON = Error "P701" "not-json";
    /// A value of the body has a type that its key does not take.
    ///
    /// The API refuses the request (422). IDs are text, in quotes; a limit is a number, without; filters are lists, even
    /// of one value.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "limit": 500,
    ///   "functions": [25]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "limit": 500,
    ///   "functions": ["25"]
    /// }
    /// ```
    MISTYPED_IN_BODY = Error "P702" "mistyped-in-body";
    /// A value of the body is not one that the API knows.
    ///
    /// The API refuses an ID that is not in its list (422). A label in the place of an ID is the usual slip: labels are
    /// for personas.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "functions": ["Sales"],
    ///   "seniority_levels": ["300"]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "functions": ["25"],
    ///   "seniority_levels": ["300"]
    /// }
    /// ```
    UNKNOWN_ID_IN_BODY = Error "P703" "unknown-id-in-body";
    /// A key stands twice in one object.
    ///
    /// JSON does not say which of the two counts, and most readers drop one without a word: half of an audience, or of
    /// an exclusion.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "job_titles": ["CEO"],
    ///   "job_titles": ["CFO"]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "job_titles": ["CEO", "CFO"]
    /// }
    /// ```
    DUPLICATE_BODY_KEY = Error "P704" "duplicate-body-key";
    /// An address in the body is not one that the API takes.
    ///
    /// A webhook is an absolute `https` address. A profile is one of the three forms that the API's reference names.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "webhook_url": "http://hooks.example.com/leads",
    ///   "job_titles": ["CEO"]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "job_titles": ["CEO"]
    /// }
    /// ```
    BAD_ADDRESS_IN_BODY = Error "P705" "bad-address-in-body";
    /// The body has no filter.
    ///
    /// The API wants at least one filter or keyword (400). Empty lists, blank texts and `false` are none.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "limit": 500,
    ///   "job_titles": []
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "limit": 500,
    ///   "job_titles": ["CEO"]
    /// }
    /// ```
    NO_FILTER_IN_BODY = Error "P706" "no-filter-in-body";
    /// `"live": false` and a filter that only a live search has.
    ///
    /// With `"live": false` the vendor's own database is searched, and it does not know how people are related to your
    /// account or what they did on LinkedIn. The API refuses the request.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "live": false,
    ///   "job_titles": ["CEO"],
    ///   "posted_on_linkedin": true
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "job_titles": ["CEO"],
    ///   "posted_on_linkedin": true
    /// }
    /// ```
    LIVE_ONLY_IN_BODY = Error "P707" "live-only-in-body";
    /// The body has a key that the API's reference does not have.
    ///
    /// The API ignores keys it does not know: a misspelt filter is no filter, and everybody it should leave out is
    /// found, delivered and paid for. Or the key is newer than the reference. The persona keeps it in `raw`, as it is;
    /// with `--strict` nothing is written.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "job_title": ["CEO"],
    ///   "functions": ["25"]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "webhook_url": "https://hooks.example.com/leads",
    ///   "job_titles": ["CEO"],
    ///   "functions": ["25"]
    /// }
    /// ```
    UNKNOWN_BODY_KEY = Warning "P708" "unknown-body-key";
    /// A curl command holds no body that can be read.
    ///
    /// The body is in a file, comes from another command, or the shell fills a part of it in: what would be sent is not
    /// in the text.
    ///
    /// ## Example
    ///
    /// ```sh
    /// curl https://app.prontohq.com/api/v2/leads/advanced_search -d @body.json
    /// ```
    ///
    /// ## Use instead
    ///
    /// Import the file itself, or a command that holds the body:
    ///
    /// ```sh
    /// curl https://app.prontohq.com/api/v2/leads/advanced_search \
    ///   --data '{"webhook_url": "https://hooks.example.com/leads", "job_titles": ["CEO"]}'
    /// ```
    NO_BODY_IN_COMMAND = Error "P709" "no-body-in-command";
}
