; A level for each bracket that is open.

[(block) (object) (array) (list) (group)] @indent
["]" "}" ")"] @outdent
