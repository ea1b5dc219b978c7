; What the words of a persona are, in Zed's names.

(comment) @comment

(setting_key) @property
(member_key) @property
(member key: (string) @property)
(filter) @property

(word) @constant
(bucket) @constant
(unit) @type
(persona_key) @type
(persona key: (string) @type)

(let name: (identifier) @variable)
(use alias: (identifier) @variable.special)
(reference alias: (identifier) @variable.special)
(reference name: (identifier) @variable)

(string) @string
(escape_sequence) @string.escape
(number) @number
(boolean) @boolean
(null) @constant.builtin

["let" "use" "as" "persona"] @keyword
["and" "or" "not" "in"] @keyword
"env" @function
["=" "!=" "<" "<=" ">" ">=" ".."] @operator
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "."] @punctuation.delimiter
"$" @punctuation.special
