(persona "persona" @context key: (_) @name) @item
(let "let" @context name: (_) @name) @item
(use "use" @context path: (_) @name) @item
