[
  (block)
  (list)
  (group)
  (object)
  (array)
  (env)
] @indent

[
  "]"
  ")"
  "}"
] @outdent
