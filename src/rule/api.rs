//! P9xx: what the API answered, and what submitting a persona would do.

use super::rules;

rules! {
    /// The API refused the request of this persona.
    ///
    /// Nothing was started and nothing is paid. What the API said is in the message; where it names a key of the request,
    /// the finding points at the condition or the setting that fills it. personac checks beforehand whatever the
    /// API's reference tells, so this is mostly about something the reference does not say.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// connections_of = "https://www.linkedin.com/in/nobody-of-this-name"
    /// and function = Sales
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 422 Unprocessable Entity
    /// Content-Type: application/json
    ///
    /// {"error": "connections_of_profile can't be resolved"}
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// connections_of = "https://www.linkedin.com/in/williamhgates"
    /// and function = Sales
    /// ```
    REFUSED = Error "P901" "refused";
    /// The API does not know the key.
    ///
    /// The key is read from `PRONTO_API_KEY`, from `PIPECORN_API_KEY`, or from what `api_key_command` in the user's
    /// configuration prints. It may be misspelt, withdrawn, or of another account; a key of the vendor's test system is
    /// not known to the real one. No further request is sent.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 401 Unauthorized
    /// Content-Type: application/json
    ///
    /// {"error": "Invalid API key"}
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```text
    /// export PRONTO_API_KEY=…
    /// ```
    WRONG_KEY = Error "P902" "wrong-key";
    /// The key may not do this.
    ///
    /// The API knows the key, and it does not open this endpoint: the plan lacks it, the key was made for something else,
    /// or no LinkedIn account is connected. No further request is sent.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 403 Forbidden
    /// Content-Type: application/json
    ///
    /// {"message": "API key does not have access to this endpoint"}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Look at the key in the API's settings, or ask whoever made it:
    ///
    /// ```text
    /// export PRONTO_API_KEY=…
    /// ```
    NO_ACCESS = Error "P903" "no-access";
    /// The account has no credits left, or its plan allows no more.
    ///
    /// Nothing is wrong with the persona. No further request is sent; the same command goes on where it stopped.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 422 Unprocessable Entity
    /// Content-Type: application/json
    ///
    /// {"error": "You don't have enough enrichment credits"}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Buy credits, wait for the next period, or ask for fewer leads:
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    /// limit: 100
    ///
    /// title = CEO
    /// ```
    NO_CREDITS = Error "P904" "no-credits";
    /// The API had too many requests, and still has.
    ///
    /// It takes one request a second of a user, whatever sends them, and LinkedIn behind it has limits of its own, which
    /// may last for hours. personac keeps to the first, waits as long as the answer says, and tries a few times. Nothing
    /// was started; the same command goes on where it stopped.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 429 Too Many Requests
    /// Content-Type: application/json
    /// Retry-After: 86400
    ///
    /// {"error": "LinkedIn rate limit reached"}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Wait, and run the same command again:
    ///
    /// ```text
    /// personac submit personas --yes
    /// ```
    RATE_LIMITED = Error "P905" "rate-limited";
    /// The API could not be reached.
    ///
    /// Surely nothing was sent: there was no connection, or the other side could not prove who it is. Behind a company's
    /// proxy set `HTTPS_PROXY`; certificates are checked as the system checks them. No further request is sent.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http nowhere
    /// http://127.0.0.1:9/api/v2
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```text
    /// unset PRONTO_BASE_URL
    /// ```
    UNREACHABLE = Error "P906" "unreachable";
    /// The request was sent, and whether a search was started is not known.
    ///
    /// The connection broke, no answer came in time, or the server failed while it was at it. The search may be running
    /// and costing credits, so personac never sends it again by itself. It is in the journal as *unknown* and is skipped
    /// until somebody says what became of it; the other personas go on.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 504 Gateway Timeout
    /// Content-Type: text/html
    ///
    /// <html><body>504 Gateway Time-out</body></html>
    /// ```
    ///
    /// ## Use instead
    ///
    /// `personac status FILE` lists the searches that may be it. Write down what you find, or send it once more:
    ///
    /// ```text
    /// personac journal settle sales.persona --accepted
    /// personac journal settle sales.persona --refused
    /// personac submit sales.persona --again
    /// ```
    UNKNOWN_OUTCOME = Error "P907" "unknown-outcome";
    /// The API failed, or its answer cannot be understood.
    ///
    /// This is about questions that cost nothing, such as `personac preview`; they were asked again and failed again.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// ```
    ///
    /// ```http preview
    /// HTTP/1.1 200 OK
    /// Content-Type: text/html
    ///
    /// <html><body>Welcome to the guest network</body></html>
    /// ```
    ///
    /// ## Use instead
    ///
    /// Wait a little, and look whether `--endpoint` and `PRONTO_BASE_URL` name the API:
    ///
    /// ```text
    /// personac preview sales.persona -v
    /// ```
    NO_GOOD_ANSWER = Error "P908" "no-good-answer";
    /// What answers is not the API.
    ///
    /// There is no such path at this address, or it sends elsewhere. personac does not follow: the key would go to
    /// another host. Nothing was started, and no further request is sent.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 301 Moved Permanently
    /// Location: https://elsewhere.example.com/api/v2/leads/advanced_search
    /// Content-Length: 0
    /// ```
    ///
    /// ## Use instead
    ///
    /// Give the base address, with its path and without that of the endpoint:
    ///
    /// ```text
    /// export PRONTO_BASE_URL=https://app.prontohq.com/api/v2
    /// ```
    NOT_THE_API = Error "P909" "not-the-api";
    /// The search was started, and the answer does not say which one it is.
    ///
    /// The API said *created*, without an ID or in an answer that broke off. The journal has the request as accepted, so
    /// it is not sent again. Its leads come to the webhook all the same, but `personac status` cannot follow it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```http submit
    /// HTTP/1.1 201 Created
    /// Content-Type: application/json
    ///
    /// {"message": "Search created"}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Find it in the API's own list of searches, and write its ID down:
    ///
    /// ```text
    /// personac journal settle sales.persona --accepted --id 8e1dcba0-f0bb-4071-99fc-f18ba6559ccc
    /// ```
    NO_SEARCH_ID = Error "P910" "no-search-id";
    /// The same audience was submitted before, with other settings.
    ///
    /// The filters are the same to the last value; only the name, the webhook, the limit or another setting differs. To
    /// the API it is a new search, and its leads are paid for again.
    ///
    /// ## Example
    ///
    /// ```persona
    /// name: "First"
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ```persona then
    /// name: "Second"
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// Say no when `personac submit` asks. Where the second search is wanted, say so:
    ///
    /// ```persona
    /// # personac: allow-file(submitted-before) the CRM was emptied
    /// name: "Second"
    /// webhook: "https://hooks.example.com/leads"
    ///
    /// title = CEO
    /// ```
    SUBMITTED_BEFORE = Warning "P911" "submitted-before";
    /// The audience is larger than one LinkedIn search can deliver.
    ///
    /// Sales Navigator shows at most 2,500 results of a search. The rest is not delivered, and which 2,500 they are is up
    /// to LinkedIn.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// ```
    ///
    /// ```http preview
    /// HTTP/1.1 200 OK
    /// Content-Type: application/json
    ///
    /// {"total_count": 3100, "preview": []}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Cut the audience along a filter of which a lead has one value, such as the place or the size of the company:
    ///
    /// ```persona
    /// title = CEO
    /// and size 51..200
    /// ```
    LARGE_AUDIENCE = Warning "P921" "large-audience";
    /// The audience is larger than `--max` allows.
    ///
    /// `personac preview --max N` guards a library in CI: a change that lets an audience grow beyond what somebody wants
    /// to pay for is found before it is submitted.
    ///
    /// ## Example
    ///
    /// With `--max 1000`:
    ///
    /// ```persona
    /// title = CEO
    /// ```
    ///
    /// ```http preview --max 1000
    /// HTTP/1.1 200 OK
    /// Content-Type: application/json
    ///
    /// {"total_count": 1001, "preview": []}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Narrow the persona, or allow more:
    ///
    /// ```persona
    /// title = CEO
    /// and size 51..200
    /// ```
    TOO_MANY_LEADS = Error "P922" "too-many-leads";
    /// Nobody is found.
    ///
    /// The persona compiles, and LinkedIn knows nobody like this. Often one exclusion takes everybody, or a title is
    /// spelt as nobody writes it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = "Chief Persona Wrangler"
    /// ```
    ///
    /// ```http preview
    /// HTTP/1.1 200 OK
    /// Content-Type: application/json
    ///
    /// {"total_count": 0, "preview": []}
    /// ```
    ///
    /// ## Use instead
    ///
    /// Leave conditions out until somebody is found:
    ///
    /// ```persona
    /// title = CEO
    /// ```
    NOBODY_FOUND = Warning "P923" "nobody-found";
}
