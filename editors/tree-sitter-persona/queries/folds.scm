[
  (block)
  (clause)
  (let)
  (list)
  (group)
  (object)
  (array)
] @fold

(comment)+ @fold
