" Indentation of personas, as `personac fmt` lays them out: a level for each bracket that is open.

if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=PersonaIndent()
setlocal indentkeys=0},0],0),!^F,o,O
setlocal autoindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< autoindent<'

if exists('*PersonaIndent')
  finish
endif

" A line without what stands in strings and comments.
function! s:code(line) abort
  let l:quoted = '"\%([^"\\]\|\\.\)*"'
  return substitute(substitute(getline(a:line), l:quoted, '""', 'g'), '#.*', '', '')
endfunction

" The brackets that a line closes before it says anything.
function! s:leading_closers(line) abort
  return len(substitute(matchstr(s:code(a:line), '^\s*\zs[])},[:space:]]*'), '[^])}]', '', 'g'))
endfunction

function! PersonaIndent() abort
  let l:before = prevnonblank(v:lnum - 1)
  if l:before == 0
    return 0
  endif
  let l:code = s:code(l:before)
  let l:opened = len(substitute(l:code, '[^[({]', '', 'g'))
  let l:closed = len(substitute(l:code, '[^])}]', '', 'g')) - s:leading_closers(l:before)
  return indent(l:before) + shiftwidth() * (l:opened - l:closed - s:leading_closers(v:lnum))
endfunction
