; A persona is the class of this language, a clause or a `let` its function, a value its parameter.
(persona
  body: (block) @class.inside) @class.around

(clause
  (_) @function.inside) @function.around

(let
  value: (_) @function.inside) @function.around

(list
  [
    (string)
    (word)
    (number)
    (bucket)
    (range)
    (quantity)
    (reference)
  ] @parameter.inside @parameter.around)

(member
  value: (_) @entry.inside) @entry.around

(setting
  value: (_) @entry.inside) @entry.around

(comment) @comment.inside

(comment)+ @comment.around
