//! P4xx: filters that cannot be said in one request, or find nobody.

use super::rules;

rules! {
    /// The expression takes several requests, and `split` is not set.
    ///
    /// One request holds one list for each filter, and a lead must be in all of them. So `or` between different
    /// filters takes a search for each side. A lead whom two searches find is delivered and paid for twice, unless
    /// they are kept apart; that is why several requests must be asked for.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO or size 1..10
    /// ```
    ///
    /// ## Use instead
    ///
    /// `split: disjoint` keeps the requests apart, so that nobody is paid for twice:
    ///
    /// ```persona
    /// split: disjoint
    ///
    /// title = CEO or size 1..10
    /// ```
    ///
    /// `split: any` leaves them as they are, and a lead may be found by both:
    ///
    /// ```persona
    /// split: any
    ///
    /// title = CEO or size 1..10
    /// ```
    ///
    /// If a lead was meant to meet both conditions, it is one request:
    ///
    /// ```persona
    /// title = CEO
    /// and size 1..10
    /// ```
    NOT_ONE_REQUEST = Error "P401" "not-one-request";
    /// Clauses exclude each other.
    ///
    /// A lead has one seniority, one headcount, one number of years. Two conditions on one of them that share no
    /// value find nobody, however many people LinkedIn knows. Most often one of them was meant as an alternative, or
    /// turned around.
    ///
    /// ## Example
    ///
    /// ```persona
    /// seniority >= VP
    /// and seniority < Director
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// seniority >= Director
    /// ```
    MATCHES_NOBODY = Error "P402" "matches-nobody";
    /// The API has no way to exclude values of this field.
    ///
    /// Without a key for it the condition would have to be left out, and the very leads that nobody wants would be
    /// delivered. `personac explain past_company` shows what a filter can do.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and past_company != 1441
    /// ```
    ///
    /// ## Use instead
    ///
    /// Exclude something else that leaves these leads out, or filter them after delivery:
    ///
    /// ```persona
    /// title = CEO
    /// and company != 1441
    /// ```
    NO_SUCH_EXCLUSION = Error "P403" "no-such-exclusion";
    /// The API has no way to ask for two values of this field at once.
    ///
    /// A lead may have several titles, functions or places, but a list of the request means "one of these". Two lists
    /// of the same filter joined by `and` cannot be sent, and as one list they would find far more people.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = Sales
    /// and title = Marketing
    /// ```
    ///
    /// ## Use instead
    ///
    /// LinkedIn reads `AND` inside the text of a title:
    ///
    /// ```persona
    /// title = "Sales AND Marketing"
    /// ```
    ///
    /// For either of the two use one list:
    ///
    /// ```persona
    /// title in [Sales, Marketing]
    /// ```
    NO_BOTH = Error "P404" "no-both";
    /// The expression takes more than 64 requests.
    ///
    /// Each request is a search of its own that takes its time and may find the same people again. So many are most
    /// often an accident: filters that hold one value, such as `keyword` and `connections_of`, multiply.
    ///
    /// ## Example
    ///
    /// ```persona
    /// split: any
    ///
    /// keyword in [cloud, security, network, storage, backup, identity, privacy, audit, risk]
    /// and connections_of in [
    ///     "https://www.linkedin.com/in/ann",
    ///     "https://www.linkedin.com/in/ben",
    ///     "https://www.linkedin.com/in/cleo",
    ///     "https://www.linkedin.com/in/dan",
    ///     "https://www.linkedin.com/in/eve",
    ///     "https://www.linkedin.com/in/finn",
    ///     "https://www.linkedin.com/in/gwen",
    ///     "https://www.linkedin.com/in/hugo",
    /// ]
    /// ```
    ///
    /// ## Use instead
    ///
    /// LinkedIn reads `OR` inside a keyword, which leaves a request for each person:
    ///
    /// ```persona
    /// split: any
    ///
    /// keyword = "cloud OR security OR network OR storage OR backup OR identity OR privacy OR audit OR risk"
    /// and connections_of in [
    ///     "https://www.linkedin.com/in/ann",
    ///     "https://www.linkedin.com/in/ben",
    ///     "https://www.linkedin.com/in/cleo",
    ///     "https://www.linkedin.com/in/dan",
    ///     "https://www.linkedin.com/in/eve",
    ///     "https://www.linkedin.com/in/finn",
    ///     "https://www.linkedin.com/in/gwen",
    ///     "https://www.linkedin.com/in/hugo",
    /// ]
    /// ```
    TOO_MANY_REQUESTS = Error "P405" "too-many-requests";
    /// The expression grows out of all bounds when it is taken apart.
    ///
    /// A request cannot hold `or` between filters, so the expression is turned into a list of requests. Each further
    /// pair of parentheses joined by `and` multiplies that list; six pairs with four alternatives each make 4,096.
    ///
    /// ## Example
    ///
    /// ```persona
    /// split: any
    ///
    /// (title = CEO or past_title = CEO or company = 1441 or past_company = 1441)
    /// and (title = CFO or past_title = CFO or company = 1035 or past_company = 1035)
    /// and (title = COO or past_title = COO or company = 1586 or past_company = 1586)
    /// and (title = CTO or past_title = CTO or company = 1009 or past_company = 1009)
    /// and (title = CIO or past_title = CIO or company = 1337 or past_company = 1337)
    /// and (title = CMO or past_title = CMO or company = 3015 or past_company = 3015)
    /// ```
    ///
    /// ## Use instead
    ///
    /// Say with lists what lists can say, and make several personas of the rest:
    ///
    /// ```persona
    /// title in [CEO, CFO, COO, CTO, CIO, CMO]
    /// and company in [1441, 1035, 1586, 1009, 1337, 3015]
    /// ```
    TOO_COMPLEX = Error "P406" "too-complex";
    /// A filter that every lead passes; it is dropped.
    ///
    /// It names every value there is, so it leaves nobody out. Whoever wrote it wanted to leave somebody out, and
    /// pays for all of them. It is not sent, because that would lose leads whose value LinkedIn does not know.
    ///
    /// ## Example
    ///
    /// ```persona
    /// function = Sales
    /// and size >= 1
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// function = Sales
    /// ```
    COVERS_EVERYTHING = Warning "P407" "covers-everything";
    /// A branch of an `or` that can match nobody; it is dropped.
    ///
    /// Its conditions exclude each other. The request is made of the other branches, so the audience is smaller than
    /// the persona seems to say.
    ///
    /// ## Example
    ///
    /// ```persona
    /// function = Sales
    /// and (size 1..10 or (seniority >= VP and seniority < Director))
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// function = Sales
    /// and size 1..10
    /// ```
    ///
    /// Or say what the branch was meant to be:
    ///
    /// ```persona
    /// split: any
    ///
    /// function = Sales
    /// and (size 1..10 or seniority >= Director)
    /// ```
    DEAD_BRANCH = Warning "P408" "dead-branch";
    /// A lead may have several values of this field, so "not" is not exact.
    ///
    /// The API cannot exclude a function. What is sent instead is every other one, and who works in Sales and in
    /// Marketing is found by Marketing. A lead whose function LinkedIn does not know is not found at all.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = Manager
    /// and function != Sales
    /// ```
    ///
    /// ## Use instead
    ///
    /// Name the ones you want:
    ///
    /// ```persona
    /// title = Manager
    /// and function in [Marketing, "Human Resources"]
    /// ```
    INEXACT_COMPLEMENT = Warning "P409" "inexact-complement";
    /// `split: disjoint` cannot keep two requests apart.
    ///
    /// For that, later requests exclude what earlier ones find, and the API cannot exclude values of every filter.
    /// Without it some leads would be delivered and paid for twice, which `disjoint` promises not to happen.
    ///
    /// ## Example
    ///
    /// ```persona
    /// split: disjoint
    ///
    /// function = Sales or past_company = 1441
    /// ```
    ///
    /// ## Use instead
    ///
    /// Accept that some leads are found twice:
    ///
    /// ```persona
    /// split: any
    ///
    /// function = Sales or past_company = 1441
    /// ```
    NOT_DISJOINT = Error "P410" "not-disjoint";
    /// `split: disjoint` keeps requests apart by the rest of a vocabulary, in which a lead of unknown value is not.
    ///
    /// To leave out companies of 1 to 10, a request asks for all other sizes. LinkedIn does not know the size of
    /// every company, and a lead who works at one of unknown size may then be found by neither request.
    ///
    /// ## Example
    ///
    /// ```persona
    /// split: disjoint
    ///
    /// (function = Sales and seniority >= VP) or (function in [Sales, Marketing] and size 1..10)
    /// ```
    ///
    /// ## Use instead
    ///
    /// With `any` nobody is lost, and some leads are delivered and paid for twice:
    ///
    /// ```persona
    /// split: any
    ///
    /// (function = Sales and seniority >= VP) or (function in [Sales, Marketing] and size 1..10)
    /// ```
    UNKNOWN_LEFT_OUT = Warning "P411" "unknown-left-out";
}
