[
  (block)
  (list)
  (group)
  (object)
  (array)
  (env)
] @indent.begin

[
  "]"
  ")"
  "}"
] @indent.branch @indent.end

[
  (comment)
  (string)
] @indent.ignore
