; No node is captured twice, so the order of the patterns means nothing, as editors do not agree on it.

; Comments, and those that personac reads
((comment) @comment
  (#not-match? @comment "^#[ \t]*personac:"))

((comment) @keyword.directive
  (#match? @keyword.directive "^#[ \t]*personac:"))

; Keywords
[
  "let"
  "persona"
] @keyword

[
  "use"
  "as"
] @keyword.control.import

[
  "and"
  "or"
  "not"
  "in"
] @keyword.operator

; Names
(filter) @variable.other.member

(setting_key) @attribute

(member_key) @variable.other.member

(member
  key: (string
    (string_content) @variable.other.member))

(let
  name: (identifier) @variable)

(reference
  name: (identifier) @variable)

(reference
  alias: (identifier) @namespace)

(use
  alias: (identifier) @namespace)

(persona_key) @type

(persona
  key: (string
    (string_content) @type))

; Values
[
  (string)
  (foreign_quotes)
] @string

(escape_sequence) @constant.character.escape

(use
  path: (string
    (string_content) @string.special.path))

(setting
  value: (string
    (string_content) @string.special.url
    (#match? @string.special.url "^https?://")))

(word) @constant

[
  (number)
  (bucket)
] @constant.numeric

(unit) @type

(boolean) @constant.builtin.boolean

(null) @constant.builtin

"env" @function.builtin

; Signs
[
  "="
  "!="
  "<"
  "<="
  ">"
  ">="
  ".."
  "&&"
  "||"
] @operator

"$" @punctuation.special

[
  ","
  ":"
  "."
] @punctuation.delimiter

[
  "("
  ")"
  "["
  "]"
  "{"
  "}"
] @punctuation.bracket
