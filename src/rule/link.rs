//! P71x: reading the address of a Sales Navigator search. P72x: writing one.

use super::rules;

rules! {
    /// The address is not that of a people search in Sales Navigator.
    ///
    /// A persona finds people. A search for accounts has other filters, a page of LinkedIn itself has none, and what
    /// stands at another site nobody can say.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/company?query=(filters%3AList())
    /// ```
    ///
    /// ## Use instead
    ///
    /// Search for leads in Sales Navigator, and copy the address of the results:
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(spellCorrectionEnabled%3Atrue%2Ckeywords%3Aradiology)
    /// ```
    NOT_A_PEOPLE_SEARCH = Error "P711" "not-a-people-search";
    /// The address is of LinkedIn's older form.
    ///
    /// Before about 2022 every filter was a parameter of its own. LinkedIn still opens such an address and writes it
    /// anew; personac does not guess what the old names mean today.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?keywords=radiology&titleIncluded=Director&titleTimeScope=CURRENT
    /// ```
    ///
    /// ## Use instead
    ///
    /// Open it in the browser and copy the address again:
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(spellCorrectionEnabled%3Atrue%2Cfilters%3AList((type%3ACURRENT_TITLE%2Cvalues%3AList((text%3ADirector%2CselectionType%3AINCLUDED))))%2Ckeywords%3Aradiology)
    /// ```
    OLD_LINK = Error "P712" "old-link";
    /// The address names a saved or a recent search.
    ///
    /// Its filters are kept at LinkedIn; the address holds a number that only LinkedIn can read.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?savedSearchId=50521212
    /// ```
    ///
    /// ## Use instead
    ///
    /// Open it in the browser, wait for the results, and copy the address again:
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(spellCorrectionEnabled%3Atrue%2Ckeywords%3Aradiology)
    /// ```
    SAVED_SEARCH_LINK = Error "P713" "saved-search-link";
    /// The address of the search cannot be read.
    ///
    /// A parenthesis is missing, a letter is lost, a text is encoded once where LinkedIn encodes it twice: what was
    /// meant is not certain, and a search that is read wrongly finds other people. A browser hides much of this, so
    /// look at the place that is shown.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED))))
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED)))))
    /// ```
    DAMAGED_LINK = Error "P714" "damaged-link";
    /// Nothing of the search can be said in a persona.
    ///
    /// It has no filter at all, or only filters that the API has not. A persona without a filter would ask for
    /// everybody on LinkedIn.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList())
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED)))))
    /// ```
    NOTHING_TO_IMPORT = Error "P715" "nothing-to-import";
    /// The search asks for something that a persona cannot say.
    ///
    /// The API has no filter for it (schools, groups, languages, names, …), cannot exclude it (past companies,
    /// headquarters, functions), lacks the value (companies of one person), or nobody knows what it means. The message
    /// says whether the persona finds more or fewer people without it: a lost exclusion or a lost filter finds more, a
    /// lost value beside others finds fewer. The persona keeps what is lost as a comment. `personac import --strict`
    /// writes nothing then.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3ASCHOOL%2Cvalues%3AList((id%3A1792%2Ctext%3AStanford%2520University%2CselectionType%3AINCLUDED)))%2C(type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED)))))
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED)))))
    /// ```
    UNSAID_FILTER = Warning "P716" "unsaid-filter";
    /// The search has a title by LinkedIn's ID.
    ///
    /// Who chooses a title that Sales Navigator offers searches by its ID. The API takes texts only, so the persona
    /// has the title's text. Nobody knows whether LinkedIn finds exactly the same people by both.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3ACURRENT_TITLE%2Cvalues%3AList((id%3A35%2Ctext%3AFounder%2CselectionType%3AINCLUDED)))))
    /// ```
    ///
    /// ## Use instead
    ///
    /// Type the title and press Enter instead of choosing it:
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3ACURRENT_TITLE%2Cvalues%3AList((text%3AFounder%2CselectionType%3AINCLUDED)))))
    /// ```
    TITLE_ID = Warning "P717" "title-id";
    /// The search has a level of seniority by its older number.
    ///
    /// LinkedIn numbered the levels from 1 to 10 until about 2023. What they are called today is read from their
    /// names; LinkedIn says it nowhere.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3ASENIORITY_LEVEL%2Cvalues%3AList((id%3A6%2Ctext%3ADirector%2CselectionType%3AINCLUDED)))))
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3ASENIORITY_LEVEL%2Cvalues%3AList((id%3A220%2Ctext%3ADirector%2CselectionType%3AINCLUDED)))))
    /// ```
    OLD_SENIORITY = Warning "P718" "old-seniority";
    /// The address can be read in two ways.
    ///
    /// An ID and the text beside it mean different things: LinkedIn goes by the ID, and so does the persona. A text
    /// holds a raw blank, which LinkedIn would have encoded. Something stands beside the query that LinkedIn does not
    /// read there. Addresses that LinkedIn wrote itself have none of this.
    ///
    /// ## Example
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AREGION%2Cvalues%3AList((id%3A105015875%2Ctext%3AGermany%2CselectionType%3AINCLUDED)))))
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```url
    /// https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AREGION%2Cvalues%3AList((id%3A101282230%2Ctext%3AGermany%2CselectionType%3AINCLUDED)))))
    /// ```
    DOUBTFUL_LINK = Warning "P719" "doubtful-link";
    /// The link cannot say everything that the persona asks for.
    ///
    /// Sales Navigator's address names a person by an ID that LinkedIn's public address (`/in/…`) does not hold, and a
    /// list by its number; what `raw` sends may be anything. The browser shows the search without them, and so more
    /// people than the persona finds. The request has them all.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and connections_of = "https://www.linkedin.com/in/williamhgates"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and connections_of = "https://www.linkedin.com/sales/lead/ACwAAAEkwwAB"
    /// ```
    NOT_IN_LINK = Warning "P721" "not-in-link";
    /// The browser searches LinkedIn, and the persona does not.
    ///
    /// With `live: false` the vendor's own database is searched. The link opens the same filters at LinkedIn, which may
    /// know more people, or others.
    ///
    /// ## Example
    ///
    /// ```persona
    /// live: false
    ///
    /// title = CEO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// ```
    LIVE_LINK = Warning "P722" "live-link";
    /// The link may be too long for LinkedIn.
    ///
    /// Addresses of more than about 8,000 characters were refused by LinkedIn's services. The request is a body, not an
    /// address, and has no such limit.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title in [
    ///     "VP of Sales",
    ///     "Head of Sales",
    ///     # and two hundred more
    /// ]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title in ["VP of Sales", "Head of Sales"]
    /// ```
    LONG_LINK = Warning "P723" "long-link";
    /// The API's reference and LinkedIn give the same letter to different company types.
    ///
    /// Educational Institution is E in the request and D at LinkedIn, Self-Employed is S and E, Self-Owned is X and O. The
    /// link has LinkedIn's letter, the request the reference's. If the API hands the letter on to LinkedIn unchanged, it
    /// searches for another type than the one that the browser shows.
    ///
    /// ## Example
    ///
    /// ```persona
    /// # personac: allow(contested-label)
    /// company_type = "Educational Institution"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// industry = "Higher Education"
    /// ```
    CONTESTED_IN_LINK = Warning "P724" "contested-in-link";
    /// A link can say nothing of the persona.
    ///
    /// All that it asks for is something that an address of Sales Navigator cannot hold. Without it the browser would show
    /// everybody on LinkedIn, so there is no link.
    ///
    /// ## Example
    ///
    /// ```persona
    /// connections_of = "https://www.linkedin.com/in/williamhgates"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and relationship = 2nd
    /// ```
    EMPTY_LINK = Error "P725" "empty-link";
}
