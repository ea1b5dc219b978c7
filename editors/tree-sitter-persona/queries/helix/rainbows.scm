[
  (block)
  (list)
  (group)
  (object)
  (array)
  (env)
] @rainbow.scope

[
  "("
  ")"
  "["
  "]"
  "{"
  "}"
] @rainbow.bracket
