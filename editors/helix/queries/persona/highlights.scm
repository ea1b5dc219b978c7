; What the words of a persona are, in Helix's names.

(comment) @comment.line

(setting_key) @variable.other.member
(member_key) @variable.other.member
(member key: (string) @variable.other.member)
(filter) @variable.other.member

(word) @constant
(bucket) @constant
(unit) @type
(persona_key) @type
(persona key: (string) @type)

(let name: (identifier) @variable)
(use alias: (identifier) @namespace)
(reference alias: (identifier) @namespace)
(reference name: (identifier) @variable)

(string) @string
(escape_sequence) @constant.character.escape
(number) @constant.numeric
(boolean) @constant.builtin.boolean
(null) @constant.builtin

["let" "use" "as" "persona"] @keyword
["and" "or" "not" "in"] @keyword.operator
"env" @function.builtin
["=" "!=" "<" "<=" ">" ">=" ".."] @operator
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "."] @punctuation.delimiter
"$" @punctuation.special
