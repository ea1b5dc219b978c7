; A `let` is known in its whole block, above itself too.
[
  (source_file)
  (block)
] @local.scope

(let
  name: (identifier) @local.definition)

(use
  alias: (identifier) @local.definition)

; `$titles`; the name in `$lib.titles` is another file's.
(reference
  !alias
  name: (identifier) @local.reference)

(reference
  alias: (identifier) @local.reference)
