" Completion. ALE's own takes the last word alone for what is typed; labels have blanks and get quotes, so this puts in
" what the server says, where the server says.

function! personac#complete#omni(findstart, base) abort
  if a:findstart
    let s:found = s:ask()
    return empty(s:found) ? -3 : s:start(s:found)
  endif
  return {'words': map(copy(s:found), {_, item -> s:word(item)}), 'refresh': 'always'}
endfunction

function! s:ask() abort
  let l:position = {'line': line('.') - 1, 'character': personac#ask#character(getline('.'), col('.') - 1)}
  let l:asked = {'textDocument': personac#ask#document(bufnr('')), 'position': l:position}
  let l:answer = personac#ask#wait(bufnr(''), 'textDocument/completion', l:asked)
  let l:items = type(l:answer) == v:t_dict ? l:answer.items : l:answer
  return type(l:items) == v:t_list ? filter(l:items, {_, item -> has_key(item, 'textEdit')}) : []
endfunction

" Where the first of the edits begins.
function! s:start(items) abort
  let s:line = getline('.')
  let s:cursor = col('.') - 1
  let s:first = min(map(copy(a:items), {_, item -> s:column(item, 'start')}))
  return s:first
endfunction

function! s:column(item, side) abort
  return personac#ask#column(s:line, a:item.textEdit.range[a:side].character)
endfunction

function! s:word(item) abort
  let l:kept = strpart(s:line, s:first, s:column(a:item, 'start') - s:first)
  " What stands behind the cursor and is part of the edit stays: most often a closing quote.
  let l:behind = strpart(s:line, s:cursor, s:column(a:item, 'end') - s:cursor)
  let l:text = substitute(a:item.textEdit.newText, '\V' . escape(l:behind, '\') . '\$', '', '')
  return {'word': l:kept . l:text, 'abbr': a:item.label, 'menu': get(a:item, 'detail', ''), 'icase': 1, 'dup': 1}
endfunction
