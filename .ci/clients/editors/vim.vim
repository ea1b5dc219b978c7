" Vim at a terminal, with the plugin and ALE: all that they offer, one thing after the other, as somebody would type it.

function! s:verdict(lines) abort
  call writefile(a:lines, 'verdict')
  qall!
endfunction

function! s:expect(what, right, value) abort
  if !a:right
    throw a:what . ': ' . string(a:value)
  endif
endfunction

" Each step waits until something is so, and then does something.
let s:steps = []
function! s:once(what, IsSo, Do) abort
  call add(s:steps, {'what': a:what, 'is_so': a:IsSo, 'do': a:Do})
endfunction

let s:waited = 0
function! s:go(timer) abort
  try
    if empty(s:steps)
      return s:verdict(['ok'])
    elseif s:steps[0].is_so()
      let s:waited = 0
      call remove(s:steps, 0).do()
    elseif s:waited > 500
      let l:state = getline(1, '$') + map(s:findings(), 'string(v:val)') + split(execute('messages'), "\n")
      return s:verdict([s:steps[0].what . ' does not come about'] + l:state)
    else
      let s:waited += 1
    endif
  catch
    call s:verdict([v:exception, v:throwpoint])
  endtry
endfunction

function! s:findings() abort
  return filter(copy(ale#engine#GetLoclist(bufnr('a.persona'))), 'v:val.type is# "E"')
endfunction

function! s:other_window() abort
  return winnr('$') < 2 ? '' : join(getbufline(winbufnr(winnr() == 1 ? 2 : 1), 1, '$'), "\n")
endfunction

function! s:status() abort
  return getwinvar(winnr() == 1 ? 2 : 1, '&statusline')
endfunction

function! s:completes() abort
  call feedkeys("Goand seniority = Dir\<C-x>\<C-o>\<Esc>", 'tx')
  call s:expect('a label', getline(5) ==# 'and seniority = Director', getline(5))
  call feedkeys("Sand title = \"é😀\" and location = \"Greater Lon\"\<Left>\<C-x>\<C-o>\<Esc>", 'tx')
  let l:right = 'and title = "é😀" and location = "Greater London, England, United Kingdom"'
  call s:expect('a label of several words', getline(5) ==# l:right, getline(5))
  call setline(5, 'and seniority = Director')
endfunction

function! s:underlined() abort
  let l:found = s:findings()[0]
  let l:place = [l:found.lnum, l:found.col, l:found.end_col]
  call s:expect('the place', l:found.code ==# 'P201' && l:place == [4, 17, 24], l:found)
endfunction

function! s:hover() abort
  call cursor(5, 20)
  ALEHover
endfunction

function! s:mend() abort
  call setline(5, '')
  call cursor(4, 18)
  ALECodeAction
endfunction

function! s:answer() abort
  call feedkeys("1\<CR>", 't')
endfunction

function! s:type() abort
  pclose
  call feedkeys("4G$ciwCXO\<Esc>", 't')
endfunction

function! s:make() abort
  only
  call setline(4, 'title = "é" and senority >= CXO')
  silent write
  silent make
  call s:expect(':make', [line('.'), col('.')] == [4, 18], [line('.'), col('.')])
endfunction

function! s:format() abort
  call setline(4, 'title = CEO and seniority >= VP')
  PersonaFormat
  call s:expect('the layout', getline(5, '$') ==# ['title = CEO', 'and seniority >= VP'], getline(1, '$'))
  call setline(5, 'title = "unclosed')
  PersonaFormat
  call s:expect('a persona that cannot be read', getline(5) ==# 'title = "unclosed' && g:personac_said =~# 'not laid out', getline(1, '$'))
endfunction

function! s:explain() abort
  call cursor(3, 1)
  normal K
  call s:expect('the page of a setting', getline(1, '$')->join() =~# 'limit', getline(1, '$'))
  close
  PersonaExplain P201
  call s:expect('the page', getline(1, '$')->join() =~# 'unknown-field', getline(1, '$'))
  close
  helptags ALL
  help personac
  call s:expect('help', &filetype ==# 'help', &filetype)
  close
endfunction

" A file of several personas: the body of the one that the cursor is in.
function! s:blocks() abort
  edit! team/team.persona
  call cursor(6, 8)
  PersonaBody
endfunction

" Without a key nobody is asked.
function! s:count() abort
  call s:expect('the project', personac#root(bufnr('')) =~# '/room/team$', personac#root(bufnr('')))
  only
  PersonaPreview
endfunction

function! s:colours() abort
  edit! sample.persona
  source $EDITORS/groups.vim
  let l:wrong = WrongGroups(readfile($EDITORS . '/groups.tsv')) + WrongIndents()
  call s:expect('colours and indentation', empty(l:wrong), l:wrong)
  call search('\$founders')
  ALEGoToDefinition
endfunction

edit a.persona
call s:expect('settings', [&filetype, &commentstring, &omnifunc] == ['persona', '# %s', 'personac#complete#omni'], [&filetype, &commentstring, &omnifunc])
call s:expect('words', &iskeyword =~# ',-', &iskeyword)
call s:once('a finding', {-> len(s:findings()) == 1}, function('s:underlined'))
call s:once('completion', {-> 1}, function('s:completes'))
call s:once('hover', {-> 1}, function('s:hover'))
call s:once('what it says', {-> execute('messages') . s:other_window() =~# '220'}, function('s:mend'))
call s:once('a question', {-> mode() ==# 'c'}, function('s:answer'))
call s:once('the fix', {-> getline(4) ==# 'title = CEO and seniority >= VP'}, {-> execute('write')})
call s:once('nothing is wrong', {-> empty(s:findings())}, {-> execute('pclose | PersonaBody')})
call s:once('the body', {-> s:other_window() =~# '"300"'}, function('s:type'))
call s:once('the body of what is typed', {-> s:other_window() =~# '"310"' && s:other_window() !~# '"300"'}, {-> feedkeys("4G0ciwtitel\<Esc>", 't')})
call s:once('why there is no body', {-> s:status() =~# '1 error' && s:other_window() =~# '"310"'}, function('s:make'))
call s:once('a layout', {-> 1}, function('s:format'))
call s:once('a page', {-> 1}, function('s:explain'))
call s:once('blocks', {-> 1}, function('s:blocks'))
call s:once('the body of the second', {-> s:other_window() =~# 'Controller'}, function('s:count'))
call s:once('what is missing', {-> g:personac_said =~# 'PRONTO_API_KEY'}, {-> 1})
call s:once('colours', {-> 1}, function('s:colours'))
call s:once('the definition', {-> getline('.') =~# '^let founders'}, {-> 1})
call timer_start(20, function('s:go'), {'repeat': -1})
