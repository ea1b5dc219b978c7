(block "}" @end) @indent
(object "}" @end) @indent
(array "]" @end) @indent
(list "]" @end) @indent
(group ")" @end) @indent
