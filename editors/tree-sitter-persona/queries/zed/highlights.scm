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
] @keyword.import

[
  "and"
  "or"
  "not"
  "in"
] @keyword.operator

; Names
(filter) @property

(setting_key) @attribute

(member_key) @property

(member
  key: (string
    (string_content) @property))

(let
  name: (identifier) @variable)

(reference
  name: (identifier) @variable)

(reference
  alias: (identifier) @module)

(use
  alias: (identifier) @module)

(persona_key) @type

(persona
  key: (string
    (string_content) @type))

; Values
[
  (string)
  (foreign_quotes)
] @string

(escape_sequence) @string.escape

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
] @number

(unit) @type

(boolean) @boolean

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
