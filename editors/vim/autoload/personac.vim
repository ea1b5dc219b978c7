" Personas in Vim. The server is ALE's business; this adds what ALE has no words for.

function! personac#executable() abort
  return get(g:, 'personac_executable', 'personac')
endfunction

" The project of a buffer: where `personac.toml` is, or the repository, or its own directory.
function! personac#root(buffer) abort
  let l:directory = fnamemodify(bufname(a:buffer), ':p:h')
  let l:project = findfile('personac.toml', fnameescape(l:directory) . ';')
  if !empty(l:project)
    return fnamemodify(l:project, ':p:h')
  endif
  let l:repository = finddir('.git', fnameescape(l:directory) . ';')
  return empty(l:repository) ? l:directory : fnamemodify(l:repository, ':p:h:h')
endfunction

" Give the buffer what needs the program.
function! personac#attach() abort
  command! -buffer -bar PersonaFormat call personac#format()
  command! -buffer -bar -nargs=? PersonaBody call personac#body#show(<q-args>)
  command! -buffer -bar PersonaPreview call personac#preview()
  command! -buffer -bar -nargs=1 PersonaExplain call personac#explain(<q-args>)
  setlocal keywordprg=:PersonaExplain
  if exists('g:loaded_ale')
    setlocal omnifunc=personac#complete#omni
  endif
  if !executable(personac#executable())
    call personac#say('`' . personac#executable() . '` is not found: put it on the PATH, or set `g:personac_executable`')
  endif
endfunction

function! personac#detach() abort
  setlocal keywordprg< omnifunc<
  for l:command in ['Format', 'Body', 'Preview', 'Explain']
    silent! execute 'delcommand -buffer Persona' . l:command
  endfor
endfunction

function! personac#say(message) abort
  let g:personac_said = a:message
  echohl WarningMsg
  echomsg 'personac: ' . a:message
  echohl None
endfunction

" Lay the buffer out as `personac fmt` does; a persona that cannot be read stays as it is.
function! personac#format() abort
  let l:name = expand('%:p')
  let l:command = shellescape(personac#executable()) . ' fmt - --color never --stdin-filename '
        \ . shellescape(empty(l:name) ? 'unnamed.persona' : l:name)
  let l:said = tempname()
  let l:lines = systemlist(l:command . ' 2>' . shellescape(l:said), getline(1, '$'))
  let l:why = filereadable(l:said) ? readfile(l:said) : []
  call delete(l:said)
  if v:shell_error
    return personac#say('not laid out: ' . trim(get(l:why, 0, 'the command failed')))
  endif
  call s:replace(l:lines)
endfunction

" Say how many people the persona at the cursor finds.
function! personac#preview() abort
  let l:buffer = bufnr('')
  call personac#body#at_cursor({key -> s:count(l:buffer, key)})
endfunction

function! s:count(buffer, key) abort
  let l:arguments = [personac#ask#document(a:buffer).uri, a:key]
  let l:asked = {'command': 'personac.preview', 'arguments': l:arguments}
  call personac#ask#ask(a:buffer, 'workspace/executeCommand', l:asked, function('s:say_count'))
endfunction

function! s:say_count(answer) abort
  if has_key(a:answer, 'error')
    return personac#say(substitute(a:answer.error.message, "\n\\s*", '; ', 'g'))
  endif
  echomsg 'personac: ' . a:answer.result.text
endfunction

" Show the manual page of a code, a filter or a setting.
function! personac#explain(name) abort
  let l:command = shellescape(personac#executable()) . ' explain --color never '
  let l:page = systemlist(l:command . shellescape(a:name))
  if v:shell_error
    return personac#say(get(l:page, 0, 'the command failed'))
  endif
  execute 'botright' min([len(l:page), 20]) . 'new'
  setlocal buftype=nofile bufhidden=wipe noswapfile nobuflisted nowrap
  call setline(1, l:page)
  setlocal nomodifiable
endfunction

" Replace the lines that differ, so that the cursor and the marks stay with theirs.
function! s:replace(lines) abort
  let l:view = winsaveview()
  let l:kept = min([len(a:lines), line('$')])
  if a:lines !=# getline(1, '$')
    call setline(1, a:lines)
    silent execute (l:kept < line('$')) && len(a:lines) < line('$') ? (len(a:lines) + 1) . ',$delete _' : ''
  endif
  call winrestview(l:view)
endfunction
