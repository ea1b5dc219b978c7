; What the words of a persona are, in Neovim's names.

(comment) @comment @spell

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
(use alias: (identifier) @module)
(reference alias: (identifier) @module)
(reference name: (identifier) @variable)

(string) @string
(escape_sequence) @string.escape
(number) @number
(boolean) @boolean
(null) @constant.builtin

["let" "use" "as" "persona"] @keyword
["and" "or" "not" "in"] @keyword.operator
"env" @function.builtin
["=" "!=" "<" "<=" ">" ">=" ".."] @operator
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "."] @punctuation.delimiter
"$" @punctuation.special
