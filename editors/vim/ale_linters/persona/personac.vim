" The language server, for ALE.

call ale#linter#Define('persona', {
\   'name': 'personac',
\   'lsp': 'stdio',
\   'executable': {-> personac#executable()},
\   'command': '%e lsp',
\   'project_root': function('personac#root'),
\   'language': 'persona',
\})
