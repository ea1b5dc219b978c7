" Vim and Neovim: what colour which word of the sample has, and that indenting it anew changes nothing.

function! WrongGroups(expected) abort
  call cursor(1, 1)
  let l:wrong = []
  for l:line in a:expected
    let [l:pattern, l:group] = split(l:line, "\t")
    call search('\C' . l:pattern, 'cW')
    let l:found = synIDattr(synID(line('.'), col('.'), 1), 'name')
    if l:found !=# 'persona' . l:group
      call add(l:wrong, printf('%d:%d %s is %s, not %s', line('.'), col('.'), l:pattern, l:found, l:group))
    endif
  endfor
  return l:wrong
endfunction

function! WrongIndents() abort
  let l:lines = getline(1, '$')
  %left
  silent normal! gg=G
  let l:wrong = filter(copy(l:lines), {index, line -> line !=# getline(index + 1)})
  call setline(1, l:lines)
  return l:wrong
endfunction
