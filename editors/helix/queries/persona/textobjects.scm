; What can be selected: a persona, a comment, an entry of a list.

(persona body: (block) @class.inside) @class.around
(comment) @comment.inside
(comment)+ @comment.around
(member value: (_) @entry.inside) @entry.around
