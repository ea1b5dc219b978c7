//! P2xx: names that mean nothing, or several things.

use super::rules;

rules! {
    /// No filter has this name.
    ///
    /// A filter that is not understood is never dropped: without it the audience would be wider, and every further
    /// lead costs money. The request keys of the API, such as `job_titles`, are names of filters too; `personac
    /// explain title` shows all names of one. A value without a filter, as in `title = CEO or CFO`, is reported here
    /// as well.
    ///
    /// ## Example
    ///
    /// ```persona
    /// senority >= VP
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// seniority >= VP
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: it writes the name, where one is near enough to be sure. Otherwise the nearest names are offered.
    UNKNOWN_FIELD = Error "P201" "unknown-field";
    /// No setting has this name.
    ///
    /// A setting that is not understood would do nothing: with `limitt: 500` there is no limit, and every match is
    /// enriched and paid for. The same is said of keys of `personac.toml`. Request keys that personac does not know
    /// yet go into `raw`.
    ///
    /// ## Example
    ///
    /// ```persona
    /// limitt: 500
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
    /// Safe: it writes the name, where one is near enough to be sure. Otherwise the nearest names are offered.
    UNKNOWN_SETTING = Error "P202" "unknown-setting";
    /// The field's vocabulary has no such label.
    ///
    /// LinkedIn searches by ID, and a label that has no ID finds nobody. Case, accents and punctuation do not count;
    /// everything else must be right, because the nearest label may be another industry or another town. Companies
    /// and lists have only the names that the label book of `personac.toml` gives them.
    ///
    /// ## Example
    ///
    /// ```persona
    /// function in [Marketing, Salez]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// function in [Marketing, Sales]
    /// ```
    ///
    /// `personac labels function` lists the functions, `personac labels location lyon` searches the places.
    ///
    /// ## Fix
    ///
    /// Safe: it writes the label, where the vocabulary is whole and one label is near enough to be sure. For places,
    /// industries and names of the label book a person decides.
    UNKNOWN_LABEL = Error "P203" "unknown-label";
    /// The label names several things.
    ///
    /// Georgia is a country and a state of the United States; `Manager` is two levels of seniority. Choosing one
    /// without asking would deliver, and charge for, an audience that nobody ordered.
    ///
    /// ## Example
    ///
    /// ```persona
    /// location = Georgia
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// location = "Georgia, United States"
    /// ```
    ///
    /// A kind may follow any place: `"Georgia (country)"`. `personac labels location georgia` shows what each one is.
    ///
    /// ## Fix
    ///
    /// Not safe: there is one for each meaning.
    AMBIGUOUS_LABEL = Error "P204" "ambiguous-label";
    /// No `let` has this name.
    ///
    /// `$name` stands for what a `let` of this file names, or of a file that it uses. A `let` inside a persona block
    /// is seen in that block alone; one of a file that is used `as titles` is called `$titles.name`.
    ///
    /// ## Example
    ///
    /// ```persona
    /// let chiefs = [CEO, CFO]
    ///
    /// title in $chiefs
    /// and past_title not in $chefs
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// let chiefs = [CEO, CFO]
    ///
    /// title in $chiefs
    /// and past_title not in $chiefs
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it writes the nearest name, which may stand for another list.
    UNKNOWN_REFERENCE = Error "P205" "unknown-reference";
    /// A used file cannot be read.
    ///
    /// The path after `use` starts at the directory of the file that it stands in, not at the directory in which
    /// personac is run. What the file names is unknown without it, so nothing is sent.
    ///
    /// ## Example
    ///
    /// ```persona
    /// use "lib/title.persona" as titles
    ///
    /// title in $titles.chiefs
    /// ```
    ///
    /// ```persona lib/titles.persona
    /// let chiefs = [CEO, CFO]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// use "lib/titles.persona" as titles
    ///
    /// title in $titles.chiefs
    /// ```
    ///
    /// ## Fix
    ///
    /// Not safe: it writes the path of a file with nearly this name, which may hold something else.
    MISSING_FILE = Error "P206" "missing-file";
    /// Files use each other in a circle, or a `let` refers to itself.
    ///
    /// What it stands for would never end. Most often two lists want to share their values: let one of them hold the
    /// values, and the other refer to it. Files that need each other both use a third one.
    ///
    /// ## Example
    ///
    /// ```persona
    /// let chiefs = [CEO, $heads]
    /// let heads = ["Head of Sales", $chiefs]
    ///
    /// title in $heads
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// let chiefs = [CEO, CFO]
    /// let heads = ["Head of Sales", $chiefs]
    ///
    /// title in $heads
    /// ```
    CIRCULAR_USE = Error "P207" "circular-use";
    /// A used file lies outside the project.
    ///
    /// A project is the directory of its `personac.toml`, or of the persona where there is none. Whoever checks the
    /// project out must get the same audience, which a file on one person's machine does not give. It also keeps a
    /// persona from reading files that are none of its business.
    ///
    /// ## Example
    ///
    /// ```persona
    /// use "../shared/titles.persona" as titles
    ///
    /// title in $titles.chiefs
    /// ```
    ///
    /// ## Use instead
    ///
    /// Move the file into the project, or put `personac.toml` into the directory above both:
    ///
    /// ```persona
    /// use "shared/titles.persona" as titles
    ///
    /// title in $titles.chiefs
    /// ```
    ///
    /// ```persona shared/titles.persona
    /// let chiefs = [CEO, CFO]
    /// ```
    OUTSIDE_PROJECT = Error "P208" "outside-project";
    /// A name is given twice: two `let`s, two aliases, two personas.
    ///
    /// Nobody can tell which of the two is meant. Of two personas with one key, the second request would be written
    /// over the first one, and its audience would never be searched.
    ///
    /// ## Example
    ///
    /// ```persona
    /// persona chiefs {
    ///     title = CEO
    ///     location = France
    /// }
    ///
    /// persona chiefs {
    ///     title = CEO
    ///     location = Germany
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona
    /// persona chiefs-fr {
    ///     title = CEO
    ///     location = France
    /// }
    ///
    /// persona chiefs-de {
    ///     title = CEO
    ///     location = Germany
    /// }
    /// ```
    DUPLICATE_NAME = Error "P209" "duplicate-name";
    /// A used file has errors of its own.
    ///
    /// What it names may be incomplete, and an incomplete list of exclusions lets leads through that nobody wants to
    /// pay for. The errors of that file are shown with this one; once they are mended, this one is gone.
    ///
    /// ## Example
    ///
    /// ```persona
    /// use "lib/titles.persona" as titles
    ///
    /// title in $titles.chiefs
    /// ```
    ///
    /// ```persona lib/titles.persona
    /// let chiefs = [CEO, CFO
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```persona lib/titles.persona
    /// let chiefs = [CEO, CFO]
    /// ```
    BROKEN_USE = Error "P210" "broken-use";
}
