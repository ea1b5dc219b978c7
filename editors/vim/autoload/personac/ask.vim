" Questions to the server, over the connection that ALE keeps.

" Ask, after telling what has changed; `Then` gets the answer.
function! personac#ask#ask(buffer, method, params, Then) abort
  if !exists('g:loaded_ale')
    return personac#say('this needs ALE, which starts the server: see `:help personac-ale`')
  endif
  let l:linter = filter(copy(ale#linter#GetAll(['persona'])), {_, linter -> linter.name is# 'personac'})[0]
  let l:message = [0, a:method, a:params]
  call ale#lsp_linter#StartLSP(a:buffer, l:linter, function('s:send', [a:buffer, l:message, a:Then]))
endfunction

function! s:send(buffer, message, Then, linter, details) abort
  call ale#lsp#NotifyForChanges(a:details.connection_id, a:buffer)
  call ale#lsp_linter#SendRequest(a:buffer, a:linter.name, a:message, a:Then)
endfunction

" Ask and wait; `v:null` if there is no answer within two seconds, or it takes long and the user types on.
function! personac#ask#wait(buffer, method, params) abort
  let l:box = {}
  call personac#ask#ask(a:buffer, a:method, a:params, {answer -> extend(l:box, {'answer': answer})})
  let l:start = reltime()
  while !has_key(l:box, 'answer')
    let l:waited = reltimefloat(reltime(l:start))
    if l:waited > 2.0 || l:waited > 0.3 && complete_check()
      break
    endif
    sleep 5m
  endwhile
  return get(get(l:box, 'answer', {}), 'result', v:null)
endfunction

function! personac#ask#document(buffer) abort
  return {'uri': ale#util#ToURI(fnamemodify(bufname(a:buffer), ':p'))}
endfunction

" The server counts letters outside the first plane of Unicode twice, Vim counts bytes.
function! personac#ask#character(line, column) abort
  let l:before = strpart(a:line, 0, a:column)
  return strchars(substitute(l:before, '[^\x00-\uffff]', 'xx', 'g'))
endfunction

function! personac#ask#column(line, character) abort
  let [l:left, l:column] = [a:character, 0]
  for l:letter in split(a:line, '\zs')
    if l:left <= 0
      break
    endif
    let l:left -= char2nr(l:letter) > 0xffff ? 2 : 1
    let l:column += len(l:letter)
  endfor
  return l:column
endfunction
