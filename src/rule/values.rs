//! P3xx: values that their field does not take.

use super::rules;

rules! {
    /// A quantity does not end where one of LinkedIn's buckets ends.
    ///
    /// LinkedIn knows headcounts and years in buckets only: 51–200, 201–500, and so on. It cannot tell a company of
    /// 100 from one of 51. Rounding in silence would add companies that were left out on purpose, or lose some that
    /// were wanted.
    ///
    /// ## Example
    ///
    /// ```persona
    /// size 100..1000
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// size 51..1000
    /// ```
    ///
    /// `personac explain size` shows all buckets.
    ///
    /// ## Fix
    ///
    /// Not safe: the wider range finds more leads than were asked for, the narrower one fewer.
    INSIDE_A_BUCKET = Error "P301" "inside-a-bucket";
    /// A raw ID that the field's whole vocabulary does not have.
    ///
    /// The API would refuse the request, or find nobody. A label is easier to read than a number, and a slip in it is
    /// noticed.
    ///
    /// ## Example
    ///
    /// ```persona
    /// function = 27
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// function = Sales
    /// ```
    UNKNOWN_ID = Error "P302" "unknown-id";
    /// The field cannot be compared this way.
    ///
    /// `<`, `>=` and ranges need values that come one after another: `seniority`, `size` and the years. Titles,
    /// places and functions have no order, so "from Director up" is asked of the seniority.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title >= Director
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// seniority >= Director
    /// ```
    WRONG_OPERATOR = Error "P303" "wrong-operator";
    /// The value is of a kind the field does not take.
    ///
    /// A title is text, a headcount is a number, a list has an ID. Sent as they are, `size = large` would be refused,
    /// and a title with a character that nobody can see would find nobody.
    ///
    /// ## Example
    ///
    /// ```persona
    /// keyword = 365
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// keyword = "365"
    /// ```
    ///
    /// `personac explain keyword` shows what the filter takes.
    ///
    /// ## Fix
    ///
    /// Safe: it puts a number that stands for text in quotes. For other values there is none, or a person decides.
    WRONG_VALUE = Error "P304" "wrong-value";
    /// A range ends before it begins.
    ///
    /// It holds nothing, so it would find nobody. The smaller end comes first; a range without an end is written
    /// `1001..`.
    ///
    /// ## Example
    ///
    /// ```persona
    /// size 1000..51
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// size 51..1000
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it swaps the ends.
    BACKWARDS_RANGE = Error "P305" "backwards-range";
    /// The unit after a quantity is not the field's.
    ///
    /// A unit is there for readers, and one that does not fit is a sign that another filter was meant: years are
    /// asked of `experience`, `tenure` or `years_in_position`, people of `size`.
    ///
    /// ## Example
    ///
    /// ```persona
    /// size 51..200 years
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// size 51..200
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it leaves the unit out, and the filter may be what is wrong.
    WRONG_UNIT = Error "P306" "wrong-unit";
    /// The API wants a company's number, which its public address does not tell.
    ///
    /// `linkedin.com/company/google` is a name that the company chose and may change. Its number stays the same: the
    /// link "See all employees" on its page holds it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// company = "https://www.linkedin.com/company/google"
    /// ```
    ///
    /// ## Use instead
    ///
    /// Write the number, or give it a name once in the label book:
    ///
    /// ```toml personac.toml
    /// [labels.company]
    /// Google = 1441
    /// ```
    ///
    /// ```persona
    /// company = Google
    /// ```
    VANITY_COMPANY = Error "P307" "vanity-company";
    /// Not an address of a LinkedIn profile.
    ///
    /// `connections_of` takes `https://www.linkedin.com/in/…` with a handle or a URN, or
    /// `https://www.linkedin.com/sales/lead/…`. The API refuses anything else, such as the address of a company, one
    /// of another host, or one with tracking behind a `?`.
    ///
    /// ## Example
    ///
    /// ```persona
    /// connections_of = "https://fr.linkedin.com/in/williamhgates?trk=people"
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// connections_of = "https://www.linkedin.com/in/williamhgates"
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it writes the plain address of the same handle; open it once to see whose profile it is.
    NOT_A_PROFILE = Error "P308" "not-a-profile";
    /// A list without values finds nobody.
    ///
    /// Whoever empties a list most often wants to lift the condition, and that is done by removing the clause.
    ///
    /// ## Example
    ///
    /// ```persona
    /// function = Sales
    /// and title in []
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// function = Sales
    /// ```
    EMPTY_LIST = Error "P309" "empty-list";
    /// A field other than a signal stands alone, or a signal has a value.
    ///
    /// A signal, such as `changed_jobs`, is true of a lead or is not asked for, so it stands alone. Every other
    /// filter says nothing without a value.
    ///
    /// ## Example
    ///
    /// ```persona
    /// title = CEO
    /// and changed_jobs = yes
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// title = CEO
    /// and changed_jobs
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it drops the value, and that may have meant "not", which the API cannot say of a signal.
    NOT_A_SIGNAL = Error "P310" "not-a-signal";
    /// A `let` of one kind is used as another.
    ///
    /// A `let` names values, a range or a whole filter. Values say nothing until a filter takes them, and a filter is
    /// not a value.
    ///
    /// ## Example
    ///
    /// ```persona
    /// let chiefs = [CEO, CFO]
    ///
    /// $chiefs
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// let chiefs = [CEO, CFO]
    ///
    /// title in $chiefs
    /// ```
    WRONG_REFERENCE = Error "P311" "wrong-reference";
    /// A raw ID that the table does not know; the table cannot be complete.
    ///
    /// LinkedIn has more places and industries than any table, so the ID is sent as it is. If it holds a slip, it
    /// finds nobody, or people in another place. Check it once, and give it a name in the label book: then it is
    /// known, and people can read it.
    ///
    /// ## Example
    ///
    /// ```persona
    /// industry = 999999
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```toml personac.toml
    /// [labels.industry]
    /// "Our niche" = 999999
    /// ```
    ///
    /// ```persona
    /// industry = "Our niche"
    /// ```
    UNLISTED_ID = Warning "P312" "unlisted-id";
}
