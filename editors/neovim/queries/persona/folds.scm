; What can be folded.

[(block) (object) (array) (list) (group)] @fold
