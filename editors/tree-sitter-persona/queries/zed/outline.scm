(persona
  "persona" @context
  key: (_) @name) @item

(let
  "let" @context
  name: (identifier) @name) @item

(setting
  key: (setting_key) @name) @item
