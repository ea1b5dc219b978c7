(persona
  key: (persona_key) @name) @definition.module

(persona
  key: (string
    (string_content) @name)) @definition.module

(let
  name: (identifier) @name) @definition.constant

(reference
  name: (identifier) @name) @reference.constant
