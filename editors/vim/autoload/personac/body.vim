" The request body of a persona, in a window that follows the text.

" Show the body of a persona: the one that is named, or the one that the cursor is in.
function! personac#body#show(key) abort
  let l:buffer = bufnr('')
  if !empty(a:key)
    return s:open(l:buffer, a:key)
  endif
  let l:Open = {key -> s:open(l:buffer, key)}
  call personac#body#at_cursor(l:Open)
endfunction

" The key of the persona that the cursor is in, `v:null` where the file is one, given to `Then`.
function! personac#body#at_cursor(Then) abort
  let [l:buffer, l:line] = [bufnr(''), line('.') - 1]
  let l:asked = {'textDocument': personac#ask#document(l:buffer)}
  call personac#ask#ask(l:buffer, 'textDocument/codeLens', l:asked, {answer -> a:Then(s:key(answer, l:line))})
endfunction

function! s:key(answer, line) abort
  let l:lenses = get(a:answer, 'result', v:null)
  let l:lenses = type(l:lenses) == v:t_list ? l:lenses : []
  call filter(l:lenses, {_, lens -> lens.command.command is# 'personac.showBody'})
  let l:above = filter(copy(l:lenses), {_, lens -> lens.range.start.line <= a:line})
  let l:lens = empty(l:above) ? get(l:lenses, 0, {}) : l:above[-1]
  return empty(l:lens) ? v:null : l:lens.command.arguments[1]
endfunction

function! s:open(source, key) abort
  let l:here = win_getid()
  execute get(g:, 'personac_body_window', 'botright vertical new')
  setlocal buftype=nofile bufhidden=wipe noswapfile nobuflisted filetype=json
  let b:personac_source = a:source
  let l:view = {'buffer': bufnr(''), 'source': a:source, 'key': a:key}
  execute 'augroup personac_body_' . l:view.buffer
    autocmd!
    execute printf('autocmd TextChanged,TextChangedI,TextChangedP <buffer=%d> call s:later(%d)', a:source, l:view.buffer)
    execute printf('autocmd BufWipeout <buffer=%d> call s:close(%d)', l:view.buffer, l:view.buffer)
  augroup END
  let s:views[l:view.buffer] = l:view
  call s:refresh(l:view.buffer)
  call win_gotoid(l:here)
endfunction

let s:views = {}
let s:timers = {}

function! s:close(buffer) abort
  execute 'autocmd! personac_body_' . a:buffer
  silent! unlet s:views[a:buffer]
endfunction

" Not at every letter: when nothing is typed for a moment.
function! s:later(buffer) abort
  call timer_stop(get(s:timers, a:buffer, -1))
  let s:timers[a:buffer] = timer_start(150, {-> s:refresh(a:buffer)})
endfunction

function! s:refresh(buffer) abort
  let l:view = get(s:views, a:buffer, {})
  if empty(l:view) || !bufexists(l:view.source)
    return
  endif
  let l:asked = {'uri': personac#ask#document(l:view.source).uri, 'persona': l:view.key}
  call personac#ask#ask(l:view.source, 'personac/body', l:asked, {answer -> s:show(l:view, answer)})
endfunction

" A text with errors leaves the last body where it is, and says so below it.
function! s:show(view, answer) abort
  if !bufexists(a:view.buffer)
    return
  endif
  let l:name = fnamemodify(bufname(a:view.source), ':t')
  if has_key(a:answer, 'error')
    return s:status(a:view, 'not up to date: ', split(a:answer.error.message, "\n")[0])
  endif
  let l:lines = split(a:answer.result.text, "\n")
  call setbufline(a:view.buffer, 1, l:lines)
  silent call deletebufline(a:view.buffer, len(l:lines) + 1, '$')
  call s:status(a:view, 'body of ', l:name . (type(a:view.key) == v:t_string ? ': ' . a:view.key : ''))
endfunction

" Where the window is narrow, the beginning of what follows `what` is left out.
function! s:status(view, what, text) abort
  let l:shown = ' ' . a:what . '%<' . substitute(a:text, '%', '%%', 'g')
  for l:window in win_findbuf(a:view.buffer)
    call setwinvar(win_id2win(l:window), '&statusline', l:shown)
  endfor
endfunction
